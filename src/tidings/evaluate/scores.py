"""The arithmetic of the measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt


def f1(right: float, predicted: float, gold: float) -> float:
    """The harmonic mean of precision and recall; 0 where nothing is right.

    >>> f1(1, 2, 1)
    0.6666666666666666
    """
    return 2 * right / (predicted + gold) if right else 0.0


def macro_f1(pairs: Sequence[tuple[str, str | None]], labels: Iterable[str]) -> float:
    """The mean over `labels` of the F1 of each, from (gold, predicted) pairs; None predicts nothing.

    >>> macro_f1([("a", "a"), ("b", None)], ["a", "b"])
    0.5
    """
    scores = []
    for label in labels:
        right = sum(gold == label == predicted for gold, predicted in pairs)
        scores.append(f1(right, sum(p == label for _, p in pairs), sum(g == label for g, _ in pairs)))
    return sum(scores) / len(scores)


def pearson(pairs: Sequence[tuple[float, float]]) -> float:
    """Pearson's r; 0 where either side does not vary.

    >>> round(pearson([(1, 2), (2, 4), (3, 6)]), 6)
    1.0
    """
    if not pairs:
        return 0.0
    mean_x = sum(x for x, _ in pairs) / len(pairs)
    mean_y = sum(y for _, y in pairs) / len(pairs)
    xy = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    xx = sum((x - mean_x) ** 2 for x, _ in pairs)
    yy = sum((y - mean_y) ** 2 for _, y in pairs)
    return xy / sqrt(xx * yy) if xx and yy else 0.0


def best_assignment(table: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs of row and column, one to one, whose sum is largest (the Hungarian method, by augmenting paths).

    >>> sorted(best_assignment([[1.0, 0.9], [0.9, 0.0]]))
    [(0, 1), (1, 0)]
    """
    if not table or not table[0]:
        return []
    if len(table) > len(table[0]):
        return [(row, column) for column, row in best_assignment([list(line) for line in zip(*table, strict=True)])]
    rows, columns = len(table), len(table[0])
    row_price, column_price, owner = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(table, row, row_price, column_price, owner)
    return [(owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column]]


def _augment(
    table: Sequence[Sequence[float]],
    row: int,
    row_price: list[float],
    column_price: list[float],
    owner: list[int],
) -> None:
    """Give `row` a column along the cheapest path, moving earlier rows on; index 0 stands for "none"."""
    columns = len(owner) - 1
    least, came, done = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    owner[0], column = row, 0
    while owner[column]:
        done[column] = True
        here, step, following = owner[column], float("inf"), 0
        for other in (other for other in range(1, columns + 1) if not done[other]):
            cost = -table[here - 1][other - 1] - row_price[here] - column_price[other]
            if cost < least[other]:
                least[other], came[other] = cost, column
            if least[other] < step:
                step, following = least[other], other
        for other in range(columns + 1):
            if done[other]:
                row_price[owner[other]] += step
                column_price[other] -= step
            else:
                least[other] -= step
        column = following
    while column:
        owner[column] = owner[came[column]]
        column = came[column]
