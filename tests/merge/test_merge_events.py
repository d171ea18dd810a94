from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from tidings.merge import Told, merge_events
from tidings.record import EventMention, Evidence, Factuality, Span, When, content_id


def told(
    type: str,
    actor: str,
    recipient: str,
    day: str | None,
    document: str = "d1",
    last: str | None = None,
    score: float = 1,
) -> Told:
    when = None
    if day is not None:
        when = When(date.fromisoformat(day), date.fromisoformat(last or day), "day", "text")
    id = content_id("evm", (type, actor, recipient, day, document, last))
    evidence = Evidence(document, Span(0, 1), "rule", score)
    mention = EventMention(id, Span(0, 1), type, None, (), None, (), (), when, None, None, Factuality(), 0, evidence)
    return Told(mention, document, None, (actor,) if actor else (), (recipient,) if recipient else ())


PAIRS = [
    ("same day, two reports", ("ASSAULT", "A", "B", "2020-01-01", "d1"), ("ASSAULT", "A", "B", "2020-01-01", "d2"), 1),
    ("two days apart", ("ASSAULT", "A", "B", "2020-01-01", "d1"), ("ASSAULT", "A", "B", "2020-01-03", "d2"), 1),
    ("three days apart", ("ASSAULT", "A", "B", "2020-01-01", "d1"), ("ASSAULT", "A", "B", "2020-01-04", "d2"), 2),
    ("other way round", ("ASSAULT", "A", "B", "2020-01-01", "d1"), ("ASSAULT", "B", "A", "2020-01-01", "d2"), 2),
    ("meetings have no way", ("CONSULT", "A", "B", "2020-01-01", "d1"), ("CONSULT", "B", "A", "2020-01-01", "d2"), 1),
    ("another type", ("ASSAULT", "A", "B", "2020-01-01", "d1"), ("COERCE", "A", "B", "2020-01-01", "d2"), 2),
    ("undated, one report", ("AID", "A", "B", None, "d1"), ("AID", "A", "B", None, "d1"), 1),
    ("undated, two reports", ("AID", "A", "B", None, "d1"), ("AID", "A", "B", None, "d2"), 2),
    ("nobody named", ("AID", "A", "", "2020-01-01", "d1"), ("AID", "A", "", "2020-01-01", "d2"), 2),
    ("a year and a day of it", ("AID", "A", "B", "2020-01-01", "d1", "2020-12-31"), ("AID", "A", "B", "2020-01-01"), 2),
]


@pytest.mark.parametrize(("name", "one", "other", "events"), PAIRS)
def test_two_mentions(name: str, one: tuple[Any, ...], other: tuple[Any, ...], events: int) -> None:
    assert len(merge_events([told(*one), told(*other)])) == events, name


def test_order_does_not_matter_and_no_mention_is_lost() -> None:
    draw = random.Random(7)
    mentions = [
        told(
            draw.choice(["ASSAULT", "CONSULT"]),
            draw.choice("AB"),
            draw.choice("CD"),
            f"2020-01-{draw.randint(1, 28):02}",
            f"d{n}",
        )
        for n in range(200)
    ]
    events = merge_events(mentions)
    draw.shuffle(mentions)
    assert merge_events(mentions) == events
    kept = [id for event in events for id in event.mentions]
    assert sorted(kept) == sorted(one.mention.id for one in mentions)


def test_a_daily_war_is_not_one_attack() -> None:
    daily = [told("ASSAULT", "A", "B", f"2020-01-{day:02}", f"d{day}") for day in range(1, 31)]
    assert len(merge_events(daily)) == 10


def test_the_values_are_those_of_the_best_told_mention() -> None:
    vague = told("AID", "A", "B", "2020-01-01", "d1", "2020-01-05", score=0.9)
    exact = told("AID", "A", "B", "2020-01-02", "d2", score=0.5)
    (event,) = merge_events([exact, vague])
    assert event.when == exact.mention.when
    assert event.mentions == tuple(sorted((vague.mention.id, exact.mention.id)))
