"""Rules for dates that the calendar alone settles, and for those it settles once the year is guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.numbers import century
from tidings.annotate.timex.period import (
    Context,
    Expression,
    Period,
    day_of,
    month_of,
    nearest,
    season_of,
    span_of,
    valid,
    year_of,
)

MonthDay = tuple[int, int]
#: Days from publication within which a date is rather meant than the weekday that does not fit it.
_NEAR = 62


def fixed(period: Period | None) -> Expression:
    """An expression that means the same whenever it is read."""
    return lambda _: period


def around(context: Context, reach: int = 2) -> Iterable[int]:
    """The years a date without a year may lie in."""
    middle = (context.pivot or context.reference).year
    return range(middle - reach, middle + reach + 1)


def add_absolute(grammar: Grammar) -> None:
    """Adds these rules."""
    _add_days(grammar)
    _add_numeric(grammar)
    _add_months(grammar)


def _add_days(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("named", "m dom", "m 'the' nth", "m ',' nth")
    def _(month: int, day: int) -> MonthDay:
        return month, day

    @rule("named", "dom m", "'the' nth m", "'the'? dom 'of' m", "'the'? nth 'day' 'of' m", "dom '.' m")
    def _(day: int, month: int) -> MonthDay:
        return month, day

    @rule("md", "named")
    def _(md: MonthDay) -> MonthDay:
        return md

    @rule("mdy", "md yr", "md ',' yr", "md 'of' yr", "md 'in' yr")
    def _(md: MonthDay, year: int) -> tuple[int, int, int]:
        return year, *md

    @rule("mdy", "named dd", "named ',' dd", "named 'of' dd", "slashed '/'|',' year")
    def _(md: MonthDay, year: int) -> tuple[int, int, int]:
        return year if year > 99 else century(year), *md

    @rule("date", "mdy", "weekday mdy", "weekday ',' mdy", "mdy weekday", "weekday '.' ','? mdy")
    def _(*values: tuple[int, int, int] | int) -> Expression:
        mdy = next(value for value in values if isinstance(value, tuple))
        return fixed(day_of(valid(*mdy)))

    @rule("date", "named ','? far", "m ','? far", "named ','? n 'bc'|'bce'", "far '-' n '-' n", "n '/' n '/' far")
    def _(*_: Any) -> Expression:
        return fixed(None)

    @rule("date", "md")
    def _(md: MonthDay) -> Expression:
        return lambda c: nearest((day_of(valid(year, *md)) for year in around(c, 8)), c)

    @rule("mdy", "year '/'|'-' m '/'|'-' dom")
    def _(year: int, month: int, day: int) -> tuple[int, int, int]:
        return year, month, day

    @rule("slashed", "n '/' n")
    def _(first: int, second: int) -> MonthDay | None:
        month, day = (first, second) if first <= 12 else (second, first)
        return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None

    @rule("figures", "n '.' n")
    def _(first: int, second: int) -> MonthDay | None:
        """ "Friday 7.6", which only the weekday makes a day; "7.30" is an hour there, and "12-4" are two."""
        return (first, second) if 1 <= first <= 12 and 1 <= second <= 9 else None

    @rule("md", "n '/' n")
    def _(month: int, day: int) -> MonthDay | None:
        return (month, day) if 1 <= month <= 12 < day <= 31 else None  # "4/22", never "2/3"

    @rule("md", "dd '/' dd")
    def _(day: int, month: int) -> MonthDay | None:
        return (month, day) if 1 <= month <= 12 < day <= 31 else None  # "22/04", never "24/7"

    @rule("md", "month '/'|'-' n")
    def _(month: int, day: int) -> MonthDay | None:
        return (month, day) if 1 <= day <= 31 else None

    @rule("date", "weekday md", "weekday ','|'.'|'the'|'-' md", "weekday '.' ',' md", "weekday '(' md ')'")
    def _(weekday: int, md: MonthDay) -> Expression:
        return lambda c: on_weekday(weekday, [valid(year, *md) for year in around(c)], c)

    @rule("date", "md ','? weekday", "md '(' weekday ')'")
    def _(md: MonthDay, weekday: int) -> Expression:
        return lambda c: on_weekday(weekday, [valid(year, *md) for year in around(c)], c)

    @rule("date", "weekday 'the'? nth", "weekday ','? 'the' nth", "weekday 'the'? n")
    def _(weekday: int, day: int) -> Expression | None:
        return (lambda c: on_weekday(weekday, list(days_of_month(day, c, 14)), c)) if 1 <= day <= 31 else None

    @rule("date", "'on' 'the'? nth", "'the' n nthmark")
    def _(day: int, _: str = "") -> Expression | None:
        return (lambda c: nearest(map(day_of, days_of_month(day, c, 2)), c)) if day <= 31 else None


def on_weekday(weekday: int, days: list[date | None], context: Context) -> Period | None:
    """The nearest of the days that falls on the weekday.

    Where none does, or only one of about a year away while one of the days lies within a month, the weekday was a slip.
    """
    known, today = [day for day in days if day], context.pivot or context.reference
    fitting = [day for day in known if day.weekday() == weekday]
    far = min((abs(day - today).days for day in fitting), default=0)
    slip = not fitting or (far > 300 and min(abs(day - today).days for day in known) <= _NEAR)
    return nearest(map(day_of, known if slip else fitting), replace(context, tense="present"))


def weekday_near(weekday: int) -> Expression:
    """A weekday with nothing else said: the last gone by, the day itself counted, or the first ahead."""

    def read(context: Context) -> Period | None:
        days = (day_of(date.fromordinal(context.reference.toordinal() + shift)) for shift in range(-14, 15))
        return nearest(
            (p for p in days if p and p.earliest and p.earliest.weekday() == weekday),
            replace(context, tense="past" if context.tense == "unknown" else context.tense),
            strict=True,
        )

    return read


def days_of_month(day: int, context: Context, reach: int) -> Iterable[date | None]:
    """That day of each of the months around the day of publication."""
    start = context.reference.year * 12 + context.reference.month - 1
    return (valid(at // 12, at % 12 + 1, day) for at in range(start - reach, start + reach + 1))


def _add_numeric(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("date", "year '-' n '-' n", "year '/' n '/' n", "year '.' n '.' n")
    def _(year: int, month: int, day: int) -> Expression:
        return fixed(day_of(valid(year, month, day)))

    @rule("date", "n '/' n '/' year", "n '-' n '-' year", "n '.' n '.' year")
    def _(first: int, second: int, year: int) -> Expression:
        month, day = (second, first) if first > 12 else (first, second)
        return fixed(day_of(valid(year, month, day)))

    @rule("date", "n '/' n '/' dd", "n '.' n '.' dd", "n '-' n '-' dd")
    def _(first: int, second: int, two: int) -> Expression | None:
        if first > 31:
            return None
        month, day = (second, first) if first > 12 else (first, second)
        return fixed(day_of(valid(century(two), month, day)))

    @rule("date", "'on' n '/'|'-' n")
    def _(first: int, second: int) -> Expression | None:
        month, day = (first, second) if first <= 12 else (second, first)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        return lambda c: nearest((day_of(valid(year, month, day)) for year in around(c, 8)), c)

    @rule("date", "weekday ','? figures", "weekday ','? slashed")
    def _(weekday: int, md: MonthDay) -> Expression:
        return lambda c: on_weekday(weekday, [valid(year, *md) for year in around(c)], c)

    @rule("date", "n '-'|'/' m '-'|'/' year")
    def _(day: int, month: int, year: int) -> Expression:
        return fixed(day_of(valid(year, month, day)))

    @rule("mdy", "m '-'|'/' dom '-'|'/' year")
    def _(month: int, day: int, year: int) -> tuple[int, int, int]:
        return year, month, day

    @rule("date", "ymd")
    def _(ymd: tuple[int, int, int]) -> Expression:
        return fixed(day_of(valid(*ymd)))

    @rule("date", "year dd dd")
    def _(year: int, month: int, day: int) -> Expression | None:
        return fixed(day_of(valid(year, month, day))) if 1 <= month <= 12 else None

    @rule("mdy", "n '-'|'/' m '-'|'/' dd")
    def _(day: int, month: int, two: int) -> tuple[int, int, int] | None:
        return (century(two), month, day) if day <= 31 else None

    @rule("date", "'9' '/' '11'")
    def _() -> Expression:
        return fixed(day_of(date(2001, 9, 11)))

    @rule("date", "year '-'|'–'|'/' dd")
    def _(year: int, two: int) -> Expression | None:
        last = year // 100 * 100 + two
        if last > year:
            return fixed(span_of(year_of(year), year_of(last)))
        return fixed(month_of(year, two)) if 1 <= two <= 12 else None


def _add_months(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("date", "m 'of' dd", "m '''|'’' dd")
    def _(month: int, two: int) -> Expression:
        return fixed(month_of(century(two), month))

    @rule("date", "yr m")
    def _(year: int, month: int) -> Expression:
        return fixed(month_of(year, month))

    @rule("date", "year '-'|'/' n", "n '/'|'-' year")
    def _(one: int, two: int) -> Expression | None:
        year, month = max(one, two), min(one, two)
        years = one > two and two > 9 and year % 100 < two  # "2010-12" counts years
        return fixed(month_of(year, month)) if 1 <= month <= 12 and not years else None

    @rule("date", "m yr", "m ',' yr", "m '/' year", "m 'of'|'in' yr", "'the'? 'month' 'of' m ','? yr")
    def _(month: int, year: int) -> Expression:
        return fixed(month_of(year, month))

    @rule("date", "m", "'the' 'month' 'of' m")
    def _(month: int) -> Expression:
        return lambda c: nearest((month_of(year, month) for year in around(c)), c)

    rule("date", "weekday", "weekday '.'")(weekday_near)

    @rule("date", "season yr", "season 'of' yr", "'the' season 'of' yr", "season ',' yr")
    def _(season: int, year: int) -> Expression:
        return fixed(season_of(year, season))

    @rule("date", "season", "'the' season", "'the' season 'months'|'season'")
    def _(season: int) -> Expression:
        return lambda c: nearest((season_of(year, season) for year in around(c)), c)
