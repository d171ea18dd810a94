"""Questions about statements: who said what about whom, and how far the source stands by it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from tidings.store.actors import actors_meant
from tidings.store.connection import Connection
from tidings.store.meant import Meant

Row = dict[str, Any]
#: A cue's entry and its words in the report -> how the source stands to what it says.
Strength = Callable[[str, str], str]
#: The name of an actor, and its code.
Known = tuple[str, str]
_FETCHED = 2_000


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """Which statements are asked for; None asks for all.

    `source` and `about` are a code ("CHN", "AFG REB"), an id or a name; a statement is about the actors its content
    speaks of. `since` and `until` are days of publication, both included; an undated report fits no such limit.
    """

    source: str | None = None
    about: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement of the store.

    `source` is the words that name the speaker ("" where nobody is named), `source_id`, `source_code` and
    `source_name` the actor they were read as: "" for an unnamed or unknown one. `chain` are the words of the sources
    around it, the nearest first: whose word it is that the source said so. `about_ids`, `about_codes` and
    `about_names` are in step. `start` and `end` are where the content stands in the report's text.
    """

    id: str
    document_id: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    source: str
    source_id: str
    source_code: str
    source_name: str
    strength: str
    cue: str | None
    manner: str
    medium: str | None
    addressee: str | None
    chain: tuple[str, ...]
    about_ids: tuple[str, ...]
    about_codes: tuple[str, ...]
    about_names: tuple[str, ...]
    content: str
    start: int
    end: int
    confidence: float


_SELECT = """
    SELECT a.*, d.title, d.publisher, d.published, d.url, d.actors AS mentioned
    FROM attributions a JOIN documents d ON d.id = a.document_id
"""


def find_statements(connection: Connection, query: StatementQuery, strength: Strength) -> Iterator[StatementRow]:
    """The statements that fit, in order of day of publication and of the text; undated reports last.

    Raises `UsageError` for a name that is nobody's.
    """
    source = None if query.source is None else actors_meant(connection, query.source)
    about = None if query.about is None else actors_meant(connection, query.about)
    actors = connection.execute("SELECT id, name, country, sectors FROM actors").fetchall()
    known = {id: (name, " ".join(filter(None, (country, *(sectors or ()))))) for id, name, country, sectors in actors}
    for rows in _by_report(connection, query, source):
        for row in _statements(rows, known, strength):
            said_by = source is None or source.fits(row.source_id, row.source_code)
            if said_by and (about is None or about.any_of(row.about_ids, row.about_codes)):
                yield row


def _by_report(connection: Connection, query: StatementQuery, source: Meant | None) -> Iterator[list[Row]]:
    """All statements of each report that may hold one that fits: a chain needs its outer ones."""
    conditions: list[str] = []
    values: list[Any] = []
    if query.since is not None:
        conditions, values = [*conditions, "d.published >= ?"], [*values, query.since]
    if query.until is not None:
        conditions, values = [*conditions, "d.published <= ?"], [*values, query.until]
    if source is not None:
        held = "SELECT document_id FROM attributions WHERE list_contains(?::VARCHAR[], source_actor)"
        conditions, values = [*conditions, f"d.id IN ({held})"], [*values, source.everyone]
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    cursor = connection.execute(f"{_SELECT}{where} ORDER BY d.published NULLS LAST, d.id", values)
    names = [column[0] for column in cursor.description]
    for _, rows in groupby(_rows(cursor, names), key=lambda row: row["document_id"]):
        yield list(rows)


def _rows(cursor: Any, names: list[str]) -> Iterator[Row]:
    while rows := cursor.fetchmany(_FETCHED):
        yield from (dict(zip(names, row, strict=True)) for row in rows)


def _statements(rows: list[Row], known: Mapping[str, Known], strength: Strength) -> Iterator[StatementRow]:
    """The statements of one report in the order of the text, who is in them coded as the report has it."""
    named = json.loads(rows[0]["mentioned"] or "[]")
    mentions = [(mention["start"], mention["end"], actor["id"]) for actor in named for mention in actor["mentions"]]
    here = {actor["id"]: _as_coded(actor, *known[actor["id"]]) for actor in named if actor["id"] in known}
    by_id = {row["id"]: row for row in rows}
    for row in sorted(rows, key=lambda row: (_span(row["content"])["start"], -_span(row["content"])["end"])):
        yield _statement(row, by_id, mentions, here, strength)


def _as_coded(actor: Row, name: str, first: str) -> Known:
    """Of a report that was read before codes were kept with it, the code that the actor had first is all we know."""
    code = actor.get("code")
    return name, first if code is None else code


def _statement(
    row: Row,
    by_id: Mapping[str, Row],
    mentions: list[tuple[int, int, str]],
    known: Mapping[str, Known],
    strength: Strength,
) -> StatementRow:
    content, cue = _span(row["content"]), _text(row["cue"])
    inside = (id for start, end, id in sorted(mentions) if content["start"] <= start and end <= content["end"])
    about = [id for id in dict.fromkeys(inside) if id in known]
    speaker = row["source_actor"] if row["source_actor"] in known else None
    return StatementRow(
        **{name: row[name] for name in ("id", "document_id", "title", "publisher", "published", "url")},
        **{name: row[name] for name in ("manner", "medium", "confidence")},
        source=_text(row["source"]) or "",
        source_id=speaker or "",
        source_code=known[speaker][1] if speaker else "",
        source_name=known[speaker][0] if speaker else "",
        strength=strength(row["origin"].rpartition(":")[2], cue or ""),
        cue=cue,
        addressee=_text(row["addressee"]),
        chain=tuple(_chain(row, by_id)),
        about_ids=tuple(about),
        about_codes=tuple(known[id][1] for id in about),
        about_names=tuple(known[id][0] for id in about),
        content=content["text"],
        start=content["start"],
        end=content["end"],
    )


def _chain(row: Row, by_id: Mapping[str, Row]) -> Iterator[str]:
    seen = {row["id"]}
    while (parent := by_id.get(row["parent"])) is not None and parent["id"] not in seen:
        seen.add(parent["id"])
        row = parent
        yield _text(row["source"]) or "unnamed"


def _span(text: str) -> Row:
    value: Row = json.loads(text)
    return value


def _text(text: str | None) -> str | None:
    return str(json.loads(text)["text"]) if text else None
