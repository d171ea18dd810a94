"""Turning points: the weeks in which the level of a dyad changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tidings.ties.breaks import breaks
from tidings.ties.event import TieEvent
from tidings.ties.kalman import Fit
from tidings.ties.weeks import Weeks

#: How long after a turn the events that drive it are looked for, and how many are named.
AFTER = timedelta(weeks=8)
NAMED = 3

Dated = Sequence[tuple[date, TieEvent]]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A lasting change: the Monday from which the level is another, the mean before and after, and what drives it.

    `before` and `after` are mean scores an event (-10 to 10) back to the turning point before, and on to the one
    after. `events` are the three that pull hardest the new way, of the first weeks after the turn.
    """

    day: date
    before: float
    after: float
    events: tuple[TieEvent, ...]


def turning_points(dated: Dated, weeks: Weeks, fitted: Fit, row: int) -> tuple[TurningPoint, ...]:
    """The turning points of one dyad, in order of day; weeks without news are passed over."""
    told = np.flatnonzero(weeks.count[row])
    count, mean = weeks.count[row, told], weeks.mean[row, told]
    shock = fitted.shock[row] / fitted.noise[row]
    cuts = breaks(mean, 1 / (1 / count + shock), float(fitted.noise[row]))
    if not cuts:
        return ()
    parts = zip(np.split(mean, cuts), np.split(count, cuts), strict=True)
    means = [float(np.average(part, weights=events)) for part, events in parts]
    days = [weeks.monday(int(told[cut])) for cut in cuts]
    ends = [*days[1:], date.max]
    return tuple(
        TurningPoint(day, before, after, pulling(within(dated, day, min(end, day + AFTER)), before, after - before))
        for day, end, before, after in zip(days, ends, means, means[1:], strict=False)
    )


def within(dated: Dated, start: date, end: date) -> list[TieEvent]:
    """The events from `start` to the day before `end`."""
    return [event for day, event in dated if start <= day < end]


def pulling(events: Sequence[TieEvent], level: float, change: float, number: int = NAMED) -> tuple[TieEvent, ...]:
    """The events that stand farthest from a level the way it changed, those told by more reports first among equals.

    >>> [e.event_id for e in pulling([TieEvent("a", None, 1, 2.5), TieEvent("b", None, 4, -9.0)], 0.0, 1.0)]
    ['a']
    """
    pull = [((event.score - level) * (1 if change > 0 else -1), event) for event in events]
    ranked = sorted((one for one in pull if one[0] > 0), key=lambda one: (-one[0], -one[1].reports, one[1].event_id))
    return tuple(event for _, event in ranked[:number])
