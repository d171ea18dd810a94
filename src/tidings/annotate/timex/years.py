"""Rules for years, decades, centuries, and the halves, quarters and terms of a year."""

from __future__ import annotations

from dataclasses import replace

from tidings.annotate.timex.absolute import around, fixed
from tidings.annotate.timex.anchor import inside
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.numbers import century
from tidings.annotate.timex.period import (
    DAY,
    Expression,
    Period,
    half_of,
    months,
    nearest,
    quarter_of,
    span_of,
    valid,
    year_of,
    years_of,
)


def add_years(grammar: Grammar) -> None:
    """Adds these rules."""
    _add_years(grammar)
    _add_quarters(grammar)


def _add_years(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("date", "yrn", "'in'|'since'|'by'|'until'|'during'|'from'|'of' words", "'cy' year", "'cy' dd")
    def _(year: int) -> Expression:
        return fixed(year_of(year if year > 99 else 2000 + year))

    @rule("whole", "words")
    def _(year: int) -> Expression:
        return fixed(year_of(year))

    @rule("date", "year 'bc'|'bce'")
    def _(_: int) -> Expression:
        return fixed(None)

    @rule("date", "'post' '-' year")
    def _(year: int) -> Expression:
        return fixed(_open(year_of(year), after=True))

    @rule("date", "'pre' '-' year")
    def _(year: int) -> Expression:
        return fixed(_open(year_of(year), after=False))

    @rule("date", "'the'? hundreds '-' 'tens'")
    def _(hundreds: int) -> Expression:
        return fixed(years_of(hundreds * 100 + 10, 10))

    @rule("date", "'the'? year '''|'’'|'-'? 's'")
    def _(year: int) -> Expression | None:
        if year % 100 == 0 and year != 2000:
            return fixed(years_of(year, 100))
        return fixed(years_of(year, 10)) if year % 10 == 0 else None

    @rule("date", "'the'? '’'|''' dd '’'|'''? 's'", "dd '''|'’' 's'", "'the' dd '’'|'''? 's'")
    def _(two: int) -> Expression | None:
        return fixed(years_of(1900 + two if two > 20 else 2000 + two, 10)) if two % 10 == 0 else None

    @rule("date", "'the'|'in' nties", "'the'? hundreds '-'? nties")
    def _(*values: int) -> Expression:
        return fixed(years_of(values[0] * 100 + values[1] % 100 if len(values) > 1 else values[0], 10))

    @rule("date", "'the' 'two' 'thousands'", "'the' 'two' 'thousand' 's'")
    def _() -> Expression:
        return fixed(years_of(2000, 10))

    @rule("date", "'the' 'two' 'thousand' 'and'? 'tens'")
    def _() -> Expression:
        return fixed(years_of(2010, 10))

    @rule("date", "'the'? nth '-'? 'century'", "'the'? nth 'century' 'ad'|'ce'")
    def _(nth: int) -> Expression | None:
        return fixed(years_of((nth - 1) * 100, 100)) if 11 <= nth <= 29 else None

    @rule("date", "'fiscal'|'financial' 'year'? yrn", "'the' 'fiscal'|'financial' 'year'? yrn", "'fy' year", "'fy' dd")
    def _(year: int) -> Expression:
        return fixed(_fiscal(year if year > 99 else 2000 + year))

    @rule("date", "'fiscal'|'financial' 'year'? year '-'|'–'|'/' dd", "'fy' year '-'|'–'|'/' dd")
    def _(year: int, two: int) -> Expression | None:
        both = span_of(year_of(year), year_of(year + 1))
        return fixed(both and replace(both, value=f"FY{year + 1}")) if (year + 1) % 100 == two else None

    @rule("date", "'the'? 'academic'|'school' 'year'? year '-'|'–'|'/' dd",
          "'the'? year '-'|'–'|'/' dd 'academic'|'school' 'year'",
          "'the'? year '-'|'–'|'/' year 'academic'|'school' 'year'")  # fmt: skip
    def _(year: int, two: int) -> Expression:
        two %= 100
        value = Period(f"{year}/{year + 1}", *months(year, 9, 10), "year") if valid(year) and two < 100 else None
        return fixed(value)


def _open(year: Period | None, *, after: bool) -> Period | None:
    """All that lies after a year, or before it: "post-2015"."""
    if not year or not year.earliest or not year.latest:
        return None
    if after:
        return replace(year, earliest=year.latest + DAY, latest=None)
    return replace(year, earliest=None, latest=year.earliest - DAY)


def _fiscal(year: int) -> Period | None:
    """A fiscal year, by the number it bears. Where it begins differs by state, so its bounds are the calendar's."""
    whole = year_of(year)
    return whole and replace(whole, value=f"FY{year}")


def _add_quarters(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("qn", "nth 'quarter'|'qtr'", "'q' n", "'the' nth 'quarter'|'qtr'", "nth '-' 'quarter'", "'q' '-' n")
    def _(n: int) -> int | None:
        return n if 1 <= n <= 4 else None

    @rule("date", "qn yr", "qn 'of'|'in'|',' yr", "qn '-' yr")
    def _(quarter: int, year: int) -> Expression:
        return fixed(quarter_of(year, quarter))

    @rule("date", "year '-'|'/'|','? 'q' n", "year ',' qn", "year qn")
    def _(year: int, quarter: int) -> Expression | None:
        return fixed(quarter_of(year, quarter)) if 1 <= quarter <= 4 else None

    @rule("date", "qn 'of'|'in'|','? wref", "wref 'q' n", "wref ''' 's' qn", "wref '’' 's' qn", "qn 'of'|'in' whole")
    def _(*values: Expression | int) -> Expression:
        quarter = next(v for v in values if isinstance(v, int))
        year = next(v for v in values if not isinstance(v, int))
        return inside(year, "year", lambda first, _: quarter_of(first.year, quarter))

    @rule("date", "dd 'q' n")
    def _(two: int, quarter: int) -> Expression | None:
        return fixed(quarter_of(century(two), quarter)) if 1 <= quarter <= 4 else None

    @rule("date", "qn")
    def _(quarter: int) -> Expression:
        return lambda c: nearest((quarter_of(year, quarter) for year in around(c)), c)

    @rule("date", "'the'? nth 'half' 'of' yr", "'h' n yr", "nth '-' 'half' yr", "'h' n ','|'of' yr")
    def _(half: int, year: int) -> Expression | None:
        return fixed(half_of(year, half)) if half in (1, 2) else None

    @rule("date", "yr 'h' n", "yr '-'|',' 'h' n")
    def _(year: int, half: int) -> Expression | None:
        return fixed(half_of(year, half)) if half in (1, 2) else None
