"""The store: one DuckDB file that keeps what was read, and answers questions about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Any

from tidings.errors import StoreError
from tidings.ontology import Ontology
from tidings.record import Analysis, Event
from tidings.store.connection import Connection, open_database
from tidings.store.dyads import DyadEvent, dyad_events
from tidings.store.export import Reported
from tidings.store.export.frame import frame
from tidings.store.imported import add_imported
from tidings.store.mentions import StoredMention, stored_mentions
from tidings.store.merged import event_rows
from tidings.store.query import EventQuery, EventRow, find_events, meant
from tidings.store.reported import about, reported_events
from tidings.store.rows import Reading, Row, Versions, rows_of
from tidings.store.schema import TABLES, insert_statement
from tidings.store.why import Why, why_event


class Store:
    """A record on disk. Every write is one transaction and safe to repeat.

    One process may write at a time, and none may read meanwhile; who comes second gets a `StoreError` that names
    the first.

    >>> import tempfile
    >>> with Store(Path(tempfile.mkdtemp()) / "record.duckdb") as store:
    ...     store.count("documents")
    0
    """

    def __init__(self, path: Path | str, read_only: bool = False) -> None:
        self.path = Path(path)
        self._connection = open_database(self.path, read_only)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def known(self, ids: Iterable[str]) -> set[str]:
        """Which of these documents are in the store."""
        query = "SELECT id FROM documents WHERE id IN (SELECT unnest(?::VARCHAR[]))"
        return {row[0] for row in self._connection.execute(query, [list(ids)]).fetchall()}

    def seen_again(self, ids: Iterable[str], seen: datetime | None = None) -> None:
        """Notes that these documents, known already, were met once more; `seen` is in UTC, None for now."""
        query = "UPDATE documents SET last_seen = greatest(last_seen, ?) WHERE id IN (SELECT unnest(?::VARCHAR[]))"
        with self._transaction():
            self._connection.execute(query, [seen or _now(), list(ids)])

    def count(self, table: str) -> int:
        """The number of rows of a table. Raises `StoreError`, naming those there are, for another."""
        if table not in TABLES:
            raise StoreError(f"no table {table!r}; there are {', '.join(TABLES)}")
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def add(
        self,
        analyses: Sequence[Analysis],
        ontology: Ontology,
        *,
        model: str | None = None,
        seen: datetime | None = None,
    ) -> int:
        """Puts the documents in that are not there yet, with all that was read in them; returns their number.

        `model` is the checksum of the encoder that read them; `seen` when they were met, in UTC (None: now). All or
        nothing: after an error, or a kill, none of this batch is in the store.
        """
        held = self.known(analysis.document.id for analysis in analyses)
        fresh = {a.document.id: a for a in analyses if a.document.id not in held}
        if not fresh:
            return 0
        versions = Versions(_tidings_version(), model, _fingerprint(ontology.folder))
        reading = Reading(versions, seen or _now())
        rows: dict[str, list[Row]] = {}
        for analysis in fresh.values():
            for table, more in rows_of(analysis, ontology, reading).items():
                rows.setdefault(table, []).extend(more)
        rows["actors"] = self._new_actors(rows["actors"])
        with self._transaction():
            for table, some in rows.items():
                self._insert(table, some)
        return len(fresh)

    def set_aside(self, rows: Iterable[tuple[str, int | None, str]]) -> None:
        """Keeps what could not be read: origin, line, reason. What is kept already is not doubled."""
        held = set(self._connection.execute("SELECT origin, line, reason FROM set_aside").fetchall())
        fresh = [dict(zip(TABLES["set_aside"], row, strict=True)) for row in dict.fromkeys(rows) if row not in held]
        with self._transaction():
            self._insert("set_aside", fresh)

    def add_imported(self, rows: Sequence[Row]) -> tuple[int, int, list[str]]:
        """Puts events of another system in that are not there yet.

        Returns how many were added, how many were there already, and the ids of those that are there with other
        values; these stay as they were. All or nothing.
        """
        with self._transaction() as connection:
            return add_imported(connection, rows)

    def imported(self) -> dict[str, int]:
        """The systems whose events were imported, and how many of each."""
        query = "SELECT system, count(*) FROM imported_events GROUP BY 1 ORDER BY 1"
        return dict(self._connection.execute(query).fetchall())

    def dyad_events(self, system: str) -> Iterator[DyadEvent]:
        """Our events and an imported system's between two countries each, dyad by dyad."""
        return dyad_events(self._connection, system)

    def mentions(self) -> Iterator[StoredMention]:
        """Every event mention of the store, in order of id: what merging reads."""
        return stored_mentions(self._connection)

    def write_events(self, events: Iterable[Event]) -> int:
        """Puts merged events in the place of those that were there; mentions stay as they are."""
        rows, members = event_rows(events, self._connection)
        with self._transaction():
            self._connection.execute("DELETE FROM event_members")
            self._connection.execute("DELETE FROM events")
            self._insert("events", rows)
            self._insert("event_members", members)
        return len(rows)

    @property
    def merged(self) -> bool:
        """Whether every mention stands in an event: false after a run that ended before it had merged."""
        return self.count("event_mentions") == self.count("event_members")

    def events(self, query: EventQuery | None = None) -> list[EventRow]:
        """The events that fit, in order of day. Raises `UsageError` for an actor the store does not know."""
        return list(find_events(self._connection, query or EventQuery()))

    def reported(self, query: EventQuery | None = None, *, tellings: bool = False) -> Iterator[Reported]:
        """The events that fit, one by one, as the exports take them; `tellings`: with what tells of each."""
        return reported_events(self._connection, query or EventQuery(), tellings)

    def about(self) -> dict[str, str]:
        """What an exported file says about itself: the versions that read the events, and the licence."""
        return about(self._connection)

    def frame(self, kind: str, query: EventQuery | None = None) -> Any:
        """The events that fit as a table of "pandas", "polars" or "arrow", with the columns of the Parquet export.

        Raises `UsageError`, naming what to install, where that library is not there.
        """
        return frame(find_events(self._connection, query or EventQuery()), kind)

    def actors(self, said: str, system: str | None = None) -> list[str]:
        """The ids of the actors that a code, an id or a name means, in our record or an imported `system`'s."""
        return meant(self._connection, said, system)

    def why(self, event_id: str) -> Why:
        """The event whose id begins so, and the sentences, rules and reports it rests on.

        Raises `UsageError` where there is none, or more than one.
        """
        return why_event(self._connection, event_id)

    def _new_actors(self, rows: list[Row]) -> list[Row]:
        ids = list({row["id"] for row in rows})
        query = "SELECT id FROM actors WHERE list_contains(?::VARCHAR[], id)"
        held = {row[0] for row in self._connection.execute(query, [ids]).fetchall()}
        return list({row["id"]: row for row in reversed(rows) if row["id"] not in held}.values())

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            self._connection.execute(insert_statement(table), [json.dumps(rows, ensure_ascii=False)])

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        import duckdb

        try:
            self._connection.execute("BEGIN")
            yield self._connection
            self._connection.execute("COMMIT")
        except duckdb.Error as error:
            self._roll_back()
            raise StoreError(f"{self.path} could not be written: {str(error).splitlines()[0][:300]}") from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        import duckdb

        try:
            self._connection.execute("ROLLBACK")
        except duckdb.Error:
            return  # the failure itself has ended the transaction


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


@cache
def _tidings_version() -> str:
    try:
        return version("tidings")
    except PackageNotFoundError:
        return "unknown"


@cache
def _fingerprint(folder: Path) -> str:
    """A checksum of an ontology's files."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]
