"""How well a resolved place is pinned down, with what other event data sets call it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

from tidings.lexicon.tables import Row, data_folder, read_table
from tidings.record import Place

_COLUMNS = ("feature", "precision", "acled", "ucdp")


class Precision(StrEnum):
    """How much ground a place covers: a point, its neighbourhood, a division, a whole state, or nobody knows."""

    EXACT = "exact"
    NEAR = "near"
    ADMIN1 = "admin-1"
    COUNTRY = "country"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PlacePrecision:
    """A precision, ACLED's `geo_precision` (1 to 3) and UCDP's `where_prec` (1 to 7); None where they have none."""

    precision: Precision
    acled: int | None
    ucdp: int | None


UNKNOWN = PlacePrecision(Precision.UNKNOWN, None, None)


def precision_of(place: Place | None) -> PlacePrecision:
    """How well a place is pinned down: by its kind; unknown without a place, a point, or a kind that we know.

    >>> syria = Place("geonames:163843", "Syria", "SYR", None, 35.0, 38.0, "PCLI")
    >>> precision_of(syria).precision.value, precision_of(syria).ucdp
    ('country', 6)
    """
    if place is None or place.latitude is None or place.feature is None:
        return UNKNOWN
    return load_precisions().get(place.feature, UNKNOWN)


@cache
def load_precisions(path: Traversable | None = None) -> dict[str, PlacePrecision]:
    """The precision of each kind of feature. Raises `DataError` where the table is broken."""
    table = path or data_folder() / "places" / "precision.tsv"
    return {row["feature"]: _precision(row) for row in read_table(table, _COLUMNS)}


def _precision(row: Row) -> PlacePrecision:
    if row["precision"] not in list(Precision):
        raise row.broken("precision", f"one of {', '.join(Precision)}")
    return PlacePrecision(Precision(row["precision"]), _code(row, "acled", 3), _code(row, "ucdp", 7))


def _code(row: Row, column: str, highest: int) -> int:
    if not row[column].isdecimal() or not 1 <= int(row[column]) <= highest:
        raise row.broken(column, f"a number from 1 to {highest}")
    return int(row[column])
