"""Quotes of reports written for Tidings, each with its speaker marked in the text itself.

`tests/attribution/written_reports.txt` holds them, parted by lines of equal signs: `{k “We left,”}` are words of `k`,
and `[k the envoy]` is a place that names `k` well. Persons, places and bodies in them are invented.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.quotes import Quote
from tidings.read import read_text
from tidings.record import Document, Span

WRITTEN = Path(__file__).resolve().parents[1] / "tests/attribution/written_reports.txt"
_MARKED = re.compile(r"\{(\w+) ([^}]*)\}|\[(\w+) ([^\]]*)\]")


def load_written(path: Path = WRITTEN) -> Iterator[tuple[Document, tuple[Quote, ...]]]:
    """Each report with its quotes, in the order of the file. Raises `LookupError` where a report is read otherwise."""
    for marked in path.read_text("utf-8").split("=====\n"):
        yield _report(marked.strip())


def _report(marked: str) -> tuple[Document, tuple[Quote, ...]]:
    quotes: list[tuple[str, Span]] = []
    places: dict[str, list[Span]] = defaultdict(list)
    text, at = "", 0
    for mark in _MARKED.finditer(marked):
        text, at = text + marked[at : mark.start()], mark.end()
        words = mark.group(2) or mark.group(4)
        span = Span(len(text), len(text) + len(words))
        if mark.group(1):
            quotes.append((mark.group(1), span))
        else:
            places[mark.group(3)].append(span)
        text += words
    document = read_text(text + marked[at:])
    if not document.text.startswith(text):
        raise LookupError(f"{text[:40]!r} ... is read otherwise than it is written")
    report = document.sha256[:16]
    return document, tuple(Quote("written", report, span, tuple(places[speaker])) for speaker, span in quotes)
