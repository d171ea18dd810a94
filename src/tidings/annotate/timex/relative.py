"""Rules for days counted from the day of publication or from the day the story has reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.period import (
    DAY,
    Context,
    Expression,
    Period,
    day_of,
    month_of,
    nearest,
    part_of,
    season_of,
    unit_of,
    valid,
    week_of,
)

#: The vague values of TIMEX3, with the side of the reference day they lie on.
PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"


def published(make: Callable[[date], Period | None]) -> Expression:
    """An expression counted from the day of publication."""

    def read(context: Context) -> Period | None:
        period = make(context.reference)
        return period and replace(period, anchor=context.reference)

    return read


def told(make: Callable[[date], Period | None]) -> Expression:
    """An expression counted from the day the story has reached."""

    def read(context: Context) -> Period | None:
        period = make(context.narrative)
        return period and replace(period, anchor=context.narrative)

    return read


def vague(value: str) -> Expression:
    """A time of which only its side is known."""

    def make(today: date) -> Period:
        earliest = None if value == PAST else today
        latest = None if value == FUTURE else today
        return Period(value, earliest, latest, None)

    return published(make)


def add_relative(grammar: Grammar) -> None:
    """Adds these rules."""
    _add_named_days(grammar)
    _add_shifted_units(grammar)
    _add_shifted_names(grammar)
    _add_narrative(grammar)
    _add_parts(grammar)
    _add_members(grammar)


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

    @rule("date", "nowword", "'the' 'present'", "'these' 'days'", "'right' nowword")
    def _(_: str = "") -> Expression:
        return vague(PRESENT)


def _add_shifted_units(grammar: Grammar) -> None:
    """`wref` is a stretch that may hold a smaller one: "last week", "next year"."""
    rule = grammar.rule
    for kind, shift in (("last", -1), ("this", 0), ("next", 1)):
        for lead in ((), ("'the'",)):
            grammar.insert(
                [*lead, kind, "unit"], "wref",
                lambda _, unit, shift=shift: _shifted(unit, shift),
            )  # fmt: skip

    @rule("wref", "'the' unit 'after' next", "unit 'after' next")
    def _(unit: str, _: str) -> Expression | None:
        return _shifted(unit, 2)

    @rule("wref", "'the' unit 'before' last", "unit 'before' last")
    def _(unit: str, _: str) -> Expression | None:
        return _shifted(unit, -2)

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

    @rule("date", "wref")
    def _(period: Expression) -> Expression:
        return period

    @rule("date", "this 'calendar' unit")
    def _(_: str, unit: str) -> Expression | None:
        return _shifted(unit, 0)

    @rule("date", "'the'? 'rest'|'remainder' 'of' whole", "'the'? 'rest'|'remainder' 'of' wref")
    def _(whole: Expression) -> Expression:
        return lambda c: _rest(whole(c), c.reference)

    @rule("whole", "'the' unit", "'the' 'calendar' unit")
    def _(unit: str) -> Expression | None:
        return published(lambda d: unit_of(d, unit)) if unit not in ("day", "hour", "minute", "second") else None

    @rule("date", "'the' 'weekend'", "'weekend'")
    def _() -> Expression:
        return lambda c: nearest((unit_of(c.reference, "weekend", n) for n in (-1, 0, 1)), c)

    @rule("date", "'year'|'years' '-' 'end'", "'year' 'end'")
    def _() -> Expression:
        return lambda c: part_of(unit_of(c.reference, "year"), "end")


def _rest(whole: Period | None, today: date) -> Period | None:
    """What is left of a period from the day of publication on."""
    inside = whole and whole.earliest and whole.latest and whole.earliest <= today <= whole.latest
    return replace(whole, earliest=today) if whole and inside else None


def _shifted(unit: str, shift: int) -> Expression | None:
    if unit == "night":
        return published(lambda d: part_of_day(day_of(d + DAY * shift), "NI"))
    if unit in ("hour", "minute", "second"):
        return None
    return published(lambda d: unit_of(d, unit, shift))


def _add_shifted_names(grammar: Grammar) -> None:
    """Names of days, months and seasons with last, this or next before them."""
    for kind, shift in (("last", -1), ("this", 0), ("next", 1)):
        for lead in ((), ("'the'",)):
            for name, choose in (("weekday", _weekday), ("m", _month), ("season", _season)):
                grammar.insert(
                    [*lead, kind, name], "date",
                    lambda _, n, choose=choose, shift=shift: published(lambda d: choose(d, n, shift)),
                )  # fmt: skip

    @grammar.rule("date", "before weekday", "'the' before weekday")
    def _(_: str, weekday: int) -> Expression:
        return told(lambda d: _weekday(d, weekday, -1))

    @grammar.rule("date", "'past' weekday", "'the' 'past' weekday")
    def _(weekday: int) -> Expression:
        return published(lambda d: _weekday(d, weekday, -1))

    @grammar.rule("date", "after weekday", "'the' after weekday")
    def _(_: str, weekday: int) -> Expression:
        return told(lambda d: day_of(d + DAY * ((weekday - d.weekday() - 1) % 7 + 1)))

    @grammar.rule("date", "then weekday")
    def _(_: str, weekday: int) -> Expression:
        return told(lambda d: day_of(d - DAY * ((d.weekday() - weekday) % 7)))

    @grammar.rule("date", "n weekdays ago", "n weekdays 'from' 'now'|'today'", "n weekdays later")
    def _(n: int, weekday: int, word: str = "from") -> Expression:
        if word in ("ago", "back"):
            return published(lambda d: day_of(d - DAY * ((d.weekday() - weekday - 1) % 7 + 7 * n - 6)))
        return published(lambda d: day_of(d + DAY * ((weekday - d.weekday() - 1) % 7 + 7 * n - 6)))

    @grammar.rule("date", "weekday 'after' next")
    def _(weekday: int, _: str) -> Expression:
        return published(lambda d: _weekday(d, weekday, 1))

    @grammar.rule("date", "m 'after' next")
    def _(month: int, _: str) -> Expression:
        return published(lambda d: month_of(d.year + 1 + (month <= d.month), month))

    @grammar.rule("date", "weekday 'of'|'from'? wref", "wref weekday", "weekday ',' wref", "wref 'on' weekday",
                  "wref ''' 's' weekday", "wref '’' 's' weekday")  # fmt: skip
    def _(*values: Expression | int) -> Expression:
        weekday = next(v for v in values if isinstance(v, int))
        week = next(v for v in values if not isinstance(v, int))
        return _inside(week, "week", lambda first, _: day_of(first + DAY * weekday))

    @grammar.rule("date", "m 'of'? wref", "'the'? season 'of'? wref", "wref m", "wref 'in' m")
    def _(*values: Expression | int) -> Expression:
        month = next(v for v in values if isinstance(v, int))
        year = next(v for v in values if not isinstance(v, int))
        return _inside(year, "year", lambda first, _: month_of(first.year, month))

    @grammar.rule("date", "md 'of'? wref")
    def _(md: tuple[int, int], year: Expression) -> Expression:
        return _inside(year, "year", lambda first, _: day_of(valid(first.year, *md)))

    @grammar.rule("date", "'the'? dom 'of'|'in' wref", "'the'? dom 'day' 'of' wref", "'the' nth wref")
    def _(day: int, month: Expression) -> Expression:
        return _inside(month, "month", lambda first, _: day_of(valid(first.year, first.month, day)))


def _inside(whole: Expression, grain: str, make: Callable[[date, date], Period | None]) -> Expression:
    """Something inside a period of the given grain; nothing inside any other."""

    def read(context: Context) -> Period | None:
        period = whole(context)
        if not period or not period.earliest or not period.latest or period.granularity != grain:
            return None
        found = make(period.earliest, period.latest)
        return found and replace(found, anchor=period.anchor)

    return read


def _weekday(today: date, weekday: int, shift: int) -> Period | None:
    """ "Next Friday" is that of the next ISO week, "this Friday" of this one, "last Friday" the last gone by."""
    if shift < 0:
        return day_of(today - DAY * ((today.weekday() - weekday - 1) % 7 + 1))
    return day_of(today + DAY * (weekday - today.weekday() + 7 * shift))


def _month(today: date, month: int, shift: int) -> Period | None:
    """ "Last May" is the last gone by, "next May" the first to come, "this May" that of the year."""
    if shift < 0:
        return month_of(today.year - (month >= today.month), month)
    return month_of(today.year + (shift > 0 and month <= today.month), month)


def _season(today: date, season: int, shift: int) -> Period | None:
    """ "Last summer" is the last that is over, "next summer" the first to begin, "this summer" that of the year."""
    if shift == 0:
        return season_of(today.year - (season == 3 and today.month < 3), season)
    seasons = [p for p in (season_of(today.year + n, season) for n in (-2, -1, 0, 1)) if p and p.earliest and p.latest]
    if shift < 0:
        return [p for p in seasons if p.latest and p.latest < today][-1]
    return next((p for p in seasons if p.earliest and p.earliest > today), None)


def _add_narrative(grammar: Grammar) -> None:
    @grammar.rule("date", "'the' 'day' 'before'", "'the' 'day' earlier")
    def _(_: str = "") -> Expression:
        return told(lambda d: day_of(d - DAY))

    @grammar.rule("date", "'the' 'day' 'after'", "'the' 'day' 'afterwards'")
    def _() -> Expression:
        return told(lambda d: day_of(d + DAY))

    @grammar.rule("date", "'the' unit 'before'|'prior'", "'the' unit earlier")
    def _(unit: str, _: str = "") -> Expression | None:
        return told(lambda d: unit_of(d, unit, -1)) if unit != "day" else None

    @grammar.rule("date", "'the'|'a'? nth 'straight'|'consecutive'|'successive'|'running' unit",
                  "'the'? nth unit 'in' 'a' 'row'", "'the'? nth 'day'|'night'")  # fmt: skip
    def _(_: int, unit: str = "day") -> Expression:
        return told(lambda d: unit_of(d, "day" if unit == "night" else unit))


def part_of_day(day: Period | None, part: str) -> Period | None:
    """A morning, an evening ... of a day, as a TIMEX3 TIME."""
    if not day or day.granularity != "day":
        return None
    return replace(day, value=f"{day.value}T{part}", type="TIME")


def _at(day: Expression, part: str) -> Expression:
    return lambda c: part_of_day(day(c), part)


def _add_parts(grammar: Grammar) -> None:
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

    @rule("date", "overnight", "'the' overnight")
    def _(_: str) -> Expression:
        def night(today: date) -> Period:
            return Period(f"{today - DAY}TNI", today - DAY, today, "day", "TIME")

        return published(night)

    @rule("date", "'the' part 'before'", "'the' before part")
    def _(*words: str) -> Expression:
        return _at(told(lambda d: day_of(d - DAY)), words[-1] if words[-1].isupper() else words[0])

    @rule("date", "'the' part", "then part", "'the' next part", "'the' after part", "'the' 'early' 'hours'")
    def _(*words: str) -> Expression:
        part = words[-1] if words else "MO"
        shift = 1 if words[:-1] and words[0] in ("next", "following", "subsequent") else 0
        return _at(told(lambda d: day_of(d + DAY * shift)), part)


def _add_members(grammar: Grammar) -> None:
    """One of the days, weeks or parts that a larger stretch is made of."""
    rule = grammar.rule

    @rule("date", "'the'? nth weekday 'of'|'in' date", "'the'? last weekday 'of'|'in' date")
    def _(nth: int | str, weekday: int, whole: Expression) -> Expression:
        return lambda c: _nth(whole(c), nth, lambda d: day_of(d) if d.weekday() == weekday else None)

    @rule("date", "'the'? nth unit 'of'|'in' date", "'the'? last unit 'of'|'in' date",
          "'the'? nth unit 'of' whole", "'the'? last unit 'of' whole", "'the'? nth unit 'in' whole")  # fmt: skip
    def _(nth: int | str, unit: str, whole: Expression) -> Expression:
        return lambda c: _nth(whole(c), nth, lambda d: _begins(unit, d))

    @rule("date", "'the'? 'week' 'beginning'|'starting'|'commencing' date")
    def _(day: Expression) -> Expression:
        return lambda c: _holding(day(c), "week")

    @rule("date", "date 'weekend'")
    def _(day: Expression) -> Expression:
        return lambda c: _holding(day(c), "weekend")

    @rule("date", "'week' n", "'week' n 'of'|',' yr")
    def _(week: int, year: int | None = None) -> Expression | None:
        def read(context: Context) -> Period | None:
            fourth = date(year or context.reference.year, 1, 4)
            return replace(week_of(fourth + DAY * 7 * (week - 1)), anchor=None if year else context.reference)

        return read if 1 <= week <= 53 else None

    @rule("date", "'the'? unit 'of' date")
    def _(unit: str, inner: Expression) -> Expression | None:
        if unit in ("night", "hour", "minute", "second", "day"):
            return None

        def read(context: Context) -> Period | None:
            period = inner(context)
            same = period is not None and period.granularity == unit
            return period if same else _holding(period, unit)

        return read

    for kind, part in (("early", "early"), ("late", "late"), ("'mid'", "mid")):
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


def _holding(day: Period | None, unit: str) -> Period | None:
    """The week, month ... that holds a day."""
    if not day or not day.earliest or day.granularity != "day":
        return None
    found = unit_of(day.earliest, unit)
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
    """The nth (or with a word, the last) of the things found on the days of a period."""
    if not whole or not whole.earliest or not whole.latest or (whole.latest - whole.earliest).days > 40_000:
        return None
    days = (whole.latest - whole.earliest).days + 1
    found = [p for p in (choose(whole.earliest + DAY * n) for n in range(days)) if p]
    index = nth - 1 if isinstance(nth, int) else -1
    return replace(found[index], anchor=whole.anchor) if -1 <= index < len(found) and found else None
