"""What a place name may mean, with what is needed to weigh it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, log10, radians, sin, sqrt

from tidings.lexicon.places import Gazetteer, name_key

#: How much more or less a kind of place is spoken of than its population says, in powers of ten.
_RENOWN = {"PCLI": 1.0, "PPLC": 1.0, "ADM1": 0.0, "CONT": 1.0, "RGN": 0.5, "SEA": 0.5, "OCN": 0.5, "ADM2": 0.0}
_ALTERNATE = -1.5
_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that bears the name; `prior` is how likely it is meant when nothing else is known (log10)."""

    index: int
    country: str | None
    admin1: str | None
    feature: str
    point: tuple[float, float] | None
    prior: float
    alternate: bool

    @property
    def container(self) -> bool:
        """Whether other places lie in it: a state or a first-level division."""
        return self.feature in ("PCLI", "ADM1")

    @property
    def wide(self) -> bool:
        """Whether its point says little of where it is."""
        return self.feature in ("PCLI", "ADM1", "ADM2", "CONT", "RGN", "OCN", "SEA")


@lru_cache(maxsize=8192)
def candidates(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    """The places that bear a name. A name of up to three letters counts only as it is written: "US", not "Us".

    An adjective or a people stands for its state; the stage itself never asks for one, for those are actors.
    """
    entries = gazetteer.find(name) or gazetteer.home(name)
    found = []
    for entry in entries[:_LIMIT]:
        feature = gazetteer.feature(entry.index)
        if len(name) <= 3 and name.isupper() != gazetteer.name(entry.index).isupper() and feature == "PPL":
            continue
        prior = log10(gazetteer.population(entry.index) + 10) + _RENOWN.get(feature, 0.0)
        prior += _ALTERNATE if entry.alternate else 0.0
        where = gazetteer.country(entry.index), gazetteer.admin1(entry.index), feature, gazetteer.point(entry.index)
        found.append(Candidate(entry.index, *where, prior, entry.alternate))
    return tuple(_without_namesake_divisions(name, found))


def _without_namesake_divisions(name: str, found: list[Candidate]) -> list[Candidate]:
    """A town before the division it is the seat of: "Homs" is the town, "Homs province" is asked for as such."""
    towns = {c.admin1 for c in found if c.feature in ("PPL", "PPLC") and not c.alternate and c.prior > 4.3}
    return [
        Candidate(c.index, c.country, c.admin1, c.feature, c.point, c.prior - 2.0, c.alternate)
        if c.feature == "ADM1" and c.admin1 in towns and name_key(c.admin1 or "") == name_key(name)
        else c
        for c in found
    ]


def kilometres(one: tuple[float, float], two: tuple[float, float]) -> float:
    """The great-circle distance between two points in degrees.

    >>> round(kilometres((52.5, 13.4), (48.9, 2.35)))
    874
    """
    a, b = radians(one[0]), radians(two[0])
    half = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(radians(one[1] - two[1]) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))
