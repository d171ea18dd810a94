"""GDELT 2 events: 61 columns, no header, one row a pair of actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tidings.ontology import load_ontology
from tidings.ontology.codes import load_codes
from tidings.store.columns import GDELT as COLUMNS
from tidings.store.export.kind import About, Cell, Export, Reported
from tidings.store.export.lines import compact, day_of, write_lines
from tidings.store.party import Party, pairs
from tidings.store.query import EventRow

#: An event that a report tells in its first sentences is one of its main events: the headline, and the lead.
_LEAD = 3


def _rows(told: Reported, about: About) -> Iterator[Sequence[Cell]]:
    event = told.event
    for number, (actor, recipient) in pairs(event):
        known = {
            "GLOBALEVENTID": number,
            **_days(day_of(event)),
            **_actor(1, actor),
            **_actor(2, recipient),
            **_act(event),
            **_coverage(told),
            **_place(event),
        }
        yield [known.get(column) for column in COLUMNS]


def _days(day: date | None) -> dict[str, Cell]:
    if day is None:
        return {}
    # GDELT's own formula, with months of thirty days.
    fraction = day.year + ((day.month - 1) * 30 + day.day) / 365
    return {
        "SQLDATE": compact(day),
        "MonthYear": compact(day)[:6],
        "Year": day.year,
        "FractionDate": f"{fraction:.4f}",
    }


def _actor(side: int, party: Party | None) -> dict[str, Cell]:
    if party is None:
        return {}
    codes = load_codes()
    country = codes.country(party.country)
    group, kind = ("", "") if country else codes.group(party.country)
    state = country.cameo if country else "EUR" if group == "EEC" else ""
    roles = list(filter(None, (kind, *map(codes.role, party.sectors))))
    code = "".join((state, *roles)) if country else "".join((kind, state, group, *roles[bool(kind) :]))
    known = {"Code": code, "Name": party.name.upper(), "CountryCode": state, "KnownGroupCode": group}
    return {f"Actor{side}{part}": value for part, value in (known | _types(roles)).items()}


def _types(roles: Sequence[str]) -> dict[str, str]:
    return {f"Type{number}Code": role for number, role in enumerate(roles[:3], 1)}


def _act(event: EventRow) -> dict[str, Cell]:
    """The CAMEO code in GDELT's reading of it, which differs from ICEWS's in quad and Goldstein value for some."""
    ontology = load_ontology()
    cameo = event.cameo or ontology.cameo(event.event_type, event.mode)
    code = ontology.codes[cameo]
    return {
        "EventCode": cameo,
        "EventBaseCode": cameo[:3],
        "EventRootCode": code.root,
        "QuadClass": code.quad_gdelt,
        "GoldsteinScale": code.goldstein_gdelt,
    }


def _coverage(told: Reported) -> dict[str, Cell]:
    first = min((telling.published for telling in told.tellings if telling.published), default=None)
    return {
        "IsRootEvent": int(any(telling.number < _LEAD for telling in told.tellings)),
        "NumMentions": told.event.mentions,
        "NumSources": len({telling.publisher or telling.document_id for telling in told.tellings}),
        "NumArticles": told.event.reports,
        "DATEADDED": f"{compact(first)}000000" if first else None,
        "SOURCEURL": next((telling.url for telling in told.tellings if telling.url), None),
    }


def _place(event: EventRow) -> dict[str, Cell]:
    if event.place_id is None:
        return {}
    country = load_codes().country(event.place_country)
    parts = dict.fromkeys(filter(None, (event.place, event.place_admin1, country.icews if country else None)))
    kind = _geo_type(event.place_feature or "", event.place_country == "USA")
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": ", ".join(parts),
        "ActionGeo_CountryCode": country.fips if country else None,
        "ActionGeo_Lat": event.latitude,
        "ActionGeo_Long": event.longitude,
        "ActionGeo_FeatureID": country.fips if country and kind == 1 else None,
    }


def _geo_type(feature: str, american: bool) -> int:
    """1 a country, 2 and 3 a state and a town of the USA, 5 and 4 those elsewhere; a landmark is as a town."""
    if feature.startswith("PCL"):
        return 1
    if feature == "ADM1":
        return 2 if american else 5
    return 3 if american else 4


GDELT = Export("gdelt", write_lines("gdelt", None, _rows), tellings=True, happened=True)
