"""The quad of a sentence, or none: cooperation and conflict, verbal and material (CAMEO classes)."""

from __future__ import annotations

from pathlib import Path

from tidings.engine import Reader
from tidings.evaluate.scores import macro_f1
from tidings.read import read_text
from tidings.record import Analysis

BATCH = 64


def score_cameo_class(path: Path, reader: Reader) -> tuple[int, dict[str, float]]:
    """Macro F1 over five classes: 0 (no event) and the quads 1-4, as the surest event of the sentence tells.

    The file has a sentence and a class a line, separated by a tab.
    """
    rows = list(_rows(path))
    pairs: list[tuple[str, str | None]] = []
    for at in range(0, len(rows), BATCH):
        batch = rows[at : at + BATCH]
        for (_, gold), read in zip(batch, reader.read_batch([read_text(text) for text, _ in batch]), strict=True):
            pairs.append((gold, _quad(read, reader) if isinstance(read, Analysis) else "0"))
    return len(rows), {"quad_f1": macro_f1(pairs, "01234")}


def _rows(path: Path) -> list[tuple[str, str]]:
    files = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if "\t" in line]
    pairs = [tuple(line.rsplit("\t", 1)) for line in lines]
    return [(text, label.strip()) for text, label in pairs if label.strip() in set("01234")]


def _quad(analysis: Analysis, reader: Reader) -> str:
    """The quad of the surest event; an event that counts goes before one that does not."""
    events = sorted(analysis.events, key=lambda event: (event.counts, event.evidence.score), reverse=True)
    return str(reader.ontology.quad(events[0].event_type)) if events else "0"
