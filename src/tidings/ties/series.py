"""The dyad over time: what happened between two actors, week by week or month by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.errors import UsageError
from tidings.ties.calendar import LONGEST, first_day, periods
from tidings.ties.event import TieEvent

#: The names of the quads 1 to 4.
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")

#: A series longer than this is a mistake in a date: forty years of weeks, 170 of months.
_MOST_PERIODS = 2_100


@dataclass(frozen=True, slots=True)
class Line:
    """Some of a period's events: how many, and the sum and mean of their PLOVER scores (None: of no event)."""

    events: int
    net_sum: float
    net_mean: float | None


_NOTHING = Line(0, 0.0, None)


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week or month: first and last day, events per quad, and the sum and mean of their scores.

    `net_sum` and `net_mean` are in points of PLOVER's score, -10 to 10 an event, `goldstein_sum` and
    `goldstein_mean` in Goldstein's; the mean of no event is None. `happened` are the events that were done,
    `said` those done in words alone. `reports` is the number of reports of the period that were read, and
    `mentioning` that of those which name either actor; None where the record was not asked.
    """

    start: date
    end: date
    counts: tuple[int, int, int, int]
    net_sum: float
    net_mean: float | None
    goldstein_sum: float = 0.0
    goldstein_mean: float | None = None
    happened: Line = _NOTHING
    said: Line = _NOTHING
    reports: int | None = None
    mentioning: int | None = None

    @property
    def events(self) -> int:
        """The number of events."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Series:
    """A dyad's periods, without gaps, and the events in them in order of day.

    `not_counted` did not happen (planned, denied, hoped for); `unplaced` counted, but their date is unknown or
    vaguer than a period.
    """

    by: str
    periods: tuple[Period, ...]
    events: tuple[TieEvent, ...]
    not_counted: int
    unplaced: int


def series(rows: Iterable[TieEvent], by: str = "month", since: date | None = None, until: date | None = None) -> Series:
    """The series of a dyad; `by` is "week" (from Monday) or "month".

    Each event is taken once, by its id, and only if it counts. An event whose days stretch over more than one period
    is left out of them. The periods run from `since`, else the first event, to `until`, else the last.
    Raises `UsageError` for another `by`, or where the days lie absurdly far apart.

    >>> met = TieEvent("evt-1", date(2021, 7, 28), 1, 2.5)
    >>> series([met, met], "week").periods[0].counts
    (1, 0, 0, 0)
    """
    first_day(date(2000, 1, 1), by)  # a wrong `by` is refused even where there are no events
    unique = list({row.event_id: row for row in rows}.values())
    happened = [row for row in unique if row.counts]
    placed = sorted(((day, row) for row in happened if (day := day_of(row, by))), key=lambda p: (p[0], p[1].event_id))
    inside = [(day, row) for day, row in placed if (not since or since <= day) and (not until or day <= until)]
    return Series(
        by=by,
        periods=_periods(inside, by, since, until),
        events=tuple(row for _, row in inside),
        not_counted=len(unique) - len(happened),
        unplaced=len(happened) - len(placed),
    )


def day_of(event: TieEvent, by: str) -> date | None:
    """The day an event is placed on: its own, or the middle of its days where they are no more than a period.

    >>> day_of(TieEvent("evt-1", date(2021, 1, 1), 1, 2.5, latest=date(2021, 12, 31)), "month") is None
    True
    """
    if event.date is None:
        return None
    stretch = max(event.latest or event.date, event.date) - event.date
    return event.date + timedelta(days=stretch.days // 2) if stretch < LONGEST[by] else None


def _periods(
    placed: list[tuple[date, TieEvent]], by: str, since: date | None, until: date | None
) -> tuple[Period, ...]:
    days = [day for day, _ in placed]
    first, last = since or min(days, default=None), until or max(days, default=None)
    if first is None or last is None:
        return ()
    if (last - first).days / LONGEST[by].days > _MOST_PERIODS:
        raise UsageError(f"{first} to {last} are too many {by}s; narrow them by since and until")
    held: defaultdict[date, list[TieEvent]] = defaultdict(list)
    for day, row in placed:
        held[first_day(day, by)].append(row)
    return tuple(_period(start, end, held[start]) for start, end in periods(first, last, by))


def _period(start: date, end: date, events: list[TieEvent]) -> Period:
    first, second, third, fourth = (sum(event.quad == quad for event in events) for quad in (1, 2, 3, 4))
    net = sum(event.score for event in events)
    return Period(start, end, (first, second, third, fourth), net, net / len(events) if events else None)
