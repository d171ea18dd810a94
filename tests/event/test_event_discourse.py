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
    "those who asked are answered": (
        "Iran asked Norway on Monday to free a diplomat.\nNorway rejected the request on Tuesday.",
        "rejected",
        "NOR GOV",
        "IRN GOV",
    ),
    "a deed goes on": (
        "Egypt conducted five airstrikes on Monday.\nThese strikes hit Hezbollah fighters in Lebanon.",
        "hit",
        "EGY GOV",
        "LBN REB",
    ),
    "a court convicts": (
        "A court in Kenya heard the case for a year.\nTwo soldiers were convicted of murder on Monday.",
        "convicted",
        "KEN JUD",
        "KEN MIL",
    ),
    "those who were hurt arrest nobody": (
        "Kenyan police closed the road to the university.\n"
        "Twenty students were arrested on Monday, and two police officers were injured.",
        "arrested",
        "KEN COP",
        "KEN",
    ),
    "who filed a suit is refused": (
        "Kenya's supreme court on Monday rejected a lawsuit filed by Norway.",
        "rejected",
        "KEN JUD",
        "NOR GOV",
    ),
    "by, far from its noun": (
        "The shooting this week of two Norwegian journalists by Afghan police shocked Kabul.",
        "shooting",
        "AFG COP",
        "NOR JRN",
    ),
    "a campaign is no party": (
        "Israel's campaign against Hezbollah killed ten Lebanese soldiers on Monday.",
        "killed",
        "ISR GOV",
        "LBN MIL",
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


def test_an_act_told_again_has_the_sides_of_the_first(reader: Reader) -> None:
    analysis = reader.read_text(
        "Norwegian police opened an investigation into Sudanese diplomats on Monday.\n"
        "The Norwegian police have held the investigation secret for months."
    )
    first, again = analysis.events
    assert again.sentence == 1
    assert again.recipients == first.recipients


def test_those_included_are_sides_too(reader: Reader) -> None:
    analysis = reader.read_text("Kenya expelled eleven people on Monday, including the Sudanese ambassador.")
    codes = {one.id: one.code for one in analysis.actors}
    (event,) = analysis.events
    assert [codes.get(one.actor or "") for one in event.recipients] == ["KEN CVL", "SDN GOV"]
