"""Rules and the learned judge together: who decides what an act is, and what the judge finds alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from written_tree import WrittenLexicon, analysis_of, trigger

from tidings.annotate.event import find_events
from tidings.record import EventMention

TABLE = """Egypt Egypt PROPN 2 nsubj @EGY
    struck strike VERB 0 root past
    Sudan Sudan PROPN 2 obj @SDN
    . . PUNCT 2 punct"""
STRIKE = trigger("ASSAULT", "strike")
SIDES = (0.9, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Said:
    """A judge that says the same of every verb: a type, how surely, and who is on which side."""

    kind: str
    share: float
    actors: Sequence[float] = (0.0, 0.0, 0.0, 0.0)
    recipients: Sequence[float] = (0.0, 0.0, 0.0, 0.0)

    def act(self, word: int) -> Mapping[str, float]:
        kinds = ("NONE", "ASSAULT", "COERCE", "SUPPORT")
        rest = (1 - self.share) / (len(kinds) - 1)
        said = {kind: self.share if kind == self.kind else rest for kind in kinds}
        return said if word == 1 else {"NONE": 1.0, "ASSAULT": 0.0, "COERCE": 0.0, "SUPPORT": 0.0}

    def act_of(self, word: int, actor: int | None, recipient: int | None) -> Mapping[str, float]:
        return self.act(word)

    def sides(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        return self.actors, self.recipients

    def status(self, word: int) -> Mapping[str, float]:
        return {"": 1.0}

    def cue(self, word: int) -> float:
        return 0.0

    def told(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        return self.recipients, self.recipients


def _events(said: Said, *, known: bool = True, table: str = TABLE) -> tuple[EventMention, ...]:
    lexicon = WrittenLexicon(*((STRIKE,) if known else ()))
    return find_events(replace(analysis_of(table), opinions=(said,)), lexicon).events


def test_a_trigger_stands_where_the_judge_agrees_or_is_unsure() -> None:
    for said in (Said("ASSAULT", 0.9), Said("COERCE", 0.4), Said("NONE", 0.5)):
        (event,) = _events(said)
        assert (event.event_type, event.evidence.origin) == ("ASSAULT", "test:strike")


def test_a_sure_judge_overrules_the_type() -> None:
    (event,) = _events(Said("COERCE", 0.995))
    assert (event.event_type, event.evidence.origin) == ("COERCE", "model:judge")
    assert [one.actor for one in (*event.actors, *event.recipients)] == ["EGY", "SDN"]


def test_a_sure_judge_says_that_nothing_is_told() -> None:
    assert _events(Said("NONE", 0.99)) == ()
    assert _events(Said("NONE", 0.85)) == (), "a deed is doubted sooner than a word"


def test_a_word_without_a_trigger_is_an_act_with_the_sides_the_judge_is_sure_of() -> None:
    said = Said("ASSAULT", 0.98, actors=(0.9, 0.0, 0.1, 0.0), recipients=(0.1, 0.0, 0.8, 0.0))
    (event,) = _events(said, known=False)
    assert (event.event_type, event.evidence.origin) == ("ASSAULT", "model:judge")
    assert [one.actor for one in event.actors] == ["EGY"]
    assert [one.actor for one in event.recipients] == ["SDN"]


def test_what_the_judge_is_not_sure_of_is_no_act() -> None:
    assert _events(Said("ASSAULT", 0.5), known=False) == ()


@pytest.mark.parametrize("where", ["in", "near"])
def test_no_one_is_acted_on_where_the_act_is_done(where: str) -> None:
    table = f"""Egypt Egypt PROPN 2 nsubj @EGY
        struck strike VERB 0 root past
        {where} {where} ADP 4 case
        Sudan Sudan PROPN 2 obl @SDN"""
    (event,) = _events(Said("ASSAULT", 0.98, SIDES, SIDES[::-1]), known=False, table=table)
    assert not event.recipients


@pytest.mark.parametrize(("share", "believed"), [(0.95, True), (0.85, False)])
def test_a_very_sure_judge_is_believed_that_it_is_politics(share: float, believed: bool) -> None:
    table = """Villagers villager NOUN 2 nsubj
        struck strike VERB 0 root past
        herders herder NOUN 2 obj
        . . PUNCT 2 punct"""
    assert bool(_events(Said("ASSAULT", share, SIDES, (0.0, 0.0, 0.9, 0.0)), table=table)) is believed
