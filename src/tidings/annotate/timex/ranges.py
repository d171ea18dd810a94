"""Rules for what recurs and for ranges; they come last, over whole dates and lengths."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tidings.annotate.timex.absolute import MonthDay, around, fixed
from tidings.annotate.timex.anchor import inside
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.dayparts import part_of_day
from tidings.annotate.timex.lengths import Length
from tidings.annotate.timex.period import DAY, Context, Expression, Period, day_of, nearest, span_of, unit_of, valid


def add_sets(grammar: Grammar) -> None:
    """Adds the rules for what recurs."""
    rule = grammar.rule

    @rule("set", "freq")
    def _(value: str) -> Expression:
        return recurring(value)

    @rule("set", "n 'times' 'a'|'per'|'every'|'each' unit")
    def _(_: int, unit: str) -> Expression:
        return recurring(Length(1.0, unit).value)

    @rule("set", "every 'other' unit")
    def _(_: str, unit: str) -> Expression:
        return recurring(Length(2.0, unit).value)

    @rule("set", "'on'|'at' 'weekends'", "every 'weekend'", "every 'single' 'weekend'")
    def _(_: str = "") -> Expression:
        return recurring("XXXX-WXX-WE")

    @rule("set", "every unit", "'once'|'twice' 'a'|'per'|'every'|'each' unit", "'per' unit", "every 'single' unit",
          "every n units", "every nth unit")  # fmt: skip
    def _(*values: str | int) -> Expression:
        unit = str(values[-1])
        count = next((v for v in values[-2:-1] if isinstance(v, int)), 1)
        return recurring(Length(float(count), unit).value)

    @rule("set", "every weekday", "weekdays", "every weekday part", "'on'? weekdays")
    def _(*values: str | int) -> Expression:
        days = [v for v in values if isinstance(v, int)]
        return recurring(f"XXXX-WXX-{days[0] + 1}")

    @rule("set", "every part", "every m", "every season")
    def _(_: str, what: str | int) -> Expression:
        return recurring(f"XXXX-XX-XXT{what}" if isinstance(what, str) else f"XXXX-{what:02}")


def recurring(value: str) -> Expression:
    """What comes again and again, with no bounds."""
    return lambda _: Period(value, None, None, None, "SET")


def add_ranges(grammar: Grammar) -> None:
    """Adds the rules for ranges; they come last, over whole dates."""
    rule = grammar.rule
    _add_lists(grammar)
    _add_open_starts(grammar)

    @rule("range", "date '-'|'–'|'—'|'~'|'to'|'through'|'thru'|'until'|'till' date",
          "'from' date 'to'|'through'|'until'|'till'|'-'|'–' date", "'between' date 'and' date",
          "'between' date '-'|'–'|'~' date")  # fmt: skip
    def _(first: Expression, last: Expression) -> Expression:
        return _range(first, last)

    @rule("range", "'from'|'between' slashed 'to'|'and'|'-'|'until'|'through' slashed")
    def _(first: MonthDay, last: MonthDay) -> Expression:
        return _range(_on(first), _on(last))

    @rule("range", "slashed '-'|'–' slashed '/' year", "'from' slashed 'to' slashed '/' year")
    def _(first: MonthDay, last: MonthDay, year: int) -> Expression:
        return fixed(span_of(day_of(valid(year, *first)), day_of(valid(year, *last))))

    @rule("range", "'from'|'between' date 'to'|'and'|'until' nowword", "'from' date 'to' 'date'|'now'",
          "'from' date 'to'|'until' 'the' 'present'", "'from' date 'to' 'the' 'present' 'day'")  # fmt: skip
    def _(first: Expression, _: str = "") -> Expression:
        return lambda c: span_of(first(replace(c, tense="past")), unit_of(c.reference, "day"))

    @rule("range", "wref 'between' weekday 'and' weekday", "wref 'from' weekday 'to' weekday")
    def _(week: Expression, first: int, last: int) -> Expression:
        begin = inside(week, "week", lambda monday, _: day_of(monday + DAY * first))
        end = inside(week, "week", lambda monday, _: day_of(monday + DAY * last))
        return lambda c: span_of(begin(c), end(c))

    @rule("range", "'between' 'the'? nth 'and' 'the'? nth", "'from' 'the' nth 'to'|'until'|'till'|'through' 'the'? nth")
    def _(first: int, last: int) -> Expression | None:
        return _days_of_some(first, last) if 1 <= first < last <= 31 else None

    @rule("range", "m 'between' dom 'and' dom", "m 'between' dom '-' dom", "m 'from' dom 'to' dom")
    def _(month: int, first: int, last: int) -> Expression | None:
        return _days(month, first, last, None)

    @rule("range", "m 'between' dom 'and' dom ','? yr", "m 'between' dom '-' dom ','? yr")
    def _(month: int, first: int, last: int, year: int) -> Expression | None:
        return _days(month, first, last, year)

    @rule("range", "m dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom", "'between' m dom 'and' dom",
          "'from' m dom 'to'|'-'|'–'|'until'|'through' dom",
          "'from'? m 'the' nth 'to'|'till'|'until'|'through' 'the'? nth")  # fmt: skip
    def _(month: int, first: int, last: int) -> Expression | None:
        return _days(month, first, last, None)

    @rule("range", "m dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom ','? yr",
          "'from' m dom 'to'|'-'|'–'|'until'|'through' dom ','? yr")  # fmt: skip
    def _(month: int, first: int, last: int, year: int) -> Expression | None:
        return _days(month, first, last, year)

    @rule("range", "dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom 'of'|'in'? wref",
          "'from' 'the'? dom 'to'|'-'|'–'|'until'|'till'|'through' 'the'? dom 'of'|'in'? wref")  # fmt: skip
    def _(first: int, last: int, month: Expression) -> Expression | None:
        return _days_in(first, last, month)

    @rule("range", "dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom 'of'? m",
          "'from' 'the'? dom 'to'|'-'|'–'|'until'|'through' 'the'? dom 'of'? m",
          "'between' 'the'? dom 'and' 'the'? dom 'of'? m")  # fmt: skip
    def _(first: int, last: int, month: int) -> Expression | None:
        return _days(month, first, last, None)

    @rule("range", "dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom 'of'? m ','? yr",
          "'between' 'the'? dom 'and' 'the'? dom 'of'? m ','? yr",
          "'from' 'the'? dom 'to'|'-'|'–'|'until'|'through' 'the'? dom 'of'? m ','? yr")  # fmt: skip
    def _(first: int, last: int, month: int, year: int) -> Expression | None:
        return _days(month, first, last, year)


def _add_open_starts(grammar: Grammar) -> None:
    """Ranges of which only the last day has its month before it: "from 4 to January 22, 1995"."""

    @grammar.rule("range", "'from' n 'to'|'until'|'till'|'through' m dom")
    def _(first: int, month: int, last: int) -> Expression | None:
        return _days(month, first, last, None)

    @grammar.rule("range", "'from' n 'to'|'until'|'till'|'through' m dom ','? yr")
    def _(first: int, month: int, last: int, year: int) -> Expression | None:
        return _days(month, first, last, year)


def _add_lists(grammar: Grammar) -> None:
    @grammar.rule("range", "m dom ',' dom 'and' dom", "m dom ',' dom ',' 'and' dom")
    def _(month: int, first: int, middle: int, last: int) -> Expression | None:
        return _days(month, first, last, None) if first < middle < last else None

    @grammar.rule("date", "'the'? part 'of' range")
    def _(part: str, days: Expression) -> Expression:
        return lambda c: part_of_day(_first_day(days(c)), part)


def _first_day(days: Period | None) -> Period | None:
    """The first day of a range: a night has two dates and goes by the first."""
    first = day_of(days.earliest) if days else None
    return first and days and replace(first, anchor=days.anchor)


def _on(md: MonthDay) -> Expression:
    return lambda c: nearest((day_of(valid(year, *md)) for year in around(c)), c)


def _days_in(first: int, last: int, whole: Expression) -> Expression | None:
    def read(context: Context) -> Period | None:
        month = whole(context)
        if not month or not month.earliest or month.granularity != "month":
            return None
        year, number = month.earliest.year, month.earliest.month
        return span_of(day_of(valid(year, number, first)), day_of(valid(year, number, last)))

    return read if first < last else None


def _days(month: int, first: int, last: int, year: int | None) -> Expression | None:
    if first >= last:
        return None

    def of(year: int) -> Period | None:
        return span_of(day_of(valid(year, month, first)), day_of(valid(year, month, last)))

    return (lambda _: of(year)) if year else (lambda c: nearest((of(y) for y in around(c)), c))


def _days_of_some(first: int, last: int) -> Expression:
    """Days of a month that is not named: "between the 21st and the 23rd"."""

    def of(shift: int, today: date) -> Period | None:
        month = unit_of(today, "month", shift)
        if not month or not month.earliest:
            return None
        year, number = month.earliest.year, month.earliest.month
        return span_of(day_of(valid(year, number, first)), day_of(valid(year, number, last)))

    return lambda c: nearest((of(n, c.reference) for n in (-2, -1, 0, 1, 2)), c)


def _range(first: Expression, last: Expression) -> Expression:
    """Each end is read in the light of the other: "from May to June 2019" lies in one year. What is to come may have
    begun: in June "from May to July" is that of this year.
    """

    def onwards(context: Context) -> Period | None:
        start = first(context)
        return span_of(start, last(replace(context, pivot=start.earliest, tense="future"))) if start else None

    def read(context: Context) -> Period | None:
        end = last(context)
        if context.tense == "future" and end and end.anchor:
            under_way = onwards(replace(context, tense="past"))
            known = under_way and under_way.latest and under_way.latest > context.reference
            return under_way if known else onwards(context)
        if not end or not end.latest:
            return None
        return span_of(first(replace(context, pivot=end.latest, tense="past")), end)

    return read
