"""Whether a tie is warming or cooling: its level, the verdict on it, and what shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from tidings.ties.acts import acts_of
from tidings.ties.alert import Alert, alerts
from tidings.ties.balance import Whole, turn_odds
from tidings.ties.coverage import week_shares
from tidings.ties.event import TieEvent
from tidings.ties.expectation import Expectation, expectation
from tidings.ties.kalman import Fit, fit
from tidings.ties.level import Level, levels
from tidings.ties.reason import Sides, reason
from tidings.ties.series import Series, day_of
from tidings.ties.turning import Dated, TurningPoint, pulling, turning_points
from tidings.ties.verdict import COOLING, WARMING, level_odds, verdict
from tidings.ties.weeks import Floats, Weeks, weeks_of

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
    """The trend of a series: the time since the week in which it most likely turned against the time before.

    That week lies in the second half of the time, and not in its last sixth. Warming is a turn of the balance of
    friendly and hostile acts to the friendly side, or a rise of the level, with a chance of 70%; cooling the same the
    other way; steady a level that surely stayed and a balance that likely did. Anything else is too little news. See
    `balance` and `verdict`.

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
    scored = [[(day, event.score) for day, event in one] for one in dated]
    weeks = weeks_of(scored, first, last)
    number = weeks.count.shape[1]
    share = week_shares([series.coverage for series in many], weeks.count, weeks.start)
    turned, late = turn_odds(*acts_of(scored, first, last), share)
    fitted = fit(weeks, _contrast(number, late))
    changed = level_odds(fitted)
    for row, (events, known) in enumerate(zip(dated, levels(weeks, fitted), strict=True)):
        side = _sides(events, weeks, fitted, row, int(late[row]))
        word, chance = verdict(turned[row].tolist(), changed[row].tolist(), len(side.before), len(side.since))
        yield Trend(
            verdict=word,
            early=side.early,
            late=side.late,
            turn=side.turn,
            early_events=len(side.before),
            late_events=len(side.since),
            error=side.error,
            reason=reason(word, side),
            evidence=_evidence(word, side),
            probability=chance,
            levels=known,
            turning_points=turning_points(events, weeks, fitted, row),
            alerts=alerts(events, first, weeks, fitted, row),
        )


def _dated(series: Series) -> Dated:
    return [(day, event) for event in series.events if (day := day_of(event, series.by))]


def _contrast(number: int, late: Whole) -> Floats:
    """The weights of the weeks in the change, a row a dyad: late ones less early ones."""
    since = np.arange(number) >= number - late[:, None]
    weights: Floats = since / late[:, None] - ~since / np.maximum(number - late, 1)[:, None]
    return weights


def _sides(dated: Dated, weeks: Weeks, fitted: Fit, row: int, late: int) -> Sides:
    early = weeks.count.shape[1] - late
    turn = weeks.monday(early)
    before = [event for day, event in dated if day < turn]
    since = [event for day, event in dated if day >= turn]
    mean = fitted.mean[row]
    return Sides(
        turn=turn,
        before=before,
        since=since,
        weeks=(early, late),
        early=float(mean[:early].mean()) if before else None,
        late=float(mean[early:].mean()) if since else None,
        error=_error(fitted, row) if before and since else None,
    )


def _error(fitted: Fit, row: int) -> float:
    """The standard error of the change of level, over the pairs of the grid."""
    change, weight = fitted.change[row], fitted.weight[row]
    spread = fitted.change_error[row] ** 2 + (change - (change * weight).sum()) ** 2
    return float((spread * weight).sum() ** 0.5)


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
