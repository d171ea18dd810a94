"""Name tags and sets of them. A set is an int with one bit a tag, so that "one of these" is an OR."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tidings.record import NameType

TYPES = tuple(str(kind) for kind in NameType)
TAGS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
_BIT = {tag: 1 << index for index, tag in enumerate(TAGS)}
O = _BIT["O"]  # noqa: E741
ANY = (1 << len(TAGS)) - 1


def begin(kinds: Iterable[str]) -> int:
    """The tags that begin a name of one of these types."""
    return sum(_BIT[f"B-{kind}"] for kind in kinds)


def inside(kinds: Iterable[str]) -> int:
    """The tags that go on with a name of one of these types."""
    return sum(_BIT[f"I-{kind}"] for kind in kinds)


def either(kinds: Iterable[str]) -> int:
    """Begin or go on."""
    kinds = tuple(kinds)
    return begin(kinds) | inside(kinds)


#: What may stand where a set says nothing of these types.
SILENT = O | either(("NORP", "EVENT", "DATE", "WORK", "PRODUCT"))
PLACES = ("GPE", "LOC", "FAC")

#: The tags of UNER's inventory, a head of its own: people, places of every kind, organisations.
PLAIN = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_PLAIN_OF = {"PERSON": "PER", "ORG": "ORG", **dict.fromkeys(PLACES, "LOC")}


@cache
def plain(allowed: int) -> int:
    """The set of plain tags that a set of our tags allows: a nationality, a date or a work is no name there.

    >>> bin(plain(O | begin(("NORP", "GPE"))))
    '0b100001'
    """
    found = 0
    for tag in TAGS:
        if allowed & _BIT[tag]:
            place, _, kind = tag.partition("-")
            found |= 1 << (PLAIN.index(f"{place}-{_PLAIN_OF[kind]}") if kind in _PLAIN_OF else 0)
    return found
