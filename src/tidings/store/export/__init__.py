"""The formats events are written in. To add one: a file that makes an `Export`, and its line here."""

from __future__ import annotations

from tidings.errors import UsageError
from tidings.store.export.csv_table import CSV
from tidings.store.export.geojson import GEOJSON
from tidings.store.export.json_array import JSON
from tidings.store.export.kind import Export
from tidings.store.export.parquet import PARQUET

__all__ = ["EXPORTS", "Export", "export_named"]

EXPORTS: tuple[Export, ...] = (JSON, CSV, PARQUET, GEOJSON)


def export_named(name: str) -> Export:
    """The format of that name. Raises `UsageError` naming those there are.

    >>> export_named("csv").name
    'csv'
    """
    for known in EXPORTS:
        if known.name == name:
            return known
    raise UsageError(f"no format {name!r}; events are written as table, {', '.join(known.name for known in EXPORTS)}")
