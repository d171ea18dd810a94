"""Days, weeks and months as stretches of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tidings.errors import UsageError

_DAY = timedelta(days=1)

#: The longest an event's days may stretch and still be placed in the middle of them: one period.
LONGEST = {"day": _DAY, "week": timedelta(days=7), "month": timedelta(days=31)}


def first_day(day: date, by: str) -> date:
    """The day itself, the Monday of its week, or the first of its month. Raises `UsageError` for any other `by`.

    >>> first_day(date(2021, 7, 28), "week")
    datetime.date(2021, 7, 26)
    """
    if by == "day":
        return day
    if by == "week":
        return max(date.min, day - timedelta(days=day.weekday()))
    if by == "month":
        return day.replace(day=1)
    raise UsageError(f'periods are "day", "week" or "month", not {by!r}')


def last_day(start: date, by: str) -> date:
    """The last day of the period that begins with `start`.

    >>> last_day(date(2021, 2, 1), "month")
    datetime.date(2021, 2, 28)
    """
    if by == "day":
        return start
    if by == "week":
        return min(date.max - timedelta(days=7), start) + timedelta(days=6)
    month = start.replace(day=28) + timedelta(days=4)
    return month.replace(day=1) - _DAY


def periods(first: date, last: date, by: str) -> Iterator[tuple[date, date]]:
    """Every period from that of `first` to that of `last`, as its first and last day."""
    start = first_day(first, by)
    while start <= last:
        end = last_day(start, by)
        yield start, end
        start = end + _DAY
