"""What in the table of people cannot be true: impossible periods, and two holders of an office that has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tidings.errors import DataError
from tidings.lexicon.tables import Row

EXCEPTION_COLUMNS = ("country", "office", "first", "second", "reason")

#: Offices that one person holds at a time, by the roles that name them. Acting holders are not counted.
OFFICES = {
    "president": "head of state",
    "king": "head of state",
    "queen": "head of state",
    "emperor": "head of state",
    "emir": "head of state",
    "sultan": "head of state",
    "pope": "head of state",
    "head of state": "head of state",
    "interim president": "head of state",
    "transitional president": "head of state",
    "prime minister": "head of government",
    "premier": "head of government",
    "chancellor": "head of government",
    "prime minister and foreign minister": "head of government",
    "foreign minister": "foreign minister",
    "foreign secretary": "foreign secretary",
    "secretary of state": "secretary of state",
}

#: A handover may be told a day early or late, and the day a successor is named is not the day they take office.
GRACE = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that cannot be true, and where it stands.

    >>> str(Finding("ends before it begins", "people.tsv", 7, "a"))
    'people.tsv, line 7: ends before it begins: a'
    """

    kind: str
    file: str
    line: int
    ids: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.kind}: {self.ids}"


@dataclass(frozen=True, slots=True)
class _Period:
    """What is certain of a row: on every day from `start` to `end` the office was held."""

    row: Row
    start: date
    end: date
    exact: bool


def check_people(rows: Iterable[Row], exceptions: Iterable[Row] = ()) -> list[Finding]:
    """All that contradicts itself in the table of people, in the order of its kinds.

    `exceptions` are the overlaps that did happen: country, office, and the two persons. A second person `*` stands for
    anyone: the office has several holders at once.
    """
    table = list(rows)
    return [
        *_broken_dates(table),
        *_split_ids(table),
        *_unsorted(table),
        *_own_overlaps(table),
        *_shared_offices(table, exceptions),
    ]


def _broken_dates(rows: list[Row]) -> Iterator[Finding]:
    for row in rows:
        try:
            start, end = row.day("from"), row.day("to", last=True)
        except DataError:
            yield _finding("impossible date", row)
            continue
        if start and end and start > end:
            yield _finding("ends before it begins", row)


def _split_ids(rows: list[Row]) -> Iterator[Finding]:
    seen: set[str] = set()
    last = ""
    for row in rows:
        if row["id"] != last and row["id"] in seen:
            yield _finding("id stands in two places", row)
        elif row["id"] == last and row["name"]:
            yield _finding("id used twice, each time with a name", row)
        elif row["id"] != last and not row["name"]:
            yield _finding("first row without a name", row)
        seen.add(row["id"])
        last = row["id"]


def _unsorted(rows: list[Row]) -> Iterator[Finding]:
    for before, row in pairwise(rows):
        if before["id"] == row["id"] and row["from"] < before["from"]:
            yield _finding("periods out of order", row)


def _own_overlaps(rows: list[Row]) -> Iterator[Finding]:
    held: dict[tuple[str, str], list[_Period]] = defaultdict(list)
    for period in _periods(rows):
        held[period.row["id"], period.row["role"]].append(period)
    for periods in held.values():
        for one, other in pairwise(sorted(periods, key=lambda p: p.start)):
            if other.start < one.end:
                yield _finding("overlaps another period in the same role", other.row)


def _shared_offices(rows: list[Row], exceptions: Iterable[Row]) -> Iterator[Finding]:
    true = {(e["country"], e["office"], *sorted((e["first"], e["second"]))) for e in exceptions}
    held: dict[tuple[str, str], list[_Period]] = defaultdict(list)
    for period in _periods(rows):
        office = OFFICES.get(period.row["role"])
        if office and period.exact:
            held[period.row["country"], office].append(period)
    for (country, office), periods in held.items():
        periods.sort(key=lambda p: p.start)
        for i, one in enumerate(periods):
            for other in periods[i + 1 :]:
                pair = sorted((one.row["id"], other.row["id"]))
                if pair[0] == pair[1] or min(one.end, other.end) - other.start <= GRACE:
                    continue
                anyone = (country, office, "*", "*") in true
                if not anyone and (country, office, *pair) not in true:
                    yield _finding(f"two at once as {office} of {country}", other.row, one.row["id"])


def _periods(rows: list[Row]) -> Iterator[_Period]:
    """The rows whose dates can be read, each narrowed to the days that are certain."""
    for row in rows:
        try:
            start, end = row.day("from", last=True), row.day("to")
        except DataError:
            continue
        start, end = start or date.min, end or date.max
        if start <= end:
            yield _Period(row, start, end, start != date.min and len(row["from"]) > 4)


def _finding(kind: str, row: Row, other: str = "") -> Finding:
    return Finding(kind, row.file, row.line, row["id"] + (f", {other}" if other else ""))
