"""FollowTheMoney: entities a line each, for Aleph and OpenSanctions tools.

An event becomes an `Event` with the actors it involves and the reports that prove it; actors become `PublicBody`,
`Organization`, `Person` or, where that is not known, `LegalEntity`; reports become `Article`, and each report's word
for an actor a `Mention`. The names of schemata and properties are those of followthemoney 4; ids are the store's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from tidings.ontology.codes import load_codes
from tidings.record import content_id
from tidings.store.export.kind import About, Export, Reported
from tidings.store.party import Party, sides
from tidings.store.query import EventRow
from tidings.store.why import Telling

#: The sectors whose members are bodies of the state.
_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})

Entity = dict[str, Any]

_NO_ID = re.compile(r"[^0-9A-Za-z.-]+")


def entities(told: Reported) -> Iterator[Entity]:
    """Everything one event speaks of: the actors, the reports and their mentions, and the event itself last."""
    actors, recipients = sides(told.event)
    parties = {_party_id(told.event, party): party for party in (*actors, *recipients)}
    yield from (_actor(id, party) for id, party in parties.items())
    for telling in told.tellings:
        yield _article(telling)
        yield from _mentions(telling, parties)
    yield _event(told, list(parties), actors, recipients)


def entity_id(id: str) -> str:
    """An id as FollowTheMoney takes it: letters, digits, points and dashes.

    >>> entity_id("state:EGY")
    'state-EGY'
    """
    return _NO_ID.sub("-", id).strip("-.")


def _entity(id: str, schema: str, **properties: object) -> Entity:
    """An entity; a property is a list of texts, and one without a value is left out."""
    filled = {name: _texts(value) for name, value in properties.items()}
    return {
        "id": entity_id(id),
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
    }


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, (list, tuple)) else [value]
    return list(dict.fromkeys(str(one) for one in values if one not in (None, "")))


def _party_id(event: EventRow, party: Party) -> str:
    """The actor's own id; whoever is known by words alone is somebody of this event."""
    return party.id or content_id("act", (event.id, party.name))


def _actor(id: str, party: Party) -> Entity:
    return _entity(
        id, schema_of(id, party), name=party.name, country=_country(party.country), keywords=list(party.sectors)
    )


def schema_of(id: str, party: Party) -> str:
    """What kind of thing acts.

    >>> schema_of("state:EGY", Party("state:EGY", "EGY", (), "Egypt"))
    'PublicBody'
    """
    kind = id.partition(":")[0]
    if kind == "person":
        return "Person"
    if kind == "state":
        return "PublicBody"
    if kind == "org":
        return "PublicBody" if _PUBLIC & set(party.sectors) else "Organization"
    return "LegalEntity"


def _country(code: str | None) -> str | None:
    country = load_codes().country(code)
    return country.iso2.lower() if country and country.iso2 else None


def _article(telling: Telling) -> Entity:
    return _entity(
        telling.document_id,
        "Article",
        fileName=telling.document_id,
        title=telling.title,
        publishedAt=telling.published,
        publisher=telling.publisher,
        sourceUrl=telling.url,
    )


def _mentions(telling: Telling, parties: dict[str, Party]) -> Iterator[Entity]:
    by_name = {party.name: id for id, party in parties.items()}
    for words in (*telling.actors, *telling.recipients):
        who = by_name.get(words.actor or words.text)
        id = content_id("men", (telling.document_id, words.span.start, words.span.end))
        schema = schema_of(who, parties[who]) if who else None
        yield _entity(
            id,
            "Mention",
            document=entity_id(telling.document_id),
            name=words.text,
            resolved=who and entity_id(who),
            detectedSchema=schema,
        )


def _event(told: Reported, involved: Sequence[str], actors: Sequence[Party], recipients: Sequence[Party]) -> Entity:
    event = told.event
    who, whom = (", ".join(party.name for party in side) for side in (actors, recipients))
    kind = f"{event.event_type}/{event.mode}" if event.mode else event.event_type
    cameo = f"CAMEO {event.cameo}" if event.cameo else None
    said = [f"who: {who}" if who else None, f"to whom: {whom}" if whom else None]
    return _entity(
        event.id,
        "Event",
        name=" ".join(filter(None, [who, kind, whom])),
        summary=event.sentence,
        description="; ".join(filter(None, said)),
        keywords=[kind, cameo, *event.contexts],
        startDate=event.earliest,
        endDate=event.latest if event.earliest else None,
        date=None if event.earliest else event.latest,
        location=event.place,
        country=_country(event.place_country),
        involved=list(map(entity_id, involved)),
        proof=[entity_id(telling.document_id) for telling in told.tellings],
        sourceUrl=[telling.url for telling in told.tellings],
        publisher=[telling.publisher for telling in told.tellings],
        recordId=event.id,
    )


def _write(events: Iterable[Reported], out: BinaryIO, about: About) -> None:
    written: set[int] = set()
    for told in events:
        for entity in entities(told):
            line = json.dumps(entity, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
            # Reports and actors come back with every event; a number for each keeps memory small.
            if (mark := hash(line)) not in written:
                written.add(mark)
                out.write(line)


FTM = Export("ftm", _write, tellings=True, happened=True)
