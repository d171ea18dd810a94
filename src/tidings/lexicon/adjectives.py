"""Adjectives and peoples of divisions and regions, with the place they belong to."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable

from tidings.lexicon.tables import data_folder, read_table

_COLUMNS = ("place", "country", "words")


@cache
def load_adjectives(path: Traversable | None = None) -> dict[str, tuple[str, str]]:
    """The place, and its state, that each word belongs to. Raises `DataError` where the table is broken.

    >>> load_adjectives()["Texan"], load_adjectives()["South Ossetians"]
    (('Texas', 'USA'), ('South Ossetia', 'GEO'))
    """
    found: dict[str, tuple[str, str]] = {}
    for row in read_table(path or data_folder() / "places" / "adjectives.tsv", _COLUMNS):
        if not (len(row["country"]) == 3 and row["country"].isupper()):
            raise row.broken("country", "an ISO 3166-1 alpha-3 code")
        for word in row.many("words"):
            if not word[0].isupper() or word in found:
                raise row.broken("words", "words with a capital, each of one place only")
            found[word] = row["place"], row["country"]
    return found
