"""Which statement stands inside which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidings.record import Attribution


def with_parents(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order, each with the id of the narrowest one whose content holds its cue and content."""
    ordered = sorted(attributions, key=lambda one: (one.content.start, -one.content.end, one.cue or one.content))
    open: list[Attribution] = []
    found = []
    for one in ordered:
        open = [outer for outer in open if outer.content.end > one.content.start]
        parent = next((outer for outer in reversed(open) if _holds(outer, one)), None)
        found.append(_inside(one, parent) if parent else one)
        open.append(one)
    return tuple(found)


def _inside(one: Attribution, parent: Attribution) -> Attribution:
    """What a readout or a tweet is the source of came through it."""
    through = parent.medium if parent.evidence.origin.endswith(":according to") else None
    return replace(one, parent=parent.id, medium=one.medium or through)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return (
        len(outer.content) > len(inner.content)
        and outer.content.contains(inner.content)
        and (inner.cue is None or outer.content.contains(inner.cue))
    )
