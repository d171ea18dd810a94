"""The validation records of PETRARCH: is the root code right, with both actors?"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tidings.engine import Reader
from tidings.errors import ReadError
from tidings.read import read_text
from tidings.record import Actor, Analysis, EventMention


def score_petrarch(path: Path, reader: Reader) -> tuple[int, dict[str, float]]:
    """The share of expected events found with the right CAMEO root and both actors.

    An actor code is the country's three letters, then sectors: the countries must agree. Records that expect no
    event are right where none is found; they stand in the same share.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    records = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    right = total = 0
    for record in records:
        read = _read(record, reader)
        events = read.events if read else ()
        actors = {actor.id: actor for actor in read.actors} if read else {}
        if record["no_events"] or not record["events"]:
            total, right = total + 1, right + (not any(event.counts for event in events))
            continue
        for wanted in record["events"]:
            total, right = total + 1, right + any(_is(event, wanted, actors) for event in events)
    return total, {"root": right / max(1, total)}


def _read(record: dict[str, Any], reader: Reader) -> Analysis | None:
    """The reading of a record; None for one without words, or that could not be read through."""
    try:
        document = read_text(record["text"], published=_day(record))
    except ReadError:
        return None
    read = reader.read_batch([document])[0]
    return read if isinstance(read, Analysis) else None


def _day(record: dict[str, Any]) -> date | None:
    try:
        return datetime.strptime(record["date"], "%Y%m%d").date()
    except (KeyError, ValueError):
        return None


def _is(event: EventMention, wanted: dict[str, str], actors: dict[str, Actor]) -> bool:
    """Those who act together ("Brazil and the United States agreed") are each other's recipients."""
    others = event.actors if len(event.actors) > 1 else ()
    return (
        (event.cameo or "")[:2] == wanted["event"][:2]
        and any(_country(actors, side.actor) == wanted["source"][:3] for side in event.actors)
        and any(_country(actors, side.actor) == wanted["target"][:3] for side in (*event.recipients, *others))
    )


def _country(actors: dict[str, Actor], id: str | None) -> str | None:
    actor = actors.get(id or "")
    return actor.country if actor else None
