"""Events -> their rows, with the values of their best told mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tidings.record import Event
from tidings.store.connection import Connection
from tidings.store.rows import Row, place_columns, when_columns
from tidings.store.schema import TABLES

_TAKEN = ("quad", "score", "goldstein", "polarity", "certainty", "time", "mood")
_SIDES = tuple(f"{side}_{part}" for side in ("actor", "recipient") for part in ("ids", "codes", "names"))
_READ = ("id", "document_id", "event_type", "mode", "cameo", "contexts", "confidence", *_TAKEN, *_SIDES)


def event_rows(events: Iterable[Event], connection: Connection) -> tuple[list[Row], list[Row]]:
    """The rows of `events` and of `event_members`. Mentions that are not in the store are passed over."""
    cursor = connection.execute(f"SELECT {', '.join(_quoted(name) for name in _READ)} FROM event_mentions")
    told = {row[0]: dict(zip(_READ, row, strict=True)) for row in cursor.fetchall()}
    rows, members = [], []
    for event in events:
        mentions = [told[id] for id in event.mentions if id in told]
        if mentions:
            rows.append(_row(event, mentions))
            members += [{"event_id": event.id, "mention_id": mention["id"]} for mention in mentions]
    return rows, members


def _quoted(name: str) -> str:
    return f'"{name}"'


def _row(event: Event, mentions: Sequence[Mapping[str, Any]]) -> Row:
    ranked = sorted(mentions, key=lambda mention: _rank(event, mention))
    best = ranked[0]
    row = {
        "id": event.id,
        "event_type": event.event_type,
        "mode": event.mode,
        "contexts": sorted({context for mention in mentions for context in mention["contexts"]}),
        "cameo": event.cameo,
        **{name: best[name] for name in (*_TAKEN, *_SIDES)},
        **when_columns(event.when),
        **place_columns(event.place),
        "counts": event.counts,
        "best_mention": best["id"],
        "mentions": len(mentions),
        "reports": len({mention["document_id"] for mention in mentions}),
        "originals": None,
    }
    assert row.keys() == TABLES["events"].keys()
    return row


def _rank(event: Event, mention: Mapping[str, Any]) -> tuple[bool, bool, float, str, str]:
    """The best told first: of the event's own mode and code, then the surest, then by id, so that order is fixed."""
    other = (mention["mode"], mention["cameo"]) != (event.mode, event.cameo)
    return (mention["mode"] != event.mode, other, -mention["confidence"], mention["document_id"], mention["id"])
