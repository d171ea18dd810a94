"""How friendly a dyad is: its level, and how surely it is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import NormalDist

import numpy as np

from tidings.ties.kalman import Fit
from tidings.ties.weeks import Floats, Weeks

#: How many deviations to either side hold 80%, and 95%, of a normal distribution.
INNER, OUTER = (NormalDist().inv_cdf(0.5 + share / 2) for share in (0.80, 0.95))
#: No excess kurtosis is believed beyond this: the prior makes the middle a little too narrow, which more of it would
#: show (chosen on `bench.ties_intervals`, seed 7).
MOST_TAILS = 0.5


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


def interval(mean: float, error: float) -> Interval:
    """The interval of a level known with a standard error.

    >>> interval(2.0, 0.0).outer
    (2.0, 2.0)
    """
    inner, outer = INNER * error, OUTER * error
    return Interval(mean, (mean - inner, mean + inner), (mean - outer, mean + outer))


def reach(normal: float, tails: Floats) -> Floats:
    """How many deviations hold what so many hold of a normal distribution, where the tails are longer.

    The expansion of Cornish and Fisher (1938) for a distribution without a lean.

    >>> reach(INNER, np.array([0.0, 0.5])).round(2).tolist(), reach(OUTER, np.array([0.0, 0.5])).round(2).tolist()
    ([1.28, 1.25], [1.96, 1.99])
    """
    return normal + (normal**3 - 3 * normal) * np.clip(tails, 0.0, MOST_TAILS) / 24


def level_on(found: Sequence[Level], day: date) -> Level | None:
    """The level of the week a day lies in; the last one for later days, None before the first.

    >>> level_on([Level(date(2021, 7, 26), date(2021, 8, 1), 3, interval(2.0, 1.0))], date(2021, 7, 31)).events
    3
    """
    if not found or day < found[0].start:
        return None
    return found[min(len(found) - 1, (day - found[0].start).days // 7)]


def levels(weeks: Weeks, fitted: Fit) -> Iterator[tuple[Level, ...]]:
    """The level of every week, dyad by dyad."""
    mean = fitted.mean
    inner, outer = (reach(normal, fitted.tails) * fitted.error for normal in (INNER, OUTER))
    bounds = (mean, mean - inner, mean + inner, mean - outer, mean + outer)
    days = [weeks.monday(week) for week in range(weeks.count.shape[1])]
    stretches = [(day, day + timedelta(days=6)) for day in days]
    for row, counts in enumerate(weeks.count.astype(int).tolist()):
        told = zip(stretches, counts, *(bound[row].tolist() for bound in bounds), strict=True)
        yield tuple(
            Level(start, end, count, Interval(middle, (low, high), (lowest, highest)))
            for (start, end), count, middle, low, high, lowest, highest in told
        )
