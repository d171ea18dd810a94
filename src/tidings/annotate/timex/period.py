"""Stretches of the calendar and the TIMEX3 values that name them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

DAY = timedelta(days=1)
#: The years a report may speak of; others are numbers, not years.
FIRST_YEAR, LAST_YEAR = 1000, 2999
#: Tags of TIMEX3 (TimeML 1.2.1) for seasons that begin in March, June, September and December.
SEASONS = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Period:
    """What an expression stands for: a TIMEX3 type and value, its first and last day, its precision.

    `anchor` is the day it was counted from, None for an absolute expression.
    """

    value: str | None
    earliest: date | None
    latest: date | None
    granularity: str | None
    type: str = "DATE"
    anchor: date | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    `reference` is the day of publication, `narrative` the day the story has reached, `tense` that of the governing
    verb: past, present or future, or unknown where there is none: a weekday is then the last gone by, a date without
    a year the nearest. `pivot` is the other end of a range, to which a date without a year lies nearest. `clock` is the
    hour of publication, where it is known.
    """

    reference: date
    narrative: date
    tense: str = "past"
    pivot: date | None = None
    clock: time | None = None


Expression = Callable[[Context], Period | None]


def valid(year: int, month: int = 1, day: int = 1) -> date | None:
    """The date, or None where there is no such day.

    >>> valid(2021, 2, 30) is None
    True
    """
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def day_of(when: date | None) -> Period | None:
    """One day."""
    return Period(when.isoformat(), when, when, "day") if when else None


def week_of(when: date) -> Period:
    """The ISO week, Monday to Sunday, of a day.

    >>> week_of(date(2021, 7, 28)).value
    '2021-W30'
    """
    monday = when - DAY * when.weekday()
    year, week, _ = when.isocalendar()
    return Period(f"{year}-W{week:02}", monday, monday + DAY * 6, "week")


def weekend_of(when: date) -> Period:
    """Saturday and Sunday of the ISO week of a day."""
    week = week_of(when)
    assert week.earliest and week.latest
    return Period(f"{week.value}-WE", week.latest - DAY, week.latest, "day")


def months(year: int, month: int, count: int = 1) -> tuple[date, date]:
    """The first and last day of `count` months, the first of them given (1 to 12, or beyond to count on)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    after = year * 12 + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - DAY


def month_of(year: int, month: int) -> Period | None:
    """One month; `month` may lie outside 1 to 12 and then counts on."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Period(f"{year}-{month:02}", *months(year, month), "month") if valid(year) else None


def quarter_of(year: int, quarter: int) -> Period | None:
    """A quarter of a calendar year; `quarter` may lie outside 1 to 4 and then counts on."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return Period(f"{year}-Q{quarter}", *months(year, quarter * 3 - 2, 3), "quarter") if valid(year) else None


def half_of(year: int, half: int) -> Period | None:
    """The first or second half of a calendar year."""
    if not valid(year) or half not in (1, 2):
        return None
    return Period(f"{year}-H{half}", *months(year, half * 6 - 5, 6), "quarter")


def season_of(year: int, season: int) -> Period | None:
    """A season by its place in `SEASONS`, in whole months of the northern year; winter runs into the next year."""
    return Period(f"{year}-{SEASONS[season]}", *months(year, season * 3 + 3, 3), "quarter") if valid(year) else None


def year_of(year: int) -> Period | None:
    """One calendar year."""
    return Period(str(year), date(year, 1, 1), date(year, 12, 31), "year") if valid(year) else None


def years_of(first: int, count: int) -> Period | None:
    """A decade or a century that begins with the year `first`, with X for the open digits.

    >>> years_of(1990, 10).value, years_of(1900, 100).value
    ('199X', '19XX')
    """
    if not valid(first) or first + count - 1 > LAST_YEAR:
        return None
    open_digits = len(str(count)) - 1
    value = str(first)[: 4 - open_digits] + "X" * open_digits
    return Period(value, date(first, 1, 1), date(first + count - 1, 12, 31), "decade")


def unit_of(when: date, unit: str, shift: int = 0) -> Period | None:
    """The day, week, month ... that lies `shift` units from the one that holds `when`.

    >>> unit_of(date(2021, 7, 28), "week", -1).value
    '2021-W29'
    """
    try:
        match unit:
            case "day":
                return day_of(when + DAY * shift)
            case "night":
                day = when + DAY * shift
                return Period(f"{day}TNI", day, day, "day", "TIME")
            case "week":
                return week_of(when + DAY * 7 * shift)
            case "weekend":
                return weekend_of(when + DAY * 7 * shift)
            case "fortnight":
                return span_of(week_of(when + DAY * 14 * shift), week_of(when + DAY * (14 * shift + 7)))
            case "month":
                return month_of(when.year, when.month + shift)
            case "quarter":
                return quarter_of(when.year, (when.month + 2) // 3 + shift)
            case "year":
                return year_of(when.year + shift)
            case "decade":
                return years_of(when.year // 10 * 10 + 10 * shift, 10)
            case "century":
                return years_of(when.year // 100 * 100 + 100 * shift, 100)
    except (OverflowError, ValueError):
        return None
    return None


def move(when: date, count: int, unit: str) -> date | None:
    """A day moved by whole units; a day that the month lacks becomes its last.

    >>> move(date(2021, 3, 31), -1, "month")
    datetime.date(2021, 2, 28)
    """
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    try:
        if unit == "workday":
            return _workday(when, count)
        if days:
            return when + DAY * days * count
        total = when.year * 12 + when.month - 1 + count * {"month": 1, "quarter": 3}.get(unit, 12 * years_in(unit))
        first, last = months(total // 12, total % 12 + 1)
        return first.replace(day=min(when.day, last.day))
    except (OverflowError, ValueError):
        return None


def _workday(when: date, count: int) -> date:
    """A day moved by days from Monday to Friday; holidays differ by state and count as work."""
    weeks, days = divmod(abs(count), 5)
    sign = 1 if count >= 0 else -1
    there = when + DAY * 7 * weeks * sign
    while days or (count and there.weekday() > 4):
        there += DAY * sign
        days -= days > 0 and there.weekday() < 5
    return there


def years_in(unit: str) -> int:
    """How many years a year, decade or century has."""
    return {"year": 1, "decade": 10, "century": 100}.get(unit, 1)


def span_of(first: Period | None, last: Period | None) -> Period | None:
    """From the first day of one to the last day of the other, as an ISO 8601 interval; None if that runs backwards.

    >>> span_of(month_of(2021, 5), month_of(2021, 6)).value
    '2021-05/2021-06'
    """
    if not first or not last or not first.earliest or not last.latest or first.earliest > last.latest:
        return None
    value = f"{first.value}/{last.value}"
    return Period(value, first.earliest, last.latest, first.granularity, first.type, first.anchor or last.anchor)


def nearest(candidates: Iterable[Period | None], context: Context, *, strict: bool = False) -> Period | None:
    """The candidate a news writer means: the last that has begun, or with a future verb the first still to come.

    `strict` leaves out the reference day itself when looking ahead.
    """
    known = sorted((p for p in candidates if p and p.earliest), key=lambda p: p.earliest or date.min)
    today = context.pivot or context.reference
    behind = [p for p in known if p.earliest and p.earliest <= today]
    ahead = [p for p in known if p.latest and (p.latest > today if strict else p.latest >= today)]
    if context.tense == "future":
        chosen = ahead[0] if ahead else None
    elif context.tense in ("present", "unknown"):
        chosen = min(known, key=lambda p: abs(((p.earliest or today) - today).days), default=None)
    else:
        chosen = behind[-1] if behind else None
    return chosen and replace(chosen, anchor=context.reference)
