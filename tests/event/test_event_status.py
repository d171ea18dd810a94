"""Whether an act took place, where the rules found no word for it and the judge is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from written_tree import WrittenLexicon, analysis_of, trigger

from tidings.annotate.event import find_events
from tidings.annotate.event.status import BOUNDS
from tidings.record import Factuality

TOLD = """Egypt Egypt PROPN 2 nsubj @EGY
    attacked attack VERB 0 root past
    Sudan Sudan PROPN 2 obj @SDN"""
DENIED = """Egypt Egypt PROPN 4 nsubj @EGY
    did do AUX 4 aux past
    not not PART 4 advmod
    attack attack VERB 0 root inf
    Sudan Sudan PROPN 4 obj @SDN"""
PURPOSE = """Egypt Egypt PROPN 2 nsubj @EGY
    sent send VERB 0 root past
    tanks tank NOUN 2 obj
    to to PART 5 mark
    attack attack VERB 2 advcl inf
    Sudan Sudan PROPN 5 obj @SDN"""


@dataclass(frozen=True)
class Said:
    """A judge that gives every word one status."""

    kind: str
    share: float

    def status(self, word: int) -> Mapping[str, float]:
        return {self.kind: self.share, "rest": 1 - self.share}

    def act(self, word: int) -> Mapping[str, float]:
        return {"NONE": 0.5, "ASSAULT": 0.5}

    def act_of(self, word: int, actor: int | None, recipient: int | None) -> Mapping[str, float]:
        return self.act(word)

    def sides(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        return (0.0,) * 6, (0.0,) * 6

    def cue(self, word: int) -> float:
        return 0.0

    def told(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        return self.sides(word)


def _read(table: str, said: Said) -> Factuality:
    analysis = replace(analysis_of(table), opinions=(said,))
    (event,) = find_events(analysis, WrittenLexicon(trigger("ASSAULT", "attack"))).events
    return event.factuality


def test_a_sure_judge_doubts_what_no_word_puts_in_doubt() -> None:
    read = _read(TOLD, Said("conditional", BOUNDS.doubts + 0.1))
    assert (read.time, read.mood) == ("future", "conditional")


@pytest.mark.parametrize("said", [Said("conditional", BOUNDS.doubts - 0.1), Said("not", 0.99), Said("asked", 0.99)])
def test_an_unsure_judge_is_not_heard_nor_one_who_says_what_only_a_word_can_tell(said: Said) -> None:
    assert _read(TOLD, said) == Factuality()


def test_what_a_word_says_stands_whatever_the_judge_says() -> None:
    assert _read(DENIED, Said("", 0.99)).polarity == "negative"


def test_a_purpose_is_done_where_the_judge_is_sure_that_it_was() -> None:
    assert _read(PURPOSE, Said("", 0.99)) == Factuality()
    assert _read(PURPOSE, Said("", BOUNDS.believes - 0.1)).mood == "desired"
