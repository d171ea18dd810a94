"""What the record could have known: how many reports were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tidings.ties.calendar import first_day


@dataclass(frozen=True, slots=True)
class Coverage:
    """The reports published on one day: how many were read, and how many of them name either actor."""

    day: date
    reports: int
    mentioning: int


def by_period(days: Iterable[Coverage], by: str) -> tuple[Counter[date], Counter[date]]:
    """Reports read, and reports that name either actor, by the first day of their period."""
    read: Counter[date] = Counter()
    named: Counter[date] = Counter()
    for one in days:
        read[first_day(one.day, by)] += one.reports
        named[first_day(one.day, by)] += one.mentioning
    return read, named
