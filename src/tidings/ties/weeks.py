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
    start = first_day(first, "week")
    number = (last - start).days // 7 + 1
    places = [d * number + (day - start).days // 7 for d, dyad in enumerate(dyads) for day, _ in dyad]
    scores = np.array([score for dyad in dyads for _, score in dyad], dtype=np.float64)
    shape = (len(dyads), number)
    cell = np.array(places, dtype=np.int64)
    count, sums, squares = (
        np.bincount(cell, weights, len(dyads) * number).reshape(shape) for weights in (None, scores, scores**2)
    )
    mean = sums / np.maximum(count, 1)
    scatter = np.maximum(0.0, squares - count * mean**2).sum(axis=1)
    return Weeks(start, count.astype(np.float64), mean, scatter)
