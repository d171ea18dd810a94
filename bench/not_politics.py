"""False events in sentences of sport, business and culture: `python -m bench.not_politics [--show]`.

The sentences (`tests/event/not_politics.txt`) were written before anything was tuned; none tells of a political act.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tidings.engine import Reader
from tidings.read import read_text
from tidings.record import Analysis

SENTENCES = Path(__file__).parents[1] / "tests/event/not_politics.txt"


def false_events(reader: Reader) -> list[tuple[str, list[str]]]:
    """Each sentence with the events read in it, as "TYPE trigger"."""
    lines = SENTENCES.read_text("utf-8").splitlines()
    texts = [line for line in lines if line.strip() and not line.startswith("#")]
    read = reader.read_batch([read_text(text) for text in texts])
    return [(text, _events(one)) for text, one in zip(texts, read, strict=True) if isinstance(one, Analysis)]


def _events(analysis: Analysis) -> list[str]:
    return [f"{event.event_type} {analysis.text(event.trigger)} ({event.evidence.origin})" for event in analysis.events]


def main() -> None:
    """Prints the false events a sentence, and with --show each of them."""
    found = false_events(Reader())
    for text, events in found:
        if events and "--show" in sys.argv:
            print("; ".join(events), text, sep="\t")
    total = sum(len(events) for _, events in found)
    print(f"{total} false events in {len(found)} sentences: {total / len(found):.3f} a sentence")


if __name__ == "__main__":
    main()
