"""Two records of one dyad, side by side."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.ties import TieEvent, agreement

START = date(2021, 1, 1)


def told(id: str, day: int, quad: int = 1, score: float = 1.0, counts: bool = True) -> TieEvent:
    return TieEvent(id, START + timedelta(days=day), quad, score, counts=counts)


EVENTS = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 4)), max_size=40)


def record(name: str, days: list[tuple[int, int]]) -> list[TieEvent]:
    return [told(f"{name}{n}", day, quad, 5.0 - 2 * quad) for n, (day, quad) in enumerate(days)]


def test_only_the_same_kind_within_three_days_is_the_same() -> None:
    found = agreement([told("a", 0), told("b", 10), told("c", 20)], [told("x", 3), told("y", 14), told("z", 20, 4)])
    assert (found.ours, found.theirs, found.matched) == (3, 3, 1)
    assert [event.event_id for event in found.only_ours] == ["b", "c"]
    assert [event.event_id for event in found.only_theirs] == ["y", "z"]


def test_as_many_as_can_be_are_paired() -> None:
    # Nearest first would take b for x and leave a alone.
    assert agreement([told("a", 0), told("b", 3)], [told("x", 3), told("y", 6)]).matched == 2


def test_what_did_not_happen_is_not_compared() -> None:
    assert agreement([told("a", 0, counts=False)], [told("x", 0)]).ours == 0


def test_correlation_needs_three_periods_that_vary() -> None:
    ours = [told(str(n), day, 1, score) for n, (day, score) in enumerate([(0, 1.0), (40, 3.0), (70, 2.0)])]
    theirs = [told(str(n), day, 1, score) for n, (day, score) in enumerate([(1, 2.0), (41, 6.0), (71, 4.0)])]
    assert agreement(ours, theirs).of_scores == pytest.approx(1.0)
    assert agreement(ours[:2], theirs[:2]).of_scores is None
    assert agreement(ours, theirs).of_counts is None
    assert agreement([], []).shared is None


@settings(deadline=None)  # the machine may be busy
@given(EVENTS, EVENTS)
def test_nothing_is_lost_or_told_twice(ours: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> None:
    found = agreement(record("o", ours), record("t", theirs), "week")
    assert found.matched + len(found.only_ours) == found.ours == len(ours)
    assert found.matched + len(found.only_theirs) == found.theirs == len(theirs)
    turned = agreement(record("t", theirs), record("o", ours), "week")
    assert (turned.matched, turned.only_ours) == (found.matched, found.only_theirs)
    assert [(b, a) for a, b in turned.periods] == list(found.periods)


@settings(deadline=None)  # the machine may be busy
@given(EVENTS)
def test_a_record_agrees_with_itself(days: list[tuple[int, int]]) -> None:
    found = agreement(record("o", days), record("o", days))
    assert (found.matched, found.only_ours, found.only_theirs) == (len(days), (), ())
