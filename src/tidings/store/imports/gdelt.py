"""GDELT 2 events: the 15-minute files, without a header."""

from __future__ import annotations

from tidings.ontology.codes import load_codes
from tidings.store.columns import GDELT as COLUMNS
from tidings.store.imports.kind import (
    FieldError,
    Fields,
    Foreign,
    Import,
    Spot,
    cameo_code,
    coded,
    count,
    day,
    number,
    required,
    someone,
    text,
)
from tidings.store.party import Party

_LEVELS = {"1": "PCLI", "2": "ADM1", "3": "PPL", "4": "PPL", "5": "ADM1"}


def _parse(fields: Fields) -> Foreign:
    cameo = cameo_code(fields, "EventCode")
    event_type, mode, quad, score, goldstein = coded(cameo, gdelt=True)
    own = number(fields, "GoldsteinScale", -10, 10)
    actor, recipient = _actor(fields, 1), _actor(fields, 2)
    return Foreign(
        id=_id(fields),
        event_type=event_type,
        mode=mode,
        cameo=cameo,
        quad=quad,
        score=score,
        goldstein=goldstein if own is None else own,
        day=day(fields, "SQLDATE"),
        actors=(actor,) if actor else (),
        recipients=(recipient,) if recipient else (),
        spot=_spot(fields),
        mentions=count(fields, "NumMentions"),
        reports=count(fields, "NumArticles"),
        unknown=tuple(_unknown(fields)),
    )


def _id(fields: Fields) -> str:
    said = required(fields, "GLOBALEVENTID")
    if not said.isdecimal():
        raise FieldError("GLOBALEVENTID", f"{said[:40]!r} is not a whole number")
    return said


def _actor(fields: Fields, side: int) -> Party | None:
    codes = load_codes()
    known = {part: text(fields, f"Actor{side}{part}") or "" for part in ("Name", "CountryCode", "KnownGroupCode")}
    types = [text(fields, f"Actor{side}Type{number}Code") or "" for number in (1, 2, 3)]
    group = codes.nonstate(known["KnownGroupCode"], types[0])
    country = group if group in ("UNO", "EUR") else codes.named(known["CountryCode"]) or group
    sectors = tuple(filter(None, map(codes.sector_of_role, types)))
    code = text(fields, f"Actor{side}Code")
    return someone(country, sectors, known["Name"] or code or "") if known["Name"] or code else None


def _unknown(fields: Fields) -> list[str]:
    said = [text(fields, f"Actor{side}CountryCode") for side in (1, 2)]
    return [code for code in said if code and code != "EUR" and load_codes().named(code) is None]


def _spot(fields: Fields) -> Spot:
    name = text(fields, "ActionGeo_FullName")
    level = text(fields, "ActionGeo_Type")
    if name is None or level in (None, "0"):
        return Spot()
    return Spot(
        id=text(fields, "ActionGeo_FeatureID") or f"gdelt:{name}",
        name=name.split(",")[0].strip(),
        country=load_codes().at(text(fields, "ActionGeo_CountryCode") or ""),
        admin1=name.split(",")[1].strip() if name.count(",") > 1 else None,
        latitude=number(fields, "ActionGeo_Lat", -90, 90),
        longitude=number(fields, "ActionGeo_Long", -180, 180),
        feature=_LEVELS.get(level or ""),
    )


GDELT = Import("gdelt", COLUMNS, header=False, parse=_parse)
