"""Rules for times of the clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tidings.annotate.timex.absolute import days_of_month
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.period import DAY, Context, Expression, Period, day_of, nearest, valid

_PROBE = date(2014, 10, 23)
_LATE = ("AF", "EV", "NI")


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour and a minute; `sure` where morning or evening is told."""

    hour: int
    minute: int
    sure: bool = False

    @property
    def value(self) -> str:
        """As in ISO 8601: "17:30"."""
        return f"{self.hour:02}:{self.minute:02}"

    def at(self, part: str) -> Clock:
        """The same time in a part of the day: seven in the evening is 19:00."""
        late = part in _LATE and 0 < self.hour < 12 and not self.sure
        return Clock(self.hour + 12 if late else self.hour, self.minute, sure=True)


def add_clock(grammar: Grammar) -> None:
    """Adds the rules for times of day."""
    _add_halves(grammar)
    _add_clocks(grammar)
    _add_spoken(grammar)
    _add_days(grammar)


def _add_halves(grammar: Grammar) -> None:
    for half in ("a", "p"):
        grammar.insert([f"'{half}'", "'.'", "'m'"], "half", lambda half=half: half)
        grammar.insert([f"'{half}'", "'.'", "'m'", "'.'"], "half", lambda half=half: half)
        grammar.insert([f"'{half}'", "'m'"], "half", lambda half=half: half)
        grammar.insert([f"{half}m"], "half", lambda _, half=half: half)


def _add_clocks(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("clock", "n half", "n ':' dd half", "n '.' dd half", "n ':' dd", "n ':' dd ':' dd", "n ':' dd ':' dd half",
          "n 'o' '''|'’' 'clock'", "n 'o' '''|'’' 'clock' half", "n 'oclock' half", "n 'oclock'",
          "n n half")  # fmt: skip
    def _(*values: int | str) -> Clock | None:
        numbers = [v for v in values if isinstance(v, int)]
        half = next((v for v in values if isinstance(v, str)), "")
        return clock(numbers[0], numbers[1] if len(numbers) > 1 else 0, half)

    @rule("clock", "clockword")
    def _(value: str) -> Clock:
        return Clock(int(value[:2]), int(value[3:]), sure=True)

    @rule("clock", "n 'hours'|'hrs' zone", "n zone")
    def _(value: int, _: str) -> Clock | None:
        return clock(value // 100, value % 100, "") if value > 99 else clock(value, 0, "")

    @rule("clock", "'at' clock", "'around'|'about'|'before'|'after'|'by' clock",
          "clock 'local' 'time'", "clock zone", "clock '(' zone ')'", "'at' 'about'|'around' clock",
          "clock 'on' 'the' 'dot'", "clock 'sharp'")  # fmt: skip
    def _(value: Clock, _: str = "") -> Clock:
        return value

    @rule("clock", "'at'|'around'|'about'|'by'|'from'|'until'|'till' n 'in' 'the' part")
    def _(hour: int, part: str) -> Clock | None:
        return _hour_of(hour, part)

    @rule("clocks", "'from' n 'to'|'until'|'till' n 'in' 'the' part", "'between' n 'and' n 'in' 'the' part",
          "n 'to' n 'in' 'the' part")  # fmt: skip
    def _(first: int, last: int, part: str) -> tuple[Clock, Clock] | None:
        return _in_order(_hour_of(first, part), _hour_of(last, part))

    @rule("clocks", "'from' n 'in' 'the' part 'to'|'until'|'till' clock")
    def _(first: int, part: str, last: Clock) -> tuple[Clock, Clock] | None:
        return _in_order(_hour_of(first, part), last)

    @rule("clock", "clock part", "clock 'in' 'the' part", "clock 'at' part")
    def _(time: Clock, part: str) -> Clock:
        return time.at(part)


def _add_spoken(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("clock", "'half' 'past' n", "n 'half' 'past'")
    def _(hour: int) -> Clock | None:
        return clock(hour, 30, "")

    @rule("clock", "'a'? 'quarter' 'past' n")
    def _(hour: int) -> Clock | None:
        return clock(hour, 15, "")

    @rule("clock", "'a'? 'quarter' 'to' n")
    def _(hour: int) -> Clock | None:
        return clock(hour - 1, 45, "") if hour else None

    @rule("clock", "n units 'past' n", "n unit 'past' n")
    def _(minute: int, unit: str, hour: int) -> Clock | None:
        return clock(hour, minute, "") if unit == "minute" else None

    @rule("clock", "n units 'to' n", "n unit 'to' n")
    def _(minute: int, unit: str, hour: int) -> Clock | None:
        return clock(hour - 1, 60 - minute, "") if unit == "minute" and 0 < minute < 60 and hour else None


def _add_days(grammar: Grammar) -> None:
    rule = grammar.rule

    @rule("date", "date clock", "date ',' clock", "date 'at' clock", "date 'for' clock", "date 'at' n",
          "date 'at' n '.' n", "date 'at' n n", "date ',' 'at' clock")  # fmt: skip
    def _(day: Expression, time: Clock | int, minute: int = 0) -> Expression | None:
        known = time if isinstance(time, Clock) else clock(time, minute, "")
        return _at(day, known) if known and _single(day) else None

    @rule("date", "named clock year", "weekday ','? named clock year")
    def _(*values: Any) -> Expression:
        month, day = values[-3]
        return _at(lambda _: day_of(valid(values[-1], month, day)), values[-2])

    @rule("bareday", "'on' 'the'? n", "'on' 'the'? nth")
    def _(day: int) -> Expression | None:
        return (lambda c: nearest(map(day_of, days_of_month(day, c, 2)), c)) if 1 <= day <= 31 else None

    @rule("date", "bareday ','|'at'? clock", "date '@'|'-'|'–' clock")
    def _(day: Expression, time: Clock) -> Expression | None:
        return _at(day, time) if _single(day) else None

    @rule("date", "clock bareday")
    def _(time: Clock, day: Expression) -> Expression:
        return _at(day, time)

    @rule("date", "clock date", "clock 'on'|','|'of' date", "clock ',' 'on' date")
    def _(time: Clock, day: Expression) -> Expression | None:
        return _at(day, time) if _single(day) else None

    @rule("date", "date 't' clock", "date 't' clock 'z'")
    def _(day: Expression, time: Clock) -> Expression | None:
        return _at(day, time) if _single(day) else None

    @rule("clocks", "clock '-'|'–'|'to'|'until'|'till' clock", "'from' clock 'to'|'until'|'till' clock",
          "'between' clock 'and' clock", "'from'? n '-'|'–'|'to' clock", "'between' n 'and' clock")  # fmt: skip
    def _(first: Clock | int, last: Clock) -> tuple[Clock, Clock] | None:
        begin = first if isinstance(first, Clock) else clock(first, 0, "")
        if begin and not begin.sure and last.sure and begin.hour + 12 <= last.hour:
            begin = Clock(begin.hour + 12, begin.minute)
        return _in_order(begin, last)

    @rule("date", "bareday clocks")
    def _(day: Expression, clocks: tuple[Clock, Clock]) -> Expression:
        return _between(day, *clocks)

    @rule("date", "date 'between' n 'and' n", "date 'from' n 'to' n", "'between' n 'and' n date",
          "'from' n 'to' n date")  # fmt: skip
    def _(*values: Any) -> Expression | None:
        """Hours without a half of the day, of an evening or a morning: "between 7 and 9 last night"."""
        day = next(v for v in values if not isinstance(v, int))
        begin, end = (clock(v, 0, "") for v in values if isinstance(v, int))
        return _between(day, begin, end) if begin and end and _part(day) else None

    @rule("date", "date 'around' n")
    def _(day: Expression, hour: int) -> Expression | None:
        time = clock(hour, 0, "")
        return _at(day, time) if time and _part(day) else None

    @rule("date", "date ','? clocks", "clocks 'on'|',' date", "clocks date")
    def _(*values: Any) -> Expression | None:
        day, clocks = values if isinstance(values[1], tuple) else values[::-1]
        return _between(day, *clocks) if _single(day) else None

    @rule("time", "clocks")
    def _(clocks: tuple[Clock, Clock]) -> Expression:
        return _between(_day_of(clocks[0]), *clocks, anchored=True)

    @rule("time", "clock")
    def _(time: Clock) -> Expression:
        return _at(_day_of(time), time, anchored=True)


def clock(hour: int, minute: int, half: str) -> Clock | None:
    """A time of day, or None where there is none such."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(hour, minute, bool(half)) if 0 <= hour < 24 and minute < 60 else None


def _hour_of(hour: int, part: str) -> Clock | None:
    """An hour of a part of the day: "3 in the afternoon"."""
    time = clock(hour, 0, "") if 0 < hour <= 12 else None
    return time and time.at(part)


def _in_order(begin: Clock | None, end: Clock | None) -> tuple[Clock, Clock] | None:
    """Two hours of one day, the earlier first."""
    return (begin, end) if begin and end and (begin.hour, begin.minute) < (end.hour, end.minute) else None


def _day_of(time: Clock) -> Expression:
    """The day of an hour that names none: that of the story; tomorrow where what is to come has struck today."""

    def read(context: Context) -> Period | None:
        now = context.clock if context.narrative == context.reference and context.tense == "future" else None
        struck = now is not None and (time.hour, time.minute) <= (now.hour, now.minute)
        return day_of(context.narrative + DAY if struck else context.narrative)

    return read


def _single(day: Expression) -> bool:
    """Whether an expression means one day: only a day has an hour."""
    probe = day(Context(_PROBE, _PROBE))
    return probe is None or probe.granularity == "day"


def _part(day: Expression) -> bool:
    """Whether an expression means a part of one day: "last night"."""
    probe = day(Context(_PROBE, _PROBE))
    return probe is not None and "T" in (probe.value or "")


def _between(day: Expression, first: Clock, last: Clock, *, anchored: bool = False) -> Expression:
    def read(context: Context) -> Period | None:
        begin, end = (_at(day, time, anchored=anchored)(context) for time in (first, last))
        return replace(begin, value=f"{begin.value}/{end.value}") if begin and end else None

    return read


def _at(day: Expression, time: Clock, *, anchored: bool = False) -> Expression:
    def read(context: Context) -> Period | None:
        period = day(context)
        if not period or not period.earliest or period.granularity != "day":
            return None
        anchor = context.narrative if anchored else period.anchor
        part = (period.value or "").rpartition("T")[2]
        known = time.at(part) if part in _LATE else time
        return replace(period, value=f"{period.earliest}T{known.value}", type="TIME", anchor=anchor)

    return read
