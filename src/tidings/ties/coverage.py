"""What the record could have known: how many reports were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tidings.ties.calendar import first_day

#: The weight of the calendar beside the events of others.
AS_MANY = 50


@dataclass(frozen=True, slots=True)
class Coverage:
    """One day of the record: how many reports of it were read, and how many of them name either actor.

    `events` is the number of events of that day that count, between anyone.
    """

    day: date
    reports: int
    mentioning: int
    events: int = 0


def share_before(days: Iterable[Coverage], turn: date, own: tuple[int, int], weeks: tuple[int, int]) -> float:
    """The share of what the record could hold that lies before a day: of the events of others, else of the weeks.

    `own` and `weeks` are the dyad's events, and the weeks, before the day and since; the weeks weigh as much as
    `AS_MANY` events, so that few events do not decide.
    """
    events = [0, 0]
    for one in days:
        events[one.day >= turn] += one.events
    others = [max(0, all_of_them - mine) for all_of_them, mine in zip(events, own, strict=True)]
    part = min(max(weeks[0] / sum(weeks), 0.01), 0.99)
    return (others[0] + AS_MANY * part) / (sum(others) + AS_MANY)


def by_period(days: Iterable[Coverage], by: str) -> tuple[Counter[date], Counter[date]]:
    """Reports read, and reports that name either actor, by the first day of their period."""
    read: Counter[date] = Counter()
    named: Counter[date] = Counter()
    for one in days:
        if not one.reports:
            continue
        read[first_day(one.day, by)] += one.reports
        named[first_day(one.day, by)] += one.mentioning
    return read, named
