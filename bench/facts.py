"""What is read of each act, did it happen, against labels by hand: `python -m bench.facts [dev|test] [more]`.

The acts of `tests/event/factuality_gold.tsv`, and with `more` those of `factuality_more.tsv` (decision 115), were
labelled before the program was asked. Each is put to the reading of
factuality at its own words, whether or not the event stage would have found it, so that the shares speak of that
reading alone. `counts` follows from the four fields (DESIGN section 2). `--errors` shows those of dev only.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tidings.annotate.event.factuality import factuality
from tidings.annotate.event.light import light_verb
from tidings.annotate.event.plant import plant
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.encoder import Parsed
from tidings.engine import STAGES, Reader, unread
from tidings.lexicon.factuality import load_factuality
from tidings.lexicon.light_verbs import load_light_verbs
from tidings.record import Document, Factuality, Span, Zone, ZoneKind

GOLD = Path(__file__).resolve().parents[1] / "tests/event/factuality_gold.tsv"
MORE = GOLD.with_name("factuality_more.tsv")
HALVES = ("dev", "test")
FIELDS = ("polarity", "certainty", "time", "mood")


@dataclass(frozen=True, slots=True)
class Row:
    """One act of a sentence and what is true of it."""

    half: str
    sentence: str
    predicate: str
    event_type: str
    true: Factuality

    @property
    def span(self) -> Span:
        """The words of the act; "talks#2" are the second talks of the sentence. Raises `LookupError`."""
        words, _, nth = self.predicate.partition("#")
        found = [*re.finditer(rf"\b{re.escape(words)}\b", self.sentence)]
        return Span(*found[int(nth or 1) - 1].span())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read of an act."""

    row: Row
    read: Factuality

    def right(self, name: str) -> bool:
        """Whether a field, all four, or what counts is right."""
        fields = FIELDS if name == "all" else ("happened",) if name == "counts" else (name,)
        return all(getattr(self.read, field) == getattr(self.row.true, field) for field in fields)


def rows(path: Path = GOLD) -> list[Row]:
    """All acts of the file, in its order."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Row(
                row["half"],
                row["sentence"],
                row["predicate"],
                row["event_type"],
                Factuality(**{field: row[field] for field in FIELDS}),
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def outcomes(items: Iterable[Row], reader: Reader) -> Iterator[Outcome]:
    """What is read of each act."""
    items = list(items)
    texts = list(dict.fromkeys(item.sentence for item in items))
    documents = [_document(text) for text in texts]
    parsed = zip(texts, documents, reader.encoder.read(documents), strict=True)
    trees = {text: _trees(reader, document, read) for text, document, read in parsed}
    for item in items:
        yield Outcome(item, _read(trees[item.sentence], item))


def _document(text: str) -> Document:
    """A line without a full stop is a headline, as it would be at the top of a report."""
    zone = ZoneKind.BODY if re.search(r"[.?!][\"'”’]?$", text) else ZoneKind.HEADLINE
    return Document.of(text, (Zone(zone, Span(0, len(text))),))


def _trees(reader: Reader, document: Document, read: Parsed) -> list[Tree]:
    analysis = unread(document, read)
    for stage in STAGES[:-1]:
        analysis = stage(analysis, reader.lexicon)
    return plant(analysis)


def _read(trees: Iterable[Tree], row: Row) -> Factuality:
    for tree in trees:
        words = tuple(index for index, token in enumerate(tree.tokens) if token.span.overlaps(row.span))
        if words:
            head = next((index for index in words if tree.head(index) not in words), words[0])
            light = None if tree.is_verb(head) else light_verb(tree, head, load_light_verbs())
            return factuality(Frame(tree, head, words, light), row.event_type, load_factuality(), None)
    raise LookupError(f"{row.predicate} is not in: {row.sentence}")


def shares(results: Iterable[Outcome]) -> dict[str, float]:
    """The share of acts with each field right, with all four, and with what counts."""
    results = list(results)
    return {
        name: sum(result.right(name) for result in results) / (len(results) or 1) for name in ("all", *FIELDS, "counts")
    }


def main(arguments: list[str]) -> None:
    """Print the shares of each half, and with `--errors` what was misread in dev."""
    from tidings.settings import Settings

    halves = tuple(half for half in HALVES if half in arguments) or HALVES
    asked = [row for row in rows(MORE if "more" in arguments else GOLD) if row.half in halves]
    results = list(outcomes(asked, Reader(Settings(workers=1))))
    for half in halves:
        mine = [result for result in results if result.row.half == half]
        print(f"{half:5} {len(mine):4}", *(f"{name} {share:.3f}" for name, share in shares(mine).items()))
        for result in mine if half == "dev" and "--errors" in arguments else ():
            if not result.right("all"):
                print(f"{result.row.sentence}\n    {result.row.predicate}: {_told(result)}")


def _told(result: Outcome) -> str:
    pairs = ((getattr(result.row.true, field), getattr(result.read, field)) for field in FIELDS)
    told = " ".join(true if true == read else f"{true.upper()} (read {read})" for true, read in pairs)
    return told + ("" if result.right("counts") else "  COUNTS")


if __name__ == "__main__":
    main(sys.argv[1:])
