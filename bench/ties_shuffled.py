"""icews14 with its weeks in random order, where nothing turns: how often is a tie told to warm or cool all the same?

Dyads outside docs/ties-2014.md with six events or more in the stretch of days. The weeks are put in random order one by
one, and in blocks of four, in which the bursts of a crisis stay together; beside it the true order. What the record
could hold moves with its week. The constants of the balance and of the verdict were set on weeks to August.

Usage: python -m bench.ties_shuffled
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from bench.icews import FOLDER, coverage, dyads
from bench.ties_verdicts import written
from tidings.ties import Coverage, TieEvent, Trend, series, trends
from tidings.ties.verdict import COOLING, FEWEST, STEADY, WARMING

#: First Mondays and numbers of weeks.
CHOSEN_ON = ((date(2014, 1, 6), 17), (date(2014, 3, 31), 13), (date(2014, 1, 6), 34))
REPORTED = ((date(2014, 9, 1), 17), (date(2014, 9, 29), 13), (date(2014, 6, 30), 26), (date(2014, 1, 6), 51))
SIZES = ((FEWEST, 20), (20, 60), (60, 100_000))
DRAWS = 5
#: Orders of the weeks, the weeks of a block (0: as they were), and how often each is drawn.
ORDERS = (("weeks shuffled", 1, DRAWS), ("blocks of four shuffled", 4, DRAWS), ("true order", 0, 1))
Record = tuple[list[list[TieEvent]], list[Coverage]]


def order(weeks: int, block: int, chance: np.random.Generator) -> list[int]:
    """Where each week goes; block 0 leaves them in their order."""
    if not block:
        return list(range(weeks))
    blocks = np.split(np.arange(weeks), range(block, weeks, block))
    shuffled = np.concatenate([blocks[n] for n in chance.permutation(len(blocks))])
    places: list[int] = np.argsort(shuffled).tolist()
    return places


def moved(record: Record, start: date, weeks: Sequence[int]) -> list[Trend]:
    """The trends of all dyads with the weeks in another order."""

    def to(day: date) -> date:
        week = (day - start).days // 7
        return day + timedelta(weeks=weeks[week] - week)

    events, days = record
    read = [replace(one, day=to(one.day)) for one in days]
    last = start + timedelta(weeks=len(weeks), days=-1)
    many = [[replace(one, date=to(one.date)) for one in dyad if one.date] for dyad in events]
    return trends([series(dyad, "week", start, last, coverage=read) for dyad in many])


def within(found: dict[tuple[str, str], list[TieEvent]], start: date, weeks: int) -> Record:
    """The dyads that are asked, and the record's days, of some weeks."""
    end = start + timedelta(weeks=weeks)
    told = {dyad for dyad, *_ in written()}
    inside = ([one for one in events if one.date and start <= one.date < end] for events in found.values())
    asked = [events for dyad, events in zip(found, inside, strict=True) if dyad not in told and len(events) >= FEWEST]
    return asked, [one for one in coverage(found) if start <= one.day < end]


def report(name: str, stretches: Sequence[tuple[date, int]]) -> None:
    """A line an order of the weeks: shares told to warm or cool, and to be steady, by the number of events."""
    found, chance = dyads(), np.random.default_rng(2014)
    for way, block, draws in ORDERS:
        told: list[tuple[int, str]] = []
        for start, weeks in stretches:
            record = within(found, start, weeks)
            for _ in range(draws):
                all_of_them = moved(record, start, order(weeks, block, chance))
                told += [(one.early_events + one.late_events, one.verdict) for one in all_of_them]
        parts = [f"{way}: {_shares([verdict for _, verdict in told])}"]
        for low, high in SIZES:
            parts.append(f"{low}+ events {_shares([verdict for number, verdict in told if low <= number < high])}")
        print(f"{name}, {'; '.join(parts)}")


def _shares(verdicts: list[str]) -> str:
    turned = sum(verdict in (WARMING, COOLING) for verdict in verdicts) / len(verdicts)
    return f"turned {turned:.3f}, steady {verdicts.count(STEADY) / len(verdicts):.2f} of {len(verdicts)}"


def main() -> None:
    """The weeks that the constants were chosen on, then those that are reported."""
    if not FOLDER.exists():
        print(f"{FOLDER} is not here")
        return
    report("chosen on", CHOSEN_ON)
    report("reported", REPORTED)


if __name__ == "__main__":
    main()
