"""Rules for lengths that end or begin with the day of publication: "the last 30 years", "within days"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tidings.annotate.timex.anchor import published
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.lengths import CLOCK, Length
from tidings.annotate.timex.period import Expression, Period, span_of, unit_of


def add_stretches(grammar: Grammar) -> None:
    """Lengths that end or begin with the day of publication."""
    rule = grammar.rule
    for kind, sign in (("last", -1), ("before", -1), ("next", 1), ("after", 1)):
        for lead in ((), ("'the'",), ("'these'",)):
            for tail in (("len",), ("units",), ("'-'", "len")):
                grammar.insert((*lead, kind, *tail), "date", lambda _, v, sign=sign: _stretch(v, sign))

    @rule("date", "'the' 'past' unit")
    def _(unit: str) -> Expression | None:
        return _stretch(Length(1.0, unit), -1) if unit not in CLOCK else None

    @rule("date", "'the'? 'past' len", "'the'? 'past' units")
    def _(length: Length | str) -> Expression:
        return _stretch(length, -1)

    @rule("date", "'the'? n 'past' units")
    def _(n: int, unit: str) -> Expression:
        return _stretch(Length(float(n), unit), -1)

    for kind, sign in (("last", -1), ("before", -1), ("next", 1)):
        for lead in ((), ("'the'",)):
            grammar.insert(
                (*lead, "n", kind, "units"), "date",
                lambda n, _, unit, sign=sign: _stretch(Length(float(n), unit), sign),
            )  # fmt: skip


def _stretch(length: Length | str, sign: int) -> Expression:
    """ "The last 30 years": a length that is anchored, written "P30Y before 2021" (we have no beginPoint, endPoint)."""
    known = length if isinstance(length, Length) else Length(None, length)

    def make(today: date) -> Period | None:
        period = _quarters(known, today, sign) if known.unit == "quarter" else known.reach(today, sign)
        near = unit_of(today, known.unit if known.unit in ("week", "month", "year") else "day")
        word = "before" if sign < 0 else "after"
        return period and near and replace(period, value=f"{known.value} {word} {near.value}", type="DURATION")

    return published(make)


def _quarters(length: Length, today: date, sign: int) -> Period | None:
    """Quarters are whole, as accounts are: "the last two quarters" end where this one begins."""
    if not length.known:
        return length.reach(today, sign)
    far, near = (unit_of(today, "quarter", sign * n) for n in (int(length.count or 0), 1))
    return span_of(far, near) if sign < 0 else span_of(near, far)
