"""The learned judge beside the rules, with one that says what the test wants (decision 064)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest

from tidings.annotate.attribution import find_attributions
from tidings.lexicon import Lexicon
from tidings.record import Analysis
from trees import report

LEXICON = Lexicon()

CRITICISED = (
    "The envoy savaged the court for its ruling.",
    "The/DET/det>2 envoy/NOUN/nsubj>3 savaged/VERB!/root>0 the/DET/det>5 court/NOUN/obj>3 for/ADP/case>8 "
    "its/PRON/nmod:poss>8 ruling/NOUN/obl>3 ./PUNCT/punct>3",
)
RULED = (
    "The judges also sided with the union.",
    "The/DET/det>2 judges/NOUN/nsubj>4 also/ADV/advmod>4 sided/VERB!/root>0 with/ADP/case>7 the/DET/det>7 "
    "union/NOUN/obl>4 ./PUNCT/punct>4",
)
STATED = (
    "The minister said that the talks had failed.",
    "The/DET/det>2 minister/NOUN/nsubj>3 said/VERB!/root>0 that/SCONJ/mark>8 the/DET/det>6 talks/NOUN/nsubj>8 "
    "had/AUX!/aux>8 failed/VERB/ccomp>3 ./PUNCT/punct>3",
)
VENTED = (
    '"We leave today," vented the envoy.',
    '"/PUNCT/punct>3 We/PRON/nsubj>3 leave/VERB!/ccomp>7 today/NOUN/obl>3 ,/PUNCT/punct>3 "/PUNCT/punct>3 '
    "vented/VERB!/root>0 the/DET/det>9 envoy/NOUN/nsubj>7 ./PUNCT/punct>7",
)


@dataclass(frozen=True, slots=True)
class Says:
    """A judge who is as sure of cues, sources and contents as it is told, of one sentence; indices count from 0."""

    words: int
    cues: Mapping[int, float]
    sources: Mapping[int, float]
    contents: Mapping[int, float]
    deed: float = 0.0

    def cue(self, word: int) -> float:
        return self.cues.get(word, 0.1)

    def told(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        source, content = (
            [side.get(index, 0.01) for index in range(self.words)] for side in (self.sources, self.contents)
        )
        return source, content

    def act(self, word: int) -> Mapping[str, float]:
        return {"NONE": 1 - self.deed, "ASSAULT": self.deed}

    def act_of(self, word: int, actor: int | None, recipient: int | None) -> Mapping[str, float]:
        return {"NONE": 1.0}

    def sides(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        return [0.0] * self.words, [0.0] * self.words

    def status(self, word: int) -> Mapping[str, float]:
        return {"": 1.0}


def judged(
    sentence: tuple[str, str],
    cues: Mapping[int, float],
    sources: Mapping[int, float] | None = None,
    contents: Mapping[int, float] | None = None,
) -> Analysis:
    """A report of one sentence read with such a judge."""
    bare = report([sentence])
    says = Says(len(bare.sentences[0].tokens), cues, sources or {}, contents or {})
    return find_attributions(replace(bare, opinions=(says,)), LEXICON)


def roles(analysis: Analysis) -> list[tuple[str | None, str | None, str, str]]:
    text = analysis.document.text
    return [
        (
            one.source.span.slice(text) if one.source else None,
            one.cue.slice(text) if one.cue else None,
            one.content.slice(text),
            one.manner,
        )
        for one in analysis.attributions
    ]


def test_a_word_without_a_rule_is_a_cue_where_the_judge_is_sure() -> None:
    sure = judged(CRITICISED, {2: 0.99}, {1: 0.9}, {4: 0.9})
    assert roles(sure) == [("The envoy", "savaged", "the court for its ruling", "indirect")]
    assert sure.attributions[0].evidence.origin == "model:judge:savaged"
    assert not judged(CRITICISED, {2: 0.3}, {1: 0.9}, {4: 0.9}).attributions
    assert not judged(CRITICISED, {2: 0.99}, {1: 0.9}).attributions


def test_a_learned_cue_takes_its_adverbs_and_its_preposition() -> None:
    assert roles(judged(RULED, {3: 0.99}, {1: 0.9}, {6: 0.9})) == [
        ("The judges", "also sided with", "the union", "indirect")
    ]


def test_the_tree_names_the_source_where_the_judge_does_not() -> None:
    assert roles(judged(CRITICISED, {2: 0.99}, {}, {4: 0.9}))[0][0] == "The envoy"


def test_a_learned_cue_beside_a_quotation_claims_it() -> None:
    assert roles(judged(VENTED, {6: 0.99}, {8: 0.9}, {2: 0.9})) == [("the envoy", "vented", "We leave today", "direct")]


@pytest.mark.parametrize(("share", "left"), [(0.5, 1), (0.0, 0)])
def test_a_cue_of_the_rules_falls_only_where_the_judge_is_sure(share: float, left: int) -> None:
    assert len(judged(STATED, {2: share}).attributions) == left


def test_the_source_of_the_rules_stands_unless_the_judge_is_very_sure_of_another() -> None:
    text = "Talks failed, the minister of the envoy said."
    tree = (
        "Talks/NOUN/nsubj>2 failed/VERB!/ccomp>9 ,/PUNCT/punct>2 the/DET/det>5 minister/NOUN/nsubj>9 of/ADP/case>8 "
        "the/DET/det>8 envoy/NOUN/nmod>5 said/VERB!/root>0 ./PUNCT/punct>9"
    )
    assert roles(judged((text, tree), {8: 0.99}, {7: 0.99}))[0][0] == "the minister of the envoy"  # within its phrase


def test_a_deed_is_no_statement_however_sure_the_judge_is_of_a_cue() -> None:
    bare = report([CRITICISED])
    says = Says(len(bare.sentences[0].tokens), {2: 0.99}, {1: 0.9}, {4: 0.9}, deed=0.9)
    assert not find_attributions(replace(bare, opinions=(says,)), LEXICON).attributions


def test_a_learned_cue_has_the_strength_said() -> None:
    assert LEXICON.cues.strength("savaged", "savaged") == "said"


def test_a_learned_cue_has_the_medium_and_the_listener_beside_it() -> None:
    words = 'In a letter, the envoy vented to reporters, "We leave today."'
    tree = (
        "In/ADP/case>3 a/DET/det>3 letter/NOUN/obl>7 ,/PUNCT/punct>3 the/DET/det>6 envoy/NOUN/nsubj>7 "
        'vented/VERB!/root>0 to/ADP/case>9 reporters/NOUN/obl>7 ,/PUNCT/punct>7 "/PUNCT/punct>13 We/PRON/nsubj>13 '
        'leave/VERB!/ccomp>7 today/NOUN/obl>13 ./PUNCT/punct>7 "/PUNCT/punct>7'
    )
    (one,) = judged((words, tree), {6: 0.99}, {5: 0.9}, {12: 0.9}).attributions
    assert (one.medium, one.addressee and one.addressee.slice(words)) == ("letter", "reporters")
    assert one.evidence.origin == "model:judge:vented"


def test_a_condition_of_anonymity_is_no_learned_cue() -> None:
    words = "The envoy spoke on condition of anonymity because leaks are barred."
    tree = (
        "The/DET/det>2 envoy/NOUN/nsubj>3 spoke/VERB!/root>0 on/ADP/case>5 condition/NOUN/obl>3 of/ADP/case>7 "
        "anonymity/NOUN/nmod>5 because/SCONJ/mark>11 leaks/NOUN/nsubj:pass>11 are/AUX!/aux:pass>11 barred/VERB/advcl>3 "
        "./PUNCT/punct>3"
    )
    assert not judged((words, tree), {4: 0.99, 6: 0.99}, {1: 0.9}, {10: 0.9}).attributions
