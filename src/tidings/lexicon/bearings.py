"""Parts of states by points of the compass: "north-eastern Syria", "the south of Lebanon"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import numpy as np

from tidings.lexicon.places import Gazetteer, name_key
from tidings.record import Place

_POINT = r"(?P<{0}ns>north|south)?-?(?P<{0}ew>east|west)?"
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<told>{_POINT.format('')}(?:ern)?) (?:part of )?"
    rf"|(?:in|into|across) the {_POINT.format('of_')} of )(?:the )?$",
    re.I,
)
_REACH = 40
#: What share of a state's towns lies in its north: those furthest that way; fewer towns have no north.
_SHARE, _FEW = 1 / 3, 6
_SIGN = {"north": 1, "south": -1, "east": 1, "west": -1}


def part_of(place: Place, before: str, gazetteer: Gazetteer) -> Place:
    """The part of a state that the words before its name tell of; the place itself where they tell of none.

    The point is the middle of the third of the state's towns that lies furthest that way. The name is as the words
    have it ("northeast Syria"); the id is the same however they do.

    >>> syria = Place("geonames:163843", "Syria", "SYR", None, 35.0, 38.0, "PCLI")
    >>> part = part_of(syria, "troops entered north-eastern ", Gazetteer.load())
    >>> part.name, part.feature, part.latitude > 35.5 and part.longitude > 38
    ('north-eastern Syria', 'RGN', True)
    """
    told = _BEFORE.search(before[-_REACH:])
    if place.feature != "PCLI" or place.country is None or told is None:
        return place
    points = [(told["ns"] or told["of_ns"] or "").lower(), (told["ew"] or told["of_ew"] or "").lower()]
    point = _middle(gazetteer, place.country, *points) if any(points) else None
    if point is None:
        return place
    word = "-".join(filter(None, points)) + "ern"
    name = f"{(told['told'] or word).lower()} {place.name}"
    id = f"place:{word}-{name_key(place.name).replace(' ', '-')}-{place.country.lower()}"
    return replace(place, id=id, name=name, latitude=point[0], longitude=point[1], feature="RGN")


@lru_cache(maxsize=512)
def _middle(gazetteer: Gazetteer, country: str, north: str, east: str) -> tuple[float, float] | None:
    """The middle of the towns of a state that lie furthest in a direction."""
    latitude, longitude = gazetteer.towns_of(country)
    if len(latitude) < _FEW:
        return None
    up, right = _SIGN.get(north, 0), _SIGN.get(east, 0)
    far = up * latitude + right * longitude * np.cos(np.radians(latitude.mean()))
    those = np.argsort(far, kind="stable")[-max(1, round(len(far) * _SHARE)) :]
    return round(float(latitude[those].mean()), 3), round(float(longitude[those].mean()), 3)
