"""What the record could know of a day: the reports read, those that name an actor, the events that took place.

Two narrow tables hold it, made anew with the events: a report is not opened to be counted.
"""

from __future__ import annotations

from datetime import date

from tidings.store.connection import Connection
from tidings.store.meant import Meant

#: Fills `report_actors`, who is named in each dated report, and `days`, how many reports and events each has.
FILLS = (
    """
    INSERT INTO report_actors BY NAME
    WITH dated AS (SELECT published, actors, row_number() OVER (ORDER BY id) AS report FROM documents),
    named AS (
        SELECT published, report, unnest(from_json(actors, '[{"id": "VARCHAR", "code": "VARCHAR"}]')) AS one
        FROM dated WHERE published IS NOT NULL
    )
    SELECT DISTINCT one.id AS actor, one.code AS code, published, report FROM named ORDER BY actor, report, code
    """,
    """
    INSERT INTO days BY NAME
    WITH each AS (
        SELECT published AS day, 1 AS reports, 0 AS events FROM documents
        UNION ALL SELECT coalesce(earliest, latest), 0, 1 FROM events WHERE counts
    )
    SELECT day, sum(reports) AS reports, sum(events) AS events FROM each
    WHERE day IS NOT NULL GROUP BY day ORDER BY day
    """,
)
#: A report that was read before codes were kept with it names whoever had such a code in any report.
_REPORTS = """
    WITH naming AS (
        SELECT published AS day, count(DISTINCT report) AS reports FROM report_actors
        WHERE list_contains(?::VARCHAR[], actor) AND (code IS NULL OR {meant}) GROUP BY day
    )
    SELECT day, days.reports, coalesce(naming.reports, 0) FROM days LEFT JOIN naming USING (day)
    WHERE days.reports > 0 ORDER BY day
"""
_EVENTS = "SELECT day, events FROM days WHERE events > 0 ORDER BY day"


def reports_by_day(connection: Connection, actors: Meant) -> list[tuple[date, int, int]]:
    """Every day on which reports were published, how many were read, and how many of them name one of the actors."""
    meant, values = actors.party("actor", "code")
    return list(connection.execute(_REPORTS.format(meant=meant), [actors.everyone, *values]).fetchall())


def events_by_day(connection: Connection) -> list[tuple[date, int]]:
    """Every day on which events took place, and how many, between anyone."""
    return list(connection.execute(_EVENTS).fetchall())
