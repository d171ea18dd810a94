"""What an export format is, and the flat form of an event that tables share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from tidings.store.query import EventRow

Cell = str | int | float | bool | date | None

#: What parts the members of a side in one cell.
JOINED = "; "


@dataclass(frozen=True, slots=True)
class Export:
    """One format: its name, and what writes events in it."""

    name: str
    write: Callable[[Iterable[EventRow], BinaryIO], None]


#: The columns of a table of events, and their types in DuckDB.
COLUMNS: Mapping[str, str] = {
    "id": "VARCHAR",
    "event_type": "VARCHAR",
    "mode": "VARCHAR",
    "contexts": "VARCHAR",
    "cameo": "VARCHAR",
    "quad": "INTEGER",
    "score": "DOUBLE",
    "goldstein": "DOUBLE",
    "actors": "VARCHAR",
    "actor_codes": "VARCHAR",
    "recipients": "VARCHAR",
    "recipient_codes": "VARCHAR",
    "earliest": "DATE",
    "latest": "DATE",
    "granularity": "VARCHAR",
    "place": "VARCHAR",
    "place_country": "VARCHAR",
    "latitude": "DOUBLE",
    "longitude": "DOUBLE",
    "polarity": "VARCHAR",
    "certainty": "VARCHAR",
    "time": "VARCHAR",
    "mood": "VARCHAR",
    "counts": "BOOLEAN",
    "said_by": "VARCHAR",
    "confidence": "DOUBLE",
    "mentions": "INTEGER",
    "reports": "INTEGER",
    "sentence": "VARCHAR",
}


def flat(event: EventRow) -> dict[str, Cell]:
    """One cell a column, lists joined by "; ", in the order of `COLUMNS`."""
    joined = {
        "contexts": JOINED.join(event.contexts),
        "actors": JOINED.join(event.actor_names),
        "actor_codes": JOINED.join(filter(None, event.actor_codes)),
        "recipients": JOINED.join(event.recipient_names),
        "recipient_codes": JOINED.join(filter(None, event.recipient_codes)),
    }
    happened = {name: getattr(event.factuality, name) for name in ("polarity", "certainty", "time", "mood")}
    own = joined | happened
    return {name: own[name] if name in own else getattr(event, name) for name in COLUMNS}
