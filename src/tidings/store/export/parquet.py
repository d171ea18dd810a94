"""Parquet with types, lists as lists, and metadata that says what made the file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from tidings.store.export.kind import About, Export, Reported
from tidings.store.export.typed import fill


def _write(events: Iterable[Reported], out: BinaryIO, about: About) -> None:
    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect(f"{folder}/events.duckdb") as connection:
        fill(connection, (told.event for told in events))
        file = Path(folder) / "events.parquet"
        metadata = f", KV_METADATA {{{', '.join(f'{key}: {_quoted(about[key])}' for key in about)}}}" if about else ""
        connection.execute(f"COPY events TO '{file}' (FORMAT parquet, COMPRESSION zstd{metadata})")
        with file.open("rb") as written:
            shutil.copyfileobj(written, out)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


PARQUET = Export("parquet", _write, binary=True)
