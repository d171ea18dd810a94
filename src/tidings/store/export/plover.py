"""PLOVER records, a JSON object a line, with the field names of the PLOVER manual."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from tidings.store.columns import QUADS
from tidings.store.export.kind import About, Export, Reported
from tidings.store.export.place import levels
from tidings.store.party import Party, sides
from tidings.store.query import EventRow
from tidings.store.why import Telling

Json = dict[str, Any]


def record(told: Reported, about: About) -> Json:
    """One event as PLOVER has it; what is not known is left out. `mode` lists the auxiliary modes too."""
    event = told.event
    first = told.tellings[0] if told.tellings else None
    actors, recipients = sides(event)
    return known(
        id=event.id,
        has_event=True,
        date=iso(event.earliest or event.latest),
        enddate=iso(event.latest) if event.earliest and event.earliest != event.latest else None,
        actor=list(map(_entity, actors)),
        recipient=list(map(_entity, recipients)),
        event=event.event_type,
        mode=[*filter(None, [event.mode]), *event.factuality.auxiliary_modes],
        context=list(event.contexts),
        quad_code=QUADS[event.quad - 1],
        event_scale=event.score,
        event_text=first.trigger.text if first else None,
        event_loc=_location(event),
        text=event.sentence,
        text_info=known(sequence=first.number, start=first.sentence.span.start, end=first.sentence.span.end)
        if first
        else None,
        cite_info=_citation(first) if first else None,
        coder=f"Tidings {about['tidings']}" if "tidings" in about else None,
    )


def known(**values: Any) -> Json:
    """The values that there are: PLOVER leaves out what is empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def iso(day: object) -> str | None:
    """A day as text."""
    return None if day is None else str(day)


def _entity(party: Party) -> Json:
    return known(code=party.country, sector=list(party.sectors), entity_text=party.name, identifier_id=party.id)


def _location(event: EventRow) -> Json | None:
    if event.place_id is None:
        return None
    named = {name.lower(): value for name, value in levels(event).items() if name in ("City", "District", "Province")}
    return known(
        resolved_place=event.place,
        geonameid=event.place_id,
        lat=event.latitude,
        lon=event.longitude,
        **named,
        country_code=event.place_country,
        feature_code=event.place_feature,
    )


def _citation(telling: Telling) -> Json:
    return known(
        citation=telling.document_id,
        url=telling.url,
        title=telling.title,
        language=telling.lang,
        publication=telling.publisher,
    )


def _write(events: Iterable[Reported], out: BinaryIO, about: About) -> None:
    for told in events:
        if told.system == PLOVER.name and told.original is not None:
            out.write(told.original.encode("utf-8", "replace") + b"\n")
        else:
            out.write(json.dumps(record(told, about), ensure_ascii=False).encode("utf-8", "replace") + b"\n")


PLOVER = Export("plover", _write, tellings=True)
