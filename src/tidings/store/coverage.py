"""What the record could know of a day: the reports read, those that name an actor, the events that took place."""

from __future__ import annotations

from datetime import date

from tidings.store.connection import Connection
from tidings.store.meant import Meant

#: A report that was read before codes were kept with it names whoever had such a code in any report.
_REPORTS = """
    WITH read AS (
        SELECT published, from_json(actors, '[{{"id": "VARCHAR", "code": "VARCHAR"}}]') AS named
        FROM documents WHERE published IS NOT NULL
    )
    SELECT published, count(*), count(*) FILTER (len(list_filter(named, lambda one: {meant})) > 0) FROM read
    GROUP BY published ORDER BY published
"""
_EVENTS = """
    SELECT coalesce(earliest, latest) AS day, count(*) FROM events
    WHERE counts AND day IS NOT NULL GROUP BY day ORDER BY day
"""


def reports_by_day(connection: Connection, actors: Meant) -> list[tuple[date, int, int]]:
    """Every day on which reports were published, how many were read, and how many of them name one of the actors."""
    meant, values = actors.party("one.id", "one.code")
    before = "(one.code IS NULL AND list_contains(?::VARCHAR[], one.id))"
    query = _REPORTS.format(meant=f"{meant} OR {before}")
    return list(connection.execute(query, [*values, actors.everyone]).fetchall())


def events_by_day(connection: Connection) -> list[tuple[date, int]]:
    """Every day on which events took place, and how many, between anyone."""
    return list(connection.execute(_EVENTS).fetchall())
