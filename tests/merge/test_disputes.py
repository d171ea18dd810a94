"""Contradictory details are kept side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from tidings.merge import disputes
from tidings.merge.disputes import toll
from tidings.record import Factuality

CLAIMED = Factuality()


@dataclass(frozen=True)
class Words:
    text: str


@dataclass(frozen=True)
class Telling:
    id: str
    sentence: Words
    earliest: date | None = None
    latest: date | None = None
    factuality: Factuality = CLAIMED


def telling(id: str, text: str, day: str | None = None, last: str | None = None, polarity: str = "positive") -> Telling:
    first, latest = (date.fromisoformat(said) if said else None for said in (day, last or day))
    return Telling(id, Words(text), first, latest, Factuality(polarity=polarity))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels killed 12 soldiers on Monday.", {"killed": 12}),
        ("At least fifteen civilians were killed.", {"killed": 15}),
        ("The death toll rose to 1,204 overnight.", {"killed": 1204}),
        ("The blast left 3 dead and forty wounded.", {"killed": 3, "hurt": 40}),
        ("Police arrested about 30 protesters.", {"held": 30}),
        ("Gunmen abducted seven pupils.", {"taken": 7}),
        ("He was killed in 1994.", {}),
        ("The man arrested 12 years ago is free.", {}),
        ("Nobody was hurt.", {}),
        ("9" * 4_000 + " killed", {}),
        ("", {}),
    ],
)
def test_tolls(text: str, found: dict[str, int]) -> None:
    assert toll(text) == found


def test_numbers_days_and_denials_stand_side_by_side() -> None:
    found = disputes(
        [
            telling("a", "Rebels killed 12 soldiers.", "2021-03-01"),
            telling("b", "Rebels killed 15 soldiers.", "2021-03-02"),
            telling("c", "Rebels killed 12 troops.", "2021-03-01"),
            telling("d", "The rebels denied an attack.", polarity="negative"),
        ]
    )
    assert {dispute.what: dispute.values for dispute in found} == {
        "day": (("2021-03-01", ("a", "c")), ("2021-03-02", ("b",))),
        "happened": (("claimed", ("a", "b", "c")), ("denied", ("d",))),
        "killed": (("12", ("a", "c")), ("15", ("b",))),
    }


def test_a_vaguer_day_is_no_dispute() -> None:
    assert disputes([telling("a", "x", "2021-03-01"), telling("b", "x", "2021-02-25", "2021-03-03")]) == []
    assert disputes([]) == []


def test_a_plan_and_a_promise_are_no_dispute() -> None:
    plan = Telling("a", Words("They will meet."), factuality=Factuality(time="future"))
    promise = Telling("b", Words("They agreed to meet."), factuality=Factuality(time="future", mood="promised"))
    assert disputes([plan, promise]) == []
    found = disputes([plan, promise, telling("c", "They met.")])
    assert [dispute.values for dispute in found] == [(("claimed", ("c",)), ("not yet", ("a", "b")))]
