"""Why an event stands in the record: its mentions, their sentences, rules and reports."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tidings.errors import UsageError
from tidings.record import Factuality, Span
from tidings.store.connection import Connection
from tidings.store.mentions import factuality_of, runner_up_of
from tidings.store.query import EventRow, event_with_id


@dataclass(frozen=True, slots=True)
class Words:
    """A span of the report and the words in it; `actor` is the name of the actor they were read as, if any."""

    span: Span
    text: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of the event: the sentence, where each value was read in it, and what read it.

    Spans are code points of the report's text. `cue` and `content` belong to the statement the mention stands in;
    `source` is None for the reporter's own word. `joined_to` is the mention of the event this one was joined to, with
    its `reasons` in points and their sum; `copy_of` the report that this mention's is a copy of. `number` is the
    sentence's place in the report, from 0, and `length` that of the report in code points. `runner_up` is the type that
    came second, with its probability.
    """

    id: str
    document_id: str
    lang: str
    length: int
    number: int
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    sentence: Words
    trigger: Words
    actors: tuple[Words, ...]
    recipients: tuple[Words, ...]
    source: Words | None
    cue: Words | None
    content: Words | None
    earliest: date | None
    latest: date | None
    when_origin: str | None
    place: str | None
    factuality: Factuality
    origin: str
    confidence: float
    joined_to: str | None = None
    likeness: float | None = None
    reasons: tuple[tuple[str, float], ...] = ()
    copy_of: str | None = None
    runner_up: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """An event and all that tells of it, the surest first."""

    event: EventRow
    tellings: tuple[Telling, ...]


_TELLINGS = """
    SELECT m.*, x.event_id, d.title, d.publisher, d.published, d.url, d.lang, length(d.text) AS length,
        a.source, a.cue, a.content, x.joined_to, x.likeness, x.reasons, s.copy_of
    FROM event_members x
    JOIN event_mentions m ON m.id = x.mention_id
    JOIN documents d ON d.id = m.document_id
    LEFT JOIN attributions a ON a.id = m.attribution AND a.document_id = m.document_id
    LEFT JOIN stories s ON s.document_id = m.document_id
    WHERE x.event_id IN (SELECT unnest(?::VARCHAR[]))
    ORDER BY m.confidence DESC, d.published NULLS LAST, m.document_id, m.trigger_start
"""


def why_event(connection: Connection, said: str) -> Why:
    """The event whose id is, or begins with, `said` (with or without "evt-"), and what tells of it.

    The id of one of its mentions will do too. Raises `UsageError` where no event has it, or several begin with it.
    """
    id = event_meant(connection, said)
    event = event_with_id(connection, id)
    assert event is not None
    return Why(event, tellings_of(connection, [id])[id])


def tellings_of(connection: Connection, events: Sequence[str]) -> dict[str, tuple[Telling, ...]]:
    """What tells of each of these events, given by their ids, the surest first."""
    cursor = connection.execute(_TELLINGS, [list(events)])
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    known = _names(connection, rows)
    found: dict[str, list[Telling]] = {id: [] for id in events}
    for row in rows:
        found[row["event_id"]].append(_telling(row, known))
    return {id: tuple(tellings) for id, tellings in found.items()}


def event_meant(connection: Connection, said: str) -> str:
    """The id of the event that `said` begins, with or without "evt-", or that has a mention whose id begins so.

    Raises `UsageError` where there is none, or more than one.
    """
    said = said.strip()
    query = "SELECT id FROM events WHERE starts_with(id, ?) OR starts_with(id, 'evt-' || ?) ORDER BY id LIMIT 4"
    found = [row[0] for row in connection.execute(query, [said, said]).fetchall()] if said else []
    if not found and said:
        query = "SELECT DISTINCT event_id FROM event_members WHERE starts_with(mention_id, ?) ORDER BY 1 LIMIT 4"
        found = [row[0] for row in connection.execute(query, [said]).fetchall()]
    if len(found) == 1 or said in found:
        return said if said in found else str(found[0])
    if found:
        raise UsageError(f"several events begin with {said!r}: {', '.join(found[:3])} ...; give more of the id")
    raise UsageError(f"no event {said!r} in this store; `tidings events --store S` lists them with their ids")


def _names(connection: Connection, rows: list[dict[str, Any]]) -> dict[str, str]:
    ids = {party["actor"] for row in rows for side in ("actors", "recipients") for party in json.loads(row[side])}
    wanted = sorted(filter(None, {*ids, *(row["source_actor"] for row in rows)}))
    query = "SELECT id, name FROM actors WHERE id IN (SELECT unnest(?::VARCHAR[]))"
    return dict(connection.execute(query, [wanted]).fetchall())


def _telling(row: dict[str, Any], known: dict[str, str]) -> Telling:
    report = ("document_id", "lang", "length", "title", "publisher", "published", "url", "copy_of")
    kept = ("id", "earliest", "latest", "when_origin", "place", "origin", "confidence", "joined_to", "likeness")
    return Telling(
        **{name: row[name] for name in (*report, *kept)},
        number=row["sentence"],
        reasons=tuple(json.loads(row["reasons"] or "{}").items()),
        runner_up=runner_up_of(row),
        sentence=Words(Span(row["sentence_start"], row["sentence_end"]), row["sentence_text"]),
        trigger=Words(Span(row["trigger_start"], row["trigger_end"]), row["trigger_text"]),
        actors=tuple(_words(party, known.get(party["actor"])) for party in json.loads(row["actors"])),
        recipients=tuple(_words(party, known.get(party["actor"])) for party in json.loads(row["recipients"])),
        source=_stored(row["source"], known.get(row["source_actor"])),
        cue=_stored(row["cue"]),
        content=_stored(row["content"]),
        factuality=factuality_of(row),
    )


def _words(value: dict[str, Any], actor: str | None = None) -> Words:
    return Words(Span(value["start"], value["end"]), value["text"], actor)


def _stored(text: str | None, actor: str | None = None) -> Words | None:
    value = json.loads(text) if text else None
    return _words(value, actor) if value else None
