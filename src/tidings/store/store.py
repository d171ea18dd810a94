"""The store: one DuckDB file that keeps what was read, and answers questions about it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Any

from tidings.errors import StoreError, UsageError
from tidings.ontology import Ontology
from tidings.record import Analysis, Document, Event
from tidings.store.again import Act, acts, stale_documents
from tidings.store.check import faults
from tidings.store.comparison import DyadEvent, dyad_events
from tidings.store.connection import Connection, open_database
from tidings.store.coverage import FILLS, events_by_day, reports_by_day
from tidings.store.event_dyads import FILL
from tidings.store.export import Reported
from tidings.store.export.frame import frame
from tidings.store.feeds import Feeds
from tidings.store.imported import add_imported
from tidings.store.meant import Meant
from tidings.store.mentions import FETCHED, StoredMention, stored_mentions
from tidings.store.merged import event_rows
from tidings.store.query import EventQuery, EventRow, find_events, meant
from tidings.store.reported import about, reported_events
from tidings.store.rows import Reading, Row, Versions, iso, rows_of
from tidings.store.schema import TABLES, insert_statement
from tidings.store.statements import StatementQuery, StatementRow, Strength, find_statements
from tidings.store.user import StoredWord, mentions_meant, mentions_of, stored_words
from tidings.store.watch import Watch, last_watch, new_events, remember_watch, seen_until
from tidings.store.why import Why, event_meant, why_event

#: The standing of a report: its id, its story, the report it is a copy of, and how much of it.
StandingRow = tuple[str, str | None, str | None, float | None]


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
        dictionaries: str | None = None,
        seen: datetime | None = None,
    ) -> int:
        """Puts the documents in that are not there yet, with all that was read in them; returns their number.

        `model` and `dictionaries` are the checksums of the encoder and of the user's dictionaries (None: none) that
        read them; `seen` when they were met, in UTC (None: now). All or nothing: after an error, or a kill, none of
        this batch is in the store.
        """
        held = self.known(analysis.document.id for analysis in analyses)
        fresh = {a.document.id: a for a in analyses if a.document.id not in held}
        if not fresh:
            return 0
        rows = self._rows(fresh.values(), ontology, Reading(versions_of(ontology, model, dictionaries), seen or _now()))
        with self._transaction():
            for table, some in rows.items():
                self._insert(table, some)
        return len(fresh)

    def stale(self, ontology: Ontology, *, model: str | None, dictionaries: str | None = None) -> list[Document]:
        """The reports that another version of Tidings, encoder, ontology or user's dictionaries has read."""
        return stale_documents(self._connection, versions_of(ontology, model, dictionaries))

    def replace(
        self,
        analyses: Sequence[Analysis],
        ontology: Ontology,
        *,
        model: str | None = None,
        dictionaries: str | None = None,
    ) -> None:
        """Puts these readings in the place of those that are there; when the reports were seen stays."""
        ids = [analysis.document.id for analysis in analyses]
        rows = self._rows(analyses, ontology, Reading(versions_of(ontology, model, dictionaries), _now()))
        query = "SELECT id, first_seen, last_seen FROM documents WHERE id IN (SELECT unnest(?::VARCHAR[]))"
        seen = {id: times for id, *times in self._connection.execute(query, [ids]).fetchall()}
        for row in rows["documents"]:
            row["first_seen"], row["last_seen"] = map(iso, seen.get(row["id"], (row["first_seen"], row["last_seen"])))
        with self._transaction():
            for table, column in (
                ("documents", "id"),
                ("attributions", "document_id"),
                ("event_mentions", "document_id"),
            ):
                self._connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT unnest(?::VARCHAR[]))", [ids])
            for table, some in rows.items():
                self._insert(table, some)
            self._connection.execute("DELETE FROM meta WHERE key = 'merging'")

    def acts(self) -> Counter[Act]:
        """Every mention as `changes` compares them."""
        return acts(self._connection)

    def _rows(self, analyses: Iterable[Analysis], ontology: Ontology, reading: Reading) -> dict[str, list[Row]]:
        rows: dict[str, list[Row]] = {}
        for analysis in analyses:
            for table, more in rows_of(analysis, ontology, reading).items():
                rows.setdefault(table, []).extend(more)
        return rows | {
            "actors": self._new("actors", rows.get("actors", []), "id"),
            "actor_codes": self._new("actor_codes", rows.get("actor_codes", []), "actor", "code"),
        }

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

    @property
    def feeds(self) -> Feeds:
        """The feeds that are polled into this store, and the pages fetched for them."""
        return Feeds(self._connection, self._transaction)

    def mentions(self) -> Iterator[StoredMention]:
        """Every event mention of the store, in order of id: what merging reads."""
        return stored_mentions(self._connection)

    def reports(self) -> Iterator[tuple[str, date | None, str]]:
        """Every report of the store, in order of id: its id, day and text."""
        cursor = self._connection.execute("SELECT id, published, text FROM documents ORDER BY id")
        while rows := cursor.fetchmany(FETCHED):
            yield from rows

    def write_events(self, events: Iterable[Event], standings: Iterable[StandingRow] = (), merging: str = "") -> int:
        """Puts merged events and the standings of reports in the place of those that were there.

        `merging` names the rules that merged them. Mentions stay as they are.
        """
        stories = list(standings)
        copies = {report: of for report, _, of, _ in stories if of}
        rows, members = event_rows(events, copies, self._connection)
        with self._transaction():
            for table in ("event_members", "event_dyads", "events", "stories", "report_actors", "days"):
                self._connection.execute(f"DELETE FROM {table}")
            self._insert("events", rows)
            for statement in (FILL, *FILLS):
                self._connection.execute(statement)
            self._insert("event_members", members)
            self._insert("stories", [dict(zip(TABLES["stories"], row, strict=True)) for row in stories])
            self._note("merging", self._merging(merging))
        return len(rows)

    def merged(self, merging: str = "") -> bool:
        """Whether every mention stands in an event, by these rules and with all that the user said.

        False after a run that ended before it had merged.
        """
        noted = self._connection.execute("SELECT value FROM meta WHERE key = 'merging'").fetchone()
        if self.count("event_mentions") != self.count("event_members"):
            return False
        return noted == (self._merging(merging),) or self.count("documents") == 0

    def _merging(self, rules: str) -> str:
        return f"{rules}; {self.count('documents')} reports, {self.count('user_merges')} words of the user"

    def _note(self, key: str, value: str) -> None:
        self._connection.execute("DELETE FROM meta WHERE key = ?", [key])
        self._connection.execute("INSERT INTO meta VALUES (?, ?)", [key, value])

    def user_words(self) -> list[StoredWord]:
        """What the user said of events, in order."""
        return stored_words(self._connection)

    def say_together(self, events: Sequence[str], said: datetime | None = None) -> list[str]:
        """Keeps the user's word that these events are one; returns their mentions. Merge anew to see it done.

        Raises `UsageError` where an event is not known or fewer than two are meant.
        """
        ids = sorted({event_meant(self._connection, event) for event in events})
        if len(ids) < 2:
            raise UsageError("it takes two events to merge; `tidings events --store S` lists them with their ids")
        mentions = sorted(mention for id in ids for mention in mentions_of(self._connection, id))
        self._say(True, mentions, [], said)
        return mentions

    def say_apart(self, event: str, mentions: Sequence[str], said: datetime | None = None) -> list[str]:
        """Keeps the user's word that these mentions are not of that event; returns their ids.

        Raises `UsageError` where the event or one of its mentions is not known, or all of them are named.
        """
        known = mentions_of(self._connection, event_meant(self._connection, event))
        meant = mentions_meant(known, list(mentions))
        others = sorted(set(known) - set(meant))
        if not meant or not others:
            raise UsageError("name some of the mentions of the event, not all; `tidings why EVENT` lists them")
        self._say(False, meant, others, said)
        return meant

    def _say(self, together: bool, mentions: list[str], others: list[str], said: datetime | None) -> None:
        row = {"number": self.count("user_merges") + 1, "together": together, "mentions": mentions, "others": others}
        with self._transaction():
            self._insert("user_merges", [row | {"said": iso(said or _now())}])

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

    def actors(self, said: str, system: str | None = None) -> Meant:
        """The actors that a code, an id or a name means, in our record or an imported `system`'s.

        Raises `UsageError` for a name that is nobody's.
        """
        return meant(self._connection, said, system)

    def reports_by_day(self, actors: Meant) -> list[tuple[date, int, int]]:
        """The days of the reports: how many were read, and how many of them name one of these actors."""
        return reports_by_day(self._connection, actors)

    def statements(self, query: StatementQuery | None, strength: Strength) -> list[StatementRow]:
        """The statements that fit, in order of the day of publication.

        `strength` tells from a cue's entry and its words how the source stands to what it says; `Cues.strength` does.
        Raises `UsageError` for an actor the store does not know.
        """
        return list(find_statements(self._connection, query or StatementQuery(), strength))

    def events_by_day(self) -> list[tuple[date, int]]:
        """The days of the events that count, and how many there are, between anyone."""
        return events_by_day(self._connection)

    def why(self, event_id: str) -> Why:
        """The event whose id begins so, and the sentences, rules and reports it rests on.

        Raises `UsageError` where there is none, or more than one.
        """
        return why_event(self._connection, event_id)

    def check(self) -> list[str]:
        """What is wrong with the store, a line a fault; an empty list where it is whole.

        Raises `StoreError` where the file itself cannot be read through.
        """
        import duckdb

        try:
            return list(faults(self._connection))
        except duckdb.Error as error:
            raise StoreError(f"{self.path} is damaged: {str(error).splitlines()[0][:300]}") from error

    def last_watch(self) -> Watch | None:
        """What the last watch saw, if there was one."""
        return last_watch(self._connection)

    def remember_watch(self, watch: Watch) -> None:
        """Keeps this watch as the last one."""
        with self._transaction():
            remember_watch(self._connection, watch)

    def seen_until(self) -> datetime | None:
        """When the last report came in that was not known."""
        return seen_until(self._connection)

    def new_events(self, since: datetime | None) -> set[str]:
        """The ids of the events that only reports tell of which came in after `since`."""
        return new_events(self._connection, since)

    def _new(self, table: str, rows: list[Row], *key: str) -> list[Row]:
        """The rows that are not there by their key, each once."""
        query = f"SELECT {', '.join(key)} FROM {table} WHERE list_contains(?::VARCHAR[], {key[0]})"
        held = set(self._connection.execute(query, [list({row[key[0]] for row in rows})]).fetchall())
        keyed = {tuple(row[part] for part in key): row for row in reversed(rows)}
        return [row for of, row in keyed.items() if of not in held]

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
    return datetime.now(UTC).replace(tzinfo=None)


def versions_of(ontology: Ontology, model: str | None, dictionaries: str | None) -> Versions:
    """What reads a report today."""
    return Versions(_tidings_version(), model, _fingerprint(ontology.folder), dictionaries)


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
