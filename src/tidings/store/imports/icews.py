"""ICEWS: tab-separated, with a header."""

from __future__ import annotations

from tidings.ontology.codes import load_codes
from tidings.store.columns import ICEWS as COLUMNS
from tidings.store.imports.kind import (
    Fields,
    Foreign,
    Import,
    Spot,
    cameo_code,
    coded,
    day,
    number,
    required,
    someone,
    text,
)
from tidings.store.party import Party

_IGO = "International Government Organization"


def _parse(fields: Fields) -> Foreign:
    cameo = cameo_code(fields, "CAMEO Code")
    event_type, mode, quad, score, goldstein = coded(cameo, gdelt=False)
    own = number(fields, "Intensity", -10, 10)
    actor, recipient = _party(fields, "Source"), _party(fields, "Target")
    names = [text(fields, column) for column in ("Source Country", "Target Country", "Country")]
    return Foreign(
        id=required(fields, "Event ID"),
        event_type=event_type,
        mode=mode,
        cameo=cameo,
        quad=quad,
        score=score,
        goldstein=goldstein if own is None else own,
        day=day(fields, "Event Date"),
        actors=(actor,) if actor else (),
        recipients=(recipient,) if recipient else (),
        spot=_spot(fields),
        sentence=text(fields, "Event Text") or "",
        unknown=tuple(name for name in names if name and load_codes().named(name) is None),
    )


def _party(fields: Fields, side: str) -> Party | None:
    codes = load_codes()
    name = text(fields, f"{side} Name")
    if name is None:
        return None
    words = (text(fields, f"{side} Sectors") or "").split(",")
    sectors = tuple(dict.fromkeys(filter(None, (codes.sector_of_words(part.strip()) for part in words))))
    country = codes.named(text(fields, f"{side} Country") or "") or ("IGO" if _IGO in words else None)
    return someone(country, sectors, name)


def _spot(fields: Fields) -> Spot:
    city, district, province, country = (text(fields, part) for part in ("City", "District", "Province", "Country"))
    name = city or district or province or country
    if name is None:
        return Spot()
    level = "PPL" if city else "ADM2" if district else "ADM1" if province else "PCLI"
    return Spot(
        id=f"icews:{', '.join(filter(None, (city, district, province, country)))}",
        name=name,
        country=load_codes().named(country or ""),
        admin1=province,
        latitude=number(fields, "Latitude", -90, 90),
        longitude=number(fields, "Longitude", -180, 180),
        feature=level,
    )


ICEWS = Import("icews", COLUMNS, header=True, parse=_parse)
