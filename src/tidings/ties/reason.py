"""The sentence that says why a verdict is what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tidings.ties.event import TieEvent
from tidings.ties.level import interval
from tidings.ties.verdict import FEWEST, STEADIEST, STEADY, UNTOLD


@dataclass(frozen=True, slots=True)
class Sides:
    """What a verdict compares: the events before and since a day, the mean levels, and the error of their change."""

    turn: date
    before: Sequence[TieEvent]
    since: Sequence[TieEvent]
    early: float | None
    late: float | None
    error: float | None


def reason(verdict: str, sides: Sides) -> str:
    """One sentence, with the numbers of events, the levels, and how far the change may lie from what is told.

    >>> reason("too little news", Sides(date(2021, 7, 26), [TieEvent("a", None, 1, 2.5)], [], 2.5, None, None))
    '1 event (level +2.5) before 2021-07-26, 0 events since: fewer than 3 on one side, too few to compare.'
    """
    told = f"{_told(sides.before, sides.early)} before {sides.turn}, {_told(sides.since, sides.late)} since"
    if sides.early is None or sides.late is None or sides.error is None or _few(sides):
        return f"{told}: fewer than {FEWEST} on one side, too few to compare."
    change = interval(sides.late - sides.early, sides.error)
    low, high = change.inner
    likely = f"{low:+.1f} to {high:+.1f} with 80%"
    if verdict == UNTOLD:
        return f"{told}: the change may be {likely}, too wide to tell."
    if verdict == STEADY:
        return f"{told}: a change of {change.mean:+.1f} ({likely}), less than {STEADIEST} points."
    return f"{told}: a change of {change.mean:+.1f} ({likely})."


def _few(sides: Sides) -> bool:
    return min(len(sides.before), len(sides.since)) < FEWEST


def _told(events: Sequence[TieEvent], level: float | None) -> str:
    number = f"{len(events)} event{'' if len(events) == 1 else 's'}"
    return number if level is None else f"{number} (level {level:+.1f})"
