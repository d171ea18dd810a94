"""Rules for dates that lie a length away from the day of publication, the day of the story, or another date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from tidings.annotate.timex.anchor import FUTURE, PAST, published, told, vague
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.lengths import CLOCK, Length
from tidings.annotate.timex.period import DAY, Context, Expression, Period, day_of, span_of, unit_of, valid

#: Values of TIMEX3 for a day, week ... that a text names but does not date.
_OPEN = {"day": "XXXX-XX-XX", "night": "XXXX-XX-XXTNI", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
Anchored = Callable[[Callable[[date], Period | None]], Expression]


def add_offsets(grammar: Grammar) -> None:
    """Adds these rules."""
    for length in ("len", "alen"):
        _add_from_now(grammar, length)
        _add_within(grammar, length)
        _add_from_then(grammar, length)
        _add_starting(grammar, length)
    _add_vague(grammar)


def _add_from_now(grammar: Grammar, length: str) -> None:
    rule = grammar.rule

    @rule("date", f"{length} ago", f"{length} 'ago' 'today'")
    def _(length: Length, _: str = "") -> Expression:
        return _offset(length, -1, published, PAST)

    @rule("date", f"{length} 'from' 'now'|'today'", f"{length} hence", f"'in' {length} ''|'’' 'time'",
          f"'in' {length} ''' 's'? 'time'", f"'in' {length} '’' 's'? 'time'",
          f"{length} 'in' 'the' 'future'")  # fmt: skip
    def _(length: Length, _: str = "") -> Expression:
        return _offset(length, 1, published, FUTURE)

    @rule("date", f"'in' {length}")
    def _(length: Length) -> Expression:
        ahead = _offset(length, 1, published, FUTURE)
        during = Period(length.value, None, None, None, "DURATION")
        return lambda c: ahead(c) if c.tense == "future" else during

    @rule("date", f"'within' {length}", f"'within' 'the' {length}", f"'within' 'the' next {length}",
          f"'within' next {length}")  # fmt: skip
    def _(*values: Length | str) -> Expression:
        length = values[-1]
        assert isinstance(length, Length)
        return published(lambda d: _with_today(length.reach(d, 1), d))


def _add_vague(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("date", "units ago")
    def _(_: str, __: str) -> Expression:
        return vague(PAST)

    @rule("date", "units later")
    def _(unit: str, _: str) -> Expression:
        return _offset(Length(None, unit), 1, told, FUTURE)

    @rule("date", "units earlier")
    def _(unit: str, _: str) -> Expression:
        return _offset(Length(None, unit), -1, told, PAST)

    @rule("date", "'in'? 'the' unit 'to'|'ended'|'ending'|'through' date")
    def _(unit: str, end: Expression) -> Expression | None:
        return _up_to(Length(1.0, unit), end)

    @rule("date", "'the' len 'to'|'ended'|'ending'|'through' date")
    def _(length: Length, end: Expression) -> Expression | None:
        return _up_to(length, end)

    @rule("apart", "len 'before'|'after'|'following'", "alen 'before'|'after'|'following'")
    def _(length: Length) -> Expression:
        return lambda _: Period(length.value, None, None, None, "DURATION")

    @rule("apart", "'the' unit 'before'|'after'", "'the' 'day' 'before'|'after'")
    def _(unit: str = "day") -> Expression | None:
        open_date = {
            "day": "XXXX-XX-XX",
            "night": "XXXX-XX-XXTNI",
            "week": "XXXX-WXX",
            "month": "XXXX-XX",
            "year": "XXXX",
        }
        value = open_date.get(unit)
        return (lambda _: Period(value, None, None, None)) if value else None


def _up_to(length: Length, end: Expression) -> Expression | None:
    """ "The three months to June": a length that ends with a date."""
    if not length.known:
        return None

    def read(context: Context) -> Period | None:
        last = end(context)
        start = length.moved(last.latest + DAY, -1) if last and last.latest else None
        if not last or not start:
            return None
        return replace(last, value=f"{length.value} before {last.value}", earliest=start, type="DURATION")

    return read


def _add_within(grammar: Grammar, length: str) -> None:
    @grammar.rule("date", f"'within' {length} 'of'|'from'|'after'|'following' date")
    def _(length: Length, start: Expression) -> Expression:
        return lambda c: _beyond(length, start(c))


def _beyond(length: Length, start: Period | None) -> Period | None:
    """The stretch that begins with a period and reaches so far beyond it."""
    if not start or not start.earliest or not start.latest:
        return None
    ahead = length.reach(start.latest, 1)
    return ahead and replace(ahead, earliest=start.earliest, anchor=start.anchor or start.earliest)


def _add_from_then(grammar: Grammar, length: str) -> None:
    rule = grammar.rule

    @rule("date", f"{length} earlier", f"{length} 'in' 'advance'")
    def _(length: Length, _: str = "") -> Expression:
        return _offset(length, -1, told, PAST)

    @rule("date", f"{length} later", f"{length} 'on'")
    def _(length: Length, _: str = "") -> Expression:
        return _offset(length, 1, told, FUTURE)

    @rule("date", f"{length} 'before' date", f"{length} 'prior' 'to' date", f"{length} 'until' date")
    def _(length: Length, start: Expression) -> Expression:
        return _from(length, -1, start)

    @rule("date", f"{length} 'after'|'from'|'following' date")
    def _(length: Length, start: Expression) -> Expression:
        return _from(length, 1, start)

    if length == "alen":
        for word, sign in (("before", -1), ("after", 1), ("following", 1)):
            grammar.insert(
                ("'the'", "unit", f"'{word}'", "date"), "date",
                lambda unit, start, sign=sign: _from(Length(1.0, unit), sign, start),
            )  # fmt: skip


def _add_starting(grammar: Grammar, length: str) -> None:
    """A stretch that begins with a day: "for three days from Monday"."""
    rule = grammar.rule

    @rule("date", f"{length} 'starting'|'beginning'|'commencing' 'on'|'from'? date",
          f"'for' {length} ','? 'from'|'starting'|'beginning' date",
          f"'for' {length} 'starting'|'beginning' 'from'|'on' date")  # fmt: skip
    def _(length: Length, start: Expression) -> Expression:
        return lambda c: _begun(length, start(c))

    @rule("date", f"'from' date 'for' {length}", f"'starting'|'beginning' date 'for' {length}")
    def _(start: Expression, length: Length) -> Expression:
        return lambda c: _begun(length, start(c))


def _begun(length: Length, start: Period | None) -> Period | None:
    """The stretch of whole days that begins with a day, the day itself counted."""
    if not length.known or not start or not start.earliest:
        return None
    end = length.moved(start.earliest, 1)
    return span_of(replace(start, type="DATE"), replace(day_of(end - DAY) or start)) if end else None


def _with_today(ahead: Period | None, today: date) -> Period | None:
    """A stretch ahead, with the day of publication itself."""
    return replace(ahead, earliest=today) if ahead else None


def _offset(length: Length, sign: int, anchored: Anchored, side: str) -> Expression:
    """What lies a length away; to the minute where the hour of publication is known."""
    by_day = _by_day(length, sign, anchored, side)
    if not length.by_the_clock:
        return by_day

    def read(context: Context) -> Period | None:
        if context.clock is None or (anchored is told and context.narrative != context.reference):
            return by_day(context)
        there = length.moment(datetime.combine(context.reference, context.clock), sign)
        day = day_of(valid(there.year, there.month, there.day)) if there else None
        if not there or not day:
            return None
        return replace(day, value=f"{there:%Y-%m-%dT%H:%M}", type="TIME", anchor=context.reference)

    return read


def _by_day(length: Length, sign: int, anchored: Anchored, side: str) -> Expression:
    if length.count is None:
        return vague(side) if anchored is published else told(lambda d: length.reach(d, sign))
    if length.unit in CLOCK:
        hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[length.unit] * length.count
        return anchored(lambda d: unit_of(d, "day", sign * int(hours // 24)))
    if length.count != int(length.count):
        halves = {"year": Length(length.count * 12, "month"), "decade": Length(length.count * 10, "year")}
        days = {"month": 30.4, "week": 7.0, "day": 1.0}.get(length.unit, 365.25)
        length = halves.get(length.unit) or Length(float(round(length.count * days)), "day")
    return anchored(lambda d: length.away(d, sign))


def _from(length: Length, sign: int, start: Expression) -> Expression:
    def read(context: Context) -> Period | None:
        period = start(context)
        if not period or not period.earliest or not period.latest:
            return None
        if length.unit in CLOCK or length.count is None:
            return replace(period, value=PAST if sign < 0 else FUTURE, earliest=None, latest=None, granularity=None)
        found = length.away(period.earliest if sign < 0 else period.latest, sign)
        return found and replace(found, anchor=period.anchor)

    return read
