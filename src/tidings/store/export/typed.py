"""Events as a typed table in DuckDB: what Parquet, Arrow, pandas and polars are filled from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import islice

from tidings.store.connection import Connection
from tidings.store.export.kind import COLUMNS, Cell, flat
from tidings.store.query import EventRow

_BATCH = 10_000

#: What a cell of the CSV joins is a list here; ids tell the actors apart.
_LISTS = {
    "contexts": "contexts",
    "actors": "actor_names",
    "actor_codes": "actor_codes",
    "actor_ids": "actor_ids",
    "recipients": "recipient_names",
    "recipient_codes": "recipient_codes",
    "recipient_ids": "recipient_ids",
}

#: The columns and their types in DuckDB. Names, codes and ids of a side are lists in step, "" where not known.
TYPED: Mapping[str, str] = {**COLUMNS, **dict.fromkeys(_LISTS, "VARCHAR[]")}


def typed_row(event: EventRow) -> dict[str, Cell | list[str]]:
    """One event, a value a column of `TYPED`."""
    return {**flat(event), **{column: list(getattr(event, name)) for column, name in _LISTS.items()}}


def fill(connection: Connection, events: Iterable[EventRow]) -> None:
    """Makes the table `events` of the connection, batch by batch."""
    shape = json.dumps([{name: [kind[:-2]] if kind.endswith("[]") else kind for name, kind in TYPED.items()}])
    columns = ", ".join(f'"{name}" {kind}' for name, kind in TYPED.items())
    connection.execute(f"CREATE TABLE events ({columns})")
    rest = iter(events)
    while batch := [typed_row(event) for event in islice(rest, _BATCH)]:
        rows = json.dumps(batch, ensure_ascii=False, default=str)
        query = f"INSERT INTO events SELECT row.* FROM (SELECT unnest(from_json(?, '{shape}')) AS row)"
        connection.execute(query, [rows])
