"""Parquet, written by DuckDB: the columns of the CSV with their types."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from tidings.store.export.kind import COLUMNS, Export, flat
from tidings.store.query import EventRow

_BATCH = 10_000


def _write(events: Iterable[EventRow], out: BinaryIO) -> None:
    import duckdb

    shape = json.dumps([COLUMNS])
    rest = iter(events)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
        connection.execute(f"CREATE TABLE events ({columns})")
        while batch := [flat(event) for event in islice(rest, _BATCH)]:
            rows = json.dumps(batch, ensure_ascii=False, default=str)
            query = f"INSERT INTO events SELECT row.* FROM (SELECT unnest(from_json(?, '{shape}')) AS row)"
            connection.execute(query, [rows])
        file = Path(folder) / "events.parquet"
        connection.execute(f"COPY events TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
        with file.open("rb") as written:
            shutil.copyfileobj(written, out)


PARQUET = Export("parquet", _write)
