"""Lists of English words that the stages of reading look for: a file a stage, a field a list, each said in its file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from tidings.errors import DataError
from tidings.ontology.source import data_folder, read_yaml


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns that more than one stage looks for (`nouns.yaml`)."""

    counts: frozenset[str]
    measures: frozenset[str]
    crowds: frozenset[str]
    countries: frozenset[str]
    protesters: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventWords:
    """Words that tell who is a side of an act and what is none (`events.yaml`)."""

    apart: frozenset[str]
    held: frozenset[str]
    made: frozenset[str]
    aimed: frozenset[str]
    befalling: frozenset[str]
    forceful_deeds: frozenset[str]
    deeds: frozenset[str]
    requests: frozenset[str]
    accusations: frozenset[str]
    courts: frozenset[str]
    campaigners: frozenset[str]
    marchers: frozenset[str]
    suffered: frozenset[str]
    nobody: frozenset[str]
    people: frozenset[str]
    charging: frozenset[str]
    charges: frozenset[str]
    facing: frozenset[str]
    states: frozenset[str]
    accidents: frozenset[str]
    results: frozenset[str]
    still_itself: frozenset[str]
    giving_in: frozenset[str]
    when_or_how: frozenset[str]
    of_the_subject: frozenset[str]
    of_the_asked: frozenset[str]
    documents: frozenset[str]
    stances: frozenset[str]
    travels: frozenset[str]
    occasions: frozenset[str]
    closing: frozenset[str]
    first_person: frozenset[str]
    third_person: frozenset[str]


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words that tell who is spoken of (`actors.yaml`)."""

    female_titles: frozenset[str]
    male_titles: frozenset[str]
    titles: frozenset[str]
    business_names: frozenset[str]
    press_names: frozenset[str]
    armed_names: frozenset[str]
    bodies: frozenset[str]
    bare: frozenset[str]
    one_each: frozenset[str]
    partners: frozenset[str]
    led: frozenset[str]
    speech: frozenset[str]
    of_the_land: frozenset[str]
    place_verbs: frozenset[str]
    state_objects: frozenset[str]
    travel: frozenset[str]
    addressed: frozenset[str]
    borne: frozenset[str]
    relations: frozenset[str]
    of_the_place: frozenset[str]
    of_candidates: frozenset[str]
    waged: frozenset[str]
    american_parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class ToponymWords:
    """Words that tell a place name (`toponyms.yaml`)."""

    divisions: frozenset[str]
    endings: frozenset[str]
    bearings: frozenset[str]


@cache
def load_nouns() -> Nouns:
    """The nouns of English that more than one stage looks for.

    >>> "protester" in load_nouns().protesters
    True
    """
    return Nouns(**_shipped("nouns.yaml", Nouns))


@cache
def load_event_words() -> EventWords:
    """The words of English for the stage of events.

    >>> "communiqué" in load_event_words().documents
    True
    """
    return EventWords(**_shipped("events.yaml", EventWords))


@cache
def load_actor_words() -> ActorWords:
    """The words of English for the stage of actors.

    >>> "accuse" in load_actor_words().state_objects
    True
    """
    return ActorWords(**_shipped("actors.yaml", ActorWords))


@cache
def load_toponym_words() -> ToponymWords:
    """The words of English for the stage of place names.

    >>> "eastern" in load_toponym_words().bearings
    True
    """
    return ToponymWords(**_shipped("toponyms.yaml", ToponymWords))


def _shipped(file: str, kind: type[Any]) -> dict[str, frozenset[str]]:
    return read_lists(data_folder() / "languages" / "en" / file, [field.name for field in fields(kind)])


def read_lists(path: Path, names: Collection[str]) -> dict[str, frozenset[str]]:
    """The word lists of a file that holds just these.

    Raises `DataError` naming the file and the list where one is missing, unknown, empty, or holds anything but words in
    lower case, each of them once.
    """
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise DataError(f"{path.name}: must be a mapping from names to lists of words")
    for name in (*names, *content):
        if name not in content or name not in names:
            raise DataError(f"{path.name}: {name}: {'is missing' if name in names else 'is no list of this file'}")
        _check(f"{path.name}: {name}", content[name])
    return {name: frozenset(content[name]) for name in names}


def _check(where: str, words: Any) -> None:
    if not isinstance(words, list) or not words:
        raise DataError(f"{where}: must be a list of words")
    seen: set[str] = set()
    for word in words:
        if not isinstance(word, str) or not word.strip() or word != word.strip().lower():
            raise DataError(f"{where}: {word!r}: must be a word in lower case")
        if word in seen:
            raise DataError(f"{where}: {word!r} stands there twice")
        seen.add(word)
