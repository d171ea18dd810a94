"""Words that tie a statement to its source: "said", "according to", "denial"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tidings.errors import DataError

FILE = "languages/en/cues.yaml"

#: From the source denying its content to vouching for it.
STRENGTHS = ("denied", "doubted", "alleged", "wanted", "believed", "said", "shown", "confirmed")
FRAMES = frozenset({"clause", "quote", "to", "gerund", "thing", "small", "nobody"})


@dataclass(frozen=True, slots=True)
class CueWord:
    """One cue: its `kind` (say, ask, intend, think, judge, show, report), and what the source does to the content.

    `takes` names the frames of the verb, `prepositions` those before the content, `calls` those before whoever is
    called upon.
    """

    word: str
    kind: str
    strength: str
    takes: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language by lemma; `media` and `channels` name where a thing was said."""

    verbs: Mapping[str, CueWord]
    nouns: Mapping[str, CueWord]
    adjectives: Mapping[str, CueWord]
    phrases: frozenset[str]
    adverbs: frozenset[str]
    media: frozenset[str]
    channels: frozenset[str]
    written_by: Mapping[str, str] = field(default_factory=dict)


@cache
def load_cues() -> Cues:
    """The cues of English. Raises `DataError` where the file breaks its shape.

    >>> load_cues().verbs["deny"].strength, "clause" in load_cues().verbs["say"].takes
    ('denied', True)
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    values = yaml.load((files("tidings") / "data" / FILE).read_text("utf-8"), loader)
    try:
        return _cues(values)
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{FILE}: a field is missing or has the wrong shape ({error})") from error


def _cues(values: Mapping[str, Any]) -> Cues:
    after: dict[str, set[str]] = {}
    for preposition, verbs in values["prepositions"].items():
        for verb in verbs:
            after.setdefault(verb, set()).add(preposition)
    return Cues(
        verbs=_verbs(values["verbs"], after, values["calls"]),
        nouns=_plain(values["nouns"]),
        adjectives=_plain(values["adjectives"]),
        phrases=frozenset(values["phrases"]),
        adverbs=frozenset(values["adverbs"]),
        media=frozenset(values["media"]),
        channels=frozenset(values["channels"]),
        written_by=dict(values["written_by"]),
    )


def _verbs(
    groups: Iterable[Mapping[str, Any]], after: Mapping[str, set[str]], calls: Mapping[str, list[str]]
) -> dict[str, CueWord]:
    """A verb in several groups takes all their frames, and the kind and strength of the strongest words about it."""
    takes: dict[str, set[str]] = {}
    first: dict[str, tuple[str, str]] = {}
    for group in groups:
        _check(group["strength"], set(group["takes"]))
        for word in group["words"]:
            takes.setdefault(word, set()).update(group["takes"])
            if word not in first or group["strength"] in ("denied", "confirmed", "alleged"):
                first[word] = (group["kind"], group["strength"])
    for word in after:
        first.setdefault(word, ("say", "said"))
    return {
        word: CueWord(
            word,
            *first[word],
            frozenset(takes.get(word, ())),
            frozenset(after.get(word, ())),
            frozenset(calls.get(word, ())),
        )
        for word in first
    }


def _plain(groups: Iterable[Mapping[str, Any]]) -> dict[str, CueWord]:
    found = {}
    for group in groups:
        _check(group["strength"], set())
        for word in group["words"]:
            found[word] = CueWord(
                word, group["kind"], group["strength"], frozenset({"clause", "to"}), frozenset(group["prepositions"])
            )
    return found


def _check(strength: str, takes: set[str]) -> None:
    if strength not in STRENGTHS:
        raise DataError(f"{FILE}: strength {strength!r} is none of {', '.join(STRENGTHS)}")
    if not takes <= FRAMES:
        raise DataError(f"{FILE}: takes {', '.join(sorted(takes - FRAMES))} is none of {', '.join(sorted(FRAMES))}")
