"""Which statement stands inside which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidings.annotate.attribution.cue import CITES
from tidings.record import Attribution, Span


def with_parents(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order, each with the id of the narrowest one whose content holds its cue and content."""
    ordered = sorted(attributions, key=_order)
    open: list[Attribution] = []
    found = []
    for one in ordered:
        open = [outer for outer in open if outer.content.end > one.content.start]
        parent = next((outer for outer in reversed(open) if _holds(outer, one)), None)
        found.append(_inside(one, parent) if parent else one)
        open.append(one)
    return tuple(found)


def _order(one: Attribution) -> tuple[int, int, bool, Span]:
    return one.content.start, -one.content.end, _cites(one), one.cue or one.content


def _inside(one: Attribution, parent: Attribution) -> Attribution:
    """What a readout or a tweet is the source of came through it."""
    through = parent.medium if parent.evidence.origin.endswith(":according to") else None
    return replace(one, parent=parent.id, medium=one.medium or through)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return (
        (len(outer.content) > len(inner.content) or _cited_for(outer, inner))
        and outer.content.contains(inner.content)
        and (inner.cue is None or outer.content.contains(inner.cue) or _cited_for(outer, inner))
    )


def _cited_for(outer: Attribution, inner: Attribution) -> bool:
    """Whether both say the same, the inner one as whom the outer one cites."""
    return _cites(inner) and not _cites(outer) and outer.content == inner.content and outer.source != inner.source


def _cites(one: Attribution) -> bool:
    return one.evidence.origin.rpartition(":")[2] in CITES
