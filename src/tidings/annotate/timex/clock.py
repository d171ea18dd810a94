"""Rules for times of the clock and for holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tidings.annotate.timex.absolute import around
from tidings.annotate.timex.chart import Grammar
from tidings.annotate.timex.lexemes import Words
from tidings.annotate.timex.period import DAY, Context, Expression, Period, day_of, months, nearest, valid
from tidings.annotate.timex.relative import published

_PROBE = date(2014, 10, 23)
_EPOCH = date(622, 7, 19)  # first day of the Islamic tabular calendar, proleptic Gregorian


def add_clock(grammar: Grammar) -> None:
    """Adds the rules for times of day."""
    rule = grammar.rule

    for half in ("a", "p"):
        grammar.insert([f"'{half}'", "'.'", "'m'"], "half", lambda half=half: half)
        grammar.insert([f"'{half}'", "'.'", "'m'", "'.'"], "half", lambda half=half: half)
        grammar.insert([f"{half}m"], "half", lambda _, half=half: half)

    @rule("clock", "n half", "n ':' n half", "n '.' n half", "n 'o' '''|'’' 'clock'", "n ':' n", "n ':' n ':' n",
          "n 'o' '''|'’' 'clock' half", "n ':' n ':' n half")  # fmt: skip
    def _(*values: int | str) -> str | None:
        numbers = [v for v in values if isinstance(v, int)]
        half = next((v for v in values if isinstance(v, str)), "")
        return clock(numbers[0], numbers[1] if len(numbers) > 1 else 0, half)

    @rule("clock", "clockword", "'at' clock", "'around'|'about'|'before'|'after'|'by' clock", "clock 'local' 'time'",
          "clock 'gmt'|'utc'|'est'|'edt'|'bst'|'cet'|'et'", "'at' 'about'|'around' clock", "clock 'on' 'the' 'dot'",
          "'half' 'past' n", "n 'hours'|'hrs' 'gmt'|'utc'")  # fmt: skip
    def _(value: str | int) -> str | None:
        if isinstance(value, int):
            return clock(value // 100, value % 100, "") if value > 99 else clock(value, 30, "")
        return value

    @rule("clock", "clock part", "clock 'in' 'the' part", "clock 'at' part")
    def _(time: str, part: str) -> str:
        hour = int(time[:2])
        return f"{hour + 12:02}{time[2:]}" if part in ("AF", "EV", "NI") and 0 < hour < 12 else time

    @rule("date", "date clock", "date ',' clock", "date 'at' clock", "date 'at' n", "date 'at' n '.' n")
    def _(day: Expression, time: str | int, minute: int = 0) -> Expression | None:
        known = time if isinstance(time, str) else clock(time, minute, "")
        return _at(day, known) if known and _single(day) else None

    @rule("date", "clock date", "clock 'on'|','|'of' date", "clock ',' 'on' date")
    def _(time: str, day: Expression) -> Expression | None:
        return _at(day, time) if _single(day) else None

    @rule("time", "clock")
    def _(time: str) -> Expression:
        return _at(lambda c: day_of(c.narrative), time, anchored=True)


def clock(hour: int, minute: int, half: str) -> str | None:
    """A time of day as "17:30", or None where there is none such."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _single(day: Expression) -> bool:
    """Whether an expression means one day: only a day has an hour."""
    probe = day(Context(_PROBE, _PROBE))
    return probe is None or probe.granularity == "day"


def _at(day: Expression, time: str, *, anchored: bool = False) -> Expression:
    def read(context: Context) -> Period | None:
        period = day(context)
        if not period or not period.earliest or period.granularity != "day":
            return None
        anchor = context.narrative if anchored else period.anchor
        late = (period.value or "")[-3:] in ("TNI", "TEV", "TAF") and 0 < int(time[:2]) < 12
        hour = f"{int(time[:2]) + 12}{time[2:]}" if late else time
        return replace(period, value=f"{period.earliest}T{hour}", type="TIME", anchor=anchor)

    return read


def add_holidays(grammar: Grammar, words: Words) -> None:
    """Adds a rule for each holiday of the vocabulary, and those for a holiday of a given year."""
    rule = grammar.rule
    for name, law in words.holidays.items():
        pattern = [f"'{word}'" for word in name.split()]
        grammar.insert(pattern, "holiday", lambda law=law: law)
        if "'''" in pattern:
            grammar.insert(["'’'" if word == "'''" else word for word in pattern], "holiday", lambda law=law: law)

    @rule("date", "holiday yr", "holiday ',' yr", "holiday 'of'|'in' yr")
    def _(law: dict[str, Any], year: int) -> Expression:
        return lambda _: holiday(law, year)

    @rule("date", "holiday")
    def _(law: dict[str, Any]) -> Expression:
        return lambda c: nearest((holiday(law, year) for year in around(c)), c)

    @rule("date", "last holiday", "this holiday", "next holiday")
    def _(word: str, law: dict[str, Any]) -> Expression:
        tense = {"last": "past", "past": "past", "this": "present", "current": "present"}.get(word, "future")
        return lambda c: nearest((holiday(law, year) for year in around(c)), replace(c, tense=tense))

    @rule("date", "holiday 'of'? wref")
    def _(law: dict[str, Any], year: Expression) -> Expression:
        def read(context: Context) -> Period | None:
            whole = year(context)
            if not whole or not whole.earliest or whole.granularity != "year":
                return None
            found = holiday(law, whole.earliest.year)
            return found and replace(found, anchor=whole.anchor)

        return read

    @rule("date", "'the' 'holidays'")
    def _() -> Expression:
        return published(lambda d: None)


def holiday(law: dict[str, Any], year: int) -> Period | None:
    """The day (or days) of a holiday in a year.

    >>> holiday({"easter": -2}, 2021).value
    '2021-04-02'
    """
    first = _holiday(law, year) if valid(year) else None
    if not first:
        return None
    last = first + DAY * (law.get("days", 1) - 1)
    return day_of(first) if first == last else Period(f"{first}/{last}", first, last, "month")


def _holiday(law: dict[str, Any], year: int) -> date | None:
    if "day" in law:
        month, day = map(int, law["day"].split("-"))
        return valid(year, month, day)
    if "easter" in law:
        return easter(year) + timedelta(days=law["easter"])
    if "orthodox" in law:
        return orthodox_easter(year) + timedelta(days=law["orthodox"])
    if "lunar" in law:
        return islamic(year, *law["lunar"])
    first, last = months(year, law["month"])
    days = [first + DAY * n for n in range(last.day) if (first + DAY * n).weekday() == law["weekday"]]
    nth = int(law["nth"])
    return days[nth - (nth > 0)] + DAY * int(law.get("plus", 0))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in Gregorian days (Meeus's Julian algorithm; right for 1900-2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + DAY * 13


def islamic(year: int, month: int, day: int) -> date | None:
    """The first time in a Gregorian year that a day of the tabular Islamic calendar falls (civil epoch, 11 leap years
    in 30). The sighted calendar may differ by a day or two.

    >>> islamic(2021, 10, 1)
    datetime.date(2021, 5, 13)
    """
    near = (year - 622) * 33 // 32
    for lunar in range(near - 1, near + 3):
        days = (lunar - 1) * 354 + (3 + 11 * lunar) // 30 + (month - 1) * 29 + month // 2 + day - 1
        found = _EPOCH + DAY * days
        if found.year == year:
            return found
    return None
