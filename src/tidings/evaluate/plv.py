"""The type of the event between a given pair (the PLV set of Zero-Shot-PLOVER, Hu et al. 2024)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tidings.engine import Reader
from tidings.evaluate.scores import macro_f1
from tidings.read import read_text
from tidings.record import Analysis, EventMention, Participant, Span

#: The set folds CONCEDE and RETREAT into one root.
FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
BATCH = 64
MARK = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with a marked pair, its root and its quad (1-4).

    A side that is marked twice stands at both places; one that the sentence leaves unsaid, at none.
    """

    text: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]
    root: str
    quad: str

    def words(self, side: tuple[Span, ...]) -> str:
        """The words of a side, "" where it is left unsaid."""
        return side[0].slice(self.text) if side else ""


def score_plv(path: Path, reader: Reader) -> tuple[int, dict[str, float]]:
    """Macro F1 over the fifteen roots, the quads, and cooperation against conflict, the pair being given.

    `bare_recall` reads the sentence as it is: the share of rows where an event of the right root has an actor and a
    recipient that overlap the marked ones.
    """
    rows = list(_rows(path))
    roots, quads, binary, bare = [], [], [], 0
    for row, analysis in zip(rows, _analyses(rows, reader), strict=True):
        found = reader.relate(analysis, row.words(row.sources), row.words(row.targets))
        root = FOLDED.get(found.event_type, found.event_type) if found else None
        quad = str(reader.ontology.quad(found.event_type)) if found else None
        roots.append((row.root, root))
        quads.append((row.quad, quad))
        binary.append((_side(row.quad), _side(quad) if quad else None))
        bare += any(_is(event, row) for event in analysis.events)
    return len(rows), {
        "root_f1": macro_f1(roots, ROOTS),
        "quad_f1": macro_f1(quads, "1234"),
        "binary_f1": macro_f1(binary, ("cooperation", "conflict")),
        "bare_recall": bare / max(1, len(rows)),
    }


def _rows(path: Path) -> Iterator[Row]:
    for file in sorted(path.glob("*.tsv")) if path.is_dir() else [path]:
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield _row(row)


def _row(row: dict[str, str]) -> Row:
    """The marked sentence without its marks, and where they stood."""
    text, at = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    for mark in MARK.finditer(row["marked_sentence"]):
        text += row["marked_sentence"][at : mark.start()]
        at = mark.end()
        if mark[1]:
            spans[mark[2]].append(Span(opened[mark[2]], len(text)))
        else:
            opened[mark[2]] = len(text)
    text += row["marked_sentence"][at:]
    return Row(text, tuple(spans["s"]), tuple(spans["t"]), row["gold_root"], row["gold_penta"])


def _analyses(rows: list[Row], reader: Reader) -> Iterator[Analysis]:
    for at in range(0, len(rows), BATCH):
        documents = [read_text(row.text) for row in rows[at : at + BATCH]]
        for read in reader.read_batch(documents):
            if not isinstance(read, Analysis):
                raise RuntimeError(read.reason)
            yield read


def _side(quad: str) -> str:
    return "cooperation" if quad in "12" else "conflict"


def _is(event: EventMention, row: Row) -> bool:
    """Whether an event found in the bare sentence is the marked one; a side left unsaid asks for nothing."""
    return (
        FOLDED.get(event.event_type, event.event_type) == row.root
        and _stands(event.actors, row.sources)
        and _stands(event.recipients, row.targets)
    )


def _stands(side: tuple[Participant, ...], spans: tuple[Span, ...]) -> bool:
    return not spans or any(participant.span.overlaps(span) for participant in side for span in spans)
