"""A store of every released version opens and is brought up; one of a later version is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from tidings.errors import StoreError
from tidings.store import EventQuery, Store
from tidings.store.migrations import SCHEMA_VERSION, statements_from
from tidings.store.schema import TABLES

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"), key=lambda file: int(file.stem))


def columns(path: Path) -> dict[str, list[tuple[str, str]]]:
    """table -> its columns with their types, in order."""
    with duckdb.connect(str(path), read_only=True) as connection:
        rows = connection.execute(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal ORDER BY column_index"
        ).fetchall()
    return {table: [(column, kind) for of, column, kind in rows if of == table] for table, _, _ in rows}


def rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """table -> its rows in order, of tables that hold any; not of those that are made from others."""
    found = {}
    with duckdb.connect(str(path), read_only=True) as connection:
        for table in columns(path).keys() - {"event_dyads", "report_actors", "days"}:
            cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")
            names = [column[0] for column in cursor.description]
            found[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return {table: some for table, some in found.items() if some}


def ids(path: Path, table: str) -> list[str]:
    """The ids of a table, in order."""
    return sorted(row["id"] for row in rows(path)[table])


@pytest.fixture(params=RELEASED, ids=lambda file: f"version {file.stem}")
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store as an earlier version left it."""
    path = tmp_path / "earlier.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(request.param.read_text("utf-8"))
    return path


def test_every_version_but_todays_has_its_file() -> None:
    assert [int(file.stem) for file in RELEASED] == list(range(1, SCHEMA_VERSION))


def test_an_earlier_store_gets_the_tables_of_a_new_one(earlier: Path, tmp_path: Path) -> None:
    Store(earlier).close()
    Store(tmp_path / "new.duckdb").close()
    assert columns(earlier) == columns(tmp_path / "new.duckdb")
    assert {table: [name for name, _ in of] for table, of in columns(earlier).items()} == {
        table: list(of) for table, of in TABLES.items()
    }


@pytest.mark.parametrize("read_only", [True, False])
def test_an_earlier_store_opens_with_its_record(earlier: Path, read_only: bool) -> None:
    documents, events = ids(earlier, "documents"), ids(earlier, "events")
    for _ in range(2):
        with Store(earlier, read_only=read_only) as store:
            assert sorted(event.id for event in store.events()) == events
            assert store.known(documents) == set(documents)
            assert [len(store.why(event).tellings) for event in events] == [1] * len(events)


def test_a_step_loses_nothing(earlier: Path) -> None:
    before = rows(earlier)
    Store(earlier).close()
    after = rows(earlier)
    del before["meta"]
    assert before
    for table, kept in before.items():
        assert [{column: row[column] for column in old} for row, old in zip(after[table], kept, strict=True)] == kept


def test_a_store_that_knew_one_code_of_each_actor_gets_them_all(tmp_path: Path) -> None:
    path = tmp_path / "second.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute((RELEASED[0].parent / "2.sql").read_text("utf-8"))
    with Store(path) as store:
        assert store.check() == []
        assert [event.event_type for event in store.events(EventQuery(actor="EGY GOV"))] == ["CONSULT"]
        assert [event.event_type for event in store.events(EventQuery(actor="EGY OPP"))] == ["ACCUSE"]
        assert len(store.events(EventQuery(between=("EGY OPP", "SDN")))) == 2
        assert [event.event_type for event in store.events(EventQuery(source="EGY GOV"))] == ["ACCUSE"]


def test_a_store_without_sources_and_days_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "third.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute((RELEASED[0].parent / "3.sql").read_text("utf-8"))
    with Store(path) as store:
        assert store.check() == []
        told = {event.event_type: event.sources for event in store.events()}
        assert told == {"CONSULT": ("",), "ACCUSE": ("The former minister (EGY OPP)",), "THREATEN": ("",)}
        assert [named for _, _, named in store.reports_by_day(store.actors("EGY OPP"))] == [0, 1, 1]
        assert [(day.isoformat(), events) for day, events in store.events_by_day()] == [
            ("2021-07-28", 1),
            ("2022-08-02", 1),
            ("2022-09-02", 1),
        ]


def test_a_step_that_fails_leaves_the_store_as_it_was(earlier: Path) -> None:
    with duckdb.connect(str(earlier)) as connection:
        connection.execute("CREATE TABLE days (name VARCHAR)")  # what the last step makes
    before = columns(earlier)
    with pytest.raises(StoreError, match=rf"version \d+\) could not be brought up to {SCHEMA_VERSION}"):
        Store(earlier)
    assert columns(earlier) == before


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 99])
def test_a_later_store_is_refused(tmp_path: Path, version: int) -> None:
    path = tmp_path / "later.duckdb"
    Store(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema_version'", [str(version)])
    for read_only in (True, False):
        with pytest.raises(StoreError, match=f"later Tidings .store version {version}"):
            Store(path, read_only=read_only)


def test_todays_store_needs_no_step() -> None:
    assert list(statements_from(SCHEMA_VERSION)) == []
