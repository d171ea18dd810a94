"""Words that tell which state a report is about: institutions and things that only one state calls so."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources.abc import Traversable
from itertools import chain, pairwise

from tidings.lexicon.tables import data_folder, read_table

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|£")
#: How the United States write an address: "2517 Memphis St.", "400 S. Locust Ave.".
_ADDRESS = re.compile(r"\b\d{3,5} (?:[NSEW]\.? )?(?:[A-Z][\w-]+ ){1,3}(?:St|Ave|Blvd|Rd|Dr|Ln|Hwy|Pkwy)\b(?!\.? [A-Z])")
_COLUMNS = ("country", "words")


@cache
def load_signs(path: Traversable | None = None) -> dict[str, str]:
    """The state that each word or pair of words stands for. Raises `DataError` where the table is broken.

    >>> load_signs()["gardaí"]
    'IRL'
    """
    found: dict[str, str] = {}
    for row in read_table(path or data_folder() / "places" / "signs.tsv", _COLUMNS):
        if not (len(row["country"]) == 3 and row["country"].isupper()):
            raise row.broken("country", "an ISO 3166-1 alpha-3 code")
        for words in row.many("words"):
            if len(words.split()) > 2 or words != words.lower():
                raise row.broken("words", "one or two words each, in lower case")
            found[words] = row["country"]
    return found


def states_by_signs(text: str) -> Counter[str]:
    """How many different signs of each state a text bears."""
    signs = load_signs()
    words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    seen = set(chain(words, map(" ".join, pairwise(words))))
    states = Counter(signs[word] for word in seen & signs.keys())
    states["USA"] += _ADDRESS.search(text) is not None
    return +states
