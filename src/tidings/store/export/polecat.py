"""POLECAT: 40 columns under their names, one row an event; sides and contexts may hold several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidings.ontology.codes import load_codes
from tidings.store.columns import POLECAT as COLUMNS
from tidings.store.columns import QUADS
from tidings.store.export.kind import About, Cell, Export, Reported
from tidings.store.export.lines import day_of, write_lines
from tidings.store.export.place import levels
from tidings.store.party import Party, sides
from tidings.store.query import EventRow
from tidings.store.why import Words

#: Between the participants of a side, and between the sectors of one.
SIDES, PARTS = "; ", "|"
GEONAMES = "geonames:"


def _rows(told: Reported, about: About) -> Iterator[Sequence[Cell]]:
    event = told.event
    first = told.tellings[0] if told.tellings else None
    actors, recipients = sides(event)
    known = {
        "Event ID": event.id,
        "Event Date": day_of(event),
        "Event Type": event.event_type,
        "Event Mode": event.mode,
        "Intensity": event.score,
        "Quad Code": QUADS[event.quad - 1],
        "Contexts": SIDES.join(event.contexts),
        **_side("Actor", actors, first.actors if first else ()),
        **_side("Recipient", recipients, first.recipients if first else ()),
        **_place(event),
        "Source": first.publisher if first else None,
        "Publication Date": first.published if first else None,
        "Language": first.lang if first else None,
        "Version": f"Tidings {about['tidings']}" if "tidings" in about else None,
    }
    yield [known.get(column) for column in COLUMNS]


def _side(side: str, parties: Sequence[Party], words: Sequence[Words]) -> dict[str, Cell]:
    countries = [load_codes().country(party.country) for party in parties]
    return {
        f"{side} Name": _joined([party.name for party in parties]),
        f"{side} Country": _joined([party.country or "" for party in parties]),
        f"{side} COW": _joined([country.cow if country else "" for country in countries]),
        f"Primary {side} Sector": _joined([party.sectors[0] if party.sectors else "" for party in parties]),
        f"{side} Sectors": _joined([PARTS.join(party.sectors) for party in parties]),
        f"{side} Name Raw": _joined([said.text for said in words]),
    }


def _joined(values: Sequence[str]) -> str:
    """The participants' values in step; nothing where none has one. No value may hold what parts them."""
    return SIDES.join(value.replace(";", ",") for value in values) if any(values) else ""


def _place(event: EventRow) -> dict[str, Cell]:
    id = event.place_id or ""
    return {
        **levels(event),
        "Placename": event.place,
        "Country": event.place_country,
        "GeoNames ID": id.removeprefix(GEONAMES) if id.startswith(GEONAMES) else None,
        "Feature Type": event.place_feature,
    }


POLECAT = Export("polecat", write_lines("polecat", COLUMNS, _rows), tellings=True, happened=True)
