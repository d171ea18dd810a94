"""Rules for the parts of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tidings.annotate.timex.anchor import published, told
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.period import DAY, Expression, Period, day_of


def part_of_day(day: Period | None, part: str) -> Period | None:
    """A morning, an evening ... of a day, as a TIMEX3 TIME."""
    if not day or day.granularity != "day":
        return None
    return replace(day, value=f"{day.value}T{part}", type="TIME")


def _at(day: Expression, part: str) -> Expression:
    return lambda c: part_of_day(day(c), part)


def add_dayparts(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("date", "date part", "date ''' 's' part", "date '’' 's' part", "date 'in' 'the' part", "date early part",
          "date late part", "date '-' part")  # fmt: skip
    def _(day: Expression, *words: str) -> Expression:
        return _at(day, words[-1])

    @rule("date", "part 'of'|'on' date", "'the' part 'of' date", "'the'? 'early' 'hours' 'of' date")
    def _(*values: str | Expression) -> Expression:
        part, day = values if len(values) == 2 else ("MO", values[0])
        assert isinstance(part, str) and not isinstance(day, str)
        return _at(day, part)

    @rule("date", "this part", "early this part", "late this part")
    def _(*words: str) -> Expression:
        return _at(published(day_of), words[-1])

    @rule("date", "tonight", "early tonight", "late tonight")
    def _(*_: str) -> Expression:
        return _at(published(day_of), "NI")

    @rule("date", "last part")
    def _(_: str, part: str) -> Expression:
        return _at(published(lambda d: day_of(d - DAY)), part)

    @rule("date", "'at'|'by'|'before'|'after'|'until'|'since'|'around'|'from' part", "'mid' '-'? part")
    def _(part: str) -> Expression:
        return _at(told(day_of), part)

    @rule("date", "overnight 'on'? date")
    def _(_: str, day: Expression) -> Expression:
        return _at(day, "NI")

    @rule("date", "overnight", "'the' overnight")
    def _(_: str) -> Expression:
        def night(today: date) -> Period:
            return Period(f"{today - DAY}TNI", today - DAY, today, "day", "TIME")

        return published(night)

    @rule("date", "'the' part 'before'", "'the' before part")
    def _(*words: str) -> Expression:
        return _at(told(lambda d: day_of(d - DAY)), words[-1] if words[-1].isupper() else words[0])

    @rule("date", "'the' part", "then part", "'the'? next part", "'the' after part", "'the' 'early' 'hours'")
    def _(*words: str) -> Expression:
        part = words[-1] if words else "MO"
        shift = 1 if words[:-1] and words[0] in ("next", "following", "subsequent") else 0
        return _at(told(lambda d: day_of(d + DAY * shift)), part)
