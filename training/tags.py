"""Name tags and sets of them. A set is an int with one bit a tag, so that "one of these" is an OR."""

from __future__ import annotations

from collections.abc import Iterable

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
