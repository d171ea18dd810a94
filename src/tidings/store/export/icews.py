"""ICEWS: 20 columns under their names, one row a pair of actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidings.ontology import load_ontology
from tidings.ontology.codes import load_codes
from tidings.store.columns import ICEWS as COLUMNS
from tidings.store.export.kind import About, Cell, Export, Reported
from tidings.store.export.lines import day_of, write_lines
from tidings.store.export.place import levels
from tidings.store.party import Party, pairs
from tidings.store.query import EventRow


def _rows(told: Reported, about: About) -> Iterator[Sequence[Cell]]:
    event = told.event
    first = told.tellings[0] if told.tellings else None
    for number, (actor, recipient) in pairs(event):
        known = {
            "Event ID": number,
            "Event Date": day_of(event),
            **_side("Source", actor),
            **_side("Target", recipient),
            **_act(event),
            "Story ID": int(first.document_id.rpartition("-")[2][:15], 16) if first else None,
            "Sentence Number": first.number + 1 if first else None,
            "Publisher": first.publisher if first else None,
            **levels(event),
            **_country(event),
        }
        yield [known.get(column) for column in COLUMNS]


def _side(side: str, party: Party | None) -> dict[str, Cell]:
    if party is None:
        return {}
    codes = load_codes()
    country = codes.country(party.country)
    kind = codes.group(party.country)[1]
    sectors = (*(["International Government Organization"] if kind == "IGO" else []), *map(codes.words, party.sectors))
    return {
        f"{side} Name": party.name,
        f"{side} Sectors": ",".join(filter(None, sectors)),
        f"{side} Country": country.icews if country else None,
    }


def _act(event: EventRow) -> dict[str, Cell]:
    ontology = load_ontology()
    cameo = event.cameo or ontology.cameo(event.event_type, event.mode)
    code = ontology.codes[cameo]
    return {"Event Text": code.name, "CAMEO Code": cameo, "Intensity": code.goldstein}


def _country(event: EventRow) -> dict[str, Cell]:
    country = load_codes().country(event.place_country)
    return {"Country": country.icews if country else None}


ICEWS = Export("icews", write_lines("icews", COLUMNS, _rows), tellings=True, happened=True)
