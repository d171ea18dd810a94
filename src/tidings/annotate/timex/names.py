"""Rules for names of days, months and seasons with "last", "this", "next" or a larger stretch beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tidings.annotate.timex.absolute import MonthDay, around, on_weekday
from tidings.annotate.timex.anchor import inside, published, told
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.period import DAY, Context, Expression, Period, day_of, month_of, season_of, valid

#: Days within which a weekday of the same week is named without "last".
_PLAIN = 3
_DATES = ("md", "slashed", "figures")
_COMING = frozenset({"coming", "upcoming", "forthcoming"})


def add_names(grammar: Grammar) -> None:
    """Names of days, months and seasons with last, this or next before them."""
    for kind, shift in (("last", -1), ("this", 0), ("next", 1)):
        for lead in ((), ("'the'",)):
            for name in ("md", "slashed"):
                grammar.insert([*lead, kind, name], "date", lambda _, md, shift=shift: published(
                    lambda d: _yearly(d, md, shift)))  # fmt: skip
            grammar.insert([*lead, kind, "m"], "date", lambda _, m, shift=shift: published(
                lambda d: _month(d, m, shift)))  # fmt: skip
            grammar.insert(
                [*lead, kind, "weekday"], "date", lambda word, n, shift=shift: _named_weekday(word, n, shift)
            )  # fmt: skip

    for kind, shift in (("last", -1), ("this", 0), ("next", 1)):
        for lead in ((), ("'the'",)):
            grammar.insert([*lead, kind, "season"], "date", lambda _, n, shift=shift: _season(n, shift))

    @grammar.rule("date", *(f"{word} weekday ','? {date}" for word in ("this", "next") for date in _DATES),
                  *(f"{word} weekday '(' {date} ')'" for word in ("this", "next") for date in _DATES),
                  *(f"{word} weekday '-' md" for word in ("this", "next")))  # fmt: skip
    def _(_: str, weekday: int, md: MonthDay) -> Expression:
        return lambda c: on_weekday(weekday, [valid(year, *md) for year in around(c)], c)

    @grammar.rule("date", "'this' next weekday")
    def _(_: str, weekday: int) -> Expression:
        return published(lambda d: _coming(d, weekday))

    @grammar.rule("date", "weekday last")
    def _(weekday: int, _: str) -> Expression:
        return published(lambda d: _weekday(d, weekday, -1))

    @grammar.rule("date", "weekday 'week'")
    def _(weekday: int) -> Expression:
        return published(lambda d: day_of(d + DAY * ((weekday - d.weekday() - 1) % 7 + 8)))

    @grammar.rule("date", "'the'|'this'? 'past' weekday")
    def _(weekday: int) -> Expression:
        return published(lambda d: _gone(d, weekday))

    @grammar.rule("date", "'this'? 'past' m")
    def _(month: int) -> Expression:
        return published(lambda d: _month(d, month, -1))

    @grammar.rule("date", "'this'? 'past' season")
    def _(season: int) -> Expression:
        return _season(season, -1)

    @grammar.rule("date", "before weekday")
    def _(_: str, weekday: int) -> Expression:
        return told(lambda d: _weekday(d, weekday, -1))

    @grammar.rule("date", "'the' before weekday")
    def _(_: str, weekday: int) -> Expression:
        return told(lambda d: _gone(d, weekday))

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
        return inside(week, "week", lambda first, _: day_of(first + DAY * weekday))

    @grammar.rule("date", "m 'of'? wref", "'the'? season 'of'? wref", "wref m", "wref 'in' m")
    def _(*values: Expression | int) -> Expression:
        month = next(v for v in values if isinstance(v, int))
        year = next(v for v in values if not isinstance(v, int))
        return inside(year, "year", lambda first, _: month_of(first.year, month))

    @grammar.rule("date", "md 'of'? wref")
    def _(md: tuple[int, int], year: Expression) -> Expression:
        return inside(year, "year", lambda first, _: day_of(valid(first.year, *md)))

    @grammar.rule("date", "'the'? dom 'of'|'in' wref", "'the'? dom 'day' 'of' wref", "'the' nth wref")
    def _(day: int, month: Expression) -> Expression:
        return inside(month, "month", lambda first, _: day_of(valid(first.year, first.month, day)))


def _coming(today: date, weekday: int) -> Period | None:
    """ "The coming Friday" is the first ahead, whichever week it lies in."""
    return day_of(today + DAY * ((weekday - today.weekday() - 1) % 7 + 1))


def _named_weekday(word: str, weekday: int, shift: int) -> Expression:
    """ "The coming Friday" is the first ahead; "this Friday" that of the week, or of the next where what is to come
    would lie behind.
    """

    def read(context: Context) -> Period | None:
        today = context.reference
        ahead = not shift and context.tense == "future" and weekday < today.weekday()
        found = _coming(today, weekday) if word in _COMING else _weekday(today, weekday, shift + ahead)
        return found and replace(found, anchor=today)

    return read


def _gone(today: date, weekday: int) -> Period | None:
    """ "The past Friday" is the last before the day."""
    return day_of(today - DAY * ((today.weekday() - weekday - 1) % 7 + 1))


def _weekday(today: date, weekday: int, shift: int) -> Period | None:
    """ "Next Friday" is that of the next ISO week, "this Friday" of this one, "last Friday" the last gone by, but not a
    day of this week so near that its name alone would do: on a Thursday "last Wednesday" is not yesterday.
    """
    if shift < 0:
        back = (today.weekday() - weekday - 1) % 7 + 1
        return day_of(today - DAY * (back + 7 * (back <= min(_PLAIN, today.weekday()))))
    return day_of(today + DAY * (weekday - today.weekday() + 7 * shift))


def _yearly(today: date, md: MonthDay, shift: int) -> Period | None:
    """ "Last May 5" is the last gone by, "next May 5" the first to come, "this May 5" that of the year."""
    own = valid(today.year, *md)
    if not own or not shift:
        return day_of(own)
    moved = own >= today if shift < 0 else own <= today
    return day_of(valid(today.year + shift * moved, *md))


def _month(today: date, month: int, shift: int) -> Period | None:
    """ "Last May" is the last gone by, "next May" the first to come, "this May" that of the year."""
    if shift < 0:
        return month_of(today.year - (month >= today.month), month)
    return month_of(today.year + (shift > 0 and month <= today.month), month)


def _season(season: int, shift: int) -> Expression:
    """ "Last summer" is the last that is over, "next summer" the first to begin. "This summer" is that of the year,
    unless it has not begun and is told as past.
    """

    def read(context: Context) -> Period | None:
        today = context.reference
        seasons = [p for p in (season_of(today.year + n, season) for n in (-2, -1, 0, 1)) if p and p.earliest]
        over = [p for p in seasons if p.latest and p.latest < today]
        ahead = [p for p in seasons if p.earliest and p.earliest > today]
        if shift:
            found = over[-1] if shift < 0 else next(iter(ahead), None)
        else:
            own = season_of(today.year - (season == 3 and today.month < 3), season)
            before, after = (today - over[-1].latest).days if over and over[-1].latest else 0, 0
            after = (own.earliest - today).days if own and own.earliest else 0
            found = over[-1] if over and context.tense != "future" and before < after else own
        return found and replace(found, anchor=today)

    return read
