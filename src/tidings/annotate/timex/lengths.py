"""Rules for lengths of time and for dates that lie a length away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.period import Context, Expression, Period, move, unit_of
from tidings.annotate.timex.relative import FUTURE, PAST, published, told, vague

_LETTER = {"day": "D", "night": "N", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M", "quarter": "M",
           "year": "Y", "decade": "Y", "century": "Y", "hour": "H", "minute": "M", "second": "S"}  # fmt: skip
_TIMES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100}
#: The precision with which a date is known that lies so many units away.
_CLOCK = ("hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Length:
    """So many units; `count` is None where only "several" is said."""

    count: float | None
    unit: str

    @property
    def value(self) -> str:
        """The TIMEX3 value, after ISO 8601.

        >>> Length(3, "week").value, Length(2, "decade").value, Length(None, "hour").value
        ('P3W', 'P20Y', 'PTXH')
        """
        number = "X" if self.count is None else f"{self.count * _TIMES.get(self.unit, 1):g}"
        return f"P{'T' if self.unit in _CLOCK else ''}{number}{_LETTER[self.unit]}"

    def away(self, start: date, sign: int) -> Period | None:
        """The period that lies this far from a day, as precise as its unit."""
        if self.count is None or self.count != int(self.count) or self.unit in _CLOCK:
            return None
        there = move(start, sign * int(self.count), self.unit)
        grain = {"night": "day", "fortnight": "week", "decade": "year", "century": "year"}.get(self.unit, self.unit)
        return unit_of(there, grain) if there else None

    def reach(self, start: date, sign: int) -> Period | None:
        """The stretch from a day on, or up to it."""
        if self.count is None:
            return Period(self.value, None if sign < 0 else start, None if sign > 0 else start, None)
        whole = int(self.count) if self.unit not in _CLOCK else 0
        end = move(start, sign * whole, self.unit if self.unit not in _CLOCK else "day")
        start += timedelta(days=sign > 0 and self.unit not in _CLOCK)
        if end is None:
            return None
        grain = {"night": "day", "fortnight": "week", "century": "decade"}.get(self.unit, self.unit)
        start, end = min(start, end), max(start, end)
        return Period(self.value, start, end, None if grain in _CLOCK else grain, "DURATION")


def add_lengths(grammar: Grammar) -> None:
    """Adds these rules."""
    _add_lengths(grammar)
    _add_offsets(grammar)
    _add_stretches(grammar)


def _add_lengths(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("len", "n units", "n '-' unit", "n '-' units", "approx len", "n 'more'|'full'|'straight'|'consecutive' units",
          "'more'|'less' 'than' len", "'at' 'least'|'most' len", "'up' 'to' len", "n '-' unit '-' 'long'")  # fmt: skip
    def _(n: int | str | Length, unit: str | Length | None = None) -> Length | None:
        for value in (n, unit):
            if isinstance(value, Length):
                return value
        return Length(float(n), str(unit)) if isinstance(n, int) else None

    @rule("len", "n unit")
    def _(n: int, unit: str) -> Length | None:
        return Length(1.0, unit) if n == 1 else None

    @rule("alen", "'a'|'an' unit", "'a' 'full'|'whole'|'single' unit")
    def _(unit: str) -> Length:
        return Length(1.0, unit)

    @rule("len", "'a'? several 'of'? 'the'? units", "'a' 'good' several units", "'tens'|'dozens'|'hundreds' 'of' units")
    def _(*words: str) -> Length:
        return Length(2.0 if words[0] == "couple" else None, words[-1])

    @rule("len", "n 'and' 'a' 'half' units", "n '1' '/' '2' units")
    def _(n: int, unit: str) -> Length:
        return Length(n + 0.5, unit)

    @rule("len", "n '.' n units")
    def _(whole: int, tenths: int, unit: str) -> Length:
        return Length(float(f"{whole}.{tenths}"), unit)

    @rule("len", "'half' 'a'|'an' unit", "'a' 'half' unit", "'half' '-' unit")
    def _(unit: str) -> Length:
        return Length(6.0, "month") if unit == "year" else Length(0.5, unit)

    @rule("len", "unit 'and' 'a' 'half'", "'a'|'an' unit 'and' 'a' 'half'")
    def _(unit: str) -> Length:
        return Length(18.0, "month") if unit == "year" else Length(1.5, unit)

    @rule("len", "n 'or'|'to'|'-'|'–' len")
    def _(low: int, high: Length) -> Length | None:
        return high if high.count is not None and low < high.count else None

    @rule("duration", "len", "'for' alen", "len '-'? 'old'", "'half' 'a'|'an' unit", "'for'? 'the' len",
          "'all' unit", "'for' 'the'? several units")  # fmt: skip
    def _(*values: Length | str) -> Expression:
        length = values[0] if isinstance(values[0], Length) else Length(1.0, str(values[-1]))
        return lambda _: Period(length.value, None, None, None, "DURATION")


def _add_offsets(grammar: Grammar) -> None:
    rule = grammar.rule
    for length in ("len", "alen"):

        @rule("date", f"{length} ago", f"{length} 'ago' 'today'", f"'some' {length} ago")
        def _(length: Length, _: str = "") -> Expression:
            return _offset(length, -1, published, PAST)

        @rule("date", f"{length} 'from' 'now'|'today'", f"{length} hence", f"'in' {length} ''|'’' 'time'",
              f"'in' {length} ''' 's'? 'time'", f"'in' {length} '’' 's'? 'time'")  # fmt: skip
        def _(length: Length, _: str = "") -> Expression:
            return _offset(length, 1, published, FUTURE)

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

        @rule("date", f"'in' {length}")
        def _(length: Length) -> Expression:
            ahead = _offset(length, 1, published, FUTURE)
            during = Period(length.value, None, None, None, "DURATION")
            return lambda c: ahead(c) if c.tense == "future" else during

        @rule("date", f"'within' {length}", f"'within' 'the' next? {length}")
        def _(*values: Length | str) -> Expression:
            length = values[-1]
            assert isinstance(length, Length)
            return published(lambda d: _from_now(length.reach(d, 1), d))

    @rule("date", "'the' unit 'before' date")
    def _(unit: str, start: Expression) -> Expression:
        return _from(Length(1.0, unit), -1, start)

    @rule("date", "'the' unit 'after'|'following' date")
    def _(unit: str, start: Expression) -> Expression:
        return _from(Length(1.0, unit), 1, start)


def _from_now(ahead: Period | None, today: date) -> Period | None:
    """A stretch ahead, with the day of publication itself."""
    return replace(ahead, earliest=today) if ahead else None


def _offset(length: Length, sign: int, anchored: object, side: str) -> Expression:
    make = told if anchored is told else published
    if length.count is None:
        return vague(side)
    if length.unit in _CLOCK:
        hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[length.unit] * length.count
        return make(lambda d: unit_of(d, "day", sign * int(hours // 24)))
    if length.count != int(length.count):
        halves = {"year": Length(length.count * 12, "month"), "decade": Length(length.count * 10, "year")}
        days = {"month": 30.4, "week": 7.0, "day": 1.0}.get(length.unit, 365.25)
        length = halves.get(length.unit) or Length(float(round(length.count * days)), "day")
    return make(lambda d: length.away(d, sign))


def _from(length: Length, sign: int, start: Expression) -> Expression:
    def read(context: Context) -> Period | None:
        period = start(context)
        if not period or not period.earliest or not period.latest:
            return None
        if length.unit in _CLOCK or length.count is None:
            return replace(period, value=PAST if sign < 0 else FUTURE, earliest=None, latest=None, granularity=None)
        found = length.away(period.earliest if sign < 0 else period.latest, sign)
        return found and replace(found, anchor=period.anchor)

    return read


def _add_stretches(grammar: Grammar) -> None:
    """Lengths that end or begin with the day of publication."""
    rule = grammar.rule
    for kind, sign in (("last", -1), ("before", -1), ("next", 1), ("after", 1), ("this", 1)):
        for lead in ((), ("'the'",), ("'these'",)):
            for tail in (("len",), ("units",), ("'-'", "len")):
                grammar.insert((*lead, kind, *tail), "date", lambda _, v, sign=sign: _stretch(v, sign))

    @rule("date", "'the'? 'past' unit")
    def _(unit: str) -> Expression | None:
        return _stretch(Length(1.0, unit), -1) if unit not in _CLOCK else None

    @rule("date", "'the'? 'past' len", "'the'? 'past' units")
    def _(length: Length | str) -> Expression:
        return _stretch(length, -1)

    @rule("date", "'the'? n 'past' units")
    def _(n: int, unit: str) -> Expression:
        return _stretch(Length(float(n), unit), -1)

    @rule("date", "'the' n last units", "n last units", "'the' n next units", "n next units")
    def _(n: int, word: str, unit: str) -> Expression:
        return _stretch(Length(float(n), unit), -1 if word in ("last", "past") else 1)


def _stretch(length: Length | str, sign: int) -> Expression:
    """ "The last 30 years": a length that is anchored, written "P30Y before 2021" (we have no beginPoint, endPoint)."""
    known = length if isinstance(length, Length) else Length(None, length)

    def make(today: date) -> Period | None:
        period = known.reach(today, sign)
        near = unit_of(today, known.unit if known.unit in ("week", "month", "year") else "day")
        word = "before" if sign < 0 else "after"
        return period and near and replace(period, value=f"{known.value} {word} {near.value}", type="DURATION")

    return published(make)
