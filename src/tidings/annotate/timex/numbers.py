"""Rules for numbers, ordinals, days of a month and years, in figures and in words."""

from __future__ import annotations

from tidings.annotate.timex.chart import Grammar


def century(two: int) -> int:
    """The year that two figures stand for: up to 39 of this century, from 40 of the last ("'45" is 1945)."""
    return two + (2000 if two < 40 else 1900)


def add_numbers(grammar: Grammar) -> None:
    """Adds these rules. `yr` is any year, `yrn` one that is no other number too: "1989", "nineteen eighty-nine"."""
    _add_counts(grammar)
    _add_ordinals(grammar)
    _add_years(grammar)


def _add_counts(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("n", "tens", "tens '-'? n")
    def _(tens: int, ones: int = 0) -> int | None:
        return tens + ones if ones < 10 else None

    @rule("n", "n 'hundred'", "n 'hundred' 'and'? n")
    def _(hundreds: int, rest: int = 0) -> int | None:
        return hundreds * 100 + rest if 0 < hundreds < 100 and rest < 100 else None

    @rule("n", "'a' 'hundred'")
    def _() -> int:
        return 100

    @rule("n", "n 'thousand'")
    def _(thousands: int) -> int | None:
        return thousands * 1000 if 0 < thousands < 100 else None


def _add_ordinals(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("nth", "n nthmark", "tenth")
    def _(n: int, _: str = "") -> int | None:
        return n or None

    @rule("nth", "tens '-'? nth")
    def _(tens: int, ones: int) -> int | None:
        return tens + ones if ones < 10 else None

    @rule("dom", "n", "nth")
    def _(n: int) -> int | None:
        return n if 1 <= n <= 39 else None

    @rule("m", "month", "month '.'")
    def _(month: int) -> int:
        return month


def _add_years(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("yrn", "year", "'year' year", "'the' 'year' year", "year 'ad'|'ce'", "'year' words", "'the' 'year' words")
    def _(year: int) -> int:
        return year

    @rule("yrn", "'’'|''' dd")
    def _(two: int) -> int:
        return century(two)

    @rule("yrn", "hundreds teens", "hundreds tens", "hundreds tens '-'? n", "hundreds 'hundred' 'and'? tens '-'? n")
    def _(hundreds: int, rest: int, ones: int = 0) -> int | None:
        return hundreds * 100 + rest + ones if ones < 10 else None

    @rule("yrn", "hundreds 'zero'|'oh' n")
    def _(hundreds: int, ones: int) -> int | None:
        return hundreds * 100 + ones if ones < 10 else None

    @rule("words", "n 'thousand' 'and'? n", "n 'thousand'")
    def _(thousands: int, rest: int = 0) -> int | None:
        return thousands * 1000 + rest if thousands == 2 and rest < 100 else None

    @rule("yr", "yrn", "words")
    def _(year: int) -> int:
        return year
