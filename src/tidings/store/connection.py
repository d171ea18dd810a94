"""The DuckDB file: opened, checked, and refused in plain words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tidings.errors import StoreError
from tidings.store.schema import SCHEMA_VERSION, create_statements

Connection = Any  # duckdb has no types of its own that hold under mypy --strict

_HOLDER = re.compile(r"lock is held in (?P<program>\S.{0,300}?) \(PID (?P<pid>\d+)\)")


def open_database(path: Path, read_only: bool) -> Connection:
    """A connection to the store at `path`; without `read_only`, a store is made where there is none.

    Raises `StoreError` where another process holds the file, where it is no store of Tidings, or one of a later
    version.
    """
    if read_only and not path.exists():
        raise StoreError(f"no store at {path}; `tidings ingest PATH --store {path}` makes one")
    if not path.parent.is_dir():
        raise StoreError(f"no folder {path.parent} to keep a store in")
    connection = _connect(path, read_only)
    try:
        _check(connection, path, read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path, read_only: bool) -> Connection:
    import duckdb

    offline: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    try:
        return duckdb.connect(str(path), read_only=read_only, config=offline)
    except duckdb.Error as error:
        raise StoreError(_refusal(path, str(error))) from error


def _refusal(path: Path, complaint: str) -> str:
    if holder := _HOLDER.search(complaint):
        program = Path(holder["program"]).name
        return f"{path} is in use by process {holder['pid']} ({program}); try again when it has ended"
    if "not a valid DuckDB database" in complaint or path.is_dir():
        return f"{path} is not a Tidings store; give another path to --store"
    return f"{path} cannot be opened: {complaint.splitlines()[0][:300]}"


def _check(connection: Connection, path: Path, read_only: bool) -> None:
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if tables and "meta" not in tables:
        raise StoreError(f"{path} is a DuckDB file, but not a Tidings store; give another path to --store")
    if not tables:
        if read_only:
            raise StoreError(f"{path} is an empty store; `tidings ingest PATH --store {path}` fills it")
        _create(connection)
    found = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
    version = int(found[0]) if found else 0
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path} was written by a later Tidings (store version {version}, this one knows {SCHEMA_VERSION}); "
            "update Tidings"
        )


def _create(connection: Connection) -> None:
    connection.execute("BEGIN")
    for statement in create_statements():
        connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('schema_version', ?)", [str(SCHEMA_VERSION)])
    connection.execute("COMMIT")
