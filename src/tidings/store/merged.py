"""Events -> their rows, with the values of their best told mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tidings.record import Event
from tidings.store.connection import Connection
from tidings.store.event_dyads import in_order
from tidings.store.rows import Row, place_columns, when_columns
from tidings.store.schema import TABLES

_TAKEN = ("quad", "score", "goldstein", "polarity", "certainty", "time", "mood")
_SIDES = tuple(f"{side}_{part}" for side in ("actor", "recipient") for part in ("ids", "codes", "names"))
_READ = (
    *("id", "document_id", "event_type", "mode", "cameo", "contexts", "confidence", "counts"),
    *("source_text", "source_code", "sentence_text", *_TAKEN, *_SIDES),
)


def event_rows(
    events: Iterable[Event], copies: Mapping[str, str], connection: Connection
) -> tuple[list[Row], list[Row]]:
    """The rows of `events` and of `event_members`. Mentions that are not in the store are passed over.

    `copies` says of which report another is a copy.
    """
    cursor = connection.execute(f"SELECT {', '.join(_quoted(name) for name in _READ)} FROM event_mentions")
    told = {row[0]: dict(zip(_READ, row, strict=True)) for row in cursor.fetchall()}
    rows, members = [], []
    for event in events:
        mentions = [told[id] for id in event.mentions if id in told]
        if mentions:
            rows.append(_row(event, mentions, copies))
            members += _members(event, [mention["id"] for mention in mentions])
    return in_order(rows), members


def _quoted(name: str) -> str:
    return f'"{name}"'


def _members(event: Event, mentions: Iterable[str]) -> list[Row]:
    links = {link.mention: link for link in event.links}
    rows = []
    for id in mentions:
        link = links.get(id)
        joined = {"joined_to": link.joined_to, "likeness": link.likeness} if link else {}
        reasons = {"reasons": dict(link.reasons)} if link and link.joined_to else {}
        rows.append({"event_id": event.id, "mention_id": id, **joined, **reasons})
    return rows


def _row(event: Event, mentions: Sequence[Mapping[str, Any]], copies: Mapping[str, str]) -> Row:
    ranked = sorted(mentions, key=lambda mention: _rank(event, mention))
    best = ranked[0]
    reports = {mention["document_id"] for mention in mentions}
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
        "reports": len(reports),
        "originals": len({copies.get(report, report) for report in reports}),
        "said_by": best["source_text"],
        "sentence": best["sentence_text"],
        "confidence": best["confidence"],
        "sources": _sources(mentions),
    }
    assert row.keys() == TABLES["events"].keys() - {"number"}
    return row


def _sources(mentions: Iterable[Mapping[str, Any]]) -> list[str]:
    """On whose word an event is told, a source once: its words, with its code where it has one; last "", the reporter.

    >>> told = [("Egypt ", "EGY GOV"), (None, None), ("Egypt", "EGY GOV"), ("a witness", None)]
    >>> _sources([{"source_text": words, "source_code": code} for words, code in told])
    ['Egypt (EGY GOV)', 'a witness', '']
    """
    told = {(" ".join((mention["source_text"] or "").split()), mention["source_code"]) for mention in mentions}
    sources = {f"{words} ({code})" if words and code else words for words, code in told}
    return sorted(sources, key=lambda source: (not source, source))


def _rank(event: Event, mention: Mapping[str, Any]) -> tuple[bool, bool, bool, bool, float, str, str]:
    """The best told first: what counts as the event does, of its type, mode and code, the surest, then by id."""
    other = (mention["mode"], mention["cameo"]) != (event.mode, event.cameo)
    type = mention["event_type"] != event.event_type
    unlike = (mention["counts"] != event.counts, type, mention["mode"] != event.mode, other)
    return (*unlike, -mention["confidence"], mention["document_id"], mention["id"])
