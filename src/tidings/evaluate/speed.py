"""How fast the whole pipeline reads, and where the time goes."""

from __future__ import annotations

import resource
import time
from pathlib import Path

from tidings.engine import Reader
from tidings.read import ReadOptions, read_path
from tidings.record import Document, Sentence


def score_speed(path: Path, reader: Reader) -> tuple[int, dict[str, float]]:
    """Reports a second on all workers, word pieces a second, the encoder's share of one worker's time, peak memory.

    `reports_per_second` counts everything from documents in memory to readings in memory, start-up of the workers
    included. `peak_mb` adds up the parent and the largest worker times the number of workers.
    """
    documents = [item for item in read_path(path, ReadOptions()) if isinstance(item, Document)]
    started = time.perf_counter()
    done = sum(1 for _ in reader.read(documents))
    seconds = time.perf_counter() - started
    share, pieces_a_report = _shares(documents[:64], reader)
    rate = done / seconds
    return done, {
        "reports_per_second": rate,
        "wordpieces_per_second": rate * pieces_a_report,
        "encoder_share": share,
        "peak_mb": _peak_mb(reader.settings.workers),
    }


def _shares(documents: list[Document], reader: Reader) -> tuple[float, float]:
    """The encoder's share of the time, and word pieces a report, over a sample on one process, in batches as ever."""
    reader.read_batch(documents[:2])
    encoding = reading = pieces = 0.0
    for at in range(0, len(documents), reader.settings.batch):
        batch = documents[at : at + reader.settings.batch]
        started = time.perf_counter()
        parsed = reader.encoder.read(batch)
        encoded = time.perf_counter()
        for document, read in zip(batch, parsed, strict=True):
            reader.annotate(document, read)
        encoding, reading = encoding + encoded - started, reading + time.perf_counter() - started
        pieces += sum(_pieces(reader, document, read.sentences) for document, read in zip(batch, parsed, strict=True))
    return encoding / reading, pieces / max(1, len(documents))


def _pieces(reader: Reader, document: Document, sentences: tuple[Sentence, ...]) -> int:
    """The word pieces of a report's words."""
    cut = reader.encoder.network.word_pieces
    return sum(len(cut(token.span.slice(document.text))) for sentence in sentences for token in sentence.tokens)


def _peak_mb(workers: int) -> float:
    """Peak resident memory in MB (Linux counts it in KB)."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + largest * workers) / 1024
