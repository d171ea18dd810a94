"""Sides of whom only this is told: that they are people, or a name."""

from __future__ import annotations

import pytest

from tidings.engine import Reader

CASES = {
    "others": ("Rebels attacked a village in Chad and wounded two others.", "wounded", "TCD CVL"),
    "a name alone": ("Police in Kenya arrested Joseph Mwansa on Monday.", "arrested", "KEN CVL"),
    "who lives there": ("Rebels shelled Bangui, Central African Republic, on Monday.", "shelled", "CAF CVL"),
}


@pytest.mark.parametrize("case", CASES)
def test_code(case: str, reader: Reader) -> None:
    text, word, code = CASES[case]
    analysis = reader.read_text(text)
    actors = {actor.id: actor.code for actor in analysis.actors}
    events = [event for event in analysis.events if analysis.text(event.trigger) == word]
    assert [[actors[one.actor or ""] for one in event.recipients] for event in events] == [[code]]


def test_which_is_nobody(reader: Reader) -> None:
    analysis = reader.read_text("Egypt's president said that Egypt never threatened anybody.")
    assert all(one.actor for event in analysis.events for one in event.recipients)
