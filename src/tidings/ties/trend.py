"""Whether a tie is warming or cooling: its level, the verdict on it, and what shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from tidings.ties.alert import Alert, alerts
from tidings.ties.event import TieEvent
from tidings.ties.expectation import Expectation, expectation
from tidings.ties.kalman import Fit, fit
from tidings.ties.level import Level, levels
from tidings.ties.reason import Sides, reason
from tidings.ties.series import Series, day_of
from tidings.ties.turning import Dated, TurningPoint, pulling, turning_points
from tidings.ties.verdict import COOLING, WARMING, chances, verdict
from tidings.ties.weeks import Floats, Weeks, weeks_of

#: The share of the time that is "late": the verdict compares the levels of its weeks with those of the time before.
LATE_SHARE = 1 / 3
_EVIDENCE = 5


@dataclass(frozen=True, slots=True)
class Trend:
    """The verdict on a dyad, its numbers, a sentence of reason, and the events that show it, the strongest first.

    `verdict` is warming, cooling, steady or "too little news", and `probability` its chance (None for the last).
    `early` and `late` are the mean levels (score of an event, -10 to 10; None without events) before and from `turn`
    on, a Monday; `error` is the standard error of their difference. `levels` has a level with its intervals for every
    week; `turning_points` and `alerts` are in order of day; `expectation` is None where next month cannot be told
    better than by guessing.
    """

    verdict: str
    early: float | None
    late: float | None
    turn: date | None
    early_events: int
    late_events: int
    error: float | None
    reason: str
    evidence: tuple[TieEvent, ...]
    probability: float | None = None
    levels: tuple[Level, ...] = ()
    turning_points: tuple[TurningPoint, ...] = ()
    alerts: tuple[Alert, ...] = ()
    expectation: Expectation | None = None


_NOTHING = Trend("too little news", None, None, None, 0, 0, None, "No event with a date counts between the two.", ())


def trend(series: Series) -> Trend:
    """The trend of a series: the levels of the last third of its time against those of the time before.

    Warming or cooling is a change of half a point or more with a chance of 80%, steady one of less than 1.5 points with
    a chance of 80%; anything else, or fewer than three events on either side, is too little news.

    >>> from tidings.ties.series import series
    >>> trend(series([], "month")).verdict
    'too little news'
    """
    (found,) = trends([series])
    if series.first is None or series.last is None:
        return found
    scored = [(day, event.score) for day, event in _dated(series)]
    return replace(found, expectation=expectation(scored, series.first, series.last))


def trends(many: Sequence[Series]) -> list[Trend]:
    """The trends of many dyads at once, in their order, but for the expectations, each of which is asked for alone."""
    found = [_NOTHING] * len(many)
    groups: defaultdict[tuple[date, date], list[int]] = defaultdict(list)
    for number, series in enumerate(many):
        if series.events and series.first and series.last:
            groups[series.first, series.last].append(number)
    for (first, last), numbers in groups.items():
        for number, one in zip(numbers, _together([many[n] for n in numbers], first, last), strict=True):
            found[number] = one
    return found


def _together(many: Sequence[Series], first: date, last: date) -> Iterable[Trend]:
    """The trends of dyads of the same days."""
    dated = [_dated(series) for series in many]
    weeks = weeks_of([[(day, event.score) for day, event in one] for one in dated], first, last)
    number = weeks.count.shape[1]
    late = max(1, round(number * LATE_SHARE))
    fitted = fit(weeks, _contrast(number, late))
    odds = chances(fitted).tolist()
    for row, events in enumerate(dated):
        sides = _sides(events, weeks, fitted, row, number - late)
        word, chance = verdict(odds[row], min(len(sides.before), len(sides.since)))
        yield Trend(
            verdict=word,
            early=sides.early,
            late=sides.late,
            turn=sides.turn,
            early_events=len(sides.before),
            late_events=len(sides.since),
            error=sides.error,
            reason=reason(word, sides),
            evidence=_evidence(word, sides),
            probability=chance,
            levels=levels(weeks, fitted, row),
            turning_points=turning_points(events, weeks, fitted, row),
            alerts=alerts(events, first, weeks, fitted, row),
        )


def _dated(series: Series) -> Dated:
    return [(day, event) for event in series.events if (day := day_of(event, series.by))]


def _contrast(number: int, late: int) -> Floats:
    """The weights of the weeks in the change: late ones less early ones."""
    early = number - late
    return np.concatenate((np.full(early, -1 / max(early, 1)), np.full(late, 1 / late)))


def _sides(dated: Dated, weeks: Weeks, fitted: Fit, row: int, early: int) -> Sides:
    turn = weeks.monday(early)
    before = [event for day, event in dated if day < turn]
    since = [event for day, event in dated if day >= turn]
    both = bool(before and since)
    mean = fitted.mean[row]
    change = fitted.change[row]
    middle = float((change * fitted.weight[row]).sum())
    variance = ((fitted.change_error[row] ** 2 + (change - middle) ** 2) * fitted.weight[row]).sum()
    return Sides(
        turn=turn,
        before=before,
        since=since,
        early=float(mean[:early].mean()) if before else None,
        late=float(mean[early:].mean()) if since else None,
        error=float(variance**0.5) if both else None,
    )


def _evidence(word: str, sides: Sides) -> tuple[TieEvent, ...]:
    """The late events that pull the way of the verdict; without one, the strongest of all."""
    if word in (WARMING, COOLING) and sides.early is not None:
        return pulling(sides.since, sides.early, 1 if word == WARMING else -1, _EVIDENCE)
    return strongest([*sides.before, *sides.since], _EVIDENCE)


def strongest(events: Sequence[TieEvent], number: int) -> tuple[TieEvent, ...]:
    """The events of the largest scores either way, those told by more reports first among equals.

    >>> strongest([TieEvent("a", None, 1, 2.5), TieEvent("b", None, 4, -9.0)], 1)[0].event_id
    'b'
    """
    return tuple(sorted(events, key=lambda event: (-abs(event.score), -event.reports, event.event_id))[:number])
