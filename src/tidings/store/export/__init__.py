"""The formats events are written in. To add one: a file that makes an `Export`, and its line here."""

from __future__ import annotations

from tidings.errors import UsageError
from tidings.store.export.csv_table import CSV
from tidings.store.export.ftm import FTM
from tidings.store.export.gdelt import GDELT
from tidings.store.export.gdelt_mentions import GDELT_MENTIONS
from tidings.store.export.geojson import GEOJSON
from tidings.store.export.icews import ICEWS
from tidings.store.export.json_array import JSON
from tidings.store.export.kind import About, Export, Reported
from tidings.store.export.parquet import PARQUET
from tidings.store.export.plover import PLOVER
from tidings.store.export.polecat import POLECAT

__all__ = ["EXPORTS", "About", "Export", "Reported", "export_named"]

EXPORTS: tuple[Export, ...] = (
    *(JSON, CSV, PARQUET, GEOJSON),
    *(GDELT, GDELT_MENTIONS, ICEWS, POLECAT, PLOVER, FTM),
)


def export_named(name: str) -> Export:
    """The format of that name. Raises `UsageError` naming those there are.

    >>> export_named("csv").name
    'csv'
    """
    for known in EXPORTS:
        if known.name == name:
            return known
    raise UsageError(f"no format {name!r}; events are written as table, {', '.join(known.name for known in EXPORTS)}")
