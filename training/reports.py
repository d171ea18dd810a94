"""What careful readers marked in real reports: acts, cues and names, by offsets, never with the text.

`training/reports/` holds `train.tsv` and `dev.tsv` (acts), `cues.tsv` and `names.tsv`. A row is a place in the text of
a report of `real.py` as Tidings stores it, and what stands there: an act ("REQUEST/yield@asked") with its actors and
recipients, a `cue` with its source and its content, or a type of name. Of a side, parties are parted by semicolons and
the places that name one party by commas. A row with `read` says up to where somebody read the report: what carries no
mark before there is none. `python -m training.reports` counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tidings.record import Document
from training.acts import Act, Written
from training.real import real_reports
from training.table import read_rows

FOLDER = Path(__file__).with_suffix("")
COLUMNS = ("report", "start", "end", "mark", "first", "second")
READ = "read"
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """One row: where it stands, what it says, and the places on either side, a tuple for each party."""

    start: int
    end: int
    mark: str
    sides: tuple[tuple[tuple[Place, ...], ...], tuple[tuple[Place, ...], ...]]


@dataclass(frozen=True, slots=True)
class Marked:
    """A report, up to where it was read, and its marks."""

    document: Document
    end: int
    marks: list[Mark]


def marked_reports(name: str) -> Iterator[Marked]:
    """The reports of one file, in its order. Raises `KeyError` where one is not in the data folder."""
    rows = read_rows(FOLDER / f"{name}.tsv")
    marks: dict[str, list[Mark]] = {}
    for row in rows:
        if row["mark"] != READ:
            marks.setdefault(row["report"], []).append(_mark(row))
    for row in rows:
        if row["mark"] == READ:
            yield Marked(real_reports()[row["report"]], int(row["end"]), marks.get(row["report"], []))


def _mark(row: dict[str, str]) -> Mark:
    first, second = (
        tuple(tuple(map(_place, party.split(","))) for party in row[side].split(";") if party) for side in COLUMNS[4:]
    )
    return Mark(int(row["start"]), int(row["end"]), row["mark"], (first, second))


def _place(place: str) -> Place:
    start, end = place.split("-")
    return int(start), int(end)


def acts_of(report: Marked) -> Written:
    """The acts of a report, in the form of the written sentences."""
    numbers: dict[tuple[Place, ...], int] = {}
    acts = []
    for mark in report.marks:
        kind, _, status = mark.mark.partition("@")
        event_type, _, mode = kind.partition("/")
        sides = (tuple(numbers.setdefault(party, len(numbers) + 1) for party in side) for side in mark.sides)
        acts.append(Act(mark.start, mark.end, event_type, mode or None, status, *sides))
    parties = {number: list(party) for party, number in numbers.items()}
    return Written(report.document.text, parties, acts, report.document.id)


def main() -> None:
    """Prints what the files hold."""
    for path in sorted(FOLDER.glob("*.tsv")):
        reports = list(marked_reports(path.stem))
        counts = Counter(mark.mark.partition("@")[0].partition("/")[0] for report in reports for mark in report.marks)
        signs = sum(report.end for report in reports)
        print(f"{path.name}: {len(reports)} reports, {signs} signs, {counts.total()} marks")
        print(f"    {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main()
