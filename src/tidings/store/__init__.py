"""DuckDB and Parquet: write, query, export."""

from tidings.store.export import EXPORTS, Export, export_named
from tidings.store.export.csv_table import safe_cell
from tidings.store.mentions import StoredMention
from tidings.store.query import EventQuery, EventRow
from tidings.store.statements import StatementQuery, StatementRow
from tidings.store.store import Store
from tidings.store.why import Telling, Why, Words

__all__ = [
    "EXPORTS",
    "EventQuery",
    "EventRow",
    "Export",
    "StatementQuery",
    "StatementRow",
    "Store",
    "StoredMention",
    "Telling",
    "Why",
    "Words",
    "export_named",
    "safe_cell",
]
