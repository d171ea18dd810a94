"""Heads into one tree: the highest scoring arborescence with a single root (Chu-Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]


def is_tree(heads: Sequence[int]) -> bool:
    """Whether the heads (word i+1 has head heads[i]; 0 is the root) make one tree with one root.

    >>> is_tree([2, 0, 2]), is_tree([2, 1, 0]), is_tree([0, 0])
    (True, False, False)
    """
    if sum(head == 0 for head in heads) != 1:
        return False
    safe = [False] * (len(heads) + 1)
    safe[0] = True
    for word in range(1, len(heads) + 1):
        path = []
        while not safe[word]:
            if word in path:
                return False
            path.append(word)
            word = heads[word - 1]
        for seen in path:
            safe[seen] = True
    return True


def best_tree(scores: Scores) -> list[int]:
    """The heads of the tree of the highest sum, of `scores[word, head]` where row 0 (the root's) is not read.

    Exactly one word hangs on the root. Where the best arborescence has more, a penalty larger than all differences
    makes a second root never worth it; that takes long (every word ends up in a cycle), so it is not done at first.

    >>> best_tree(np.array([[0, 0, 0], [9, 0, 1], [8, 5, 0]], dtype=float))
    [0, 1]
    """
    if len(scores) < 2:
        return []
    weights = np.array(scores, dtype=np.float64)
    penalty = (np.ptp(weights[1:]) + 1.0) * len(weights)
    np.fill_diagonal(weights, -np.inf)
    weights[0] = -np.inf
    heads = _arborescence(weights)[1:]
    if heads.count(0) > 1:
        weights[:, 0] -= penalty
        heads = _arborescence(weights)[1:]
    return heads


def _arborescence(weights: NDArray[np.float64]) -> list[int]:
    """Heads of all nodes; node 0 is the root. Contracts one cycle at a time, at most once a word."""
    heads = np.argmax(weights, axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return [int(head) for head in heads]
    inside = np.array(cycle)
    outside = np.array([node for node in range(len(weights)) if node not in set(cycle)])
    kept = weights[inside, heads[inside]]
    enter = weights[np.ix_(inside, outside)] - kept[:, None]
    leave = weights[np.ix_(outside, inside)]
    small = np.full((len(outside) + 1,) * 2, -np.inf)
    small[:-1, :-1] = weights[np.ix_(outside, outside)]
    small[-1, :-1] = enter.max(axis=0)
    small[:-1, -1] = leave.max(axis=1)
    return _expanded(_arborescence(small), heads, inside, outside, enter, leave)


def _expanded(
    small: list[int],
    heads: NDArray[np.intp],
    inside: NDArray[np.intp],
    outside: NDArray[np.intp],
    enter: NDArray[np.float64],
    leave: NDArray[np.float64],
) -> list[int]:
    """The heads before the cycle was made one node."""
    whole, node = [int(head) for head in heads], len(outside)
    for place, head in enumerate(small[:-1]):
        whole[outside[place]] = int(inside[leave[place].argmax()]) if head == node else int(outside[head])
    whole[0] = 0
    entered = int(enter[:, small[-1]].argmax())
    whole[inside[entered]] = int(outside[small[-1]])
    return whole


def _cycle(heads: NDArray[np.intp]) -> list[int]:
    """The nodes of one cycle, or none."""
    colour = [0] * len(heads)
    colour[0] = 1
    for start in range(1, len(heads)):
        node, path = start, []
        while not colour[node]:
            colour[node] = start + 1
            path.append(node)
            node = int(heads[node])
        if node and colour[node] == start + 1 and node in path:
            return path[path.index(node) :]
    return []
