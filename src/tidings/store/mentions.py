"""Stored rows -> the nouns of the record: what merging needs to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tidings.record import EventMention, Evidence, Factuality, Participant, Place, Span, When
from tidings.store.connection import Connection
from tidings.store.schema import TABLES

Row = dict[str, Any]
#: Rows taken from the file at once.
FETCHED = 2_000


@dataclass(frozen=True, slots=True)
class StoredMention:
    """A mention as it was stored, with its report's date and its sides by id and by PLOVER code.

    Sides hold only the participants that are known actors; the words of all stand in `mention`. `sentence_text` and
    `trigger_text` are the words of the report.
    """

    mention: EventMention
    document_id: str
    published: date | None
    actor_ids: tuple[str, ...]
    actor_codes: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    recipient_codes: tuple[str, ...]
    sentence_text: str
    trigger_text: str


def stored_mentions(connection: Connection) -> Iterator[StoredMention]:
    """Every mention of the store, in order of id."""
    columns = [f'm."{name}"' for name in TABLES["event_mentions"]]
    query = (
        f"SELECT {', '.join(columns)}, d.published FROM event_mentions m "
        "JOIN documents d ON d.id = m.document_id ORDER BY m.id"
    )
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    while rows := cursor.fetchmany(FETCHED):
        yield from (_mention(dict(zip(names, row, strict=True))) for row in rows)


def _mention(row: Row) -> StoredMention:
    mention = EventMention(
        id=row["id"],
        trigger=Span(row["trigger_start"], row["trigger_end"]),
        event_type=row["event_type"],
        mode=row["mode"],
        contexts=tuple(row["contexts"]),
        cameo=row["cameo"],
        actors=_side(row["actors"]),
        recipients=_side(row["recipients"]),
        when=when_of(row),
        place=place_of(row),
        attribution=row["attribution"],
        factuality=factuality_of(row),
        sentence=row["sentence"],
        evidence=Evidence(
            row["document_id"], Span(row["evidence_start"], row["evidence_end"]), row["origin"], row["confidence"]
        ),
        runner_up=runner_up_of(row),
    )
    actor_ids, actor_codes, recipient_ids, recipient_codes = (
        tuple(filter(None, row[f"{side}_{part}"])) for side in ("actor", "recipient") for part in ("ids", "codes")
    )
    return StoredMention(
        mention,
        row["document_id"],
        row["published"],
        actor_ids,
        actor_codes,
        recipient_ids,
        recipient_codes,
        row["sentence_text"],
        row["trigger_text"],
    )


def _side(text: str) -> tuple[Participant, ...]:
    return tuple(Participant(Span(p["start"], p["end"]), p["actor"]) for p in json.loads(text))


def when_of(row: Row) -> When | None:
    """The days in a row; None where it has no origin of any."""
    if row["when_origin"] is None:
        return None
    return When(row["earliest"], row["latest"], row["granularity"], row["when_origin"])


def place_of(row: Row) -> Place | None:
    """The place in a row."""
    if row["place_id"] is None:
        return None
    parts = ("place_id", "place", "place_country", "place_admin1", "latitude", "longitude", "place_feature")
    return Place(*(row[part] for part in parts))


def factuality_of(row: Row) -> Factuality:
    """Whether it happened, from a row."""
    return Factuality(row["polarity"], row["certainty"], row["time"], row["mood"])


def runner_up_of(row: Row) -> tuple[str, float] | None:
    """The type that came second and its probability, from a row; None where there was no choice."""
    return next(iter(json.loads(row["runner_up"] or "{}").items()), None)
