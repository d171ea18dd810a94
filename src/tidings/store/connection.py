"""The DuckDB file: opened, checked, and refused in plain words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tidings.errors import StoreError
from tidings.store.migrations import SCHEMA_VERSION, statements_from
from tidings.store.schema import create_statements

Connection = Any  # duckdb has no types of its own that hold under mypy --strict

_HOLDER = re.compile(r"lock is held in (?P<program>\S.{0,300}?) \(PID (?P<pid>\d+)\)")


def open_database(path: Path, read_only: bool) -> Connection:
    """A connection to the store at `path`; without `read_only`, a store is made where there is none.

    A store of an earlier version is brought up to today's tables, even where it is opened to read. Raises `StoreError`
    where another process holds the file, where it is no store of Tidings, or one of a later version.
    """
    if read_only and not path.exists():
        raise StoreError(f"no store at {path}; `tidings ingest PATH --store {path}` makes one")
    if not path.parent.is_dir():
        raise StoreError(f"no folder {path.parent} to keep a store in")
    connection = _connect(path, read_only)
    try:
        version = _version(connection, path, read_only)
        if version == SCHEMA_VERSION:
            return connection
        if read_only:
            connection.close()
            open_database(path, read_only=False).close()
            return _connect(path, read_only)
        _bring_up(connection, path, version)
        return connection
    except BaseException:
        connection.close()
        raise


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
        program = _command(holder["pid"]) or Path(holder["program"]).name
        return f"{path} is in use by process {holder['pid']} ({program}); try again when it has ended"
    if "not a valid DuckDB database" in complaint or path.is_dir():
        return f"{path} is not a Tidings store; give another path to --store"
    return f"{path} cannot be opened: {complaint.splitlines()[0][:300]}"


def _command(pid: str) -> str:
    """How the process was called, on one line; "" where the system does not tell."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return ""
    return " ".join(" ".join(words).split())[:120]


def _version(connection: Connection, path: Path, read_only: bool) -> int:
    """The version of the tables in a file, 0 where there are none yet."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables and read_only:
        raise StoreError(f"{path} is an empty store; `tidings ingest PATH --store {path}` fills it")
    if not tables:
        return 0
    found = None
    if "meta" in tables:
        found = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
    if not found or not found[0].isdecimal():
        raise StoreError(f"{path} is a DuckDB file, but not a Tidings store; give another path to --store")
    version = int(found[0])
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path} was written by a later Tidings (store version {version}, this one knows {SCHEMA_VERSION}); "
            "update Tidings"
        )
    return version


def _bring_up(connection: Connection, path: Path, version: int) -> None:
    """All steps in one transaction: a store is of one version or another, whatever happens."""
    import duckdb

    try:
        connection.execute("BEGIN")
        for statement in statements_from(version) if version else create_statements():
            connection.execute(statement)
        connection.execute("DELETE FROM meta WHERE key = 'schema_version'")
        connection.execute("INSERT INTO meta VALUES ('schema_version', ?)", [str(SCHEMA_VERSION)])
        connection.execute("COMMIT")
    except duckdb.Error as error:
        reason = str(error).splitlines()[0][:300]
        raise StoreError(
            f"{path} (store version {version}) could not be brought up to {SCHEMA_VERSION}: {reason}"
        ) from error
