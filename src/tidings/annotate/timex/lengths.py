"""Rules for lengths of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.period import Expression, Period, move, unit_of

_LETTER = {"day": "D", "workday": "D", "night": "N", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M",
           "quarter": "M", "year": "Y", "decade": "Y", "century": "Y", "hour": "H", "minute": "M",
           "second": "S"}  # fmt: skip
_HOURS = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
_TIMES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100}
_SIZE = ("century", "decade", "year", "quarter", "month", "fortnight", "week", "day", "workday", "hour", "minute",
         "second")  # fmt: skip
#: Units that are known only as precisely as another.
_GRAIN = {"night": "day", "workday": "day", "fortnight": "week", "century": "decade"}
#: Units of which a report without an hour cannot say where they end.
CLOCK = ("hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Length:
    """So many units; `count` is None where only "several" is said, `rest` what a smaller unit adds."""

    count: float | None
    unit: str
    rest: Length | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value, after ISO 8601.

        >>> Length(3, "week").value, Length(2, "decade").value, Length(None, "hour").value
        ('P3W', 'P20Y', 'PTXH')
        """
        number = "X" if self.count is None else f"{self.count * _TIMES.get(self.unit, 1):g}"
        own = f"P{'T' if self.unit in CLOCK else ''}{number}{_LETTER[self.unit]}"
        more = self.rest.value[1:] if self.rest else ""
        return own + (more.removeprefix("T") if "T" in own else more)

    @property
    def _whole_days(self) -> int:
        """The days in a length of hours."""
        return int(_HOURS[self.unit] * (self.count or 0) // 24)

    @property
    def known(self) -> bool:
        """Whether it counts whole days or more."""
        return self.count is not None and self.count == int(self.count) and self.unit not in CLOCK

    @property
    def by_the_clock(self) -> bool:
        """Whether it counts hours, minutes or seconds, alone or after larger units, so that it leads to an hour."""
        return self.rest.by_the_clock if self.rest else self.count is not None and self.unit in CLOCK

    def moment(self, start: datetime, sign: int) -> datetime | None:
        """The moment this far from another; only for what is `by_the_clock`."""
        there: datetime | None
        try:
            if self.unit in CLOCK:
                there = start + timedelta(hours=sign * _HOURS[self.unit] * (self.count or 0))
            else:
                day = move(start.date(), sign * int(self.count or 0), self.unit)
                there = datetime.combine(day, start.time()) if day else None
        except OverflowError:
            return None
        return self.rest.moment(there, sign) if there and self.rest else there

    def moved(self, start: date, sign: int) -> date | None:
        """The day this far from another; what counts hours does not move it."""
        if self.unit in CLOCK:
            return start
        there = move(start, sign * int(self.count or 0), self.unit)
        return self.rest.moved(there, sign) if there and self.rest else there

    def away(self, start: date, sign: int) -> Period | None:
        """The period that lies this far from a day, as precise as its unit."""
        if not self.known:
            return None
        there = self.moved(start, sign)
        grain = {**_GRAIN, "decade": "year", "century": "year"}.get(self.unit, self.unit)
        return unit_of(there, "day" if self.rest else grain) if there else None

    def reach(self, start: date, sign: int) -> Period | None:
        """The stretch from a day on, or up to it."""
        if self.count is None:
            return Period(self.value, None if sign < 0 else start, None if sign > 0 else start, None)
        end = self.moved(start, sign) if self.unit not in CLOCK else start + timedelta(days=sign * self._whole_days)
        start += timedelta(days=sign > 0 and self.unit not in CLOCK)
        if end is None:
            return None
        grain = _GRAIN.get(self.unit, self.unit)
        start, end = min(start, end), max(start, end)
        return Period(self.value, start, end, None if grain in CLOCK else grain, "DURATION")


@dataclass(frozen=True, slots=True)
class Limit:
    """A length that is a limit: at `least` so long, or at most."""

    length: Length
    least: bool


def add_lengths(grammar: Grammar) -> None:
    """Adds these rules: `len` is a counted length, `alen` one with an article, `limit` one with "more than"."""
    _add_counted(grammar)
    _add_fractions(grammar)
    _add_limits(grammar)
    _add_durations(grammar)


def _add_counted(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("len", "n units", "n '-' unit", "n '-' units", "approx len", "n 'more'|'full'|'straight'|'consecutive' units",
          "n '-' unit '-' 'long'", "'some' n units")  # fmt: skip
    def _(n: int | str | Length, unit: str | Length | None = None) -> Length | None:
        for value in (n, unit):
            if isinstance(value, Length):
                return value
        return Length(float(n), str(unit)) if isinstance(n, int) else None

    @rule("workdays", "'business'|'working' 'days'")
    def _() -> str:
        return "workday"

    @rule("len", "n workdays")
    def _(n: int, unit: str) -> Length:
        return Length(float(n), unit)

    @rule("len", "n unit")
    def _(n: int, unit: str) -> Length | None:
        return Length(1.0, unit) if n == 1 else None

    @rule("vague", "'for'|'in'|'within'|'over' units")
    def _(unit: str) -> Length:
        return Length(None, unit)

    @rule("alen", "'a'|'an' unit", "'a' 'full'|'whole'|'single' unit", "approx alen")
    def _(*words: str | Length) -> Length:
        last = words[-1]
        return last if isinstance(last, Length) else Length(1.0, last)

    @rule("len", "'a'? several 'of'? 'the'? units", "'a' 'good' several units", "'tens'|'dozens'|'hundreds' 'of' units")
    def _(*words: str) -> Length:
        return Length(2.0 if words[0] == "couple" else None, words[-1])

    @rule("len", "len ','|'and'? len", "alen ','|'and' len", "len 'and' alen")
    def _(large: Length, small: Length) -> Length | None:
        if large.rest or large.count is None or not {large.unit, small.unit} <= set(_SIZE):
            return None
        falling = _SIZE.index(large.unit) < _SIZE.index(small.unit)
        return Length(large.count, large.unit, small) if falling and large.count == int(large.count) else None

    @rule("len", "n 'or'|'to'|'-'|'–' len")
    def _(low: int, high: Length) -> Length | None:
        return high if high.count is not None and low < high.count else None


def _add_fractions(grammar: Grammar) -> None:
    rule = grammar.rule

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


def _add_limits(grammar: Grammar) -> None:
    for length in ("len", "alen"):

        @grammar.rule("limit", f"'more'|'longer' 'than' {length}", f"'over' {length}", f"'at' 'least' {length}",
                      f"'not'|'no' 'less'|'fewer' 'than' {length}")  # fmt: skip
        def _(length: Length) -> Limit:
            return Limit(length, least=True)

        @grammar.rule("limit", f"'less'|'fewer' 'than' {length}", f"'under' {length}", f"'at' 'most' {length}",
                      f"'up' 'to' {length}", f"'not'|'no' 'more' 'than' {length}")  # fmt: skip
        def _(length: Length) -> Limit:
            return Limit(length, least=False)


def _add_durations(grammar: Grammar) -> None:
    @grammar.rule("duration", "len", "'for' alen", "len '-'? 'old'", "'for'? 'the' len", "'all' unit",
                  "'for' 'the'? several units", "vague", "'for' vague", "'for'|'in' limit", "limit")  # fmt: skip
    def _(*values: Length | Limit | str) -> Expression:
        first = values[0]
        length = first.length if isinstance(first, Limit) else first
        known = length if isinstance(length, Length) else Length(1.0, str(values[-1]))
        return lambda _: Period(known.value, None, None, None, "DURATION")
