"""What next month's level is expected to be, where the dyad's own past says that this can be known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tidings.ties.calendar import first_day, last_day, periods
from tidings.ties.kalman import LEVEL, fit
from tidings.ties.level import Interval, interval
from tidings.ties.weeks import Floats, Scored, weeks_of

#: Months of news before the first expectation; the fewest, and the most, past months it is tried on.
BURN_IN, FEWEST, MOST = 3, 6, 36
#: How far a level is drawn to the mean of all the dyad's events a month later (an average of two forecasts is hard to
#: beat: Bates and Granger 1969; on icews14 to August, a half is no worse than any other share).
DRAWN = 0.5
#: How many events of two states at large that mean is pooled with: the variance of a dyad's months, for each event,
#: over the variance between dyads (partial pooling: Efron and Morris 1975; 5.6 to 7.3 on icews14 to August).
POOLED = 6.0
_WEEK = 7.0


@dataclass(frozen=True, slots=True)
class Expectation:
    """The level of a coming month (mean score of an event), and how expectations of past months have fared.

    `error` is the mean absolute error of the expectation over `months` past months of this dyad, each foretold from
    the time before it; `baselines` holds those of the last value, the mean and the same month a year before (where
    there is one). It is made only where `error` is smaller than every one of them.
    """

    start: date
    end: date
    interval: Interval
    error: float
    baselines: Mapping[str, float]
    months: int


def expectation(scored: Scored, first: date, last: date) -> Expectation | None:
    """The expectation for the month after that of `last`; None where past months were foretold no better by it."""
    means = monthly(scored)
    tried = list(means)[BURN_IN:][-MOST:]
    if len(tried) < FEWEST:
        return None
    seen = np.array([means[month] for month in tried])
    error = float(np.abs(foretold([(scored, month) for month in tried], first) - seen).mean())
    baselines = {name: float(np.abs(guess - seen).mean()) for name, guess in _guesses(means, tried).items()}
    if error >= min(baselines.values()):
        return None
    return _coming(scored, first, last, error, baselines, len(tried))


def monthly(scored: Scored) -> dict[date, float]:
    """The mean score of every month with news, by its first day."""
    held: dict[date, list[float]] = {}
    for day, score in scored:
        held.setdefault(first_day(day, "month"), []).append(score)
    return {month: float(np.mean(scores)) for month, scores in sorted(held.items())}


def foretold(asked: Sequence[tuple[Scored, date]], first: date) -> Floats:
    """The level that the events before a day foretell of the month from it on, for many dyads and days at once."""
    known = [[(day, score) for day, score in scored if day < month] for scored, month in asked]
    level = fit(weeks_of(known, first, max(month for _, month in asked))).last
    return _drawn(level, known)


def _drawn(level: Floats, known: Sequence[Scored]) -> Floats:
    pooled = np.array([(sum(score for _, score in one) + POOLED * LEVEL) / (len(one) + POOLED) for one in known])
    return level + DRAWN * (pooled - level)


def _guesses(means: Mapping[date, float], tried: Sequence[date]) -> dict[str, Floats]:
    """What whoever knows no model would say."""
    order = sorted(means)
    before = [[means[month] for month in order if month < one] for one in tried]
    guesses = {
        "last value": np.array([known[-1] for known in before]),
        "mean": np.array([np.mean(known) for known in before]),
    }
    year_ago = [means.get(one.replace(year=one.year - 1)) for one in tried]
    if all(value is not None for value in year_ago):
        guesses["same month a year before"] = np.array(year_ago, dtype=np.float64)
    return guesses


def _coming(
    scored: Scored, first: date, last: date, error: float, baselines: Mapping[str, float], months: int
) -> Expectation:
    start = last_day(first_day(last, "month"), "month") + timedelta(days=1)
    ((_, end),) = periods(start, start, "month")
    fitted = fit(weeks_of([scored], first, last))
    ahead = ((start - last) + (end - start) / 2).days / _WEEK
    spread = float(np.sqrt(fitted.last_error[0] ** 2 + ahead * fitted.walk[0]))
    level = float(_drawn(fitted.last, [scored])[0])
    return Expectation(start, end, interval(level, spread), error, baselines, months)
