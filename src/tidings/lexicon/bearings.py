"""Parts of states by points of the compass: "north-eastern Syria", "the south of Lebanon"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import numpy as np

from tidings.lexicon.places import Gazetteer, name_key
from tidings.record import Place

_NAME = r"(?P<ns>north|south)?-?(?P<ew>east|west)?"
_BEFORE = re.compile(rf"(?<![\w-])(?:{_NAME}(?:ern)? (?:part of )?|(?:in|into|across) the {_NAME.replace('P<', 'P<of_')} of )(?:the )?$", re.I)  # fmt: skip
_REACH = 40
#: What share of a state's towns lies in its north: those furthest that way.
_SHARE = 1 / 3


def part_of(place: Place, before: str, gazetteer: Gazetteer) -> Place:
    """The part of a state that the words before its name tell of; the place itself where they tell of none.

    The point is the middle of the third of the state's towns that lies furthest that way.

    >>> syria = Place("geonames:163843", "Syria", "SYR", None, 35.0, 38.0, "PCLI")
    >>> part = part_of(syria, "troops entered north-eastern ", Gazetteer.load())
    >>> part.name, part.feature, part.latitude > 35.5 and part.longitude > 38
    ('north-eastern Syria', 'RGN', True)
    """
    told = _BEFORE.search(before[-_REACH:])
    if place.feature != "PCLI" or place.country is None or told is None:
        return place
    north = told["ns"] or told["of_ns"]
    east = told["ew"] or told["of_ew"]
    if not (north or east):
        return place
    word = "-".join(filter(None, (north, east))).lower()
    point = _middle(gazetteer, place.country, word)
    if point is None:
        return place
    name = f"{word}ern {place.name}"
    id = f"place:{name_key(name).replace(' ', '-')}-{place.country.lower()}"
    return replace(place, id=id, name=name, latitude=point[0], longitude=point[1], feature="RGN")


@lru_cache(maxsize=512)
def _middle(gazetteer: Gazetteer, country: str, word: str) -> tuple[float, float] | None:
    """The middle of the towns of a state that lie furthest in a direction."""
    latitude, longitude = gazetteer.towns_of(country)
    if len(latitude) < 3:
        return None
    shrink = np.cos(np.radians(latitude.mean()))
    far = ("north" in word) * latitude - ("south" in word) * latitude
    far = far + (("east" in word) * longitude - ("west" in word) * longitude) * shrink
    those = np.argsort(far, kind="stable")[-max(1, round(len(far) * _SHARE)) :]
    return round(float(latitude[those].mean()), 3), round(float(longitude[those].mean()), 3)
