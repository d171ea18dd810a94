"""The sentence that says why a verdict is what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tidings.ties.event import TieEvent
from tidings.ties.verdict import FEWEST, UNTOLD


@dataclass(frozen=True, slots=True)
class Sides:
    """What a verdict compares: the events before and since a day, and of both the weeks, the levels, the acts.

    `error` is that of the change of level.
    """

    turn: date
    before: Sequence[TieEvent]
    since: Sequence[TieEvent]
    weeks: tuple[int, int]
    early: float | None
    late: float | None
    error: float | None


def reason(verdict: str, sides: Sides) -> str:
    """One sentence: how many events, how many points of friendly and hostile acts a week, and the levels.

    >>> met = [TieEvent("a", None, 1, 2.5)]
    >>> reason("too little news", Sides(date(2021, 7, 26), met, [], (4, 2), 2.5, None, None))
    '1 event before 2021-07-26, 0 events since: too few to compare.'
    """
    told = f"{_number(sides.before)} before {sides.turn}, {_number(sides.since)} since"
    if len(sides.before) + len(sides.since) < FEWEST:
        return f"{told}: too few to compare."
    acts = f"friendly acts {_pace(sides, 1)}, hostile ones {_pace(sides, -1)}"
    levels = f", the level of an event {sides.early:+z.1f} -> {sides.late:+z.1f}" if _both(sides) else ""
    return f"{told}: {acts} points a week{levels}{'; this does not tell which way' if verdict == UNTOLD else ''}."


def _both(sides: Sides) -> bool:
    return sides.early is not None and sides.late is not None


def _pace(sides: Sides, sign: int) -> str:
    points = [sum(max(0.0, sign * event.score) for event in events) for events in (sides.before, sides.since)]
    before, since = (total / max(weeks, 1) for total, weeks in zip(points, sides.weeks, strict=True))
    return f"{before:.1f} -> {since:.1f}"


def _number(events: Sequence[TieEvent]) -> str:
    return f"{len(events)} event{'' if len(events) == 1 else 's'}"
