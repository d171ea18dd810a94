"""PLOVER records: a JSON object a line."""

from __future__ import annotations

from typing import Any

from tidings.ontology import load_ontology
from tidings.ontology.codes import load_codes
from tidings.record import Factuality
from tidings.store.imports.kind import (
    FieldError,
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

#: What PLOVER's auxiliary modes say of an event.
_AUXILIARY = {
    "future": {"time": "future"},
    "hypothetical": {"mood": "conditional"},
    "negation": {"polarity": "negative"},
}


def _parse(fields: Fields) -> Foreign:
    kind = plover_type(fields, "event")
    modes = _texts(fields, "mode")
    mode = next((mode for mode in modes if mode in kind.modes), None)
    scale = number(fields, "event_scale", -10, 10)
    return Foreign(
        id=required(fields, "id"),
        event_type=kind.name,
        mode=mode,
        cameo=None,
        quad=quad(fields, "quad_code", kind.quad),
        score=load_ontology().score(kind.name, mode) if scale is None else scale,
        day=day(fields, "date"),
        latest=day(fields, "enddate"),
        contexts=tuple(_texts(fields, "context")),
        actors=_side(fields, "actor"),
        recipients=_side(fields, "recipient"),
        spot=_spot(fields),
        sentence=text(fields, "text") or "",
        factuality=_factuality(modes),
    )


def _factuality(modes: list[str]) -> Factuality:
    said: dict[str, str] = {}
    for mode in modes:
        said |= _AUXILIARY.get(mode, {})
    return Factuality(**said)


def _texts(fields: Fields, name: str) -> list[str]:
    """A text, or a list of texts."""
    value = fields.get(name) or []
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
        raise FieldError(name, "must be a text or a list of texts")
    return values


def _objects(fields: Fields, name: str) -> list[dict[str, Any]]:
    value = fields.get(name) or []
    values = [value] if isinstance(value, dict) else value
    if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
        raise FieldError(name, "must be an object or a list of objects")
    return values


def _side(fields: Fields, name: str) -> tuple[Party, ...]:
    return tuple(_party(entity) for entity in _objects(fields, name))


def _party(entity: dict[str, Any]) -> Party:
    code = text(entity, "code") or ""
    country = load_codes().named(code) or (code if code in load_ontology().nonstate else None)
    sectors = tuple(sector for sector in _texts(entity, "sector") if sector in load_ontology().sectors)
    return someone(country, sectors, text(entity, "entity_text") or text(entity, "identifier_text") or code)


def _spot(fields: Fields) -> Spot:
    found = _objects(fields, "event_loc")
    if not found:
        return Spot()
    name = text(found[0], "resolved_place") or text(found[0], "extracted_place")
    return Spot(
        id=text(found[0], "geonameid") or f"plover:{name}",
        name=name,
        country=load_codes().named(text(found[0], "country_code") or ""),
        admin1=text(found[0], "province"),
        latitude=number(found[0], "lat", -90, 90),
        longitude=number(found[0], "lon", -180, 180),
        feature=text(found[0], "feature_code"),
    )


PLOVER = Import("plover", (), header=False, parse=_parse)
