"""The verdict on a dyad, from the chances of its change."""

from __future__ import annotations

from math import erf

import numpy as np

from tidings.ties.kalman import Fit
from tidings.ties.weeks import Floats

WARMING, COOLING, STEADY, UNTOLD = "warming", "cooling", "steady", "too little news"
#: A change is told from this size on (points of an event's score, -10 to 10); up to twice as much passes for steady.
LEAST_CHANGE = 1.0
#: No verdict is given that is less likely than this, or on fewer events on either side.
SUREST = 0.8
FEWEST = 3

_erf = np.vectorize(erf, otypes=[np.float64])


def chances(fitted: Fit) -> tuple[Floats, Floats, Floats]:
    """For every dyad, the chances that the level rose by a point, that it fell by one, that it moved less than two."""

    def above(change: float) -> Floats:
        """The chance that the change is more than that, over the pairs of the grid."""
        deviations = (fitted.change - change) / fitted.change_error
        chance: Floats = (0.5 * (1 + _erf(deviations / np.sqrt(2))) * fitted.weight).sum(axis=1)
        return chance

    return above(LEAST_CHANGE), 1 - above(-LEAST_CHANGE), above(-2 * LEAST_CHANGE) - above(2 * LEAST_CHANGE)


def verdict(warmer: float, cooler: float, steady: float, fewest: int) -> tuple[str, float | None]:
    """The verdict and its chance; `fewest` is the number of events on the side that has fewer.

    >>> verdict(0.9, 0.0, 0.4, 12), verdict(0.4, 0.0, 0.7, 12), verdict(0.9, 0.0, 0.4, 1)
    (('warming', 0.9), ('too little news', None), ('too little news', None))
    """
    if fewest < FEWEST:
        return UNTOLD, None
    for name, chance in ((WARMING, warmer), (COOLING, cooler), (STEADY, steady)):
        if chance >= SUREST:
            return name, chance
    return UNTOLD, None
