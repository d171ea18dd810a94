"""Near-duplicate reports: wire copy, as it was sent and as others printed it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tidings.merge.report import Report

#: A report is a copy where at least this share of the shorter one's runs of words stands in the other too.
COPIED = 0.6
#: Runs of this many words are compared, as Broder (1997) does; two reports of one event share few of them.
RUN = 5
#: Rows of a signature that must agree in one band: reports of which half is common meet with probability .99.
BANDS, ROWS = 42, 3
#: A report of fewer runs has too little in it to be known again.
FEWEST = 8

_WORD = re.compile(r"\w+")
_PRIME = np.uint64((1 << 31) - 1)
Runs = NDArray[np.uint64]


def find_copies(reports: Sequence[Report]) -> dict[str, tuple[str, float]]:
    """For each report that is a copy, the id of the first of its copies and the share of words they have in common.

    The first is the earliest published, and of one day the one with the least id. The result does not depend on the
    order of `reports`. MinHash (Broder 1997) and banding find the pairs, the runs of words themselves decide.
    """
    runs = {report.id: found for report in reports if len(found := _runs(report.text)) >= FEWEST}
    first = {report.id: (report.published is None, report.published, report.id) for report in reports}
    head: dict[str, str] = {}
    for one, other in sorted(_met(runs)):
        if _common(runs[one], runs[other]) >= COPIED:
            roots = sorted({_root(head, one), _root(head, other)}, key=first.__getitem__)
            for later in roots[1:]:
                head[later] = roots[0]
    roots_of = {id: _root(head, id) for id in head}
    return {id: (root, _common(runs[id], runs[root])) for id, root in sorted(roots_of.items())}


def _root(head: Mapping[str, str], id: str) -> str:
    while id in head:
        id = head[id]
    return id


def _common(one: Runs, other: Runs) -> float:
    return float(len(np.intersect1d(one, other, assume_unique=True)) / min(len(one), len(other)))


def _runs(text: str) -> Runs:
    """The hashes of a text's runs of words, each once."""
    words = np.array([_hash(word) for word in _WORD.findall(text.lower())], dtype=np.uint64)
    if len(words) < RUN:
        return words[:0]
    hashed = np.zeros(len(words) - RUN + 1, dtype=np.uint64)
    for place in range(RUN):
        hashed = hashed * np.uint64(1_000_003) + words[place : place + len(hashed)]
    return np.unique(hashed)


@lru_cache(200_000)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


#: The signature's hash functions, a row each; drawn by hashing, so that they are the same everywhere.
_FACTORS, _OFFSETS = (
    np.array([[1 + _hash(f"{name} {row}") % (int(_PRIME) - 1)] for row in range(BANDS * ROWS)], dtype=np.uint64)
    for name in ("factor", "offset")
)


def _met(runs: Mapping[str, Runs]) -> Iterator[tuple[str, str]]:
    """The pairs of reports that agree in a whole band of their signatures."""
    pairs = set[tuple[str, str]]()
    homes: defaultdict[tuple[int, bytes], list[str]] = defaultdict(list)
    for id in sorted(runs):
        folded = (runs[id] >> np.uint64(33)) % _PRIME
        signature = ((_FACTORS * folded + _OFFSETS) % _PRIME).min(axis=1).reshape(BANDS, ROWS)
        for band, rows in enumerate(signature):
            homes[band, rows.tobytes()].append(id)
    for home in homes.values():
        # All are compared with the first: copies of one another find each other through it.
        pairs.update((home[0], other) for other in home[1:])
    yield from pairs
