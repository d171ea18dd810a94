"""Our own tables of places, read with an error that names file, line and field where one is broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tidings.errors import DataError

HOME = Path(__file__).resolve().parents[2] / "src/tidings/data/places"
_NUMBERS = {"latitude": 90.0, "longitude": 180.0}


def rows(name: str, home: Path = HOME) -> Iterator[dict[str, str]]:
    """Each row of a table by the names in its heading; lines that begin with # are remarks."""
    heading: list[str] = []
    for number, line in enumerate((home / name).read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not heading:
            heading = cells
            continue
        if len(cells) != len(heading):
            raise DataError(f"{name}:{number}: {len(heading)} fields ({', '.join(heading)}), not {len(cells)}")
        row = dict(zip(heading, cells, strict=True))
        _check(name, number, row)
        yield row


def _check(name: str, number: int, row: dict[str, str]) -> None:
    for field, limit in _NUMBERS.items():
        if row.get(field):
            try:
                good = abs(float(row[field])) <= limit
            except ValueError:
                good = False
            if not good:
                raise DataError(f"{name}:{number}: {field}: degrees from -{limit:g} to {limit:g}, not {row[field]!r}")
    country = row.get("country", "")
    if country and not (len(country) == 3 and country.isalpha() and country.isupper()):
        raise DataError(f"{name}:{number}: country: an ISO 3166-1 alpha-3 code or nothing, not {country!r}")
    if row.get("geonames") and not row["geonames"].isdecimal():
        raise DataError(f"{name}:{number}: geonames: a number or nothing, not {row['geonames']!r}")
    if "name" in row and not row["name"] and name != "countries.tsv":
        raise DataError(f"{name}:{number}: name: must not be empty")
