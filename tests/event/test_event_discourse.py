"""Sides that a sentence leaves to its neighbours, read whole: by the model, the actors and the rules together."""

from __future__ import annotations

import pytest

from tidings.engine import Reader

CASES: dict[str, tuple[str, str, str, str]] = {
    "the police arrest": (
        "Kenyan police closed the road to the university.\nAt least forty students were arrested on Monday.",
        "arrested",
        "KEN COP",
        "KEN",
    ),
    "an attack claimed later": (
        "Oil exports stopped after an attack on a pipeline in Nigeria.\n"
        "The attack was carried out by Boko Haram, officials said.",
        "attack",
        "NGA REB",
        "NGA",
    ),
    "such as": ("Kenya has been urging allies such as Norway to restrict the airline.", "urging", "KEN GOV", "NOR GOV"),
    "the doer of a claimed deed": (
        "Kenya claimed that the gunmen were sent by the Ethiopian government.",
        "claimed",
        "KEN GOV",
        "ETH GOV",
    ),
    "own forces are sent, not acted on": (
        "Norway committed on Monday to send more troops to Estonia.",
        "committed",
        "NOR GOV",
        "EST GOV",
    ),
    "the victim of a deed is not blamed for it": (
        "Germany on Monday condemned the Russian attack on Moldova.",
        "condemned",
        "DEU GOV",
        "RUS GOV",
    ),
    "a statement speaks for whoever issues it": (
        "The Kenyan foreign ministry issued a statement condemning Sudan.",
        "condemning",
        "KEN GOV",
        "SDN GOV",
    ),
    "whoever the condition is about is warned": (
        "France warned on Tuesday that it would answer with force if Hezbollah moved its fighters.",
        "warned",
        "FRA GOV",
        "LBN REB",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_sides(case: str, reader: Reader) -> None:
    text, trigger, actor, recipient = CASES[case]
    analysis = reader.read_text(text)
    codes = {one.id: one.code for one in analysis.actors}
    event = next(one for one in analysis.events if analysis.text(one.trigger).startswith(trigger))
    assert [codes.get(one.actor or "") for one in event.actors] == [actor]
    assert codes[event.recipients[0].actor or ""].startswith(recipient)


def test_according_to_makes_nobody_act(reader: Reader) -> None:
    analysis = reader.read_text("More than forty people were arrested on Sunday, according to the Norwegian embassy.")
    assert [event.actors for event in analysis.events] == [()]
