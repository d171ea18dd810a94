"""A hundred events drawn at random from real reports and judged by hand against the text.

`python -m bench.judgements draw OUT.jsonl` reads the reports of raw_wikinews that nobody learned from and writes a
hundred events that count, with their sentence and the ones around it, to be judged. `python -m bench.judgements score
docs/judgements.tsv` prints the shares. The judgements kept in `docs/` name report and offsets, never the text.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from training.table import read_rows

from tidings.engine import Reader
from tidings.read import ReadOptions, read_path
from tidings.record import Analysis, Document, EventMention, Participant

REPORTS = Path(__file__).parents[2] / "shared/data/text/raw_wikinews"
GOLD = REPORTS.parents[2] / "gold"
MARKS = Path(__file__).parents[1] / "training/reports"
EVENTS, SEED = 100, 20261202
COLUMNS = ("type", "who", "whom", "happened", "when", "where")


def draw(out: Path) -> None:
    """Writes the events to be judged."""
    reader = Reader()
    documents = [item for item in read_path(REPORTS, ReadOptions()) if isinstance(item, Document) and _unread(item)]
    found = [
        (analysis, event)
        for analysis in reader.read(documents)
        if isinstance(analysis, Analysis)
        for event in analysis.events
        if event.counts
    ]
    chosen = random.Random(SEED).sample(found, EVENTS)
    out.write_text("".join(json.dumps(_row(*pair), ensure_ascii=False) + "\n" for pair in chosen), "utf-8")
    print(f"{len(found)} events that count in {len(documents)} reports; {EVENTS} drawn")


def _unread(document: Document) -> bool:
    """Whether nobody marked the report for training, and it is none of the gold reports."""
    longest = max(document.text.splitlines(), key=len)[:200]
    return document.id not in _marked() and not any(" ".join(longest.split()) in article for article in _gold())


@cache
def _marked() -> frozenset[str]:
    """The reports that the judge learned from, or that rules were mended on."""
    lines = (line for path in MARKS.glob("*.tsv") for line in path.read_text("utf-8").splitlines())
    return frozenset(line.split("\t")[0] for line in lines)


@cache
def _gold() -> tuple[str, ...]:
    return tuple(" ".join(path.read_text("utf-8").split()) for path in sorted(GOLD.glob("*/article.txt")))


def _row(analysis: Analysis, event: EventMention) -> dict[str, Any]:
    spans = [sentence.span for sentence in analysis.sentences]
    around = spans[max(0, event.sentence - 2) : event.sentence + 2]
    when, place = event.when, event.place
    return {
        "report": analysis.document.title,
        "id": analysis.document.id,
        "published": str(analysis.document.published),
        "start": event.trigger.start,
        "end": event.trigger.end,
        "context": " ".join(span.slice(analysis.document.text) for span in around),
        "sentence": spans[event.sentence].slice(analysis.document.text),
        "trigger": analysis.text(event.trigger),
        "event_type": event.event_type,
        "mode": event.mode,
        "actors": list(_side(analysis, event.actors)),
        "recipients": list(_side(analysis, event.recipients)),
        "happened": event.factuality.in_words,
        "when": f"{when.earliest} to {when.latest}" if when else None,
        "where": f"{place.name}, {place.country}" if place else None,
        "origin": event.evidence.origin,
    }


def _side(analysis: Analysis, side: tuple[Participant, ...]) -> Iterator[str]:
    actors = {actor.id: actor for actor in analysis.actors}
    for one in side:
        known = actors.get(one.actor or "")
        yield f"{analysis.text(one.span)} = {known.name} ({known.code})" if known else analysis.text(one.span)


def score(path: Path) -> None:
    """Prints how many of the judged events are right in type, in who and whom, and in everything."""
    rows = read_rows(path)
    sums = {name: sum(row[name] == "1" for row in rows) for name in COLUMNS}
    sums["who and whom"] = sum(row["who"] == row["whom"] == "1" for row in rows)
    sums["all"] = sum(all(row[name] == "1" for name in COLUMNS) for row in rows)
    print(f"{len(rows)} events: " + ", ".join(f"{name} {count / len(rows):.2f}" for name, count in sums.items()))


if __name__ == "__main__":
    {"draw": draw, "score": score}[sys.argv[1]](Path(sys.argv[2]))
