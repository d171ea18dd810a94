"""The weeks of many dyads as arrays: the clock of the model, whatever the periods of a page are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from tidings.ties.calendar import first_day

Floats = NDArray[np.float64]
Scored = Sequence[tuple[date, float]]


@dataclass(frozen=True, slots=True)
class Weeks:
    """Dyads by weeks: the number of events, the mean of their scores (0 without any), and the scatter within weeks.

    `start` is the Monday of the first week. `count` and `mean` have a row a dyad and a column a week; `scatter` has a
    sum of squares about the weeks' means for each dyad.
    """

    start: date
    count: Floats
    mean: Floats
    scatter: Floats

    def monday(self, week: int) -> date:
        """The first day of a week."""
        return self.start + timedelta(weeks=week)


def weeks_of(dyads: Sequence[Scored], first: date, last: date) -> Weeks:
    """The weeks from that of `first` to that of `last`; each dyad is the days and scores of its events.

    >>> weeks = weeks_of([[(date(2021, 7, 28), 2.0), (date(2021, 7, 29), 4.0)]], date(2021, 7, 28), date(2021, 8, 3))
    >>> weeks.mean.tolist(), weeks.scatter.tolist()
    ([[3.0, 0.0]], [2.0])
    """
    start, number, cell, scores = cells(dyads, first, last)
    count, sums, squares = (
        np.bincount(cell, weights, len(dyads) * number).reshape(len(dyads), number)
        for weights in (None, scores, scores**2)
    )
    mean = sums / np.maximum(count, 1)
    scatter = np.maximum(0.0, squares - count * mean**2).sum(axis=1)
    return Weeks(start, count.astype(np.float64), mean, scatter)


def cells(dyads: Sequence[Scored], first: date, last: date) -> tuple[date, int, NDArray[np.int64], Floats]:
    """The Monday of the first week, the number of weeks, and for every event its place (dyad by dyad) and its score.

    >>> start, number, cell, _ = cells([[], [(date(2021, 8, 3), 4.0)]], date(2021, 7, 28), date(2021, 8, 3))
    >>> start.isoformat(), number, cell.tolist()
    ('2021-07-26', 2, [3])
    """
    start = first_day(first, "week")
    number = (last - start).days // 7 + 1
    monday = start.toordinal()
    places = [d * number + (day.toordinal() - monday) // 7 for d, dyad in enumerate(dyads) for day, _ in dyad]
    scores = [score for dyad in dyads for _, score in dyad]
    return start, number, np.array(places, dtype=np.int64), np.array(scores, dtype=np.float64)
