from __future__ import annotations

import pytest

from tidings.annotate.attribution import find_attributions
from tidings.lexicon import Lexicon
from tidings.record import Analysis, Attribution
from trees import report

LEXICON = Lexicon()
Expected = tuple[str | None, str | None, str, str]

WE_LEAVE = (
    '"We leave today."',
    '"/PUNCT/punct>3 We/PRON/nsubj>3 leave/VERB!/root>0 today/NOUN/obl>3 ./PUNCT/punct>3 "/PUNCT/punct>3',
)
WE_ARE_READY = (
    '"We are ready," the envoy said on Monday.',
    '"/PUNCT/punct>4 We/PRON/nsubj>4 are/AUX!/cop>4 ready/ADJ/ccomp>9 ,/PUNCT/punct>4 "/PUNCT/punct>4 the/DET/det>8 '
    "envoy/NOUN/nsubj>9 said/VERB!/root>0 on/ADP/case>11 Monday/PROPN/obl>9 ./PUNCT/punct>9",
)

#: Words, tree, and (source, cue, content, manner) of each attribution.
CASES: list[tuple[str, str, list[Expected]]] = [
    (
        "The minister said that the talks had failed.",
        "The/DET/det>2 minister/NOUN/nsubj>3 said/VERB!/root>0 that/SCONJ/mark>8 the/DET/det>6 talks/NOUN/nsubj>8 "
        "had/AUX!/aux>8 failed/VERB/ccomp>3 ./PUNCT/punct>3",
        [("The minister", "said", "that the talks had failed", "indirect")],
    ),
    (
        "“The border stays closed,” said a ministry spokesman.",
        "“/PUNCT/punct>4 The/DET/det>3 border/NOUN/nsubj>4 stays/VERB!/ccomp>8 closed/ADJ/xcomp>4 ,/PUNCT/punct>4 "
        "”/PUNCT/punct>4 said/VERB!/root>0 a/DET/det>11 ministry/NOUN/compound>11 spokesman/NOUN/nsubj>8 "
        "./PUNCT/punct>8",
        [("a ministry spokesman", "said", "The border stays closed", "direct")],
    ),
    (
        "The talks, the envoy said, will resume in May.",
        "The/DET/det>2 talks/NOUN/nsubj>9 ,/PUNCT/punct>6 the/DET/det>5 envoy/NOUN/nsubj>6 said/VERB!/parataxis>9 "
        ",/PUNCT/punct>6 will/AUX!/aux>9 resume/VERB/root>0 in/ADP/case>11 May/PROPN/obl>9 ./PUNCT/punct>9",
        [
            ("the envoy", "said", "The talks", "indirect"),
            ("the envoy", "said", "will resume in May", "indirect"),
        ],
    ),
    (
        "According to the ministry, two soldiers were wounded.",
        "According/VERB/case>4 to/ADP/fixed>1 the/DET/det>4 ministry/NOUN/obl>9 ,/PUNCT/punct>4 two/NUM/nummod>7 "
        "soldiers/NOUN/nsubj:pass>9 were/AUX!/aux:pass>9 wounded/VERB/root>0 ./PUNCT/punct>9",
        [("the ministry", "According to", "two soldiers were wounded", "indirect")],
    ),
    (
        "The president urged both sides to lay down their arms.",
        "The/DET/det>2 president/NOUN/nsubj>3 urged/VERB!/root>0 both/DET/det>5 sides/NOUN/obj>3 to/PART/mark>7 "
        "lay/VERB/xcomp>3 down/ADP/compound:prt>7 their/PRON/nmod:poss>10 arms/NOUN/obj>7 ./PUNCT/punct>3",
        [("The president", "urged", "both sides to lay down their arms", "indirect")],
    ),
    (
        "The army was criticised for its delay.",
        "The/DET/det>2 army/NOUN/nsubj:pass>4 was/AUX!/aux:pass>4 criticised/VERB/root>0 for/ADP/case>7 "
        "its/PRON/nmod:poss>7 delay/NOUN/obl>4 ./PUNCT/punct>4",
        [(None, "was criticised", "The army", "indirect"), (None, "was criticised", "for its delay", "indirect")],
    ),
    (
        "The envoy's remarks on Saturday were short.",
        "The/DET/det>2 envoy/NOUN/nmod:poss>4 's/PART/case>2 remarks/NOUN/nsubj>8 on/ADP/case>6 "
        "Saturday/PROPN/nmod>4 were/AUX!/cop>8 short/ADJ/root>0 ./PUNCT/punct>8",
        [],
    ),
    (
        "The general accused the rebels of breaking the truce.",
        "The/DET/det>2 general/NOUN/nsubj>3 accused/VERB!/root>0 the/DET/det>5 rebels/NOUN/obj>3 of/SCONJ/mark>7 "
        "breaking/VERB/advcl>3 the/DET/det>9 truce/NOUN/obj>7 ./PUNCT/punct>3",
        [("The general", "accused", "the rebels of breaking the truce", "indirect")],
    ),
    (
        "The union's demand for a ceasefire was met.",
        "The/DET/det>2 union/NOUN/nmod:poss>4 's/PART/case>2 demand/NOUN/nsubj:pass>9 for/ADP/case>7 a/DET/det>7 "
        "ceasefire/NOUN/nmod>4 was/AUX!/aux:pass>9 met/VERB/root>0 ./PUNCT/punct>9",
        [("The union", "demand for", "a ceasefire", "indirect")],
    ),
    (
        "The group, which the army says is active in the north, fled.",
        "The/DET/det>2 group/NOUN/nsubj>14 ,/PUNCT/punct>7 which/PRON/nsubj>9 the/DET/det>6 army/NOUN/nsubj>7 "
        "says/VERB!/acl:relcl>2 is/AUX!/cop>9 active/ADJ/ccomp>7 in/ADP/case>12 the/DET/det>12 north/NOUN/obl>9 "
        ",/PUNCT/punct>7 fled/VERB!/root>0 ./PUNCT/punct>14",
        [("the army", "says", "is active in the north", "indirect")],
    ),
    (
        "The army has reportedly crossed the river.",
        "The/DET/det>2 army/NOUN/nsubj>5 has/AUX!/aux>5 reportedly/ADV/advmod>5 crossed/VERB/root>0 the/DET/det>7 "
        "river/NOUN/obj>5 ./PUNCT/punct>5",
        [(None, "reportedly", "crossed the river", "indirect")],
    ),
    (
        "The council called on the government to free the prisoners.",
        "The/DET/det>2 council/NOUN/nsubj>3 called/VERB!/root>0 on/ADP/case>6 the/DET/det>6 government/NOUN/obl>3 "
        "to/PART/mark>8 free/VERB/xcomp>3 the/DET/det>10 prisoners/NOUN/obj>8 ./PUNCT/punct>3",
        [("The council", "called on", "the government to free the prisoners", "indirect")],
    ),
    (
        "The minister called the deal a “gift to thieves”.",
        "The/DET/det>2 minister/NOUN/nsubj>3 called/VERB!/root>0 the/DET/det>5 deal/NOUN/obj>3 a/DET/det>8 "
        "“/PUNCT/punct>8 gift/NOUN/xcomp>3 to/ADP/case>10 thieves/NOUN/nmod>8 ”/PUNCT/punct>8 ./PUNCT/punct>3",
        [("The minister", "called", "the deal a “gift to thieves”", "mixed")],
    ),
    (
        "The army opened a “humanitarian corridor” in the north.",
        "The/DET/det>2 army/NOUN/nsubj>3 opened/VERB!/root>0 a/DET/det>6 “/PUNCT/punct>6 humanitarian/ADJ/amod>7 "
        "corridor/NOUN/obj>3 ”/PUNCT/punct>7 in/ADP/case>11 the/DET/det>11 north/NOUN/obl>3 ./PUNCT/punct>3",
        [],
    ),
    (
        "Police: Two protesters were wounded",
        "Police/NOUN/nsubj>6 :/PUNCT/punct>1 Two/NUM/nummod>4 protesters/NOUN/nsubj:pass>6 were/AUX!/aux:pass>6 "
        "wounded/VERB/root>0",
        [("Police", ":", "Two protesters were wounded", "indirect")],
    ),
    (
        "The envoy said talks had failed, but vowed to return.",
        "The/DET/det>2 envoy/NOUN/nsubj>3 said/VERB!/root>0 talks/NOUN/nsubj>6 had/AUX!/aux>6 failed/VERB/ccomp>3 "
        ",/PUNCT/punct>9 but/CCONJ/cc>9 vowed/VERB!/conj>6 to/PART/mark>11 return/VERB/xcomp>9 ./PUNCT/punct>3",
        [
            ("The envoy", "said", "talks had failed", "indirect"),
            ("The envoy", "vowed", "to return", "indirect"),
        ],
    ),
    (
        "The ministry announced a truce, which rebels broke.",
        "The/DET/det>2 ministry/NOUN/nsubj>3 announced/VERB!/root>0 a/DET/det>5 truce/NOUN/obj>3 ,/PUNCT/punct>9 "
        "which/PRON/obj>9 rebels/NOUN/nsubj>9 broke/VERB!/acl:relcl>5 ./PUNCT/punct>3",
        [("The ministry", "announced", "a truce", "indirect")],
    ),
    (
        "The ministry announced a ceasefire.",
        "The/DET/det>2 ministry/NOUN/nsubj>3 announced/VERB!/root>0 a/DET/det>5 ceasefire/NOUN/obj>3 ./PUNCT/punct>3",
        [("The ministry", "announced", "a ceasefire", "indirect")],
    ),
    (
        "The alleged plot failed.",
        "The/DET/det>3 alleged/VERB/amod>3 plot/NOUN/nsubj>4 failed/VERB!/root>0 ./PUNCT/punct>4",
        [],
    ),
    (
        "The embargo, announced on Monday, failed.",
        "The/DET/det>2 embargo/NOUN/nsubj>8 ,/PUNCT/punct>4 announced/VERB/acl>2 on/ADP/case>6 Monday/PROPN/obl>4 "
        ",/PUNCT/punct>4 failed/VERB!/root>0 ./PUNCT/punct>8",
        [],
    ),
    (
        "Aid arrived, the envoy said.",
        "Aid/NOUN/nsubj>2 arrived/VERB!/root>0 ,/PUNCT/punct>2 the/DET/det>5 envoy/NOUN/nsubj>2 said/VERB!/parataxis>2 "
        "./PUNCT/punct>2",
        [("the envoy", "said", "Aid arrived", "indirect")],
    ),
]


def read(*paragraphs: list[tuple[str, str]]) -> Analysis:
    return find_attributions(report(*paragraphs), LEXICON)


def roles(analysis: Analysis, one: Attribution) -> Expected:
    return (
        analysis.text(one.source.span) if one.source else None,
        analysis.text(one.cue) if one.cue else None,
        analysis.text(one.content),
        one.manner,
    )


@pytest.mark.parametrize(("words", "tree", "expected"), CASES, ids=[case[0] for case in CASES])
def test_one_sentence(words: str, tree: str, expected: list[Expected]) -> None:
    analysis = read([(words, tree)])
    assert [roles(analysis, one) for one in analysis.attributions] == expected


def test_a_quotation_goes_on_after_its_cue() -> None:
    analysis = read([WE_ARE_READY, WE_LEAVE])
    assert [roles(analysis, one) for one in analysis.attributions] == [
        ("the envoy", "said", "We are ready", "direct"),
        ("the envoy", "said", "We leave today.", "direct"),
    ]


def test_a_paragraph_that_only_quotes_belongs_to_the_speaker_before() -> None:
    analysis = read([WE_ARE_READY], [WE_LEAVE])
    assert roles(analysis, analysis.attributions[-1]) == ("the envoy", None, "We leave today.", "direct")


def test_a_lone_quotation_has_no_speaker() -> None:
    assert not read([WE_LEAVE]).attributions


def test_what_is_said_inside_a_statement_is_nested() -> None:
    analysis = read(
        [
            (
                "The report said the minister believes the deal is dead.",
                "The/DET/det>2 report/NOUN/nsubj>3 said/VERB!/root>0 the/DET/det>5 minister/NOUN/nsubj>6 "
                "believes/VERB!/ccomp>3 the/DET/det>8 deal/NOUN/nsubj>10 is/AUX!/cop>10 dead/ADJ/ccomp>6 "
                "./PUNCT/punct>3",
            )
        ]
    )
    outer, inner = analysis.attributions
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert roles(analysis, inner)[:3] == ("the minister", "believes", "the deal is dead")


def test_medium_and_addressee() -> None:
    analysis = read(
        [
            (
                "In a statement, the envoy told reporters that aid had arrived, adding that more was needed.",
                "In/ADP/case>3 a/DET/det>3 statement/NOUN/obl>7 ,/PUNCT/punct>3 the/DET/det>6 envoy/NOUN/nsubj>7 "
                "told/VERB!/root>0 reporters/NOUN/iobj>7 that/SCONJ/mark>12 aid/NOUN/nsubj>12 had/AUX!/aux>12 "
                "arrived/VERB/ccomp>7 ,/PUNCT/punct>14 adding/VERB/advcl>7 that/SCONJ/mark>18 more/ADJ/nsubj:pass>18 "
                "was/AUX!/aux:pass>18 needed/VERB/ccomp>14 ./PUNCT/punct>7",
            )
        ]
    )
    told, adding = analysis.attributions
    assert (told.medium, analysis.text(told.addressee) if told.addressee else None) == ("statement", "reporters")
    assert roles(analysis, told)[2] == "that aid had arrived"
    assert roles(analysis, adding) == ("the envoy", "adding", "that more was needed", "indirect")


def test_what_a_readout_gives_came_through_it() -> None:
    analysis = read(
        [
            (
                "Two soldiers were wounded, according to a readout from the ministry.",
                "Two/NUM/nummod>2 soldiers/NOUN/nsubj:pass>4 were/AUX!/aux:pass>4 wounded/VERB/root>0 ,/PUNCT/punct>9 "
                "according/VERB/case>9 to/ADP/fixed>6 a/DET/det>9 readout/NOUN/obl>4 from/ADP/case>12 the/DET/det>12 "
                "ministry/NOUN/nmod>9 ./PUNCT/punct>4",
            )
        ]
    )
    (one,) = analysis.attributions
    assert roles(analysis, one)[:3] == ("a readout from the ministry", "according to", "Two soldiers were wounded")
    assert one.medium == "readout"


def test_ids_are_the_same_when_read_again() -> None:
    first, second = read([WE_ARE_READY, WE_LEAVE]), read([WE_ARE_READY, WE_LEAVE])
    assert first.attributions == second.attributions
    assert len({one.id for one in first.attributions}) == 2
