"""Parts of the world by their adjectives, and the states in them: "the West African nation"."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable

from tidings.lexicon.tables import data_folder, read_table

_COLUMNS = ("words", "countries")


@cache
def load_quarters(path: Traversable | None = None) -> dict[str, frozenset[str]]:
    """The states of the part of the world that each adjective tells of. Raises `DataError` where the table is broken.

    >>> "MLI" in load_quarters()["West African"], "DEU" in load_quarters()["Middle Eastern"]
    (True, False)
    """
    found: dict[str, frozenset[str]] = {}
    for row in read_table(path or data_folder() / "places" / "quarters.tsv", _COLUMNS):
        countries = frozenset(row.many("countries"))
        if not countries or not all(len(code) == 3 and code.isupper() for code in countries):
            raise row.broken("countries", "ISO 3166-1 alpha-3 codes")
        for words in row.many("words"):
            if not words[0].isupper() or words in found:
                raise row.broken("words", "words with a capital, each once")
            found[words] = countries
    return found
