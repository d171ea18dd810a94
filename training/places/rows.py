"""A place on its way into the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

_LATIN = re.compile(r"[A-Z][A-Za-z '\-.]{3,}$")


@dataclass(slots=True)
class Row:
    """A place; `names` are as good as its name, `others` are lesser ones, `county` is the second-level division."""

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
    county: Row | None = None


@dataclass(slots=True)
class Division(Row):
    """A first-level division with the code GeoNames gives it."""

    code: str = ""


def plain(name: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def latin(names: Iterable[str]) -> set[str]:
    """Those names that English news could print: Latin letters, a capital first, no codes."""
    return {name for name in names if _LATIN.match(plain(name)) and not name.isupper()}


def middle(towns: list[dict[str, Any]]) -> tuple[float, float]:
    """The mean of the points of towns, by the root of their populations."""
    weights = [max(town["population"], 1) ** 0.5 for town in towns]
    latitude = sum(w * town["latitude"] for w, town in zip(weights, towns, strict=True)) / sum(weights)
    longitude = sum(w * town["longitude"] for w, town in zip(weights, towns, strict=True)) / sum(weights)
    return latitude, longitude
