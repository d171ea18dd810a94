"""POLECAT: tab-separated, with a header; sides parted by semicolons, other readings of a value by bars."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.ontology import load_ontology
from tidings.ontology.codes import load_codes
from tidings.store.columns import POLECAT as COLUMNS
from tidings.store.imports.kind import (
    MISSING,
    Fields,
    Foreign,
    Import,
    Spot,
    day,
    number,
    plover_type,
    quad,
    required,
    someone,
    text,
)
from tidings.store.party import Party


def _parse(fields: Fields) -> Foreign:
    kind, mode = plover_type(fields, "Event Type"), text(fields, "Event Mode")
    intensity = number(fields, "Intensity", -10, 10)
    places = [text(fields, "Country")]
    return Foreign(
        id=required(fields, "Event ID"),
        event_type=kind.name,
        mode=mode,
        cameo=None,
        quad=quad(fields, "Quad Code", kind.quad),
        score=load_ontology().score(kind.name, mode) if intensity is None else intensity,
        day=day(fields, "Event Date"),
        contexts=tuple(_parts(fields, "Contexts")),
        actors=tuple(_side(fields, "Actor")),
        recipients=tuple(_side(fields, "Recipient")),
        spot=_spot(fields),
        unknown=tuple(name for name in places if name and load_codes().named(name) is None),
    )


def _parts(fields: Fields, name: str) -> Iterator[str]:
    for part in (text(fields, name) or "").replace("|", ";").split(";"):
        if part.strip() not in MISSING:
            yield part.strip()


def _side(fields: Fields, side: str) -> Iterator[Party]:
    """The participants of a side: their names and, in step, their countries and sectors."""
    names, countries, sectors = (
        [part.strip() for part in (text(fields, f"{side} {column}") or "").split(";")]
        for column in ("Name", "Country", "Sectors")
    )
    for place in range(max(map(len, (names, countries)))):
        name, country, kinds = (values[place] if place < len(values) else "" for values in (names, countries, sectors))
        code = country.split("|")[0].strip()
        if name in MISSING and code in MISSING:
            continue
        known = load_codes().named(code) or (code if code in load_ontology().nonstate else None)
        roles = tuple(kind.strip() for kind in kinds.split("|") if kind.strip() in load_ontology().sectors)
        yield someone(known, roles, name if name not in MISSING else code)


def _spot(fields: Fields) -> Spot:
    number_of = text(fields, "GeoNames ID")
    parts = [text(fields, part) for part in ("Placename", "City", "District", "Province", "Country")]
    name = next(filter(None, parts), None)
    if name is None:
        return Spot()
    return Spot(
        id=f"geonames:{number_of}" if number_of else f"polecat:{', '.join(filter(None, parts))}",
        name=name,
        country=load_codes().named(parts[4] or ""),
        admin1=parts[3],
        latitude=number(fields, "Latitude", -90, 90),
        longitude=number(fields, "Longitude", -180, 180),
        feature=text(fields, "Feature Type"),
    )


POLECAT = Import("polecat", COLUMNS, header=True, parse=_parse, aliases={"Event Intensity": "Intensity"})
