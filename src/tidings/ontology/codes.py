"""What CAMEO, GDELT, ICEWS and FollowTheMoney call the countries and sectors that Tidings knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tidings.ontology.source import data_folder, read_tsv

Row = Mapping[str, str]

COUNTRY_COLUMNS = ("code", "iso2", "cameo", "fips", "cow", "icews", "others")
SECTOR_COLUMNS = ("sector", "cameo", "icews", "others")

#: PLOVER's code of what is no state -> CAMEO's group, and the type that stands before it.
NONSTATE = {"UNO": "UNO", "EUR": "EEC", "IGO": "", "NGO": "", "MNC": "", "ISM": "", "IMG": ""}
_TYPES = {"UNO": "IGO", "EUR": "IGO", "IGO": "IGO", "NGO": "NGO", "MNC": "MNC", "ISM": "NGM", "IMG": "IMG"}


@dataclass(frozen=True, slots=True)
class Country:
    """One country in every tongue; "" where a format has no code for it."""

    code: str
    iso2: str
    cameo: str
    fips: str
    cow: str
    icews: str


class Codes:
    """The two tables of `data/formats`, to be asked both ways.

    >>> codes = load_codes()
    >>> codes.country("RUS").fips, codes.named("Russian Federation"), codes.at("RS")
    ('RS', 'RUS', 'RUS')
    """

    def __init__(self, countries: Sequence[Row], sectors: Sequence[Row]) -> None:
        self._countries = {row["code"]: Country(*(row[name] for name in COUNTRY_COLUMNS[:-1])) for row in countries}
        self._fips = {country.fips: country.code for country in self._countries.values() if country.fips}
        self._iso2 = {country.iso2.lower(): country.code for country in self._countries.values() if country.iso2}
        self._named = {
            name.casefold(): row["code"]
            for row in reversed(countries)
            for name in (*_many(row), row["icews"], row["cameo"], row["code"])
        }
        self._sectors = {row["sector"]: (row["cameo"], row["icews"]) for row in sectors}
        self._roles = {name: row["sector"] for row in sectors for name in (*_many(row), row["cameo"]) if name}
        self._words = {name: row["sector"] for row in sectors for name in (*_many(row), row["icews"]) if name}

    def country(self, code: str | None) -> Country | None:
        """The country of Tidings' code; None for what is no state."""
        return self._countries.get(code or "")

    def named(self, said: str) -> str | None:
        """Tidings' code of a country by any code but FIPS, or by name.

        >>> load_codes().named("ROM"), load_codes().named("ivory coast"), load_codes().named("Atlantis")
        ('ROU', 'CIV', None)
        """
        return self._named.get(said.strip().casefold())

    def at(self, fips: str) -> str | None:
        """Tidings' code of a place's FIPS 10-4 code: "CH" is China, and "SZ" Switzerland."""
        return self._fips.get(fips)

    def by_iso2(self, iso2: str) -> str | None:
        """Tidings' code of an ISO 3166-1 alpha-2 code, in capitals or not.

        >>> load_codes().by_iso2("ge"), load_codes().by_iso2("zz")
        ('GEO', None)
        """
        return self._iso2.get(iso2.lower())

    def role(self, sector: str) -> str:
        """CAMEO's role of a PLOVER sector, "" where there is none.

        >>> load_codes().role("JRN"), load_codes().role("PRM")
        ('MED', '')
        """
        return self._sectors.get(sector, ("", ""))[0]

    def words(self, sector: str) -> str:
        """ICEWS's words for a PLOVER sector, "" where there are none."""
        return self._sectors.get(sector, ("", ""))[1]

    def sector_of_role(self, role: str) -> str | None:
        """The PLOVER sector of a CAMEO role: "MED" is the media."""
        return self._roles.get(role)

    def sector_of_words(self, words: str) -> str | None:
        """The PLOVER sector of ICEWS's words."""
        return self._words.get(words)

    def group(self, code: str | None) -> tuple[str, str]:
        """CAMEO's known group and type of a code that is no state's: of "UNO", ("UNO", "IGO")."""
        return NONSTATE.get(code or "", ""), _TYPES.get(code or "", "")

    def nonstate(self, group: str, type: str) -> str | None:
        """PLOVER's code of CAMEO's known group, or else of its type."""
        by_group = {cameo: code for code, cameo in NONSTATE.items() if cameo}
        by_type = {cameo: code for code, cameo in _TYPES.items() if not NONSTATE[code]}
        return by_group.get(group) or by_type.get(type)


@cache
def load_codes() -> Codes:
    """The tables that ship with Tidings, read once."""
    folder = data_folder() / "formats"
    return Codes(read_tsv(folder / "countries.tsv", COUNTRY_COLUMNS), read_tsv(folder / "sectors.tsv", SECTOR_COLUMNS))


def _many(row: Row) -> list[str]:
    return list(filter(None, row["others"].split(";")))
