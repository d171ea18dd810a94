"""The dyad over time: what happened between two actors, week by week or month by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.errors import UsageError
from tidings.ties.calendar import LONGEST, first_day, periods
from tidings.ties.coverage import Coverage, by_period
from tidings.ties.event import TieEvent

#: The names of the quads 1 to 4.
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")

#: A series longer than this is a mistake in a date: ten years of days, forty of weeks, 170 of months.
_MOST = {"day": 3_700, "week": 2_100, "month": 2_100}


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
    vaguer than a period. `first` and `last` are the days the series is about: those asked for, else of the events.
    `coverage` is what the record could have known on these days, where it was asked.
    """

    by: str
    periods: tuple[Period, ...]
    events: tuple[TieEvent, ...]
    not_counted: int
    unplaced: int
    first: date | None = None
    last: date | None = None
    coverage: tuple[Coverage, ...] = ()


def series(
    rows: Iterable[TieEvent],
    by: str = "month",
    since: date | None = None,
    until: date | None = None,
    *,
    coverage: Iterable[Coverage] | None = None,
    everything: bool = False,
) -> Series:
    """The series of a dyad; `by` is "day", "week" (from Monday) or "month".

    Each event is taken once, by its id, and only if it counts, unless `everything` is asked for. An event whose days
    stretch over more than one period is left out. The periods run from `since`, else the first event, to `until`, else
    the last. `coverage` gives the reports that were read. Raises `UsageError` for another `by`, or where the days lie
    absurdly far apart.

    >>> met = TieEvent("evt-1", date(2021, 7, 28), 1, 2.5)
    >>> series([met, met], "week").periods[0].counts
    (1, 0, 0, 0)
    """
    first_day(date(2000, 1, 1), by)  # a wrong `by` is refused even where there are no events
    unique = list({row.event_id: row for row in rows}.values())
    taken = [row for row in unique if row.counts or everything]
    placed = sorted(((day, row) for row in taken if (day := day_of(row, by))), key=lambda p: (p[0], p[1].event_id))
    inside = [(day, row) for day, row in placed if (not since or since <= day) and (not until or day <= until)]
    first = since or (inside[0][0] if inside else None)
    last = until or (inside[-1][0] if inside else None)
    known = tuple(one for one in coverage or () if first and last and first <= one.day <= last)
    return Series(
        by=by,
        periods=_periods(inside, by, first, last, None if coverage is None else known),
        events=tuple(row for _, row in inside),
        not_counted=sum(not row.counts for row in unique),
        unplaced=len(taken) - len(placed),
        first=first,
        last=last,
        coverage=known,
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
    placed: list[tuple[date, TieEvent]],
    by: str,
    first: date | None,
    last: date | None,
    coverage: Iterable[Coverage] | None,
) -> tuple[Period, ...]:
    if first is None or last is None:
        return ()
    if (last - first).days / LONGEST[by].days > _MOST[by]:
        raise UsageError(f"{first} to {last} are too many {by}s; narrow them by since and until")
    held: defaultdict[date, list[TieEvent]] = defaultdict(list)
    for day, row in placed:
        held[first_day(day, by)].append(row)
    stretches = periods(first, last, by)
    if coverage is None:
        return tuple(_period(start, end, held.get(start, [])) for start, end in stretches)
    read, named = by_period(coverage, by)
    return tuple(_period(start, end, held.get(start, []), read[start], named[start]) for start, end in stretches)


def _period(
    start: date, end: date, events: Sequence[TieEvent], reports: int | None = None, mentioning: int | None = None
) -> Period:
    if not events:
        return Period(start, end, (0, 0, 0, 0), 0.0, None, reports=reports, mentioning=mentioning)
    first, second, third, fourth = (sum(event.quad == quad for event in events) for quad in (1, 2, 3, 4))
    net = _line(events)
    goldstein = [event.goldstein for event in events if event.goldstein is not None]
    return Period(
        start,
        end,
        (first, second, third, fourth),
        net.net_sum,
        net.net_mean,
        goldstein_sum=sum(goldstein),
        goldstein_mean=sum(goldstein) / len(goldstein) if goldstein else None,
        happened=_line([event for event in events if not event.said]),
        said=_line([event for event in events if event.said]),
        reports=reports,
        mentioning=mentioning,
    )


def _line(events: Sequence[TieEvent]) -> Line:
    net = sum(event.score for event in events)
    return Line(len(events), net, net / len(events) if events else None)
