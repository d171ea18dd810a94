"""What stands beside the events of a dyad: on whose word they were told, and how many reports were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tidings.store.connection import Connection

_TELLERS = """
    SELECT b.event_id, m.source_text, m.source_code FROM event_members b
    JOIN event_mentions m ON m.id = b.mention_id
    WHERE b.event_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY b.event_id, m.source_text, m.source_code
"""
_REPORTS = """
    WITH read AS (
        SELECT published, list_transform(from_json(actors, '[{"id": "VARCHAR"}]'), lambda one: one.id) AS named
        FROM documents WHERE published IS NOT NULL
    )
    SELECT published, count(*), count(*) FILTER (list_has_any(named, ?::VARCHAR[])) FROM read
    GROUP BY published ORDER BY published
"""
_EVENTS = """
    SELECT coalesce(earliest, latest) AS day, count(*) FROM events
    WHERE counts AND day IS NOT NULL GROUP BY day ORDER BY day
"""


def tellers(connection: Connection, event_ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """On whose word each event was told, a source once: its words, with its code where it has one; "" the reporter."""
    found: dict[str, dict[str, None]] = {}
    for event, words, code in connection.execute(_TELLERS, [list(event_ids)]).fetchall():
        source = " ".join((words or "").split())
        found.setdefault(event, {})[f"{source} ({code})" if source and code else source] = None
    return {event: tuple(sources) for event, sources in found.items()}


def reports_by_day(connection: Connection, actor_ids: Sequence[str]) -> list[tuple[date, int, int]]:
    """Every day on which reports were published, how many were read, and how many of them name one of the actors."""
    return list(connection.execute(_REPORTS, [list(actor_ids)]).fetchall())


def events_by_day(connection: Connection) -> list[tuple[date, int]]:
    """Every day on which events took place, and how many, between anyone."""
    return list(connection.execute(_EVENTS).fetchall())
