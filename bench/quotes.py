"""Whose words each direct quote is, by marks by hand: `python -m bench.quotes [dev|test|fresh|written] [--errors]`.

`tests/attribution/quotes_gold.tsv` holds the quotes of four words or more of the first 60 reports of raw_wikinews that
have one, marked before the rules were tuned: offsets only, with the hash of the report they stand in. `speaker` lists
every place that names the speaker well (each mention of the name, and the pronoun beside the quote). A quote is right
where the attribution that fits it best has its source on one of them. Errors are only ever shown of dev. The judge has
learned cues from reports of dev and test since (decision 020): `fresh` are the quotes of 47 reports that nobody learned
from, marked before the judge had a say in attribution; the errors of eight of those (`READ`) were read for decision
110, so the rest are counted apart too. `written` are the quotes of reports written for Tidings
(bench/written_quotes.py), in all the ways of quoting we could think of; marked before they were read, errors shown.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.places import SHARED
from tidings.read import ReadOptions, read_path
from tidings.record import Analysis, Attribution, Document, Span

GOLD = Path(__file__).resolve().parents[1] / "tests/attribution/quotes_gold.tsv"
REPORTS = SHARED / "data/text/raw_wikinews"
HALVES = ("dev", "test", "fresh")
#: Reports of `fresh` whose errors have been read.
READ = frozenset(
    (
        "286b51140984e38c",
        "fd0776d329985628",
        "0c4a4cc15bc9ac2f",
        "01ee04abf1649516",
        "1400fef41be20a40",
        "e9410b323ab5bb6c",
        "ddcf534a1dd55d04",
        "f3cb9c9cec4adfea",
    )
)


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote of a report, named by the first signs of its hash, and the places that name its speaker."""

    half: str
    report: str
    span: Span
    speaker: tuple[Span, ...]


def load_quotes(path: Path = GOLD) -> list[Quote]:
    """All quotes of the file, in its order."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Quote(
                row["half"],
                row["report"],
                Span(int(row["start"]), int(row["end"])),
                tuple(Span(*map(int, place.split("-"))) for place in row["speaker"].split()),
            )
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def reports_of(quotes: Iterable[Quote], folder: Path = REPORTS) -> list[Document]:
    """The reports the quotes stand in. Raises `LookupError` where one is not in the folder as it was marked."""
    wanted = {quote.report for quote in quotes}
    read = (item for item in read_path(folder, ReadOptions()) if isinstance(item, Document))
    found = {item.sha256[:16]: item for item in read if item.sha256[:16] in wanted}
    if missing := wanted - found.keys():
        raise LookupError(f"{len(missing)} of the marked reports are not in {folder}, or are read otherwise now")
    return list(found.values())


def best(quote: Span, attributions: Iterable[Attribution]) -> Attribution | None:
    """The attribution whose content fits a quote best; None where none touches it."""

    def fit(one: Attribution) -> float:
        shared = min(quote.end, one.content.end) - max(quote.start, one.content.start)
        return max(0, shared) / (len(quote) + len(one.content) - max(0, shared))

    found = max(attributions, key=fit, default=None)
    return found if found is not None and fit(found) else None


def is_right(quote: Quote, attributions: Iterable[Attribution]) -> bool:
    """Whether the one who is read to say it is one who says it."""
    found = best(quote.span, attributions)
    return bool(found and found.source and any(found.source.span.overlaps(place) for place in quote.speaker))


def outcomes(quotes: Sequence[Quote], analyses: Iterable[Analysis]) -> Iterator[tuple[Quote, Analysis, bool]]:
    """Each quote with its report as it was read, and whether its speaker is right."""
    of_report = defaultdict(list)
    for quote in quotes:
        of_report[quote.report].append(quote)
    for analysis in analyses:
        for quote in of_report[analysis.document.sha256[:16]]:
            yield quote, analysis, is_right(quote, analysis.attributions)


def main(arguments: list[str]) -> None:
    """Print the share of quotes whose speaker is right in each half, and with `--errors` what was misread in dev."""
    from tidings.engine import Reader

    halves = tuple(half for half in HALVES if half in arguments) or (() if "written" in arguments else HALVES)
    quotes = [quote for quote in load_quotes() if quote.half in halves]
    read = [one for one in Reader().read(reports_of(quotes)) if isinstance(one, Analysis)]
    results = list(outcomes(quotes, read))
    for half in halves:
        _tell(half, [right for quote, _, right in results if quote.half == half])
    if "fresh" in halves:
        _tell("  of these never read", [right for q, _, right in results if q.half == "fresh" and q.report not in READ])
    for quote, analysis, right in results if "--errors" in arguments else ():
        if quote.half == "dev" and not right:
            print(_told(quote, analysis))
    if "written" in arguments:
        _tell_written("--errors" in arguments)


def _tell_written(errors: bool) -> None:
    from bench.written_quotes import load_written
    from tidings.engine import Reader

    written = list(load_written())
    read = [one for one in Reader().read([document for document, _ in written]) if isinstance(one, Analysis)]
    results = list(outcomes([quote for _, quotes in written for quote in quotes], read))
    _tell("written", [right for *_, right in results])
    for quote, analysis, right in results if errors else ():
        if not right:
            print(_told(quote, analysis))


def _tell(name: str, marks: Sequence[bool]) -> None:
    print(f"{name:5} {len(marks):4} speaker right {sum(marks) / len(marks):.3f}")


def _told(quote: Quote, analysis: Analysis) -> str:
    text, found = analysis.document.text, best(quote.span, analysis.attributions)
    read = found.source.span.slice(text) if found and found.source else None
    return f"{quote.span.slice(text)[:90]}\n    {quote.speaker[0].slice(text)}; read: {read}"


if __name__ == "__main__":
    main(sys.argv[1:])
