"""Where a publisher is at home, by the internet domain of its state."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources.abc import Traversable

from tidings.lexicon.tables import data_folder, read_table
from tidings.ontology.codes import load_codes

_COLUMNS = ("suffix", "country")
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[\w-]+\.)+([a-z]{2,})(?::\d+)?(?:[/?#].*)?", re.I | re.S)
_LONGEST = 2000


@cache
def load_domains(path: Traversable | None = None) -> dict[str, str]:
    """The country of domains that ISO 3166-1 does not tell, "" where a state's letters are sold to anybody.

    Raises `DataError` where the table is broken.

    >>> load_domains()["uk"], load_domains()["tv"]
    ('GBR', '')
    """
    found: dict[str, str] = {}
    for row in read_table(path or data_folder() / "places" / "domains.tsv", _COLUMNS):
        if not (row["suffix"].isalpha() and row["suffix"] == row["suffix"].lower()):
            raise row.broken("suffix", "the letters of a domain, in lower case")
        if row["country"] and not (len(row["country"]) == 3 and row["country"].isupper()):
            raise row.broken("country", "an ISO 3166-1 alpha-3 code or nothing")
        found[row["suffix"]] = row["country"]
    return found


def home_of(*addresses: str | None) -> str | None:
    """The country of the first of some addresses that is one on the web and that a state's domain places.

    >>> home_of("https://www.cambridge-news.co.uk/news/1", None), home_of(None, "bbc.com"), home_of("Al-Ahram")
    ('GBR', None, None)
    """
    for address in addresses:
        host = _HOST.fullmatch((address or "").strip()[:_LONGEST])
        suffix = host.group(1).lower() if host else ""
        own = load_domains().get(suffix)
        country = load_codes().by_iso2(suffix) if own is None and len(suffix) == 2 else own
        if country:
            return country
    return None
