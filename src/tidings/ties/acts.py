"""The friendly, or the hostile, acts of many dyads by week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tidings.ties.weeks import Floats, Scored, cells


@dataclass(frozen=True, slots=True)
class Acts:
    """Acts of one kind: `points` (sums of scores, as positive numbers) a dyad and week, and `size`, the points of a
    typical act of each dyad (1 where there is none).
    """

    points: Floats
    size: Floats

    def rows(self, start: int, stop: int) -> Acts:
        """The acts of some of the dyads."""
        return Acts(self.points[start:stop], self.size[start:stop])


def acts_of(dyads: Sequence[Scored], first: date, last: date) -> tuple[Acts, Acts]:
    """The friendly and the hostile acts in the weeks from that of `first` to that of `last`.

    >>> friendly, hostile = acts_of([[(date(2021, 7, 28), 2.5), (date(2021, 8, 3), -9.0)]], date(2021, 7, 28),
    ...     date(2021, 8, 3))
    >>> friendly.points.tolist(), hostile.points.tolist(), hostile.size.tolist()
    ([[2.5, 0.0]], [[0.0, 9.0]], [9.0])
    """
    _, number, cell, scores = cells(dyads, first, last)
    shape = (len(dyads), number)

    def kind(points: Floats) -> Acts:
        told = np.bincount(cell, points, len(dyads) * number).reshape(shape).astype(np.float64)
        squares = np.bincount(cell, points**2, len(dyads) * number).reshape(shape).sum(axis=1)
        total = told.sum(axis=1)
        return Acts(told, np.where(total > 0, squares / np.where(total > 0, total, 1.0), 1.0))

    return kind(np.maximum(0.0, scores)), kind(np.maximum(0.0, -scores))
