"""Rules for holidays, fixed and movable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tidings.annotate.timex.absolute import around
from tidings.annotate.timex.almanac import easter, hebrew, islamic, moon_after, nowruz, orthodox_easter
from tidings.annotate.timex.anchor import published
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.lexemes import Words
from tidings.annotate.timex.members import weekend_with
from tidings.annotate.timex.period import DAY, Context, Expression, Period, day_of, months, nearest, valid

_MARKS = {"'": "'''|'’'?", ".": "'.'?", "-": "'-'?"}


def add_holidays(grammar: Grammar, words: Words) -> None:
    """Adds a rule for each holiday of the vocabulary, and those for a holiday of a given year."""
    rule = grammar.rule
    for name, law in words.holidays.items():
        pattern = " ".join(_MARKS.get(word, f"'{word}'") for word in name.split())
        rule("holiday", pattern)(lambda law=law: law)

    @rule("date", "holiday yr", "holiday ',' yr", "holiday 'of'|'in' yr")
    def _(law: dict[str, Any], year: int) -> Expression:
        return lambda _: holiday(law, year)

    @rule("date", "holiday")
    def _(law: dict[str, Any]) -> Expression:
        return lambda c: nearest((holiday(law, year) for year in around(c)), c)

    @rule("date", "holiday 'weekend' yr", "'the'? yr holiday 'weekend'")
    def _(*values: Any) -> Expression:
        law, year = sorted(values, key=lambda value: isinstance(value, int))
        return lambda _: weekend_with(holiday(law, year))

    @rule("date", "last holiday", "next holiday", "'past' holiday", "'this' 'past' holiday")
    def _(*values: Any) -> Expression:
        *word, law = values
        tense = "past" if word in ([], ["last"]) else "future"
        return lambda c: nearest((holiday(law, year) for year in around(c)), replace(c, tense=tense))

    @rule("date", "'the' holiday 'before'", "'the' before holiday")
    def _(*values: Any) -> Expression:
        return lambda c: _before(values[-1], c)

    @rule("date", "this holiday")
    def _(_: str, law: dict[str, Any]) -> Expression:
        return lambda c: _this(law, c)

    @rule("date", "holiday 'of'? wref", "wref holiday", "wref ''' 's' holiday", "wref '’' 's' holiday")
    def _(*values: Any) -> Expression:
        law = next(v for v in values if isinstance(v, dict))
        return _of_year(law, next(v for v in values if not isinstance(v, dict)))

    @rule("date", "'the' 'holidays'")
    def _() -> Expression:
        return published(lambda d: None)


def _this(law: dict[str, Any], context: Context) -> Period | None:
    """ "This Easter" is that of the year, whichever side of today; with a future verb the next."""
    if context.tense == "future":
        return nearest((holiday(law, year) for year in around(context)), context)
    found = holiday(law, context.reference.year)
    return found and replace(found, anchor=context.reference)


def _before(law: dict[str, Any], context: Context) -> Period | None:
    """The last such holiday before the day the story has reached."""
    gone = [p for year in (-1, 0) if (p := holiday(law, context.narrative.year + year)) and p.earliest]
    found = [p for p in gone if p.latest and p.latest < context.narrative]
    return replace(found[-1], anchor=context.narrative) if found else None


def _of_year(law: dict[str, Any], year: Expression) -> Expression:
    def read(context: Context) -> Period | None:
        whole = year(context)
        if not whole or not whole.earliest or whole.granularity != "year":
            return None
        found = holiday(law, whole.earliest.year)
        return found and replace(found, anchor=whole.anchor)

    return read


def holiday(law: dict[str, Any], year: int) -> Period | None:
    """The day (or days) of a holiday in a year.

    >>> holiday({"easter": -2}, 2021).value
    '2021-04-02'
    """
    first = _first_day(law, year) if valid(year) else None
    if not first:
        return None
    last = first + DAY * (law.get("days", 1) - 1)
    return day_of(first) if first == last else Period(f"{first}/{last}", first, last, "month")


def _first_day(law: dict[str, Any], year: int) -> date | None:
    if "day" in law:
        return valid(year, *_month_day(law["day"]))
    if "easter" in law:
        return easter(year) + timedelta(days=law["easter"])
    if "orthodox" in law:
        return orthodox_easter(year) + timedelta(days=law["orthodox"])
    if "lunar" in law:
        return islamic(year, *law["lunar"])
    if "moon" in law:
        return moon_after(date(year, *_month_day(law["moon"])), law["east"]) + DAY * int(law.get("plus", 0))
    if "hebrew" in law:
        return hebrew(year, law["hebrew"])
    if "persian" in law:
        new_year = nowruz(year)
        return new_year and new_year + DAY * int(law["persian"])
    return _nth_weekday(law, year)


def _month_day(text: str) -> tuple[int, int]:
    month, day = map(int, text.split("-"))
    return month, day


def _nth_weekday(law: dict[str, Any], year: int) -> date:
    first, last = months(year, law["month"])
    days = [first + DAY * n for n in range(last.day) if (first + DAY * n).weekday() == law["weekday"]]
    nth = int(law["nth"])
    return days[nth - (nth > 0)] + DAY * int(law.get("plus", 0))
