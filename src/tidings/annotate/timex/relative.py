"""Rules for days counted from the day of publication or from the day the story has reached."""

from __future__ import annotations

from dataclasses import replace

from tidings.annotate.timex.anchor import FUTURE, PAST, PRESENT, published, told, vague
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.dayparts import part_of_day
from tidings.annotate.timex.period import (
    DAY,
    Context,
    Expression,
    Period,
    day_of,
    nearest,
    unit_of,
    week_of,
)
from tidings.annotate.timex.stretch_ends import until


def add_relative(grammar: Grammar) -> None:
    """Adds these rules."""
    _add_named_days(grammar)
    _add_shifted_units(grammar)
    _add_narrative(grammar)


def _add_named_days(grammar: Grammar) -> None:
    rule = grammar.rule
    for kind, shift in (("today", 0), ("yesterday", -1), ("tomorrow", 1)):
        grammar.insert([kind], "date", lambda _, shift=shift: published(lambda d: unit_of(d, "day", shift)))

    @rule("date", "'the'? 'day' 'before' yesterday", "'the'? 'day' 'after' tomorrow")
    def _(word: str) -> Expression:
        return published(lambda d: unit_of(d, "day", -2 if word == "yesterday" else 2))

    @rule("date", "recent", "'in'? 'the' 'past'", "'in'? 'the' 'recent' 'past'", "'in'? 'recent' units")
    def _(_: str = "") -> Expression:
        return vague(PAST)

    @rule("date", "soon", "'in'? 'the' 'near'? 'future'", "'in'? 'the' 'coming' units", "'in'? 'coming' units",
          "'the'? units 'ahead'|'to' 'come'?", "'the' 'foreseeable' 'future'")  # fmt: skip
    def _(_: str = "") -> Expression:
        return vague(FUTURE)

    @rule("date", "nowword", "'the' 'present'", "'these' 'days'", "'right' nowword", "'at' 'present'", "'for' 'now'",
          "'to'|'till'|'until' 'date'",
          "'at' 'the' 'present'? 'moment'", "'at' 'the' 'present' 'time'", "'at' 'this' 'time'|'moment'|'point'",
          "'the' 'present' 'day'|'time'", "'at' 'the' 'present' 'moment'", "'the' 'moment'")  # fmt: skip
    def _(_: str = "") -> Expression:
        return vague(PRESENT)


def _add_shifted_units(grammar: Grammar) -> None:
    """`wref` is a stretch that may hold a smaller one: "last week", "next year"."""
    rule = grammar.rule
    for kind, shift in (("last", -1), ("this", 0), ("next", 1)):
        grammar.insert([kind, "'hour'"], "date", lambda _, shift=shift: published(lambda d: unit_of(d, "day")))
        for lead in ((), ("'the'",)):
            grammar.insert(
                [*lead, kind, "unit"], "wref",
                lambda _, unit, shift=shift: _weekend(shift) if unit == "weekend" else _shifted(unit, shift),
            )  # fmt: skip

    @rule("wref", "'the' unit 'after' 'the'? next", "unit 'after' 'the'? next")
    def _(unit: str, _: str) -> Expression | None:
        return _shifted(unit, 2)

    @rule("wref", "'the' unit 'before' last", "unit 'before' last")
    def _(unit: str, _: str) -> Expression | None:
        return _shifted(unit, -2)

    @rule("wref", "approx wref")
    def _(_: str, period: Expression) -> Expression:
        return period

    @rule("wref", "this next 'weekend'", "'the'? 'coming'|'upcoming' 'weekend'")
    def _(*_: str) -> Expression:
        return published(lambda d: unit_of(d, "weekend"))

    @rule("wref", "'this'? 'past' unit")
    def _(unit: str) -> Expression | None:
        return _shifted(unit, -1) if unit in ("week", "weekend", "month", "year", "quarter") else None

    @rule("wref", "before unit", "'the' before unit")
    def _(_: str, unit: str) -> Expression:
        return told(lambda d: unit_of(d, unit, -1))

    @rule("wref", "after unit", "'the' after unit", "'the' next 'day'")
    def _(_: str, unit: str = "day") -> Expression:
        return told(lambda d: unit_of(d, unit, 1))

    @rule("wref", "'next' 'day'")
    def _() -> Expression:
        return told(lambda d: unit_of(d, "day", 1))

    @rule("wref", "then unit", "'the' then unit")
    def _(_: str, unit: str) -> Expression:
        return told(lambda d: unit_of(d, unit))

    @rule("date", "last 'working'|'work' 'week'", "this 'working'|'work' 'week'", "next 'working'|'work' 'week'",
          "last 'workweek'", "this 'workweek'", "next 'workweek'")  # fmt: skip
    def _(word: str) -> Expression:
        shift = {"last": -1, "this": 0, "current": 0}.get(word, 1)
        return published(lambda d: until(week_of(d + DAY * 7 * shift), d - DAY * (d.weekday() - 4 - 7 * shift)))

    @rule("date", "wref")
    def _(period: Expression) -> Expression:
        return period

    @rule("date", "this 'calendar' unit")
    def _(_: str, unit: str) -> Expression | None:
        return _shifted(unit, 0)

    @rule("date", "'the' 'weekend'", "'weekend'")
    def _() -> Expression:
        return lambda c: nearest(
            (unit_of(c.reference, "weekend", n) for n in (-1, 0, 1)),
            replace(c, tense="past" if c.tense == "unknown" else c.tense),
        )


def _weekend(shift: int) -> Expression:
    """ "This weekend" is the next, but at the start of a week, told as past, the one just over."""

    def read(context: Context) -> Period | None:
        today, gone = context.reference.weekday(), {"past": 2, "present": 3, "unknown": 3}.get(context.tense, 0)
        found = unit_of(context.reference, "weekend", shift - (shift == 0 and today < gone))
        return found and replace(found, anchor=context.reference)

    return read


def _shifted(unit: str, shift: int) -> Expression | None:
    """The unit so many units from that of publication; "the last day" is one of something else, not yesterday."""
    if unit == "day" and shift < 0:
        return told(day_of)
    if unit == "night":
        return published(lambda d: part_of_day(day_of(d + DAY * shift), "NI"))
    if unit in ("hour", "minute", "second"):
        return None
    return published(lambda d: unit_of(d, unit, shift))


def _add_narrative(grammar: Grammar) -> None:
    @grammar.rule("date", "'the' 'day' 'before'", "'the' 'day' earlier")
    def _(_: str = "") -> Expression:
        return told(lambda d: day_of(d - DAY))

    @grammar.rule("date", "'the'? nth 'night'")
    def _(_: int) -> Expression:
        return told(lambda d: unit_of(d, "night"))

    @grammar.rule("date", "'the' 'day' 'after'", "'the' 'day' 'afterwards'")
    def _() -> Expression:
        return told(lambda d: day_of(d + DAY))

    @grammar.rule("date", "'the' unit 'before'|'prior'", "'the' unit earlier")
    def _(unit: str, _: str = "") -> Expression | None:
        return told(lambda d: unit_of(d, unit, -1)) if unit != "day" else None

    @grammar.rule("date", "'the'|'a'? nth 'straight'|'consecutive'|'successive'|'running' unit",
                  "'the'? nth unit 'in' 'a' 'row'", "'the'? nth 'day'")  # fmt: skip
    def _(_: int, unit: str = "day") -> Expression:
        return told(lambda d: unit_of(d, unit))
