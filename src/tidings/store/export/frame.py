"""Events as a table of pandas, polars or Arrow, where those are installed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from typing import Any

from tidings.errors import UsageError
from tidings.store.export.typed import fill
from tidings.store.query import EventRow

#: kind of table -> what must be installed for it, and how DuckDB is asked for it.
KINDS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "pandas": (("pandas",), "df"),
    "polars": (("polars", "pyarrow"), "pl"),
    "arrow": (("pyarrow",), "to_arrow_table"),
}


def frame(events: Iterable[EventRow], kind: str) -> Any:
    """The events as a table of that kind, with the columns and types of the Parquet export.

    Raises `UsageError` for another kind, or where its library is not installed.
    """
    if kind not in KINDS:
        raise UsageError(f"no table {kind!r}; there are {', '.join(KINDS)}")
    needed, asked = KINDS[kind]
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        raise UsageError(f"{' and '.join(missing)} must be installed for that: `pip install {' '.join(missing)}`")
    import duckdb

    with duckdb.connect() as connection:
        fill(connection, events)
        return getattr(connection.sql("FROM events"), asked)()
