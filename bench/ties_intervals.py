"""Simulated series: how often the intervals of 80% and 95% hold the true level.

The level walks (each dyad at its own pace, some not at all), events come thin (0.4 a week), thick (8) or in bursts
(1.5 on average, gamma of shape 0.3, with a shock of the week), and score either a normal deviation of 3.5 about the
level or one of PLOVER's scores, tilted so that their mean is the level: never the model's own prior.

Usage: python -m bench.ties_intervals
"""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from tidings.ties.kalman import fit
from tidings.ties.level import INNER, OUTER, reach
from tidings.ties.weeks import Weeks

DYADS, WEEKS, NOISE = 500, 104, 3.5
#: The grid of the model was chosen on series of seed 7.
SEED = 11
RATES = {"thin": 0.4, "thick": 8.0, "bursty": 1.5}
SCORES = np.array([2.5, 4, 1.5, 5, 9.5, 10, -3, -2, 0, -3.5, -7, -9, -6, -5.5])
#: Tilts so close that the means of neighbours lie less than 0.004 points apart.
_TILT = np.exp(np.outer(np.linspace(-3, 3, 60_001), SCORES))
CHANCES = _TILT / _TILT.sum(axis=1, keepdims=True)
MEANS = CHANCES @ SCORES
Floats = NDArray[np.float64]


def simulated(kind: str, plover: bool, chance: np.random.Generator) -> tuple[Weeks, Floats]:
    """The weeks of many dyads, and their true levels."""
    shape = (DYADS, WEEKS)
    pace = chance.choice((0.0, 0.05, 0.15, 0.4), (DYADS, 1))
    level = chance.normal(1.5, 2.5, (DYADS, 1)) + np.cumsum(pace * chance.normal(0, 1, shape), axis=1)
    level = np.clip(level, MEANS[0], MEANS[-1])
    rate = RATES[kind] * (chance.gamma(0.3, 1 / 0.3, shape) if kind == "bursty" else np.ones(shape))
    shocked = level + (chance.normal(0, 1.5, shape) if kind == "bursty" else 0.0)
    count = chance.poisson(rate)
    mean, scatter = np.zeros(shape), np.zeros(DYADS)
    for dyad, week in zip(*np.nonzero(count), strict=True):
        scores = _scores(shocked[dyad, week], count[dyad, week], plover, chance)
        mean[dyad, week] = scores.mean()
        scatter[dyad] += ((scores - scores.mean()) ** 2).sum()
    return Weeks(date(2024, 1, 1), count.astype(np.float64), mean, scatter), level


def _scores(level: float, number: int, plover: bool, chance: np.random.Generator) -> Floats:
    if not plover:
        return chance.normal(level, NOISE, number)
    tilt = min(int(np.searchsorted(MEANS, level)), len(MEANS) - 1)
    return chance.choice(SCORES, number, p=CHANCES[tilt])


def main() -> None:
    """A line a kind of series."""
    for plover in (False, True):
        for kind in RATES:
            weeks, level = simulated(kind, plover, np.random.default_rng(SEED))
            fitted = fit(weeks)
            off = np.abs(fitted.mean - level) / fitted.error
            scores = "PLOVER's scores" if plover else "normal scores"
            inner, outer = ((off < reach(normal, fitted.tails)).mean() for normal in (INNER, OUTER))
            print(f"{kind}, {scores}: 80% holds {inner:.3f}, 95% {outer:.3f}, error {fitted.error.mean():.2f} points")


if __name__ == "__main__":
    main()
