from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.merge import USER, Standing, Told, UserMerge, heard, merge_events
from tidings.record import EventMention, Evidence, Factuality, Span, When, content_id


def told(
    type: str,
    actor: str,
    recipient: str,
    day: str | None,
    document: str = "d1",
    last: str | None = None,
    score: float = 1,
    polarity: str = "positive",
    sentence: str = "",
) -> Told:
    when = None
    if day is not None:
        when = When(date.fromisoformat(day), date.fromisoformat(last or day), "day", "text")
    id = content_id("evm", (type, actor, recipient, day, document, last))
    evidence = Evidence(document, Span(0, 1), "rule", score)
    factuality = Factuality(polarity=polarity)
    mention = EventMention(id, Span(0, 1), type, None, (), None, (), (), when, None, None, factuality, 0, evidence)
    return Told(mention, document, None, (actor,) if actor else (), (recipient,) if recipient else (), sentence)


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


def test_a_story_joins_what_days_alone_do_not() -> None:
    undated = [told("AID", "A", "B", None, "d1"), told("AID", "A", "B", None, "d2")]
    assert len(merge_events(undated)) == 2
    assert len(merge_events(undated, {"d1": Standing("s"), "d2": Standing("s")})) == 1
    apart = [told("AID", "A", "B", "2020-01-01", "d1"), told("AID", "A", "B", "2020-01-03", "d2")]
    assert len(merge_events(apart, {"d1": Standing("s"), "d2": Standing("t")})) == 2


def test_a_denial_stands_beside_the_claim() -> None:
    claim = told("ASSAULT", "A", "B", "2020-01-01", "d1", score=0.5)
    denial = told("ASSAULT", "A", "B", "2020-01-01", "d2", polarity="negative")
    (event,) = merge_events([claim, denial])
    assert event.counts
    assert not merge_events([denial])[0].counts


def test_the_reasons_of_a_merge_add_up() -> None:
    words = "Troops of A attacked the harbour"
    one, other = (told("ASSAULT", "A", "B", "2020-01-01", document, sentence=words) for document in ("d1", "d2"))
    (event,) = merge_events([one, other])
    first, second = event.links
    assert (first.joined_to, second.joined_to) == (None, first.mention)
    assert dict(second.reasons) == {"who": 6.0, "day": 2.0, "same sentence": 3.0, "words": 2.0}
    assert second.likeness == sum(points for _, points in second.reasons)


def test_a_user_goes_before_the_rules_and_a_later_word_before_an_earlier() -> None:
    a, b, c = (told("AID", "A", "B", "2020-01-01", f"d{n}") for n in range(3))
    far = told("THREATEN", "C", "D", "2021-06-01", "d9")
    ids = {name: one.mention.id for name, one in (("a", a), ("b", b), ("c", c), ("far", far))}

    def events(*said: UserMerge) -> list[set[str]]:
        return [set(event.mentions) for event in merge_events([a, b, c, far], None, heard(said))]

    together = UserMerge(True, (ids["a"], ids["far"], "evm-of-nobody"))
    apart = UserMerge(False, (ids["a"],), (ids["b"], ids["c"]))
    assert events() == [{ids["a"], ids["b"], ids["c"]}, {ids["far"]}]
    assert {ids["b"], ids["c"]} in events(apart)
    assert {ids["a"], ids["far"]} <= next(event for event in events(together) if ids["a"] in event)
    assert events(apart, together, apart) == events(together, apart)
    assert {ids["b"], ids["c"]} in events(together, apart)
    assert {ids["a"], ids["b"]} in events(apart, UserMerge(True, (ids["a"], ids["b"])))
    link = merge_events([a, b, c, far], None, heard([together]))[0].links
    assert any(reason == (USER, 0.0) for one in link for reason in one.reasons)


SIDES = st.sampled_from(["A", "B", "C", ""])
MENTIONS = st.lists(
    st.builds(
        told,
        st.sampled_from(["ASSAULT", "CONSULT", "AID"]),
        SIDES,
        SIDES,
        st.sampled_from([None, "2020-01-01", "2020-01-02", "2020-01-03", "2020-01-05"]),
        st.sampled_from(["d1", "d2", "d3", "d4"]),
        st.sampled_from([None, "2020-01-06", "2020-02-20"]),
        sentence=st.sampled_from(["", "Troops attacked the harbour", "Troops shelled a harbour town"]),
    ),
    max_size=14,
)


@settings(deadline=None, max_examples=60)
@given(MENTIONS, st.randoms(use_true_random=False), st.lists(st.integers(0, 13), max_size=4))
def test_no_order_changes_the_record_and_nothing_is_lost(
    mentions: list[Told], draw: random.Random, chosen: list[int]
) -> None:
    standings = {"d1": Standing("s"), "d2": Standing("s"), "d3": Standing("t")}
    ids = [one.mention.id for one in mentions]
    some = tuple(ids[n] for n in chosen if n < len(ids))
    word = heard([UserMerge(True, some[:3]), UserMerge(False, some[:1], some[1:])] if len(some) > 1 else [])
    events = merge_events(mentions, standings, word)
    draw.shuffle(mentions)
    assert merge_events(mentions, standings, word) == events
    assert sorted(id for event in events for id in event.mentions) == sorted(set(ids))
    for event in events:
        assert {link.mention for link in event.links} == set(event.mentions)
        assert not any(word.forbids(a, b) for a in event.mentions for b in event.mentions)
