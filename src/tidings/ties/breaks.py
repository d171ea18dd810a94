"""Where the level of a series breaks: the cheapest way to cut it into stretches of one level each.

PELT (Killick, Fearnhead and Eckley 2012, JASA 107): the sum of squares within the stretches, and a price a cut, is made
as small as can be, exactly, with cuts dropped that can never be best. Against shocks of one week, which the squares
would take for two cuts, values are first drawn in to a few deviations about the median of the weeks around them, which
keeps steps as they are (compare Fearnhead and Rigaill 2019, JASA 114).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tidings.ties.weeks import Floats

#: The price of a cut, in variances of the noise and logarithms of the number of values.
PRICE = 5.0
#: The fewest values of a stretch; the reach of the median to either side; how far from it a value may stand, in
#: deviations of the noise.
SHORTEST, REACH, FARTHEST = 3, 4, 2.0


def breaks(values: Floats, weights: Floats, noise: float | None = None) -> list[int]:
    """The indices at which a new stretch begins, in order; `weights` are over the variance of each value.

    `noise` is the variance of a value of weight 1; None takes it from the differences of neighbours.

    >>> breaks(np.repeat([0.0, 5.0], 10) + np.tile([0.1, -0.1], 10), np.ones(20))
    [10]
    """
    if len(values) < 2 * SHORTEST:
        return []
    variance = max(noise if noise is not None else _noise(values, weights), 1e-9)
    calm = _calm(values, weights, variance)
    return _cheapest(calm, weights, PRICE * variance * np.log(len(values)))


def _noise(values: Floats, weights: Floats) -> float:
    """The variance by the quartiles of the differences of neighbours, which steps hardly touch."""
    steps = np.diff(values) / np.sqrt(1 / weights[1:] + 1 / weights[:-1])
    low, high = np.percentile(steps, (25, 75))
    return float(((high - low) / 1.349) ** 2)


def _calm(values: Floats, weights: Floats, variance: float) -> Floats:
    padded = np.pad(values, REACH, mode="reflect")
    middle = np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * REACH + 1), axis=1)
    farthest = FARTHEST * np.sqrt(variance / weights)
    return np.clip(values, middle - farthest, middle + farthest)


def _cheapest(values: Floats, weights: Floats, price: float) -> list[int]:
    mass, sums, squares = (
        np.concatenate(([0.0], np.cumsum(part))) for part in (weights, weights * values, weights * values**2)
    )
    best = np.full(len(values) + 1, np.inf)
    best[0] = -price
    came = np.zeros(len(values) + 1, dtype=np.int64)
    open_: NDArray[np.int64] = np.array([0])
    for end in range(SHORTEST, len(values) + 1):
        total, weight = sums[end] - sums[open_], mass[end] - mass[open_]
        costs = best[open_] + squares[end] - squares[open_] - total**2 / weight
        at = int(costs.argmin())
        best[end], came[end] = costs[at] + price, open_[at]
        open_ = np.append(open_[costs <= best[end]], end - SHORTEST + 1)
    return _cuts(came)


def _cuts(came: NDArray[np.int64]) -> list[int]:
    found, end = [], int(came[-1])
    while end > 0:
        found.append(end)
        end = int(came[end])
    return found[::-1]
