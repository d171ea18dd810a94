"""Groups of trigger words, as written in the file of an event type, into one `Trigger` a word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tidings.ontology.check import Entry
from tidings.ontology.schema import Trigger

#: The three lists of words of a group: the part of speech of each, and the slots where the group names none.
KINDS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "verbs": ("verb", ("subj",), ("obj",)),
    "nouns": ("noun", ("poss", "light", "by", "mod"), ()),
    "adjectives": ("adjective", ("subj",), ()),
}
FIELDS = (*KINDS, "actor", "recipient", "cameo", "mode", "contexts", "reciprocal", "needs", "bars", "weight")


@dataclass(frozen=True, slots=True)
class Known:
    """What a group may name: the modes of its type, the codes of CAMEO, the contexts of PLOVER."""

    modes: Collection[str]
    codes: Collection[str]
    contexts: Collection[str]


def expand_group(event_type: str, file: str, place: str, values: Any, known: Known) -> Iterator[Trigger]:
    """One trigger for each word of the group. Raises `DataError` with file, entry and field."""
    entry = Entry.of(file, place, values, FIELDS)
    kinds = [kind for kind in KINDS if kind in entry.values]
    if not kinds:
        raise entry.wrong("verbs", "given, or nouns, or adjectives")
    shared = _shared(entry, known)
    sides = {side: entry.texts(side) for side in ("actor", "recipient") if side in entry.values}
    for kind in kinds:
        pos, actor, recipient = KINDS[kind]
        slots: dict[str, Any] = {"actor": actor, "recipient": recipient, **sides}
        for words in entry.texts(kind):
            yield Trigger(event_type, tuple(words.split()), pos, origin=f"plover/{file}:{words}", **slots, **shared)


def _shared(entry: Entry, known: Known) -> dict[str, Any]:
    """The values that hold for every word of the group."""
    weight = entry.number("weight") if "weight" in entry.values else 1.0
    if not 0 <= weight <= 1:
        raise entry.wrong("weight", "a number from 0 to 1")
    unknown = [context for context in entry.texts("contexts") if context not in known.contexts]
    if unknown:
        raise entry.wrong("contexts", f"of PLOVER's contexts ({unknown[0]!r} is not)")
    return {
        "cameo": entry.one_of("cameo", known.codes, "a CAMEO code as quoted text"),
        "mode": entry.one_of("mode", known.modes, "a mode of the type"),
        "contexts": entry.texts("contexts"),
        "reciprocal": entry.flag("reciprocal"),
        "needs": _senses(entry, "needs"),
        "bars": _senses(entry, "bars"),
        "weight": weight,
    }


def _senses(entry: Entry, field: str) -> dict[str, frozenset[str]]:
    """The restrictions of sense: slot to lemmas."""
    slots = entry.mapping(field)
    if not all(isinstance(lemmas, list) and all(isinstance(item, str) for item in lemmas) for lemmas in slots.values()):
        raise entry.wrong(field, "a mapping from slots to lists of lemmas")
    return {slot: frozenset(lemmas) for slot, lemmas in slots.items()}
