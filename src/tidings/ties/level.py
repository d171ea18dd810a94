"""How friendly a dyad is: its level, and how surely it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: Of every interval that is published: the narrow and the wide one.
INSIDE = (0.80, 0.95)


@dataclass(frozen=True, slots=True)
class Interval:
    """A level in points of an event's score (PLOVER, -10 to 10), with the bounds that hold it with 80% and with 95%."""

    mean: float
    inner: tuple[float, float]
    outer: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Level:
    """The level of one week, Monday to Sunday: what an event of that week was worth, told from the news of all weeks.

    `events` is the number of events of the week itself; where there are few, the interval is wide.
    """

    start: date
    end: date
    events: int
    interval: Interval
