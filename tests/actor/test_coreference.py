"""Who pronouns, surnames, short names and definite phrases stand for."""

from __future__ import annotations

from datetime import date

import pytest
from readings import analyse, codes

SAID = "Iran's foreign minister, Farid Karimi, met his Turkish counterpart in Tehran. "
CASES = [
    (SAID + "He also said the talks went well.", "He", "IRN GOV"),
    (SAID + "Karimi thanked Ankara.", "Karimi", "IRN GOV"),
    (SAID + "Karimi thanked Ankara.", "Ankara", "TUR GOV"),
    (SAID + "The minister will visit Iraq.", "minister", "IRN GOV"),
    ("The rebels took the town. They freed forty prisoners in Yemen.", "They", "YEM REB"),
    ("Kenya recalled its ambassador.", "its", "KEN GOV"),
    ("Kenya recalled its ambassador.", "ambassador", "KEN GOV"),
    ("Hamas rejected the offer. The group said its demands stood.", "group", "PSE REB"),
    ("Hamas rejected the offer. The group said its demands stood.", "its", "PSE REB"),
    ("A Taliban delegation arrived in Doha. The delegation will meet Qatari officials.", "delegation", "AFG REB"),
    ("The Lumen Liberation Front (LLF) attacked a base in Chad. The LLF said it would strike again.", "it", "TCD REB"),
    ("Peru's president, Ana Quispe, left Lima. She will return on Friday.", "She", "PER GOV"),
    ("The East African Community (EAC) met on Friday. The EAC named an envoy.", "EAC", "IGO"),
    ("For his part, Turkish president Recep Tayyip Erdogan denied it.", "his", "TUR GOV"),
    ("Ghana and Togo signed the treaty. Both countries will share the river.", "countries", "GHA GOV;TGO GOV"),
    ("Ghana and Togo signed the treaty. They will share the river.", "They", "GHA GOV;TGO GOV"),
    ("Spanish police who raided the house on Monday found weapons.", "who", "ESP COP"),
    ("Police in Nairobi arrested a man. The police later freed him.", "police", "KEN COP"),
]


@pytest.mark.parametrize(("text", "word", "code"), CASES)
def test_stands_for(text: str, word: str, code: str) -> None:
    assert codes(text, word) == set(code.split(";"))


def test_resolved_pronoun_names_its_rule_and_is_less_sure() -> None:
    analysis = analyse("Kenya recalled its ambassador.")
    pronoun = next(m for m in analysis.actor_mentions if analysis.text(m.mention.span) == "its")
    assert pronoun.evidence.origin == "coreference:pronoun"
    assert 0 < pronoun.evidence.score < 1


def test_empty_it_is_nobody() -> None:
    assert codes("Norway protested. It is possible that talks will fail.", "It") == set()


def test_surname_is_the_same_actor() -> None:
    analysis = analyse(SAID + "Karimi thanked Ankara.")
    named = {m.actor for m in analysis.actor_mentions if "Karimi" in analysis.text(m.mention.span)}
    assert len(named) == 1


@pytest.mark.parametrize(("day", "code"), [(date(2021, 8, 14), "AFG REB"), (date(2021, 8, 15), "AFG GOV")])
def test_actor_is_who_it_was_on_that_day(day: date, code: str) -> None:
    assert codes("The Taliban welcomed the offer.", "Taliban", day) == {code}


def test_country_from_the_report_says_so() -> None:
    analysis = analyse("Protests shook Niger on Monday. Police arrested ten students.")
    police = next(m for m in analysis.actor_mentions if analysis.text(m.mention.span) == "Police")
    assert "report" in police.evidence.origin or "sentence" in police.evidence.origin


def test_reading_again_gives_the_same() -> None:
    assert analyse.__wrapped__(SAID) == analyse.__wrapped__(SAID)


def test_every_mention_has_its_actor_and_every_actor_a_mention() -> None:
    analysis = analyse(SAID + "He also said Russia, China and Iran would meet.")
    assert {m.actor for m in analysis.actor_mentions} == {actor.id for actor in analysis.actors}


def test_hostile_text_is_read() -> None:
    for text in ("", " ", "\u202e" * 50, "the " * 400, "(((((" * 60, "US-led-" * 80, "'s 's 's"):
        analyse(text or "x")
