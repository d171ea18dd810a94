"""Ties: the laws of the series, the verdict and the picture."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.errors import UsageError
from tidings.ties import TieEvent, series, sparkline, strongest, trend
from tidings.ties.calendar import first_day, last_day, periods

START = date(2021, 1, 1)
SCORES = {1: 2.5, 2: 7.0, 3: -3.0, 4: -9.0}


def event(number: int, day: int, quad: int, **other: object) -> TieEvent:
    made = TieEvent(f"evt-{number}", START + timedelta(days=day), quad, SCORES[quad], text=f"Event {number}.")
    return replace(made, **other)  # type: ignore[arg-type]


def drifting(early: int, late: int, number: int = 12) -> list[TieEvent]:
    """Events of one quad for eight months, then of another for four."""
    first = [event(n, 20 * n, early) for n in range(number)]
    return first + [event(100 + n, 250 + 9 * n, late) for n in range(number)]


def even(quad: int) -> list[TieEvent]:
    """Events of one quad, at one pace."""
    return [event(n, 6 * n, quad) for n in range(60)]


EVENTS = st.lists(
    st.builds(
        event,
        st.integers(0, 40),
        st.integers(0, 700),
        st.integers(1, 4),
        counts=st.booleans(),
        reports=st.integers(1, 9),
    )
)


@given(EVENTS, st.sampled_from(["day", "week", "month"]))
def test_every_event_that_counts_stands_in_one_period(rows: list[TieEvent], by: str) -> None:
    found = series(rows, by)
    unique = {row.event_id: row for row in rows}.values()
    counting = [row for row in unique if row.counts]
    assert sum(period.events for period in found.periods) == len(counting) == len(found.events)
    assert found.not_counted == len(unique) - len(counting)
    assert sum(period.net_sum for period in found.periods) == pytest.approx(sum(row.score for row in counting))


@given(EVENTS, st.sampled_from(["day", "week", "month"]))
def test_periods_have_no_gaps(rows: list[TieEvent], by: str) -> None:
    found = series(rows, by).periods
    for one, other in pairwise(found):
        assert other.start == one.end + timedelta(days=1)
    assert all(first_day(period.end, by) == period.start for period in found)


@settings(deadline=None, max_examples=30)  # the machine may be busy
@given(EVENTS, st.integers(2, 5))
def test_more_reports_of_the_same_events_change_nothing(rows: list[TieEvent], times: int) -> None:
    unique = list({row.event_id: row for row in rows}.values())
    louder = [replace(row, reports=row.reports * times) for row in unique for _ in range(times)]
    once, often = series(unique), series(louder)
    assert once.periods == often.periods
    assert trend(once).verdict == trend(often).verdict
    assert trend(once).reason == trend(often).reason


@settings(deadline=None, max_examples=30)
@given(EVENTS, st.randoms())
def test_order_does_not_matter(rows: list[TieEvent], chance: random.Random) -> None:
    unique = list({row.event_id: row for row in rows}.values())
    mixed = list(unique)
    chance.shuffle(mixed)
    assert series(unique) == series(mixed)
    assert trend(series(unique)) == trend(series(mixed))


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["day", "week", "month"]))
def test_a_day_lies_in_its_period(day: date, by: str) -> None:
    start = first_day(day, by)
    assert start <= day <= last_day(start, by)
    assert list(periods(day, day, by)) == [(start, last_day(start, by))]


def test_since_and_until_bound_the_periods() -> None:
    found = series([event(1, 40, 1), event(2, 200, 1)], since=date(2021, 1, 1), until=date(2021, 6, 30))
    assert (found.periods[0].start, found.periods[-1].end) == (date(2021, 1, 1), date(2021, 6, 30))
    assert [row.event_id for row in found.events] == ["evt-1"]


def test_vague_and_undated_events_are_counted_apart() -> None:
    vague = event(1, 0, 1, latest=START + timedelta(days=300))
    undated = event(2, 0, 1, date=None)
    week = event(3, 0, 1, latest=START + timedelta(days=6))
    found = series([vague, undated, week], "week")
    assert found.unplaced == 2
    assert [row.event_id for row in found.events] == ["evt-3"]


def test_wrong_use_is_refused() -> None:
    with pytest.raises(UsageError, match='"week" or "month"'):
        series([], "year")
    with pytest.raises(UsageError, match="too many"):
        series([event(1, 0, 1, date=date(1, 1, 1)), event(2, 0, 1)], "week")


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ([], "too little news"),
        (drifting(3, 1, 2), "too little news"),
        (drifting(3, 1), "warming"),
        (drifting(4, 2), "warming"),
        (drifting(1, 4), "cooling"),
        (drifting(2, 3), "cooling"),
        (even(1), "steady"),
        (even(4), "steady"),
    ],
)
def test_verdicts(rows: list[TieEvent], verdict: str) -> None:
    found = trend(series(rows))
    assert found.verdict == verdict
    assert len(found.evidence) <= 5
    assert found.reason.endswith(".")


@pytest.mark.parametrize(("quad", "never"), [(1, "cooling"), (2, "cooling"), (3, "warming"), (4, "warming")])
def test_more_of_the_same_is_never_the_opposite(quad: int, never: str) -> None:
    assert trend(series(drifting(quad, quad))).verdict != never


def test_evidence_pulls_the_way_of_the_verdict() -> None:
    found = trend(series([*drifting(3, 1), event(500, 300, 4), event(501, 301, 2)]))
    assert found.verdict == "warming"
    assert found.evidence[0].event_id == "evt-501"
    assert all(row.score > 0 for row in found.evidence)


def test_one_shock_is_no_trend() -> None:
    steady = [event(n, 10 * n, 1 + (n % 2) * 2) for n in range(36)]
    assert trend(series(steady)).verdict == "steady"


def test_strongest_prefers_what_many_reported() -> None:
    rows = [event(1, 0, 4), event(2, 1, 4, reports=5), event(3, 2, 1)]
    assert [row.event_id for row in strongest(rows, 2)] == ["evt-2", "evt-1"]


@pytest.mark.parametrize(
    ("values", "line"),
    [([], ""), ([None, None], "··"), ([3, 3], "▄▄"), ([-10, 0, 10], "▁▅█"), ([0, None, 1], "▁·█")],
)
def test_sparkline(values: list[float | None], line: str) -> None:
    assert sparkline(values) == line


def test_sparkline_within_given_bounds() -> None:
    assert sparkline([0, 99, -99], -10, 10) == "▅█▁"
