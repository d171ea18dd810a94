"""Which words speak of the same thing, on trees made by hand and with weights made here."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tidings.encoder.coref import Ranker, find_clusters
from tidings.encoder.coref.clusters import antecedents
from tidings.encoder.coref.describe import CLASSES, describe
from tidings.encoder.coref.mentions import Candidate, Shape, candidates_of
from tidings.encoder.coref.pairs import ALIKE, COMPARED, NEAREST, compare, pairs_of
from tidings.encoder.coref.ranker import NAMES
from tidings.errors import EncoderError
from tidings.record import Name, NameType, Sentence, Span, Token

#: Word, lemma, part of speech, features, head (from 1), relation.
MET = """
The the DET _ 2 det
minister minister NOUN Number=Sing 6 nsubj
, , PUNCT _ 5 punct
a a DET _ 5 det
general general NOUN Number=Sing 2 appos
met meet VERB _ 0 root
Wang Wang PROPN Number=Sing 6 obj
Yi Yi PROPN Number=Sing 7 flat
and and CCONJ _ 11 cc
his his PRON Poss=Yes 11 nmod:poss
aides aide NOUN Number=Plur 7 conj
in in ADP _ 13 case
Tianjin Tianjin PROPN Number=Sing 6 obl
. . PUNCT _ 6 punct
"""
SAID = """
The the DET _ 2 det
minister minister NOUN Number=Sing 4 nmod:poss
's 's PART _ 2 case
aides aide NOUN Number=Plur 5 nsubj
said say VERB _ 0 root
it it PRON _ 7 expl
rained rain VERB _ 5 ccomp
"""
LEFT = """
He he PRON Gender=Masc 2 nsubj
left leave VERB _ 0 root
"""


def parsed(rows: str, names: tuple[tuple[int, int, NameType], ...] = ()) -> Sentence:
    tokens, start = [], 0
    for row in rows.strip().splitlines():
        form, lemma, pos, features, head, relation = row.split(" ")
        span = Span(start, start + len(form))
        tokens.append(Token(span, lemma, pos, features.replace("_", ""), int(head) - 1, relation))
        start += len(form) + 1
    found = (Name(Span(tokens[a].span.start, tokens[b - 1].span.end), kind, a, b) for a, b, kind in names)
    return Sentence.of(Span(0, start - 1), tuple(tokens), tuple(found))


def words(rows: str, candidate: Candidate) -> str:
    forms = [row.split(" ")[0] for row in rows.strip().splitlines()]
    return " ".join(forms[candidate.first : candidate.last])


def spans(rows: str, *names: tuple[int, int, NameType]) -> dict[str, Shape]:
    return {words(rows, found): found.shape for found in candidates_of(0, parsed(rows, names))}


def ranker(**pair: float) -> Ranker:
    """One that takes every candidate for a mention, and links where what is named of `COMPARED` outweighs a half."""
    width, words_width = sum(CLASSES.values()) + 4 + 3 * 2, len(COMPARED)
    zeros = {
        "mention.weight": (width, 4), "mention.bias": (4,), "is.weight": (4,), "later.weight": (4, 1),
        "earlier.weight": (4, 1), "meaning.weight": (4, 2), "pair.weight": (words_width + 2, 1), "pair.bias": (1,),
        "link.weight": (1,), "anaphor.weight": (4,),
    }  # fmt: skip
    made = {name: np.zeros(shape, np.float32) for name, shape in zeros.items()}
    for name, weight in pair.items():
        made["pair.weight"][COMPARED.index(name.replace("_", " ")), 0] = weight
    made |= {"link.weight": np.ones(1, np.float32), "is.bias": np.ones(1, np.float32)}
    made |= {"anaphor.bias": np.array([-0.5], np.float32), "least": np.array(0, np.float32)}
    return Ranker.of(made)


def states(*sentences: Sentence) -> list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    return [np.zeros((len(sentence.tokens), 2), np.float32) for sentence in sentences]


def test_phrases_end_where_ontogum_ends_them() -> None:
    found = spans(MET)
    assert found["The minister , a general"] == Shape.PHRASE
    assert found["The minister"] == Shape.SHORT
    assert found["a general"] == Shape.PHRASE
    assert found["Wang Yi and his aides"] == Shape.WHOLE
    assert found["Wang Yi"] == found["his aides"] == found["his"] == Shape.PHRASE
    assert found["Tianjin"] == Shape.PHRASE
    assert "Yi" not in found and "in Tianjin" not in found


def test_a_possessor_keeps_its_mark() -> None:
    assert {"The minister 's aides", "The minister 's", "it"} == set(spans(SAID))


def test_a_name_that_is_no_phrase_is_a_candidate() -> None:
    assert spans(MET, (6, 7, NameType.PERSON))["Wang"] == Shape.NAME


def test_what_a_candidate_is() -> None:
    described = describe([parsed(MET, ((6, 8, NameType.PERSON),)), parsed(SAID), parsed(LEFT)])
    rows = {(c.sentence, c.first, c.last): row for row, c in enumerate(described.candidates)}
    name, his, he = rows[0, 6, 8], rows[0, 9, 10], rows[2, 0, 1]
    assert described.columns["name"][name] == 1
    assert described.columns["possessive"][his] == 1
    assert described.columns["gender"][he] == described.columns["gender"][his] == 1
    assert described.columns["number"][rows[0, 6, 11]] == 2
    assert described.columns["expletive"][rows[1, 5, 6]] == 1
    assert described.ids["linked"][rows[0, 3, 5]] == described.ids["word"][rows[0, 0, 2]]
    for column, size in CLASSES.items():
        assert described.columns[column].max() < size


def test_what_repeats_is_linked_and_the_rest_is_dropped() -> None:
    one, other = parsed(MET), parsed(SAID)
    found = find_clusters(ranker(same_words=1), [one, other], states(one, other))
    said = [sorted(words((MET, SAID)[m.sentence], m) for m in cluster) for cluster in found]
    assert said == [["The minister", "The minister 's"]]


def test_the_best_antecedent_wins_and_the_nearest_of_equals() -> None:
    later, earlier = np.array([1, 2, 2, 3]), np.array([0, 0, 1, 2])
    assert antecedents(4, later, earlier, np.array([1, 2, 1, -1], np.float32)) == [0, 0, 0, 3]
    assert antecedents(4, later, earlier, np.array([1, 2, 2, 0], np.float32)) == [0, 0, 1, 3]


def test_the_work_grows_no_faster_than_the_report() -> None:
    sentences = [parsed(MET), parsed(SAID), parsed(LEFT)] * 400
    described = describe(sentences)
    later, earlier = pairs_of(described)
    assert (earlier < later).all()
    assert len(later) <= len(described) * (NEAREST + 3 * ALIKE + 2)
    find_clusters(ranker(same_words=1), sentences, states(*sentences))


def test_far_repetition_is_still_seen() -> None:
    sentences = [parsed(MET), *[parsed(LEFT)] * (2 * NEAREST), parsed(SAID)]
    found = find_clusters(ranker(same_words=1), sentences, states(*sentences))
    assert {m.sentence for m in found[0]} == {0, len(sentences) - 1}


def test_numbers_lie_between_nought_and_one() -> None:
    described = describe([parsed(MET), parsed(SAID), parsed(LEFT)])
    table = compare(described, *pairs_of(described))
    assert table.shape[1] == len(COMPARED) == len(set(COMPARED))
    assert table.min() >= 0 and table.max() <= 1


@pytest.mark.parametrize("sentences", [[], [parsed(LEFT)]])
def test_a_report_without_two_candidates_has_no_clusters(sentences: list[Sentence]) -> None:
    assert find_clusters(ranker(), sentences, states(*sentences)) == ()


def test_a_broken_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="missing or broken"):
        Ranker.load(tmp_path / "coref.npz")
    np.savez(tmp_path / "coref.npz", least=np.zeros(1))
    with pytest.raises(EncoderError, match=NAMES[0]):
        Ranker.load(tmp_path / "coref.npz")
