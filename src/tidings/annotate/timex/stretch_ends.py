"""Rules for what is left of a stretch or has gone by of it, for its end and for the turn of one into the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tidings.annotate.timex.absolute import around, fixed, weekday_near
from tidings.annotate.timex.anchor import published, told
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.parts import part_of
from tidings.annotate.timex.period import DAY, Expression, Period, day_of, months, nearest, unit_of, year_of


def add_stretch_ends(grammar: Grammar) -> None:
    """Adds these rules."""
    _add_stretches(grammar)
    _add_ends(grammar)
    _add_turns(grammar)


def _add_stretches(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("date", "'the'? 'rest'|'remainder' 'of' whole", "'the'? 'rest'|'remainder' 'of' wref",
          "'the'? 'rest'|'remainder' 'of' date")  # fmt: skip
    def _(whole: Expression) -> Expression:
        return lambda c: _rest(whole(c), c.reference)

    @rule("date", "'rest'|'remainder'|'remaining' 'of' 'the'? unit")
    def _(unit: str) -> Expression:
        return lambda c: _rest(unit_of(c.reference, unit), c.reference)

    @rule("date", "'the'? 'year' 'to' 'date'", "'the'? 'year' 'so' 'far'")
    def _() -> Expression:
        return published(lambda d: until(unit_of(d, "year"), d))

    @rule("whole", "'the' unit", "'the' 'calendar' unit")
    def _(unit: str) -> Expression | None:
        return published(lambda d: unit_of(d, unit)) if unit not in ("day", "hour", "minute", "second") else None

    @rule("date", "'in'|'of'|'for'|'during'|'over'|'throughout'|'within' 'the' unit")
    def _(unit: str) -> Expression | None:
        return (
            published(lambda d: unit_of(d, unit)) if unit in ("week", "month", "quarter", "year", "century") else None
        )

    @rule("date", "'the' 'time' 'of' 'writing'|'publication'", "'press' 'time'")
    def _() -> Expression:
        return published(day_of)


def _add_ends(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("date", "unit ''' 's' 'end'", "unit '’' 's' 'end'", "'the' unit ''' 's' 'end'", "'the' unit '’' 's' 'end'")
    def _(unit: str) -> Expression | None:
        return (lambda c: part_of(unit_of(c.reference, unit), "end")) if unit in ("week", "month", "year") else None

    @rule("date", "'during'|'throughout'|'for' 'the' 'day'")
    def _() -> Expression:
        return told(day_of)

    @rule("date", "'the'? 'end' 'of' 'the'? 'day'", "'the'? 'eod'")
    def _() -> Expression:
        return lambda c: part_of(told(day_of)(c), "end")

    @rule("date", "'the'? 'end' 'of' 'the' weekday")
    def _(weekday: int) -> Expression:
        return lambda c: part_of(weekday_near(weekday)(c), "end")

    @rule("date", "early 'in' 'the' 'day'", "late 'in' 'the' 'day'", "'that' 'same' 'day'")
    def _(_: str = "") -> Expression:
        return told(day_of)

    @rule("date", "'so' 'far' wref", "wref 'so' 'far'")
    def _(whole: Expression) -> Expression:
        return lambda c: _so_far(whole(c), c.reference)

    @rule("date", "'the'? 'eom'")
    def _() -> Expression:
        return published(lambda d: part_of(unit_of(d, "month"), "end"))

    @rule("date", "'year'|'years' '-' 'end'", "'year' 'end'", "'the'? 'eoy'")
    def _() -> Expression:
        return lambda c: part_of(unit_of(c.reference, "year"), "end")


def _add_turns(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("date", "'the' 'turn' 'of' 'the' 'century'|'millennium'")
    def _() -> Expression:
        return published(lambda d: _turn(d.year // 100 * 100))

    @rule("date", "'the' 'turn' 'of' 'the'? nth 'century'")
    def _(nth: int) -> Expression:
        return fixed(_turn(nth * 100 - 100))

    @rule("date", "'the' 'turn' 'of' 'the' 'year'")
    def _() -> Expression:
        return lambda c: nearest((_turn(year, 1) for year in around(c)), c)


def _turn(year: int, reach: int = 5) -> Period | None:
    """The years around the first of a century, or the weeks around the first day of a year."""
    whole = year_of(year)
    if not whole or not whole.earliest:
        return None
    if reach == 1:
        return Period(f"{year - 1}-12/{year}-01", whole.earliest - DAY * 16, whole.earliest + DAY * 15, "month")
    return Period(str(year), months(year - reach, 1)[0], months(year + reach - 1, 12)[1], "decade")


def _so_far(whole: Period | None, today: date) -> Period | None:
    inside = whole and whole.earliest and whole.latest and whole.earliest <= today <= whole.latest
    return until(whole, today) if inside else None


def until(whole: Period | None, today: date) -> Period | None:
    """A period up to a day that it holds."""
    return replace(whole, latest=today) if whole else None


def _rest(whole: Period | None, today: date) -> Period | None:
    """What is left of a period from the day of publication on."""
    inside = whole and whole.earliest and whole.latest and whole.earliest <= today <= whole.latest
    return replace(whole, earliest=today) if whole and inside else None
