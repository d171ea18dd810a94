"""The verdict on a dyad, from the chances that the balance of its acts turned, and that its level changed."""

from __future__ import annotations

from collections.abc import Sequence
from math import erf

import numpy as np

from tidings.ties.kalman import Fit
from tidings.ties.weeks import Floats

WARMING, COOLING, STEADY, UNTOLD = "warming", "cooling", "steady", "too little news"
#: A change of level is told from this size on (points of an event's score, -10 to 10); less than the other is steady.
LEAST_CHANGE, STEADIEST = 0.5, 1.5
#: No verdict is given that is less likely than this, on fewer events in all, or for a level on fewer on either side:
#: of weeks in random order, where nothing turns, one dyad in 25 is then told to warm or cool. Steady is less of a
#: claim, and for it the balance need only have kept with the second chance, where neither turn has half of the first.
SUREST, SURE_ENOUGH = 0.7, 0.55
FEWEST, FEWEST_BESIDE = 6, 3

Odds = Sequence[float]
_erf = np.vectorize(erf, otypes=[np.float64])


def level_odds(fitted: Fit) -> Floats:
    """A row a dyad: the chances that its level rose by half a point, fell as much, and moved less than 1.5 points."""

    def above(change: float) -> Floats:
        """The chance that the change is more than that, over the pairs of the grid."""
        deviations = (fitted.change - change) / fitted.change_error
        chance: Floats = (0.5 * (1 + _erf(deviations / np.sqrt(2))) * fitted.weight).sum(axis=1)
        return chance

    odds = (above(LEAST_CHANGE), 1 - above(-LEAST_CHANGE), above(-STEADIEST) - above(STEADIEST))
    return np.stack(odds, axis=1)


def verdict(turned: Odds, level: Odds, before: int, since: int) -> tuple[str, float | None]:
    """The verdict and its chance, from rows of `turn_odds` and `level_odds`, and the numbers of events.

    A turn of the balance is told unless the level surely went the other way, a change of level unless the balance
    rather did; steady is a level that surely stayed where the balance likely did not turn.

    >>> verdict((0.9, 0.0, 0.1), (0.1, 0.1, 0.9), 0, 40), verdict((0.2, 0.1, 0.7), (0.1, 0.1, 0.9), 20, 9)
    (('warming', 0.9), ('steady', 0.7))
    >>> verdict((0.9, 0.0, 0.1), (0.1, 0.1, 0.9), 1, 1)
    ('too little news', None)
    """
    if before + since < FEWEST:
        return UNTOLD, None
    rose, fell, stayed = level if min(before, since) >= FEWEST_BESIDE else (0.0, 0.0, 0.0)
    warmer, cooler, kept = turned
    ways = ((WARMING, warmer, rose, cooler, fell), (COOLING, cooler, fell, warmer, rose))
    for name, turn, change, turned_back, went_back in ways:
        if turn >= SUREST and turned_back < 1 / 2 and went_back < SUREST:
            return name, turn
        if change >= SUREST and turned_back < 1 / 2:
            return name, change
    if stayed >= SUREST and kept >= SURE_ENOUGH and max(warmer, cooler) < SUREST / 2:
        return STEADY, min(stayed, kept)
    return UNTOLD, None
