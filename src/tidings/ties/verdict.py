"""The verdict on a dyad, from the chances of its change."""

from __future__ import annotations

from collections.abc import Sequence
from math import erf

import numpy as np

from tidings.ties.kalman import Fit
from tidings.ties.weeks import Floats

WARMING, COOLING, STEADY, UNTOLD = "warming", "cooling", "steady", "too little news"
#: A change is told from this size on (points of an event's score, -10 to 10); less than the other passes for steady.
LEAST_CHANGE, STEADIEST = 0.5, 1.5
#: No verdict is given that is less likely than this, or on fewer events on either side.
SUREST = 0.8
FEWEST = 3

_erf = np.vectorize(erf, otypes=[np.float64])


def chances(fitted: Fit) -> Floats:
    """A row a dyad: the chances that its level rose by half a point, fell as much, and moved less than 1.5 points."""

    def above(change: float) -> Floats:
        """The chance that the change is more than that, over the pairs of the grid."""
        deviations = (fitted.change - change) / fitted.change_error
        chance: Floats = (0.5 * (1 + _erf(deviations / np.sqrt(2))) * fitted.weight).sum(axis=1)
        return chance

    odds = (above(LEAST_CHANGE), 1 - above(-LEAST_CHANGE), above(-STEADIEST) - above(STEADIEST))
    return np.stack(odds, axis=1)


def verdict(odds: Sequence[float], fewest: int) -> tuple[str, float | None]:
    """The verdict and its chance, from a row of `chances`; `fewest` is the number of events on the side that has fewer.

    >>> verdict((0.4, 0.0, 0.9), 12), verdict((0.9, 0.0, 0.4), 1)
    (('steady', 0.9), ('too little news', None))
    """
    if fewest < FEWEST:
        return UNTOLD, None
    for name, chance in zip((WARMING, COOLING, STEADY), odds, strict=True):
        if chance >= SUREST:
            return name, chance
    return UNTOLD, None
