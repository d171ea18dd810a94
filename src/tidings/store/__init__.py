"""DuckDB and Parquet: write, query, export."""

from tidings.store.again import Act, Change, changes
from tidings.store.export import EXPORTS, Export, export_named
from tidings.store.mentions import StoredMention
from tidings.store.query import EventQuery, EventRow
from tidings.store.store import Store
from tidings.store.user import StoredWord
from tidings.store.watch import Watch, Watched
from tidings.store.why import Telling, Why, Words

__all__ = [
    "EXPORTS",
    "Act",
    "Change",
    "EventQuery",
    "EventRow",
    "Export",
    "Store",
    "StoredMention",
    "StoredWord",
    "Telling",
    "Watch",
    "Watched",
    "Why",
    "Words",
    "changes",
    "export_named",
]
