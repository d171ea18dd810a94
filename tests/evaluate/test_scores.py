"""The arithmetic of the measures, against values worked out by hand or by brute force."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.evaluate.coref import METRICS, Cluster, _f1
from tidings.evaluate.scores import best_assignment, f1, macro_f1, pearson

SQUARES = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(st.floats(0, 1), min_size=n, max_size=n), min_size=n, max_size=n)
)


@given(SQUARES)
def test_the_assignment_is_the_best_of_all(table: list[list[float]]) -> None:
    size = range(len(table))
    best = max(sum(table[row][column] for row, column in zip(size, order, strict=True)) for order in permutations(size))
    assert sum(table[row][column] for row, column in best_assignment(table)) == pytest.approx(best)


def test_an_assignment_may_have_more_columns_or_more_rows() -> None:
    assert best_assignment([[0.1, 0.9]]) == [(0, 1)]
    assert best_assignment([[0.1], [0.9]]) == [(1, 0)]
    assert best_assignment([]) == []


def test_f1_of_nothing_is_nothing() -> None:
    assert f1(0, 0, 0) == 0
    assert f1(2, 2, 2) == 1


def test_macro_f1_counts_a_label_never_predicted() -> None:
    assert macro_f1([("a", "a"), ("b", "a")], "ab") == pytest.approx((2 / 3) / 2)


def test_pearson_of_a_flat_side_is_nothing() -> None:
    assert pearson([(1, 5), (2, 5)]) == 0
    assert pearson([(1, 3), (2, 2), (3, 1)]) == pytest.approx(-1)


def test_coreference_metrics_on_the_case_of_pradhan_2014() -> None:
    # Pradhan et al. (2014), figure 1: key {a b c} {d e f g}; response {a b} {c d} {f g h i}.
    def cluster(letters: str) -> Cluster:
        return frozenset((ord(letter), ord(letter) + 1) for letter in letters)

    gold = [cluster("abc"), cluster("defg")]
    predicted = [cluster("ab"), cluster("cd"), cluster("fghi")]
    scores = {name: _f1(*metric(gold, predicted)) for name, metric in METRICS.items()}
    assert scores["muc_f1"] == pytest.approx(0.4, abs=0.005)
    # Recall 5/12 and precision 1/2; the paper gives .46, from figures it had rounded.
    assert scores["b3_f1"] == pytest.approx(2 * (5 / 12) * 0.5 / (5 / 12 + 0.5))
    assert scores["ceafe_f1"] == pytest.approx(0.52, abs=0.005)
