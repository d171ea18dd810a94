"""Rules for what recurs and for ranges; they come last, over whole dates and lengths."""

from __future__ import annotations

from dataclasses import replace

from tidings.annotate.timex.absolute import around
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.lengths import Length
from tidings.annotate.timex.period import Context, Expression, Period, day_of, nearest, span_of, valid


def add_sets(grammar: Grammar) -> None:
    """Adds the rules for what recurs."""
    rule = grammar.rule

    @rule("set", "freq")
    def _(value: str) -> Expression:
        return recurring(value)

    @rule("set", "every unit", "'once'|'twice' 'a'|'per'|'every'|'each' unit",
          "n 'times' 'a'|'per'|'every'|'each' unit", "'per' unit", "every 'single' unit",
          "every n units", "every 'other' unit", "every nth unit")  # fmt: skip
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

    @rule("date", "date '-'|'–'|'—'|'to'|'through'|'thru'|'until'|'till' date",
          "'from' date 'to'|'through'|'until'|'till'|'-'|'–' date", "'between' date 'and' date")  # fmt: skip
    def _(first: Expression, last: Expression) -> Expression:
        return _range(first, last)

    @rule("date", "m dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom", "'between' m dom 'and' dom",
          "'from' m dom 'to'|'-'|'–'|'until'|'through' dom")  # fmt: skip
    def _(month: int, first: int, last: int) -> Expression | None:
        return _days(month, first, last, None)

    @rule("date", "m dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom ','? yr",
          "'from' m dom 'to'|'-'|'–'|'until'|'through' dom ','? yr")  # fmt: skip
    def _(month: int, first: int, last: int, year: int) -> Expression | None:
        return _days(month, first, last, year)

    @rule("date", "dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom 'of'|'in'? wref",
          "'from' 'the'? dom 'to'|'-'|'–'|'until'|'till'|'through' 'the'? dom 'of'|'in'? wref")  # fmt: skip
    def _(first: int, last: int, month: Expression) -> Expression | None:
        return _days_in(first, last, month)

    @rule("date", "dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom 'of'? m",
          "'from' 'the'? dom 'to'|'-'|'–'|'until'|'through' 'the'? dom 'of'? m",
          "'between' 'the'? dom 'and' 'the'? dom 'of'? m")  # fmt: skip
    def _(first: int, last: int, month: int) -> Expression | None:
        return _days(month, first, last, None)

    @rule("date", "dom '-'|'–'|'to'|'through'|'thru'|'and'|'until'|'till' dom 'of'? m ','? yr",
          "'from' 'the'? dom 'to'|'-'|'–'|'until'|'through' 'the'? dom 'of'? m ','? yr")  # fmt: skip
    def _(first: int, last: int, month: int, year: int) -> Expression | None:
        return _days(month, first, last, year)


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


def _range(first: Expression, last: Expression) -> Expression:
    """Each end is read in the light of the other: "from May to June 2019" lies in one year."""

    def read(context: Context) -> Period | None:
        end = last(context)
        if context.tense == "future" and end and end.anchor:
            start = first(context)
            return span_of(start, last(replace(context, pivot=start.earliest)) if start else None)
        if not end or not end.latest:
            return None
        return span_of(first(replace(context, pivot=end.latest, tense="past")), end)

    return read
