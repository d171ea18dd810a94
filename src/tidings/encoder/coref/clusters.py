"""Candidates, their scores and their best antecedents, joined into clusters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tidings.encoder.coref.describe import Described, Floats, Numbers, describe
from tidings.encoder.coref.mentions import Candidate
from tidings.encoder.coref.pairs import compare, pairs_of
from tidings.encoder.coref.ranker import Ranker
from tidings.record import Sentence


def find_clusters(
    ranker: Ranker, sentences: Sequence[Sentence], states: Sequence[Floats]
) -> tuple[tuple[Candidate, ...], ...]:
    """The things a report speaks of more than once, each with its mentions in text order.

    `states` are, for each sentence, the numbers the encoder gives of each word for this; the work grows with the length
    of the report, and the answer depends on nothing else. `Encoder.read` shows it at work.
    """
    described = describe(sentences)
    if len(described) < 2:
        return ()
    hidden, sure = ranker.mentions(described, np.concatenate(states))
    kept = np.flatnonzero(sure > ranker.least)
    described = described.only(kept)
    later, earlier = pairs_of(described)
    scores = ranker.links(hidden[kept], later, earlier, compare(described, later, earlier))
    return joined(described, antecedents(len(described), later, earlier, scores))


def antecedents(count: int, later: Numbers, earlier: Numbers, scores: Floats) -> list[int]:
    """The best antecedent of each candidate, or itself where none is better than none; of equals, the nearest.

    >>> antecedents(3, np.array([1, 2, 2]), np.array([0, 0, 1]), np.array([-1, 2, 1], np.float32))
    [0, 1, 0]
    """
    best = list(range(count))
    order = np.lexsort((earlier, scores, later))
    ends = np.flatnonzero(np.append(later[order][1:] != later[order][:-1], True)) if len(order) else order
    for pair in order[ends].tolist():
        if scores[pair] > 0:
            best[int(later[pair])] = int(earlier[pair])
    return best


def joined(described: Described, best: Sequence[int]) -> tuple[tuple[Candidate, ...], ...]:
    """Clusters of two and more along the antecedents."""
    home: list[int] = []
    clusters: dict[int, list[Candidate]] = {}
    for place, antecedent in enumerate(best):
        home.append(place if antecedent == place else home[antecedent])
        clusters.setdefault(home[place], []).append(described.candidates[place])
    return tuple(tuple(cluster) for cluster in clusters.values() if len(cluster) > 1)
