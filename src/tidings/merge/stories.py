"""Many reports, one story: which reports tell of the same happening."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,:]*\d|\d")
#: Reports whose words are at least this alike, on average over both stories, tell one story.
ALIKE = 0.2
#: A name says more about which happening is meant than another word does, a pair of words less than either alone.
NAME, WORD, PAIR = 4.0, 1.0, 0.5
#: Rarity counts a little more than TF-IDF has it.
RARITY = 1.3
#: A word of one text only sets that text apart. Among many texts there are so many such words that they say nothing;
#: among FEW or less most words are such, and without them any two texts look alike.
FEW = 30
#: Endings cut so that the forms of a word count as one.
_ENDINGS = ("ings", "ing", "edly", "ed", "ers", "er", "es", "s", "ly")
_SHORTEST_STEM = 4
_SENTENCE_END = frozenset({".", "?", "!", "“", '"', ".”", '."'})

Matrix = NDArray[np.float32]
Terms = Mapping[str, float]


def cluster_stories(texts: Sequence[str], alike: float = ALIKE) -> list[int]:
    """The number of the story each text belongs to, counted from 0 in order of first appearance.

    TF-IDF over word stems (names weighing more), cosine, and average-linkage clustering (Sokal & Michener 1958) until
    no two stories are `alike`. Time and memory grow with the square of the number of texts: hand in the reports of
    one stretch of days.

    >>> cluster_stories(["Quake shakes Peru", "Peru shaken by quake", "Senate passes tax bill"], alike=0.1)
    [0, 0, 1]
    """
    return cluster_terms([terms(text) for text in texts], alike)


def cluster_terms(texts: Sequence[Terms], alike: float = ALIKE) -> list[int]:
    """The same, of the terms of each text."""
    if len(texts) < 2:
        return [0] * len(texts)
    likeness = likeness_of(texts)
    np.fill_diagonal(likeness, -1.0)
    return _numbered(_linked(likeness, alike))


def likeness_of(texts: Sequence[Terms]) -> Matrix:
    """How alike each two of the texts are, from 0 to 1: the cosine of their weighted terms."""
    rows = _vectors(texts)
    alike: Matrix = (rows @ rows.T).astype(np.float32)
    return alike


def terms(text: str) -> Terms:
    """The weighted stems of a text and its pairs of them; a capital inside a sentence marks a name."""
    found: defaultdict[str, float] = defaultdict(float)
    previous = ""
    for match in _WORD.finditer(text):
        word = match.group()
        before = text[max(0, match.start() - 2) : match.start()].strip()
        name = word[0].isupper() and match.start() > 0 and before not in _SENTENCE_END
        stem = _stem(word.lower().removesuffix("'s").removesuffix("’s"))
        found[stem] += NAME if name else WORD
        if previous:
            found[f"{previous} {stem}"] += PAIR
        previous = stem
    return found


@lru_cache(100_000)
def _stem(word: str) -> str:
    """
    >>> _stem("protesters"), _stem("shaken"), _stem("killed")
    ('protest', 'shaken', 'kill')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _vectors(weights: Sequence[Terms]) -> Matrix:
    """One row a text: log of the weight times rarity, scaled to length 1 with the terms that no other text has."""
    spread = Counter(term for found in weights for term in found)
    column = {term: index for index, term in enumerate(sorted(term for term, n in spread.items() if n > 1))}
    rarity = [log((len(weights) + 1) / number) ** RARITY if number else 0.0 for number in range(len(weights) + 1)]
    rows = np.zeros((len(weights), len(column)), dtype=np.float32)
    own = np.zeros((len(weights), 1), dtype=np.float32)
    for row, found in enumerate(weights):
        for term in sorted(found):
            value = (1 + log(found[term])) * rarity[spread[term]]
            if term in column:
                rows[row, column[term]] = value
            else:
                own[row] += value**2
    own *= FEW**2 / (FEW**2 + len(weights) ** 2)
    length = np.sqrt((rows**2).sum(axis=1, keepdims=True) + own)
    scaled: Matrix = rows / np.maximum(length, np.finfo(np.float32).tiny)
    return scaled


def _linked(alike: Matrix, least: float) -> list[int]:
    """Average linkage: join the two most alike stories while they are alike enough."""
    size = np.ones(len(alike), dtype=np.float32)
    member = list(range(len(alike)))
    best = alike.argmax(axis=1)
    value = alike.max(axis=1)
    while (first := int(value.argmax())) >= 0 and value[first] >= least:
        second = int(best[first])
        joined = (alike[first] * size[first] + alike[second] * size[second]) / (size[first] + size[second])
        joined[alike[first] < 0] = -1.0
        joined[[first, second]] = -1.0
        alike[first], alike[:, first] = joined, joined
        alike[second], alike[:, second] = -1.0, -1.0
        size[first] += size[second]
        member = [first if story == second else story for story in member]
        stale = np.flatnonzero((best == first) | (best == second) | (joined > value))
        for row in {first, second, *stale.tolist()}:
            best[row], value[row] = int(alike[row].argmax()), float(alike[row].max())
    return member


def _numbered(members: Sequence[int]) -> list[int]:
    order: dict[int, int] = {}
    return [order.setdefault(member, len(order)) for member in members]
