"""The level of many dyads at once: a local-level model, filtered, smoothed, its variances weighed by likelihood.

An event of week t scores the week's level and noise of variance s; the weeks' means carry, besides s over the number of
their events, a common shock of variance kappa s (one burst of news is not twenty witnesses); the level walks by rho s a
week (Durbin and Koopman, Time Series Analysis by State Space Methods, 2012, ch. 2). Instead of one best pair (rho,
kappa), every pair of a grid is run and weighed by its likelihood with s integrated out, so that the intervals of thin
series do not pretend that their variances are known. Doubling the reports of the same events changes nothing here: what
is counted is events.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tidings.ties.weeks import Floats, Weeks

#: Pairs of the grid: the walk a week and the shock of a week, both as shares of the variance of an event.
WALKS = (0.0, 0.0005, 0.002, 0.008, 0.03, 0.12)
SHOCKS = (0.0, 0.2, 0.8)
#: Before any news: the level an event of two states stands at, its variance as a share of s, and s itself (degrees of
#: freedom, points squared).
LEVEL, SPREAD = 1.5, 0.8
FREEDOM, VARIANCE = 4.0, 14.0
#: Dyads that are worked on together, so that the arrays stay small.
BATCH = 256

#: How likely a walk is before any news: the faster the less, or a quiet dyad would follow every event.
_CALM = (8.0, 4.0, 4.0, 2.0, 1.0, 0.5)

RHO, KAPPA = (grid.ravel() for grid in np.meshgrid(WALKS, SHOCKS))
PRIOR = np.log(np.tile(_CALM, len(SHOCKS)))


@dataclass(frozen=True, slots=True)
class Fit:
    """What the news of the weeks say, for dyads (rows) and, where named, weeks (columns).

    `mean` and `error` are the smoothed level and its standard deviation, and `tails` its excess kurtosis: how much more
    of its chance than a normal one's lies in the middle and far out. `ahead` and `ahead_error` what the weeks
    before foretold of a week's mean; `change` and `change_error` are a contrast of levels, one number for every pair
    of the grid, which stand with the chances `weight`. `last`, `last_error` and `walk` are the level at the end, and
    the variance it gains a week from there on; `noise` is the variance of an event, `shock` that of a week.
    """

    mean: Floats
    error: Floats
    tails: Floats
    ahead: Floats
    ahead_error: Floats
    change: Floats
    change_error: Floats
    weight: Floats
    last: Floats
    last_error: Floats
    walk: Floats
    noise: Floats
    shock: Floats


def fit(weeks: Weeks, contrast: Floats | None = None) -> Fit:
    """The level of every dyad; `contrast` weighs the weeks of each for `change` (the weights of a row add up to 0)."""
    weighed = np.zeros(weeks.count.shape) if contrast is None else contrast
    asked = (weeks.count, weeks.mean, weeks.scatter, weighed)
    parts = [_fit(*(one[at : at + BATCH] for one in asked)) for at in range(0, len(weeks.count), BATCH)]
    return Fit(*(np.concatenate([getattr(part, name) for part in parts]) for name in Fit.__dataclass_fields__))


@dataclass(slots=True)
class _Pass:
    """One forward pass: means and variances (in units of s) by week, dyad and pair."""

    level: Floats
    spread: Floats
    before: Floats
    innovation: Floats
    change: Floats
    change_spread: Floats
    misfit: Floats
    log_scale: Floats


def _fit(count: Floats, mean: Floats, scatter: Floats, contrast: Floats) -> Fit:
    forward = _forward(count, mean, contrast)
    number = count.sum(axis=1)[:, None]
    freedom = FREEDOM + number
    squares = FREEDOM * VARIANCE + scatter[:, None] + forward.misfit
    likelihood = PRIOR - 0.5 * forward.log_scale - 0.5 * freedom * np.log(squares)
    weight = np.exp(likelihood - likelihood.max(axis=1, keepdims=True))
    weight /= weight.sum(axis=1, keepdims=True)
    s = squares / (freedom - 2)
    smooth, spread = _backward(forward)
    level, error = _mixed(smooth, spread * s, weight)
    tails = _tails(smooth, spread * s, weight, number)
    ahead, ahead_error = _mixed(forward.before, forward.innovation * s, weight)
    last, last_error = _mixed(forward.level[-1:], forward.spread[-1:] * s, weight)
    noise = (s * weight).sum(axis=1)
    return Fit(
        mean=level,
        error=error,
        tails=tails,
        ahead=ahead,
        ahead_error=ahead_error,
        change=forward.change,
        change_error=np.sqrt(np.maximum(forward.change_spread * s, 1e-12)),
        weight=weight,
        last=last[:, 0],
        last_error=last_error[:, 0],
        walk=(RHO * s * weight).sum(axis=1),
        noise=noise,
        shock=(KAPPA * s * weight).sum(axis=1),
    )


def _forward(count: Floats, mean: Floats, contrast: Floats) -> _Pass:
    """The Kalman filter; beside the level it carries the contrast of levels told so far, which needs no smoothing."""
    dyads, weeks = count.shape
    shape = (dyads, len(RHO))
    level, spread = np.full(shape, LEVEL), np.full(shape, SPREAD)
    change, change_spread, common = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    misfit, log_scale = np.zeros(shape), np.zeros(shape)
    levels, spreads, before, innovation = (np.empty((weeks, *shape)) for _ in range(4))
    for week in range(weeks):
        events = count[:, week, None]
        if week:
            spread = spread + RHO
        weight = contrast[:, week, None]
        change = change + weight * level
        change_spread = change_spread + 2 * weight * common + weight**2 * spread
        common = common + weight * spread
        total = spread + KAPPA + 1 / np.maximum(events, 1)
        before[week], innovation[week] = level, total
        told = events > 0
        gain = np.where(told, 1 / total, 0.0)
        surprise = mean[:, week, None] - level
        misfit += gain * surprise**2
        log_scale += np.where(told, np.log(total), 0.0)
        change = change + common * gain * surprise
        change_spread = change_spread - common**2 * gain
        level = level + spread * gain * surprise
        common = common * (1 - spread * gain)
        spread = spread * (1 - spread * gain)
        levels[week], spreads[week] = level, spread
    return _Pass(levels, spreads, before, innovation, change, change_spread, misfit, log_scale)


def _backward(forward: _Pass) -> tuple[Floats, Floats]:
    """The smoother of Rauch, Tung and Striebel (1965)."""
    level, spread = forward.level.copy(), forward.spread.copy()
    for week in range(len(level) - 2, -1, -1):
        ahead = forward.spread[week] + RHO
        gain = forward.spread[week] / ahead
        level[week] += gain * (level[week + 1] - forward.level[week])
        spread[week] += gain**2 * (spread[week + 1] - ahead)
    return level, spread


def _mixed(level: Floats, variance: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation over the pairs of the grid, dyads first."""
    mean = (level * weight).sum(axis=2)
    spread = ((variance + (level - mean[:, :, None]) ** 2) * weight).sum(axis=2)
    return mean.T, np.sqrt(np.maximum(spread, 1e-12)).T


def _tails(level: Floats, variance: Floats, weight: Floats, number: Floats) -> Floats:
    """The excess kurtosis over the pairs of the grid, dyads first; each has a t distribution, as s is not known."""
    off = (level - (level * weight).sum(axis=2, keepdims=True)) ** 2
    fourth = 3 * variance**2 * (1 + 2 / np.maximum(number, 1.0)) + 6 * variance * off + off**2
    square = ((variance + off) * weight).sum(axis=2)
    tails: Floats = (fourth * weight).sum(axis=2) / np.maximum(square, 1e-12) ** 2 - 3
    return tails.T
