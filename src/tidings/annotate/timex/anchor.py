"""What an expression is counted from: the day of publication, or the day the story has reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tidings.annotate.timex.period import Context, Expression, Period, unit_of

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


def inside(whole: Expression, grain: str, make: Callable[[date, date], Period | None]) -> Expression:
    """Something inside a period of the given grain; nothing inside any other."""

    def read(context: Context) -> Period | None:
        period = whole(context)
        if not period or not period.earliest or not period.latest or period.granularity != grain:
            return None
        found = make(period.earliest, period.latest)
        return found and replace(found, anchor=period.anchor)

    return read


def holding(day: Period | None, unit: str) -> Period | None:
    """The week, month ... that holds a day."""
    if not day or not day.earliest or day.granularity != "day":
        return None
    found = unit_of(day.earliest, unit)
    return found and replace(found, anchor=day.anchor)
