"""What the last watch of a record saw, kept in the record: the next one tells what has changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tidings.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Watched:
    """How a dyad stood: its verdict, its turning points (ISO days), and its alerts ("day kind")."""

    verdict: str
    turns: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """One watch: when it was, when the last report it knew came in (None: there was none), and how each dyad stood."""

    watched: datetime
    seen_until: datetime | None
    dyads: Mapping[str, Watched]


def last_watch(connection: Connection) -> Watch | None:
    """The last watch, if there was one."""
    row = connection.execute("SELECT watched, seen_until, dyads FROM last_watch").fetchone()
    if row is None:
        return None
    dyads = {name: Watched(of[0], tuple(of[1]), tuple(of[2])) for name, of in json.loads(row[2]).items()}
    return Watch(row[0], row[1], dyads)


def remember_watch(connection: Connection, watch: Watch) -> None:
    """Puts this watch in the place of the last one."""
    dyads = {name: (of.verdict, of.turns, of.alerts) for name, of in watch.dyads.items()}
    connection.execute("DELETE FROM last_watch")
    values = [watch.watched, watch.seen_until, json.dumps(dyads, ensure_ascii=False)]
    connection.execute("INSERT INTO last_watch VALUES (?, ?, ?)", values)


def seen_until(connection: Connection) -> datetime | None:
    """When the last report came in that the record did not know; None where that is not known of any."""
    found: datetime | None = connection.execute("SELECT max(first_seen) FROM documents").fetchone()[0]
    return found


def new_events(connection: Connection, since: datetime | None) -> set[str]:
    """The ids of the events that only reports tell of which came in after `since` (None: before any such day).

    Events get another id when a report joins them, so it is the reports that are asked, not the ids. A report of
    which it is not known when it came in (a store of an earlier version) is old.
    """
    query = (
        "SELECT x.event_id FROM event_members x JOIN event_mentions m ON m.id = x.mention_id "
        "JOIN documents d ON d.id = m.document_id GROUP BY x.event_id "
        "HAVING bool_and(coalesce(d.first_seen > coalesce(?::TIMESTAMP, '0001-01-01'::TIMESTAMP), false))"
    )
    return {row[0] for row in connection.execute(query, [since]).fetchall()}
