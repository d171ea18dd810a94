"""What the record could know of a day: the reports read, those that name an actor, the events that took place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tidings.store.connection import Connection

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


def reports_by_day(connection: Connection, actor_ids: Sequence[str]) -> list[tuple[date, int, int]]:
    """Every day on which reports were published, how many were read, and how many of them name one of the actors."""
    return list(connection.execute(_REPORTS, [list(actor_ids)]).fetchall())


def events_by_day(connection: Connection) -> list[tuple[date, int]]:
    """Every day on which events took place, and how many, between anyone."""
    return list(connection.execute(_EVENTS).fetchall())
