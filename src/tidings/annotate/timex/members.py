"""Rules for one of the days, weeks or parts that a larger stretch is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tidings.annotate.timex.anchor import holding, inside, published
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.dayparts import part_of_day
from tidings.annotate.timex.parts import part_of
from tidings.annotate.timex.period import (
    DAY,
    Context,
    Expression,
    Period,
    day_of,
    span_of,
    unit_of,
    week_of,
    weekend_of,
    years_of,
)


def add_members(grammar: Grammar) -> None:
    """One of the days, weeks or parts that a larger stretch is made of."""
    rule = grammar.rule

    @rule("date", "'the'? nth weekday 'of'|'in' date", "'the'? last weekday 'of'|'in' date",
          "'the'? nth weekday 'of'|'in' whole", "'the'? last weekday 'of'|'in' whole")  # fmt: skip
    def _(nth: int | str, weekday: int, whole: Expression) -> Expression:
        return lambda c: _nth(whole(c), nth, lambda d: day_of(d) if d.weekday() == weekday else None)

    @rule("date", "'the'? nth weekday part 'of'|'in' date", "'the'? last weekday part 'of'|'in' date",
          "'the'? nth weekday part 'of'|'in' whole", "'the'? last weekday part 'of'|'in' whole")  # fmt: skip
    def _(nth: int | str, weekday: int, part: str, whole: Expression) -> Expression:
        return lambda c: part_of_day(_nth(whole(c), nth, lambda d: day_of(d) if d.weekday() == weekday else None), part)

    @rule("date", "'the'? nth unit 'of'|'in' date", "'the'? last unit 'of'|'in' date",
          "'the'? nth unit 'of' whole", "'the'? last unit 'of' whole", "'the'? nth unit 'in' whole",
          "'the'? nth unit wref", "'the'? last unit wref")  # fmt: skip
    def _(nth: int | str, unit: str, whole: Expression) -> Expression:
        return lambda c: _nth(whole(c), nth, lambda d: _begins(unit, d))

    @rule("date", "'the'? nth 'to'? last unit 'of'|'in' date", "'the'? nth 'to'? last unit 'of'|'in' whole")
    def _(nth: int, _: str, unit: str, whole: Expression) -> Expression:
        return lambda c: _nth(whole(c), -nth, lambda d: _begins(unit, d))

    @rule("date", "'the'? 'penultimate' unit 'of'|'in' date", "'the'? 'penultimate' unit 'of'|'in' whole")
    def _(unit: str, whole: Expression) -> Expression:
        return lambda c: _nth(whole(c), -2, lambda d: _begins(unit, d))

    @rule("date", "'the' nth n units 'of'|'in' date", "'the' nth n units 'of'|'in' whole", "nth n units 'of' date")
    def _(first: int, count: int, unit: str, whole: Expression) -> Expression | None:
        return _first(whole, count, unit) if first == 1 else None

    @rule("date", "'the' last n units 'of'|'in' date", "'the' last n units 'of'|'in' whole", "last n units 'of' date")
    def _(_: str, count: int, unit: str, whole: Expression) -> Expression:
        return _first(whole, -count, unit)

    @rule("date", "'the'? nth weekday 'after'|'following' date")
    def _(nth: int, weekday: int, start: Expression) -> Expression:
        return lambda c: _beside(start(c), weekday, nth)

    @rule("date", "'the' weekday 'after'|'following' date")
    def _(weekday: int, start: Expression) -> Expression:
        return lambda c: _beside(start(c), weekday, 1)

    @rule("date", "'the' weekday 'before' date")
    def _(weekday: int, start: Expression) -> Expression:
        return lambda c: _beside(start(c), weekday, -1)

    @rule("date", "'the'? 'week' 'beginning'|'starting'|'commencing' 'on'? date", "'w' '/' 'c' date")
    def _(day: Expression) -> Expression:
        return lambda c: holding(day(c), "week")

    @rule("date", "date 'weekend'", "'the'? 'weekend' 'of' date")
    def _(day: Expression) -> Expression:
        return lambda c: weekend_with(day(c))

    @rule("date", "'the'? nth 'nearest'|'closest' weekday 'to' date")
    def _(nth: int, weekday: int, day: Expression) -> Expression | None:
        return (lambda c: _nearest(day(c), weekday, nth)) if nth < 10 else None

    @rule("date", "'the'? weekday 'nearest'|'closest' 'to'? date", "'the' 'nearest'|'closest' weekday 'to' date")
    def _(weekday: int, day: Expression) -> Expression:
        return lambda c: _nearest(day(c), weekday)

    @rule("date", "'the'? 'week' n", "'the'? 'week' n 'of'|',' yr")
    def _(week: int, year: int | None = None) -> Expression | None:
        def read(context: Context) -> Period | None:
            fourth = date(year or context.reference.year, 1, 4)
            return replace(week_of(fourth + DAY * 7 * (week - 1)), anchor=None if year else context.reference)

        return read if 1 <= week <= 53 else None

    @rule("date", "'the'? 'week' n 'of' wref")
    def _(week: int, year: Expression) -> Expression | None:
        made = inside(year, "year", lambda first, _: week_of(date(first.year, 1, 4) + DAY * 7 * (week - 1)))
        return made if 1 <= week <= 53 else None

    @rule("date", "'the'? unit 'of' date")
    def _(unit: str, inner: Expression) -> Expression | None:
        if unit in ("night", "hour", "minute", "second", "day"):
            return None

        def read(context: Context) -> Period | None:
            period = inner(context)
            same = period is not None and period.granularity == unit
            return period if same else holding(period, unit)

        return read

    for kind, part in (("early", "early"), ("late", "late"), ("'mid'", "mid")):
        for decade in (("dd", "'s'"), ("nties",)):
            for dash in ((), ("'-'",)):
                grammar.insert((kind, *dash, *decade), "date", lambda *v, part=part: _part(_decade(v[-1]), part))
        for pattern in ((kind, "date"), (kind, "'-'", "date"), (kind, "'in'", "date"), (kind, "'on'", "date"),
                        (kind, "'in'", "whole"), ("'the'", kind, "date"), ("'the'", kind, "'-'", "date")):  # fmt: skip
            grammar.insert(pattern, "date", lambda *v, part=part: _part(v[-1], part, *v[:-1]))
    for kind, part in (("startword", "start"), ("endword", "end"), ("midword", "mid")):
        for lead in ((), ("'the'",), ("'the'", "'very'")):
            for whole in ("date", "whole"):
                grammar.insert(
                    (*lead, kind, "'of'", whole), "date", lambda *v, part=part: _part(v[-1], part)
                )  # fmt: skip
        grammar.insert((kind, "wref"), "date", lambda *v, part=part: _part(v[-1], part))
        for lead in ((), ("'the'",)):
            grammar.insert((*lead, kind, "'of'", "unit"), "date", lambda *v, part=part: _unit_part(v[-1], part))

    @rule("date", "'the'? nth 'half' 'of' date", "'the'? nth 'half' 'of' whole")
    def _(half: int, whole: Expression) -> Expression | None:
        return _half(whole, half) if half in (1, 2) else None


def _decade(year: int) -> Expression:
    """A decade by its year, or the last two figures of it."""
    first = year if year > 99 else year + (1900 if year > 20 else 2000)
    return lambda _: years_of(first, 10) if year % 10 == 0 else None


def weekend_with(day: Period | None) -> Period | None:
    """The weekend that holds a day or lies next to it, lengthened by the day: "Labor Day weekend"."""
    if not day or not day.earliest or day.granularity != "day":
        return None
    found = weekend_of(day.earliest - DAY * 3)
    if not found.earliest or not found.latest:
        return None
    bounds = min(found.earliest, day.earliest), max(found.latest, day.earliest)
    return replace(found, earliest=bounds[0], latest=bounds[1], anchor=day.anchor)


def _first(whole: Expression, count: int, unit: str) -> Expression:
    """The first so many days, weeks, months of a period; the last where the count is negative."""

    def read(context: Context) -> Period | None:
        period = whole(context)
        ends = (1, count) if count > 0 else (count, -1)
        first, last = (_nth(period, n, lambda d: _begins(unit, d)) for n in ends)
        return span_of(first, last)

    return read if count else lambda _: None


def _nearest(day: Period | None, weekday: int, nth: int = 1) -> Period | None:
    """The weekday next to a day, before it or after, or the day itself; or the nth by distance."""
    if not day or not day.earliest or day.granularity != "day":
        return None
    ahead = (weekday - day.earliest.weekday()) % 7
    shifts = sorted((ahead + 7 * n for n in range(-nth - 1, nth + 1)), key=abs)
    found = day_of(day.earliest + DAY * shifts[nth - 1])
    return found and replace(found, anchor=day.anchor)


def _beside(day: Period | None, weekday: int, nth: int) -> Period | None:
    """The nth such weekday after a period, or before it."""
    edge = day and (day.latest if nth > 0 else day.earliest)
    if not day or not edge:
        return None
    gap = (weekday - edge.weekday() - 1) % 7 + 1 if nth > 0 else -((edge.weekday() - weekday - 1) % 7 + 1)
    found = day_of(edge + DAY * (gap + 7 * (nth - 1 if nth > 0 else nth + 1)))
    return found and replace(found, anchor=day.anchor)


def _unit_part(unit: str, part: str) -> Expression | None:
    """ "End of month": of the month of publication."""
    if unit in ("day", "night", "hour", "minute", "second"):
        return None
    return _part(published(lambda d: unit_of(d, unit)), part)


def _part(whole: Expression, part: str, word: str = "") -> Expression:
    """ "Earlier this week" ends with the reference day and "later this week" begins with it."""

    def read(context: Context) -> Period | None:
        period, today = whole(context), context.reference
        if period and period.earliest and period.latest and period.earliest <= today <= period.latest:
            if word == "earlier":
                return replace(period, latest=today)
            if word == "later":
                return replace(period, earliest=today)
        return part_of(period, part)

    return read


def _half(whole: Expression, half: int) -> Expression:
    def read(context: Context) -> Period | None:
        period = whole(context)
        if not period or not period.earliest or not period.latest:
            return None
        middle = period.earliest + (period.latest - period.earliest) // 2
        if period.granularity == "year":
            middle = date(period.earliest.year, 6, 30)
            period = replace(period, value=f"{period.value}-H{half}")
        return replace(period, latest=middle) if half == 1 else replace(period, earliest=middle + DAY)

    return read


def _begins(unit: str, when: date) -> Period | None:
    """The unit that begins on the day, if one does. The week of a month is the one that holds its Thursday."""
    if unit == "week":
        return week_of(when) if when.weekday() == 3 else None
    whole = unit_of(when, unit)
    return whole if whole and whole.earliest == when else None


def _nth(whole: Period | None, nth: int | str, choose: Callable[[date], Period | None]) -> Period | None:
    """The nth (negative: from the end; a word: the last) of the things found on the days of a period."""
    if not whole or not whole.earliest or not whole.latest or (whole.latest - whole.earliest).days > 40_000:
        return None
    days = (whole.latest - whole.earliest).days + 1
    found = [p for p in (choose(whole.earliest + DAY * n) for n in range(days)) if p]
    index = -1 if isinstance(nth, str) else nth - (nth > 0)
    return replace(found[index], anchor=whole.anchor) if -len(found) <= index < len(found) else None
