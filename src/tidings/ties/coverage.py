"""What the record could have known: how many reports were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tidings.ties.calendar import first_day
from tidings.ties.weeks import Floats

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


def week_shares(many: Sequence[Sequence[Coverage]], own: Floats, start: date) -> Floats:
    """The share of each week in all that the record could hold: of the events of others, else of the weeks.

    `own` has the dyads' own events by week, from the Monday `start`; a row adds up to 1. The weeks weigh as much as
    `AS_MANY` events, so that few events do not decide.

    >>> week_shares([[]], np.array([[3.0, 0.0]]), date(2021, 7, 26)).tolist()
    [[0.5, 0.5]]
    """
    weeks = own.shape[1]
    others = np.empty_like(own)
    known, events = None, np.zeros(weeks)
    for row, days in enumerate(many):
        if days != known:  # dyads of one record have the same days, which is seen at once
            known, events = days, _by_week(days, start, weeks)
        others[row] = np.maximum(0.0, events - own[row])
    others += AS_MANY / weeks
    found: Floats = others / others.sum(axis=1, keepdims=True)
    return found


def _by_week(days: Iterable[Coverage], start: date, weeks: int) -> Floats:
    found = np.zeros(weeks)
    for one in days:
        if 0 <= (week := (one.day - start).days // 7) < weeks:
            found[week] += one.events
    return found


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
