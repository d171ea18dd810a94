"""What an export format is, and the flat form of an event that tables share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from tidings.store.query import EventRow
from tidings.store.why import Telling

Cell = str | int | float | bool | date | None

#: What parts the members of a side in one cell.
JOINED = "; "


#: What a file says about itself: the versions that made the events, and the licence.
About = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reported:
    """An event on its way out, with what tells of it where the format asks for that.

    An imported event has the `system` it came from and its line there, `original`; our own have neither.
    """

    event: EventRow
    tellings: tuple[Telling, ...] = ()
    system: str | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """One format: its name, and what writes events in it.

    `tellings`: it wants the reports too. `happened`: it has no way to say that an event was denied, planned or hoped
    for, so only those that took place may go in. `binary`: it is not for a terminal.
    """

    name: str
    writer: Callable[[Iterable[Reported], BinaryIO, About], None]
    tellings: bool = False
    happened: bool = False
    binary: bool = False

    def write(self, events: Iterable[Reported], out: BinaryIO, about: About | None = None) -> None:
        """Writes the events to `out`, one by one; `about` goes in where the format has a place for it."""
        self.writer(events, out, about or {})


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
