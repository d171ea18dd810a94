"""Who speaks where the nearest noun, or no cue, would mislead (decision 110)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tidings.annotate.attribution import find_attributions
from tidings.lexicon import Lexicon
from tidings.record import Analysis, Name, NameType, Sentence, Span
from trees import report

LEXICON = Lexicon()
Said = tuple[str | None, str | None, str]

ONE_SENTENCE: list[tuple[str, str, list[Said]]] = [
    (
        "The envoys send a letter opposing the plan.",
        "The/DET/det>2 envoys/NOUN/nsubj>3 send/VERB!/root>0 a/DET/det>5 letter/NOUN/obj>3 opposing/VERB/acl>5 "
        "the/DET/det>8 plan/NOUN/obj>6 ./PUNCT/punct>3",
        [("The envoys", "opposing", "the plan")],
    ),
    (
        "The envoys received a letter opposing the plan.",
        "The/DET/det>2 envoys/NOUN/nsubj>3 received/VERB!/root>0 a/DET/det>5 letter/NOUN/obj>3 opposing/VERB/acl>5 "
        "the/DET/det>8 plan/NOUN/obj>6 ./PUNCT/punct>3",
        [("a letter", "opposing", "the plan")],
    ),
    (
        "He joined a group that opposes the war.",
        "He/PRON/nsubj>2 joined/VERB!/root>0 a/DET/det>4 group/NOUN/obj>2 that/PRON/nsubj>6 opposes/VERB!/acl:relcl>4 "
        "the/DET/det>8 war/NOUN/obj>6 ./PUNCT/punct>2",
        [("a group", "opposes", "the war")],
    ),
    (
        "The envoy said he would return and warned against delay.",
        "The/DET/det>2 envoy/NOUN/nsubj>3 said/VERB!/root>0 he/PRON/nsubj>6 would/AUX!/aux>6 return/VERB/ccomp>3 "
        "and/CCONJ/cc>8 warned/VERB!/conj>6 against/ADP/case>10 delay/NOUN/obl>8 ./PUNCT/punct>3",
        [("The envoy", "said", "he would return"), ("The envoy", "warned against", "delay")],
    ),
    (
        "PARIS -- The envoy said talks had failed.",
        "PARIS/PROPN/nsubj>5 --/PUNCT/punct>5 The/DET/det>4 envoy/NOUN/nsubj>5 said/VERB!/root>0 talks/NOUN/nsubj>8 "
        "had/AUX!/aux>8 failed/VERB/ccomp>5 ./PUNCT/punct>5",
        [("The envoy", "said", "talks had failed")],
    ),
    (
        "The rules give the envoy power to demand a vote.",
        "The/DET/det>2 rules/NOUN/nsubj>3 give/VERB!/root>0 the/DET/det>5 envoy/NOUN/iobj>3 power/NOUN/obj>3 "
        "to/PART/mark>8 demand/VERB/xcomp>3 a/DET/det>10 vote/NOUN/obj>8 ./PUNCT/punct>3",
        [("the envoy", "demand", "a vote")],
    ),
    (
        "PARIS—The envoy said talks had failed.",
        "PARIS/PROPN/nsubj>5 —/PUNCT/punct>5 The/DET/det>4 envoy/NOUN/nsubj>5 said/VERB!/root>0 talks/NOUN/nsubj>8 "
        "had/AUX!/aux>8 failed/VERB/ccomp>5 ./PUNCT/punct>5",
        [("The envoy", "said", "talks had failed")],
    ),
    (
        "The judges ruled according to the law.",
        "The/DET/det>2 judges/NOUN/nsubj>3 ruled/VERB!/root>0 according/VERB/case>7 to/ADP/fixed>4 the/DET/det>7 "
        "law/NOUN/obl>3 ./PUNCT/punct>3",
        [],
    ),
    (
        "The envoy insisted on anonymity.",
        "The/DET/det>2 envoy/NOUN/nsubj>3 insisted/VERB!/root>0 on/ADP/case>5 anonymity/NOUN/obl>3 ./PUNCT/punct>3",
        [],
    ),
    (
        "Before aides had weighed in, the envoy said talks had failed.",
        "Before/SCONJ/mark>4 aides/NOUN/nsubj>4 had/AUX!/aux>4 weighed/VERB/advcl>9 in/ADP/compound:prt>4 "
        ",/PUNCT/punct>4 the/DET/det>8 envoy/NOUN/nsubj>9 said/VERB!/root>0 talks/NOUN/nsubj>12 had/AUX!/aux>12 "
        "failed/VERB/ccomp>9 ./PUNCT/punct>9",
        [("the envoy", "said", "talks had failed")],
    ),
]

SAILS = (
    "Ann Example sails; the sport “stemmed from my love.”",
    "Ann/PROPN/nsubj>3 Example/PROPN/flat>1 sails/VERB!/root>0 ;/PUNCT/punct>3 the/DET/det>6 sport/NOUN/nsubj>8 "
    "“/PUNCT/punct>8 stemmed/VERB!/parataxis>3 from/ADP/case>11 my/PRON/nmod:poss>11 love/NOUN/obl>8 ./PUNCT/punct>3 "
    "”/PUNCT/punct>3",
)
TOURED = (
    "Ann Example toured the port: “It was right.”",
    "Ann/PROPN/nsubj>3 Example/PROPN/flat>1 toured/VERB!/root>0 the/DET/det>5 port/NOUN/obj>3 :/PUNCT/punct>3 "
    "“/PUNCT/punct>10 It/PRON/nsubj>10 was/AUX!/cop>10 right/ADJ/parataxis>3 ./PUNCT/punct>3 ”/PUNCT/punct>3",
)
TOLD_HOST = (
    "The envoy told the host Ann “we leave.”",
    "The/DET/det>2 envoy/NOUN/nsubj>3 told/VERB!/root>0 the/DET/det>5 host/NOUN/obj>3 Ann/PROPN/appos>5 "
    "“/PUNCT/punct>9 we/PRON/nsubj>9 leave/VERB!/parataxis>3 ./PUNCT/punct>3 ”/PUNCT/punct>3",
)
LETTER = (
    "Ann Example's letter was short: “We leave.”",
    "Ann/PROPN/nmod:poss>4 Example/PROPN/flat>1 's/PART/case>1 letter/NOUN/nsubj>6 was/AUX!/cop>6 short/ADJ/root>0 "
    ":/PUNCT/punct>6 “/PUNCT/punct>10 We/PRON/nsubj>10 leave/VERB!/parataxis>6 ./PUNCT/punct>6 ”/PUNCT/punct>6",
)
PHONED = (
    "The envoy was told by telephone. “We leave.”",
    "The/DET/det>2 envoy/NOUN/nsubj:pass>4 was/AUX!/aux:pass>4 told/VERB/root>0 by/ADP/case>6 telephone/NOUN/obl>4 "
    "./PUNCT/punct>4 “/PUNCT/punct>10 We/PRON/nsubj>10 leave/VERB!/parataxis>4 ./PUNCT/punct>4 ”/PUNCT/punct>4",
)
MY_NAME = (
    "“My name is known,” the envoy said.",
    "“/PUNCT/punct>5 My/PRON/nmod:poss>3 name/NOUN/nsubj:pass>5 is/AUX!/aux:pass>5 known/VERB/ccomp>10 ,/PUNCT/punct>5 "
    "”/PUNCT/punct>5 the/DET/det>9 envoy/NOUN/nsubj>10 said/VERB!/root>0 ./PUNCT/punct>10",
)
ADDED = ("The envoy added:", "The/DET/det>2 envoy/NOUN/nsubj>3 added/VERB!/root>0 :/PUNCT/punct>3")
NOBODY = (
    "Nobody will be left behind this winter.",
    "Nobody/PRON/nsubj:pass>4 will/AUX!/aux>4 be/AUX/aux:pass>4 left/VERB/root>0 behind/ADV/advmod>4 this/DET/det>7 "
    "winter/NOUN/obl>4 ./PUNCT/punct>4",
)


def with_person(analysis: Analysis) -> Analysis:
    """The first two words of the report are a person's name."""
    first = analysis.sentences[0]
    named = Sentence(first.span, first.tokens, (Name(Span(0, 11), NameType.PERSON, 0, 2),), first.children)
    return replace(analysis, sentences=(named, *analysis.sentences[1:]))


def said(analysis: Analysis) -> list[Said]:
    return [
        (
            analysis.text(one.source.span) if one.source else None,
            analysis.text(one.cue) if one.cue else None,
            analysis.text(one.content),
        )
        for one in find_attributions(analysis, LEXICON).attributions
    ]


@pytest.mark.parametrize(("words", "tree", "expected"), ONE_SENTENCE, ids=[case[0] for case in ONE_SENTENCE])
def test_the_source_in_one_sentence(words: str, tree: str, expected: list[Said]) -> None:
    assert said(report([(words, tree)])) == expected


def test_a_text_is_the_medium_of_whoever_issued_it() -> None:
    (one,) = find_attributions(report([ONE_SENTENCE[0][:2]]), LEXICON).attributions
    assert one.medium == "letter"


def test_own_words_set_into_a_sentence_are_the_persons_it_is_about() -> None:
    assert said(with_person(report([SAILS]))) == [("Ann Example", None, "stemmed from my love.")]
    assert not said(report([SAILS]))


def test_a_sentence_that_ends_in_a_colon_speaks_for_its_subject() -> None:
    assert ("Ann Example", None, "It was right.") in said(with_person(report([TOURED])))


def test_the_listener_may_stand_between_verb_and_quotation() -> None:
    assert said(report([TOLD_HOST])) == [("The envoy", "told", "we leave.")]


def test_a_letter_is_the_word_of_whoever_wrote_it() -> None:
    assert said(with_person(report([LETTER]))) == [("Ann Example", None, "We leave.")]


def test_a_telephone_says_nothing() -> None:
    assert not any(source == "telephone" for source, _, _ in said(report([PHONED])))


def test_only_a_source_that_is_not_to_be_named_says_nothing() -> None:
    assert said(report([MY_NAME])) == [("the envoy", "said", "My name is known")]


def test_a_paragraph_set_apart_is_what_was_said_before_the_colon() -> None:
    assert said(report([ADDED], [NOBODY])) == [("The envoy", "added", "Nobody will be left behind this winter.")]
    assert not said(report([NOBODY], [NOBODY]))
