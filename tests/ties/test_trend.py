"""The level, the verdict, turning points, alerts, expectation: laws that must hold, cases of known answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.ties import Coverage, Series, TieEvent, Trend, choose, level_on, series, trend, trends
from tidings.ties.acts import acts_of
from tidings.ties.alert import ANEW, BAND, CONTACT, FORCE
from tidings.ties.balance import turn_odds
from tidings.ties.breaks import breaks
from tidings.ties.coverage import week_shares
from tidings.ties.expectation import expectation
from tidings.ties.kalman import fit
from tidings.ties.level import INNER, OUTER, reach
from tidings.ties.weeks import Weeks, weeks_of

START = date(2021, 1, 4)
KINDS = {"CONSULT": (1, 2.5), "ACCUSE": (3, -3.0), "ASSAULT": (4, -9.0), "AID": (2, 10.0), "SUPPORT": (1, 5.0)}


def act(day: int, kind: str, **other: object) -> TieEvent:
    quad, score = KINDS[kind]
    day_of_it = START + timedelta(days=day)
    made = TieEvent(f"{kind}-{day}-{len(other)}", day_of_it, quad, score, text=f"{kind} on {day}.", event_type=kind)
    return replace(made, **other)  # type: ignore[arg-type]


def year(acts: list[TieEvent]) -> Trend:
    return trend(of_year(acts))


def of_year(acts: list[TieEvent]) -> Series:
    return series(acts, "month", START, START + timedelta(days=363))


ACTS = st.lists(st.builds(act, st.integers(0, 360), st.sampled_from(sorted(KINDS)), reports=st.integers(1, 5)))


@settings(deadline=None, max_examples=25)
@given(ACTS, st.integers(2, 4))
def test_doubling_the_reports_leaves_verdict_level_and_score(acts: list[TieEvent], times: int) -> None:
    louder = [replace(one, reports=one.reports * times) for one in acts for _ in range(times)]
    quiet, loud = year(acts), year(louder)
    assert (quiet.verdict, quiet.probability, quiet.reason) == (loud.verdict, loud.probability, loud.reason)
    assert quiet.levels == loud.levels
    assert [one.net_sum for one in of_year(acts).periods] == [one.net_sum for one in of_year(louder).periods]
    assert [turn.day for turn in quiet.turning_points] == [turn.day for turn in loud.turning_points]


@settings(deadline=None, max_examples=25)
@given(ACTS)
def test_the_verdict_does_not_depend_on_the_periods_shown(acts: list[TieEvent]) -> None:
    found = {trend(series(acts, by, START, START + timedelta(days=363))).verdict for by in ("day", "week", "month")}
    assert len(found) == 1


@settings(deadline=None, max_examples=25)
@given(st.lists(ACTS, max_size=4))
def test_many_together_are_as_each_alone(many: list[list[TieEvent]]) -> None:
    for one, alone in zip(trends([of_year(acts) for acts in many]), map(of_year, many), strict=True):
        assert replace(trend(alone), expectation=None).verdict == one.verdict


def test_a_visit_after_silence_is_warming() -> None:
    found = year([act(40, "CONSULT"), *(act(day, "SUPPORT") for day in range(300, 340, 3))])
    assert found.verdict == "warming"
    assert found.probability is not None and found.probability >= 0.8
    assert found.evidence and all(event.event_type == "SUPPORT" for event in found.evidence)


def test_blows_under_much_talk_are_cooling() -> None:
    calm = [act(day, "CONSULT") for day in range(0, 240, 4)]
    crisis = [act(day, "CONSULT") for day in range(244, 360, 2)] + [act(day, "ASSAULT") for day in range(250, 360, 4)]
    assert year(calm + crisis).verdict == "cooling"


@pytest.mark.parametrize("day", [190, 240, 290])
def test_the_turn_is_told_from_where_it_lies(day: int) -> None:
    calm = [act(at, "CONSULT") for at in range(0, 360, 5)]
    found = year(calm + [act(at, "ASSAULT") for at in range(day, 360, 4)])
    assert found.verdict == "cooling"
    assert found.turn is not None and abs(found.turn - (START + timedelta(days=day))) <= timedelta(weeks=4)


def test_quiet_after_a_visit_is_not_cooling() -> None:
    found = year([*(act(day, "SUPPORT") for day in range(60, 100, 3)), act(300, "CONSULT"), act(330, "CONSULT")])
    assert found.verdict != "cooling"


def test_a_record_that_reads_more_does_not_warm_a_tie() -> None:
    acts = [act(day, "CONSULT") for day in range(0, 240, 12)] + [act(day, "CONSULT") for day in range(242, 360, 2)]
    days = [START + timedelta(days=day) for day in range(360)]
    grown = [Coverage(day, 0, 0, 10 if number < 242 else 60) for number, day in enumerate(days)]
    even = [Coverage(day, 0, 0, 10) for day in days]
    last = START + timedelta(days=363)
    assert trend(series(acts, "month", START, last, coverage=even)).verdict == "warming"
    assert trend(series(acts, "month", START, last, coverage=grown)).verdict != "warming"


def test_the_share_of_a_week() -> None:
    own = np.zeros((2, 26))
    own[1, 0] = 900.0
    assert week_shares([(), ()], own, START) == pytest.approx(1 / 26)
    busy = (Coverage(START, 1, 1, 900), Coverage(START + timedelta(weeks=20), 1, 1, 100))
    others, mine = week_shares([busy, busy], own, START)
    assert (others.sum(), mine.sum()) == (pytest.approx(1.0), pytest.approx(1.0))
    assert others[0] > 0.8
    assert mine[0] == pytest.approx(mine[1])  # all that the record held of this week was the dyad's own


def test_intervals_widen_where_news_is_thin() -> None:
    acts = [act(day, "CONSULT", score=2.5 + day % 3) for day in range(0, 120, 2)]
    found = year(acts)
    widths = [one.interval.outer[1] - one.interval.outer[0] for one in found.levels]
    assert widths[-1] > 1.5 * widths[8]
    assert level_on(found.levels, START) == found.levels[0]
    assert level_on(found.levels, START - timedelta(days=1)) is None


def test_intervals_hold_the_level_as_often_as_they_say() -> None:
    chance = np.random.default_rng(3)
    shape = (200, 60)
    level = chance.normal(1, 2, (200, 1)) + np.cumsum(chance.normal(0, 0.15, shape), axis=1)
    count = chance.poisson(1.0, shape).astype(np.float64)
    mean = np.where(count > 0, chance.normal(level, 3.5 / np.sqrt(np.maximum(count, 1))), 0.0)
    scatter = 3.5**2 * chance.chisquare(np.maximum(count.sum(axis=1) - (count > 0).sum(axis=1), 1))
    fitted = fit(Weeks(START, count, mean, scatter))
    off = np.abs(fitted.mean - level) / fitted.error
    assert 0.76 < (off < reach(INNER, fitted.tails)).mean() < 0.86
    assert 0.91 < (off < reach(OUTER, fitted.tails)).mean() < 0.98


def test_turning_point_is_found_and_named() -> None:
    before = [act(day, "CONSULT") for day in range(0, 210, 3)]
    after = [act(day, "ACCUSE") for day in range(210, 360, 3)] + [act(215, "ASSAULT")]
    (turn,) = year(before + after).turning_points
    assert abs(turn.day - (START + timedelta(days=210))) <= timedelta(days=14)
    assert turn.before > 0 > turn.after
    assert turn.events[0].event_type == "ASSAULT"
    assert len(turn.events) <= 3


@settings(deadline=None, max_examples=25)
@given(st.lists(st.floats(-10, 10), max_size=60))
def test_breaks_leave_stretches_of_three_at_least(values: list[float]) -> None:
    ends = [0, *breaks(np.array(values), np.ones(len(values))), len(values)]
    assert all(end - start >= 3 for start, end in pairwise(ends)) or len(ends) == 2


def test_one_shock_is_no_break() -> None:
    values = np.tile([1.0, 2.0, 3.0, 2.0], 20)
    values[37] = -90.0
    assert breaks(values, np.ones(80)) == []


def test_alerts() -> None:
    acts = [act(day, "SUPPORT") for day in range(0, 120, 5)] + [act(130, "CONSULT"), act(124, "ASSAULT")]
    late = [act(350, "CONSULT")]
    kinds = [(alert.kind, alert.events[0].event_id) for alert in year(acts + late).alerts]
    assert (FORCE, "ASSAULT-124-0") in kinds
    assert (BAND, "ASSAULT-124-0") in kinds
    assert (ANEW[CONTACT], "CONSULT-350-0") in kinds
    assert "CONSULT-130-0" not in [event for _, event in kinds]


def test_an_expectation_is_made_only_where_it_beats_guessing() -> None:
    chance = np.random.default_rng(5)
    first, last = date(2019, 1, 1), date(2021, 12, 31)
    days = sorted(chance.integers(0, 1095, 200).tolist())
    noisy = [(first + timedelta(days=day), float(chance.normal(2, 4))) for day in days]
    found = expectation(noisy, first, last)
    assert found is None or all(found.error < error for error in found.baselines.values())
    assert expectation(noisy[:5], first, last) is None
    same = [(date(2019 + number // 12, number % 12 + 1, 5), 2.0) for number in range(36)]
    assert expectation(same, first, last) is None  # the last value is as good: nothing to publish


def test_the_balance_of_nothing() -> None:
    friendly, hostile = acts_of([[]], START, START + timedelta(days=363))
    ((odds,), _) = turn_odds(friendly, hostile, np.full((1, 52), 1 / 52))
    assert odds.sum() >= 1 - 1e-9  # a turn may be told both ways
    assert max(odds[:2]) < 0.05  # nothing moves where there is nothing


def test_weeks_in_random_order_seldom_turn() -> None:
    chance = np.random.default_rng(4)

    def dyad() -> Series:
        """Bursts of both kinds in weeks drawn at random: what a visit and a quarrel leave, where nothing lasts."""
        bursts = [(7 * int(chance.integers(52)), kind) for kind in ("SUPPORT", "ACCUSE") for _ in range(25)]
        acts = [act(day + int(chance.integers(7)), kind) for day, kind in bursts for _ in range(1 + chance.poisson(2))]
        return of_year([replace(one, event_id=str(number)) for number, one in enumerate(acts)])

    told = [one.verdict in ("warming", "cooling") for one in trends([dyad() for _ in range(200)])]
    assert np.mean(told) <= 0.15


def test_a_lasting_change_is_told() -> None:
    quarrel = [act(day, "ACCUSE", event_id=f"q{day}") for day in range(245, 364, 3)]
    found = year([act(day, "SUPPORT") for day in range(0, 364, 6)] + quarrel)
    assert found.verdict == "cooling"
    assert found.probability is not None and found.probability > 0.9


def test_choosing_what_was_said_and_on_whose_word() -> None:
    told = [
        act(1, "ACCUSE", direction=1, sources=("its envoy (USA GOV)",)),
        act(2, "CONSULT", direction=0, sources=("",)),
        act(3, "ASSAULT", direction=-1, sources=("", "Usage Watch")),
    ]
    assert [one.event_type for one in choose(told, said=True)] == ["ACCUSE"]
    assert [one.event_type for one in choose(told, said=False)] == ["CONSULT", "ASSAULT"]
    assert [one.event_type for one in choose(told, source="usa gov")] == ["ACCUSE"]
    assert [one.event_type for one in choose(told, source="reporter")] == ["CONSULT", "ASSAULT"]
    assert [one.event_type for one in choose(told, directed=True)] == ["ACCUSE", "CONSULT"]


def test_periods_have_lines_goldstein_and_denominators() -> None:
    told = [act(1, "ACCUSE", goldstein=-2.0), act(2, "CONSULT", goldstein=1.0), act(3, "AID")]
    read = [Coverage(START, 4, 3), Coverage(START + timedelta(days=9), 2, 1), Coverage(date(2020, 1, 1), 9, 9)]
    found = series(told, "month", START, START + timedelta(days=20), coverage=read)
    (period,) = found.periods
    assert (period.happened.events, period.said.events) == (2, 1)
    assert (period.goldstein_sum, period.goldstein_mean) == (-1.0, -0.5)
    assert (period.reports, period.mentioning) == (6, 4)
    planned = series([act(1, "AID", counts=False)], everything=True)
    assert (planned.periods[0].events, planned.not_counted) == (1, 1)


def test_weeks_of_many_dyads() -> None:
    weeks = weeks_of([[], [(START, 1.0), (START + timedelta(days=6), 3.0)]], START, START + timedelta(days=13))
    assert weeks.count.tolist() == [[0, 0], [2, 0]]
    assert (weeks.mean[1, 0], weeks.scatter[1]) == (2.0, 2.0)
