"""Events on their way out: each with the reports that tell of it, or with its line in the file it came from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tidings.store.connection import Connection
from tidings.store.export.kind import Reported
from tidings.store.migrations import SCHEMA_VERSION
from tidings.store.query import EventQuery, find_events, find_imported
from tidings.store.why import tellings_of

_BATCH = 1_000

#: What an exported file says of rights: the facts are nobody's, the tables behind them are credited.
LICENCE = (
    "Events are facts read from reports, whose words stay their publishers'. Read by Tidings (code Apache-2.0, model "
    "CC BY-SA 4.0) with PLOVER and CAMEO codes; places from GeoNames (CC BY 4.0)."
)


def reported_events(connection: Connection, query: EventQuery, tellings: bool) -> Iterator[Reported]:
    """The events that fit, in order of day; with `tellings`, what tells of each. A batch is in memory at a time."""
    if query.system:
        yield from (Reported(event, (), query.system, line) for event, line in find_imported(connection, query))
        return
    rest = find_events(connection, query)
    while batch := list(islice(rest, _BATCH)):
        told = tellings_of(connection, [event.id for event in batch]) if tellings else {}
        yield from (Reported(event, told.get(event.id, ())) for event in batch)


def about(connection: Connection) -> dict[str, str]:
    """What a file of this store's events says about itself: the versions that read them, and the licence."""
    query = (
        "SELECT string_agg(DISTINCT tidings, ' ' ORDER BY tidings), string_agg(DISTINCT model, ' ' ORDER BY model), "
        "string_agg(DISTINCT ontology, ' ' ORDER BY ontology) FROM documents"
    )
    found = dict(zip(("tidings", "model", "ontology"), connection.execute(query).fetchone(), strict=True))
    known = {name: str(value) for name, value in found.items() if value}
    return {"schema_version": str(SCHEMA_VERSION), **known, "licence": LICENCE}
