"""How fast the pipeline reads, stage by stage: `python -m bench.speed [FOLDER]`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bench.places import SHARED
from tidings.engine import STAGES, Reader, unread
from tidings.evaluate.speed import score_speed
from tidings.read import ReadOptions, read_path
from tidings.record import Document

STAGE_NAMES = ("timex", "toponym", "actor", "things", "attribution", "speaker", "event")
SAMPLE = 100


def main(folder: Path) -> None:
    """Time of each stage on one process over a sample, then the rate of the whole on all workers."""
    reader = Reader()
    documents = [item for item in read_path(folder, ReadOptions()) if isinstance(item, Document)][:SAMPLE]
    seconds = stage_seconds(reader, documents)
    total = sum(seconds.values())
    for name, spent in seconds.items():
        print(f"{name:12} {1000 * spent / len(documents):7.1f} ms a report  {spent / total:6.1%}")
    n, metrics = score_speed(folder, reader)
    for metric, value in metrics.items():
        print(f"{metric:24} {value:10.2f}   ({n} reports, {reader.settings.workers} workers)")


def stage_seconds(reader: Reader, documents: list[Document]) -> dict[str, float]:
    """Seconds that each stage takes over the documents, on one process, warm."""
    for document in documents[:4]:
        reader.analyse(document)
    seconds = dict.fromkeys(("encoder", *STAGE_NAMES), 0.0)
    started = time.perf_counter()
    parsed = reader.encoder.read(documents)
    seconds["encoder"] = time.perf_counter() - started
    for document, read in zip(documents, parsed, strict=True):
        analysis = unread(document, read)
        for name, stage in zip(STAGE_NAMES, STAGES, strict=True):
            started = time.perf_counter()
            analysis = stage(analysis, reader.lexicon)
            seconds[name] += time.perf_counter() - started
    return seconds


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else SHARED / "data/text/raw_wikinews")
