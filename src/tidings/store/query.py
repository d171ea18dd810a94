"""Questions about events, and the rows that answer them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tidings.record import Factuality
from tidings.store.actors import actors_meant, imported_actors_meant
from tidings.store.connection import Connection
from tidings.store.event_dyads import shared
from tidings.store.meant import Condition, Meant


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which events are asked for; None asks for all.

    `actor` and `recipient` are a code ("CHN", "AFG REB"), an id or a name; `source` is the one on whose word it is told
    at least once, named alike. A code means those that the event itself gives it, whatever their code in other events.
    `between` names two actors that stand on
    different sides, whichever way, or both act where nobody is named on the other side (they met). `type` is an
    event type, "TYPE/mode", or the digits with which a CAMEO code begins. `since` and `until` are days, both
    included: an event fits whose days overlap them; one without a date fits no such limit. `place` is a name, a
    country code, or the id of a place. `confidence` is the least of an event's best told mention; what other systems
    code has none and fits always.
    """

    actor: str | None = None
    recipient: str | None = None
    between: tuple[str, str] | None = None
    type: str | None = None
    since: date | None = None
    until: date | None = None
    place: str | None = None
    counts_only: bool = False
    limit: int | None = None
    system: str | None = None
    source: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the store with the words of its best told mention.

    Each side has ids, PLOVER codes and names in step; where an actor is not known, id and code are "" and the name is
    the words of the report. `sentence` and `said_by` (the source's words; None for the reporter's own) are those of
    the best told mention; `sources` are all on whose word it is told, their words with the code, "" for the reporter.

    An imported event has no `said_by` and no `sources`; its `event_type` is "" where PLOVER has no type for its
    CAMEO code.
    """

    id: str
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int
    score: float
    goldstein: float | None
    actor_ids: tuple[str, ...]
    actor_codes: tuple[str, ...]
    actor_names: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    recipient_codes: tuple[str, ...]
    recipient_names: tuple[str, ...]
    earliest: date | None
    latest: date | None
    granularity: str | None
    place_id: str | None
    place: str | None
    place_country: str | None
    place_admin1: str | None
    place_feature: str | None
    latitude: float | None
    longitude: float | None
    factuality: Factuality
    counts: bool
    said_by: str | None
    sentence: str
    confidence: float
    mentions: int
    reports: int
    sources: tuple[str, ...] = ()


#: In the order of the fields of `EventRow`, factuality in four columns.
_COLUMNS = (
    *("id", "event_type", "mode", "contexts", "cameo", "quad", "score", "goldstein"),
    *("actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names"),
    *("earliest", "latest", "granularity"),
    *("place_id", "place", "place_country", "place_admin1", "place_feature", "latitude", "longitude"),
    *("polarity", "certainty", "time", "mood", "counts", "said_by", "sentence", "confidence", "mentions", "reports"),
    "sources",
)
_NOT_IMPORTED = {
    "said_by": "NULL",
    "sentence": "coalesce(e.sentence, '')",
    "confidence": "1.0::DOUBLE",
    "sources": "NULL::VARCHAR[]",
}
_SELECT = f"SELECT {', '.join(f'e.{name}' for name in _COLUMNS)} FROM events e"
_SELECT_IMPORTED = (
    f"SELECT {', '.join(_NOT_IMPORTED.get(name, f'e.{name}') for name in _COLUMNS)}, e.original FROM imported_events e"
)
_ON_WORD = "e.id IN (SELECT x.event_id FROM event_members x JOIN event_mentions s ON s.id = x.mention_id WHERE {meant})"


def find_events(connection: Connection, query: EventQuery) -> Iterator[EventRow]:
    """The events that fit, in order of day, those without a date last."""
    for row in _found(connection, query):
        yield _event(row)


def find_imported(connection: Connection, query: EventQuery) -> Iterator[tuple[EventRow, str]]:
    """The imported events that fit, each with its line as it stood in the file, in the order of the files."""
    for row in _found(connection, query, "e.rowid"):
        yield _event(row[:-1]), row[-1]


def _found(
    connection: Connection, query: EventQuery, order: str = "coalesce(e.earliest, e.latest) NULLS LAST, e.id"
) -> Iterator[tuple[Any, ...]]:
    dyads = list(_dyads(connection, query))
    others = list(_others(connection, query, bool(dyads)))
    conditions = [condition for condition, _ in (*dyads, *others)]
    values = [value for _, values in (*dyads, *others) for value in values]
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    limit = f" ORDER BY {order} LIMIT {int(query.limit)}" if query.limit is not None else ""
    if query.system:
        asked = f"{_SELECT_IMPORTED}{where}"
    elif limit or others or len(dyads) > 1:
        # Which events fit is asked of few columns; only what fits is read whole.
        asked = f"{_SELECT} WHERE e.number IN (SELECT e.number FROM events e{where}{limit})"
    else:
        asked = f"{_SELECT}{where}"
    last = limit or f" ORDER BY {order}"
    # A cursor of its own: whoever takes these rows may ask the store more while they come.
    cursor = connection.cursor().execute(f"{asked}{last}", values)
    while rows := cursor.fetchmany(2_000):
        yield from rows


def event_with_id(connection: Connection, id: str) -> EventRow | None:
    """The event of that very id."""
    row = connection.execute(f"{_SELECT} WHERE e.id = ?", [id]).fetchone()
    return _event(row) if row else None


def _dyads(connection: Connection, query: EventQuery) -> Iterator[Condition]:
    """Of our events, those that two different actors share: asked of a table of their own, with the days."""
    if query.system is not None:
        return
    if query.actor is not None and query.recipient is not None:
        actors, recipients = (meant(connection, said) for said in (query.actor, query.recipient))
        # The table holds nobody with himself: who is meant on both sides may stand on both.
        if not actors.shares(recipients):
            yield shared(actors, recipients, "actor", query.since, query.until)
    if query.between is not None:
        one, other = (meant(connection, said) for said in query.between)
        yield shared(one, other, None, query.since, query.until)


def _others(connection: Connection, query: EventQuery, days_asked: bool) -> Iterator[Condition]:
    """What else is asked of an event. Raises `UsageError` for an unknown name."""
    if query.system is not None:
        yield "e.system = ?", [query.system]
    yield from _sides(connection, query)
    if query.source is not None:
        source, values = meant(connection, query.source, query.system).party("s.source_actor", "s.source_code")
        yield _ON_WORD.format(meant=source), values
    if query.type is not None:
        yield _type(query.type)
    if query.since is not None and not days_asked:
        yield "coalesce(e.latest, e.earliest) >= ?", [query.since]
    if query.until is not None and not days_asked:
        yield "coalesce(e.earliest, e.latest) <= ?", [query.until]
    if query.place is not None:
        yield "(e.place_id = ? OR e.place_country = ? OR lower(e.place) = lower(?))", [query.place] * 3
    if query.counts_only:
        yield "e.counts", []
    if query.confidence > 0 and query.system is None:
        yield "e.confidence >= ?", [query.confidence]


def meant(connection: Connection, said: str, system: str | None = None) -> Meant:
    """The actors that a code, an id or a name means, in our record or in an imported system's."""
    return imported_actors_meant(connection, said, system) if system else actors_meant(connection, said)


def _sides(connection: Connection, query: EventQuery) -> Iterator[Condition]:
    """Who acts, and who is acted upon, where `_dyads` does not ask it."""
    named = [None if said is None else meant(connection, said, query.system) for said in (query.actor, query.recipient)]
    actors, recipients = named
    if query.system is not None or actors is None or recipients is None or actors.shares(recipients):
        yield from (of.side(side) for side, of in zip(("e.actor", "e.recipient"), named, strict=True) if of is not None)
    if query.between is not None and query.system is not None:
        yield _between(*(meant(connection, said, query.system) for said in query.between))


def _between(one: Meant, other: Meant) -> Condition:
    acts, takes = (tuple(of.side(side) for of in (one, other)) for side in ("e.actor", "e.recipient"))
    ways = ((acts[0], takes[1]), (acts[1], takes[0]), (("len(e.recipient_names) = 0", []), *acts))
    conditions = (" AND ".join(condition for condition, _ in way) for way in ways)
    values = [value for way in ways for _, values in way for value in values]
    return f"(({') OR ('.join(conditions)}))", values


def _type(said: str) -> Condition:
    if said.isdigit():
        return "starts_with(e.cameo, ?)", [said]
    name, _, mode = said.partition("/")
    if mode:
        return "e.event_type = ? AND e.mode = ?", [name.upper(), mode.lower()]
    return "e.event_type = ?", [name.upper()]


def _event(row: tuple[Any, ...]) -> EventRow:
    """An event of the columns in `_COLUMNS`, in their order: by place, as a long series has thousands."""
    lists = [tuple(value or ()) for value in (row[3], *row[8:14], row[34])]
    rest: tuple[Any, ...] = (*row[14:24], _factuality(*row[24:28]), *row[28:34], lists[-1])
    return EventRow(row[0], row[1] or "", row[2], lists[0], *row[4:8], *lists[1:-1], *rest)


_factuality = cache(Factuality)
