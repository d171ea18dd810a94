"""DuckDB and Parquet: write, query, export."""

from tidings.store.again import Act, Change, changes
from tidings.store.comparison import DyadEvent
from tidings.store.export import EXPORTS, Export, Reported, export_named
from tidings.store.export.csv_table import safe_cell
from tidings.store.feeds import Feed, FetchedPage
from tidings.store.meant import Meant
from tidings.store.mentions import StoredMention
from tidings.store.query import EventQuery, EventRow
from tidings.store.statements import StatementQuery, StatementRow
from tidings.store.store import Store
from tidings.store.user import StoredWord
from tidings.store.watch import Watch, Watched
from tidings.store.why import Telling, Why, Words

__all__ = [
    "EXPORTS",
    "Act",
    "Change",
    "DyadEvent",
    "EventQuery",
    "EventRow",
    "Export",
    "Feed",
    "FetchedPage",
    "Meant",
    "Reported",
    "StatementQuery",
    "StatementRow",
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
    "safe_cell",
]
