"""What a place name may mean, with what is needed to weigh it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from math import asin, cos, log10, radians, sin, sqrt

from tidings.lexicon.places import Entry, Gazetteer, name_key

#: How much more or less a kind of place is spoken of than its population says, in powers of ten.
_RENOWN = {"PCLI": 1.0, "PPLC": 1.0, "ADM1": 0.0, "CONT": 1.0, "RGN": 0.5, "SEA": 0.5, "OCN": 0.5, "ADM2": 0.0}
#: No division is less renowned than this, few as the towns may be that are counted in it.
_LEAST = {"ADM2": 4.0}
_ALTERNATE = -2.0
#: A town of this prior is before the division named for it, by this much.
_SEAT, _NAMESAKE = 4.3, 2.0
_LIMIT = 60
#: Points of the compass and kinds of division as newspapers shorten them.
_SHORTENED = {"N.": "North", "S.": "South", "E.": "East", "W.": "West", "Co.": "County", "Twp.": "Township"}
_KIND_BEFORE = re.compile(
    r"^(?:(?:the )?(?:town|city|village|port|township|borough) of|greater|downtown|central|metropolitan|"
    r"(?:north|south)?[- ]?(?:north|south|east|west)(?:ern)?|upper|lower|inner|old) ",
    re.I,
)
_KIND_AFTER = re.compile(
    r" (?:township|twp\.?|city|town|village|province|district|region|area|state|metro|proper|station|"
    r"(?:international )?airport|refugee camp|slums?)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that bears the name; `prior` is how likely it is meant when nothing else is known (log10).

    `county` is the second-level division it lies in, or is.
    """

    index: int
    country: str | None
    admin1: str | None
    feature: str
    point: tuple[float, float] | None
    prior: float
    alternate: bool
    county: int | None

    @property
    def container(self) -> bool:
        """Whether other places lie in it: a state or a division."""
        return self.feature in ("PCLI", "ADM1", "ADM2")

    def holds(self, other: Candidate) -> bool:
        """Whether another place lies in it."""
        if self.index == other.index or self.country is None or self.country != other.country:
            return False
        if self.feature == "ADM1":
            return self.admin1 == other.admin1
        return self.feature == "PCLI" or (self.feature == "ADM2" and self.index == other.county)

    @property
    def wide(self) -> bool:
        """Whether its point says little of where it is."""
        return self.feature in ("PCLI", "ADM1", "CONT", "RGN", "OCN", "SEA")


@lru_cache(maxsize=8192)
def candidates(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    """The places that bear a name. A name of up to three letters counts only as it is written: "US", not "Us".

    An adjective or a people stands for its state; the stage itself never asks for one, for those are actors.
    """
    entries = gazetteer.home(name) or gazetteer.find(name) or _without_kind(gazetteer, name)
    if not any(gazetteer.feature(entry.index) == "PCLI" for entry in entries):
        entries += tuple(entry for entry in gazetteer.find(f"{name} Province") if entry not in entries)
    found = [candidate_of(gazetteer, entry) for entry in entries[:_LIMIT] if _as_written(gazetteer, name, entry)]
    return tuple(_without_namesake_divisions(name, found))


def candidate_of(gazetteer: Gazetteer, entry: Entry) -> Candidate:
    """What is needed to weigh a place that bears a name."""
    index, feature = entry.index, gazetteer.feature(entry.index)
    prior = log10(gazetteer.population(index) + 10) + _RENOWN.get(feature, 0.0)
    prior = max(prior, _LEAST.get(feature, 0.0)) + (_ALTERNATE if entry.alternate else 0.0)
    where = gazetteer.country(index), gazetteer.admin1(index), feature, gazetteer.point(index)
    county = index if feature == "ADM2" else gazetteer.county(index)
    return Candidate(index, *where, prior, entry.alternate, county)


def _as_written(gazetteer: Gazetteer, name: str, entry: Entry) -> bool:
    """Whether a town may be meant by a short name: "Ufa" as it is, "L.A." for its initials, never "La." or "US"."""
    letters = name.replace(".", "")
    if len(letters) > 3 or gazetteer.feature(entry.index) != "PPL":
        return True
    town = gazetteer.name(entry.index)
    if letters.isupper():
        return town.isupper() or letters == "".join(word[0] for word in town.split())
    return name_key(town) == name_key(name)


def _without_kind(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    """The places that bear a name in full ("Pott Co.", "Republic of Congo"), else less the words that only say what
    kind or part of a place it is ("Town of X").
    """
    whole = " ".join(_SHORTENED.get(word, word) for word in name.split())
    first, _, last = whole.rpartition(" ")
    turned = f"County {first}" if last == "County" else whole.replace(" of ", " of the ")
    plain = _KIND_BEFORE.sub("", _KIND_AFTER.sub("", whole))
    return next((found for one in (whole, turned, plain) if one != name and (found := gazetteer.find(one))), ())


def _without_namesake_divisions(name: str, found: list[Candidate]) -> list[Candidate]:
    """A town before the division it is the seat of: "Homs" is the town, "Homs province" is asked for as such."""
    towns = [c for c in found if c.feature in ("PPL", "PPLC") and not c.alternate and c.prior > _SEAT]
    key = name_key(name)

    def named_for_its_seat(c: Candidate) -> bool:
        if c.feature == "ADM1":
            return name_key(c.admin1 or "") == key and any(t.admin1 == c.admin1 for t in towns)
        return c.feature == "ADM2" and any(t.county == c.index for t in towns)

    return [replace(c, prior=c.prior - _NAMESAKE) if named_for_its_seat(c) else c for c in found]


def kilometres(one: tuple[float, float], two: tuple[float, float]) -> float:
    """The great-circle distance between two points in degrees.

    >>> round(kilometres((52.5, 13.4), (48.9, 2.35)))
    874
    """
    a, b = radians(one[0]), radians(two[0])
    half = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(radians(one[1] - two[1]) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))
