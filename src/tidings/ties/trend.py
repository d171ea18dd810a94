"""Whether a tie is warming or cooling: the late events against the early ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, pvariance

from tidings.ties.alert import Alert
from tidings.ties.event import TieEvent
from tidings.ties.expectation import Expectation
from tidings.ties.level import Level
from tidings.ties.series import Series, day_of
from tidings.ties.turning import TurningPoint

#: The share of the time that is "late", and the fewest events that either part needs.
LATE_SHARE = 1 / 3
FEWEST = 3
#: A change is told only if it is this large (points of PLOVER's score, -10 to 10) and this many standard errors.
LEAST_CHANGE = 1.0
LEAST_ERRORS = 1.3
_EVIDENCE = 5


@dataclass(frozen=True, slots=True)
class Trend:
    """The verdict on a dyad, its numbers, a sentence of reason, and the events that show it, the strongest first.

    `verdict` is warming, cooling, steady or "too little news". `early` and `late` are mean scores an event (-10 to
    10, None without events) before and from `turn` on; `error` is the standard error of their difference.
    `probability` is that of the verdict. `levels` has a level with its intervals for every week; `turning_points`
    and `alerts` are in order of day; `expectation` is None where next month cannot be told better than by guessing.
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


def trend(series: Series) -> Trend:
    """The verdict on a series: the mean score of the last third of its time against that of the time before.

    Too little news is fewer than three events on either side. The two differ if their means are a point apart and
    more than 1.3 standard errors (Welch's, with a variance of one point at least, so that few equal events do not
    look certain).

    >>> from tidings.ties.series import series
    >>> trend(series([], "month")).verdict
    'too little news'
    """
    dated = [(day, event) for event in series.events if (day := day_of(event, series.by))]
    if not dated:
        return Trend(
            "too little news", None, None, None, 0, 0, None, "No event with a date counts between the two.", ()
        )
    turn = _turn(series)
    early = [event for day, event in dated if day < turn]
    late = [event for day, event in dated if day >= turn]
    error = _error(early, late)
    verdict = _verdict(early, late, error)
    evidence = _evidence(verdict, early, late)
    reason = _reason(verdict, early, late, turn)
    return Trend(verdict, _mean(early), _mean(late), turn, len(early), len(late), error, reason, evidence)


def _turn(series: Series) -> date:
    """The first day of the first period of the last third."""
    number = len(series.periods)
    return series.periods[number - max(1, round(number * LATE_SHARE))].start


def _error(early: Sequence[TieEvent], late: Sequence[TieEvent]) -> float | None:
    if not early or not late:
        return None
    parts = ([event.score for event in part] for part in (early, late))
    return float(sum(max(1.0, pvariance(scores)) / len(scores) for scores in parts) ** 0.5)


def _mean(events: Sequence[TieEvent]) -> float | None:
    return fmean(event.score for event in events) if events else None


def _change(early: Sequence[TieEvent], late: Sequence[TieEvent]) -> float:
    return fmean(event.score for event in late) - fmean(event.score for event in early)


def _verdict(early: Sequence[TieEvent], late: Sequence[TieEvent], error: float | None) -> str:
    if len(early) < FEWEST or len(late) < FEWEST or error is None:
        return "too little news"
    change = _change(early, late)
    if abs(change) < LEAST_CHANGE or abs(change) < LEAST_ERRORS * error:
        return "steady"
    return "warming" if change > 0 else "cooling"


def _evidence(verdict: str, early: Sequence[TieEvent], late: Sequence[TieEvent]) -> tuple[TieEvent, ...]:
    """The late events that pull the way of the verdict; without one, the strongest of all."""
    if verdict in ("warming", "cooling"):
        level = fmean(event.score for event in early)
        pull = {event: (event.score - level) * (1 if verdict == "warming" else -1) for event in late}
        pulling = [event for event in late if pull[event] > 0]
        return tuple(sorted(pulling, key=lambda event: (-pull[event], event.event_id))[:_EVIDENCE])
    return strongest([*early, *late], _EVIDENCE)


def strongest(events: Sequence[TieEvent], number: int) -> tuple[TieEvent, ...]:
    """The events of the largest scores either way, those told by more reports first among equals.

    >>> strongest([TieEvent("a", None, 1, 2.5), TieEvent("b", None, 4, -9.0)], 1)[0].event_id
    'b'
    """
    return tuple(sorted(events, key=lambda event: (-abs(event.score), -event.reports, event.event_id))[:number])


def _reason(verdict: str, early: Sequence[TieEvent], late: Sequence[TieEvent], turn: date) -> str:
    told = f"{_told(early)} before {turn}, {_told(late)} since"
    if verdict == "too little news":
        return f"{told}: fewer than {FEWEST} on one side, too few to compare."
    return f"{told}: a change of {_change(early, late):+.1f}."


def _told(events: Sequence[TieEvent]) -> str:
    """
    >>> _told([TieEvent("a", None, 1, 2.5)])
    '1 event (mean score +2.5)'
    """
    number = f"{len(events)} event{'' if len(events) == 1 else 's'}"
    return f"{number} (mean score {fmean(event.score for event in events):+.1f})" if events else number
