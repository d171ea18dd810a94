"""Word pieces, lemmas, trees and names out of numbers."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.encoder.chunks import cut, join_heads
from tidings.encoder.decode import find_names, with_one_subject
from tidings.encoder.lemma import apply_script, lemma_script
from tidings.encoder.shape import SHAPES, shape_of
from tidings.encoder.tree import best_tree, is_tree
from tidings.encoder.wordpiece import WordPiece
from tidings.record import NameType, Span, Token

PIECES = WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##aff", "##able", "cafe", "-", "'", "s", "中", "..."])


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("unaffable", (4, 5, 6)),
        ("CAFÉ", (7,)),
        ("cafe\u0301", (7,)),
        ("–", (8,)),
        ("’s", (9, 10)),
        ("中中", (11, 11)),
        ("xyz", (1,)),
        ("a" * 101, (1,)),
        ("\x00", (1,)),
        ("\u200d", (1,)),
    ],
)
def test_word_pieces(word: str, ids: tuple[int, ...]) -> None:
    assert PIECES(word) == ids
    assert PIECES(word) == ids


@given(st.text(max_size=120))
def test_every_word_has_a_piece_and_a_case(word: str) -> None:
    assert PIECES(word)
    assert 0 < shape_of(word) < len(SHAPES)


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_a_script_makes_the_lemma_it_was_made_from(form: str, lemma: str) -> None:
    if "|" not in lemma:
        assert apply_script(lemma_script(form, lemma), form) == lemma


@given(st.text(min_size=1, max_size=8), st.integers(0, 9), st.sampled_from(["", "y", "ing"]))
def test_a_script_never_leaves_a_word_without_lemma(form: str, cut_off: int, ending: str) -> None:
    assert apply_script(f"l|{cut_off}|{ending}", form)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_best_tree_is_the_best_of_all_trees(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words + 1, words + 1))
    heads = best_tree(scores)
    trees = [tree for tree in product(range(words + 1), repeat=words) if is_tree(tree)]

    def total(tree: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(tree, 1)))

    assert is_tree(heads)
    assert total(heads) == pytest.approx(max(map(total, trees)))


def test_a_large_tree_is_found() -> None:
    scores = np.random.default_rng(1).normal(size=(255, 255))
    assert is_tree(best_tree(scores))


def test_long_sentences_are_cut_and_joined() -> None:
    assert cut([100, 100, 100], 254) == [slice(0, 2), slice(2, 3)]
    assert join_heads([[2, 0], [0, 1], [0]]) == [2, 0, 2, 3, 2]


def _scores(*tags: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.eye(21, dtype=np.float32)[list(tags)]


def test_names_from_tags() -> None:
    person, inside_person, org, inside_org = 1, 2, 3, 4
    assert list(find_names(_scores(0, person, inside_person, 0, inside_org, org))) == [
        (1, 3, NameType.PERSON),
        (4, 5, NameType.ORG),
        (5, 6, NameType.ORG),
    ]


def test_a_name_has_one_type() -> None:
    scores = _scores(1, 4, 4)
    scores[0, 3] = 0.5
    assert list(find_names(scores)) == [(0, 3, NameType.ORG)]


def _tree(*words: tuple[str, int, str]) -> list[Token]:
    """Words as part of speech, head (from 0, -1 the root) and relation."""
    return [Token(Span(at, at + 1), "x", pos, "", head, relation) for at, (pos, head, relation) in enumerate(words)]


ROOT = ("VERB", -1, "root")


@pytest.mark.parametrize(
    ("words", "relations"),
    [
        # "he met ministers": both were called subjects
        ((("PRON", 1, "nsubj"), ROOT, ("NOUN", 1, "nsubj")), "nsubj root obj"),
        # "arrived ministers": the only subject, though it comes late
        ((ROOT, ("NOUN", 0, "nsubj")), "root nsubj"),
        # "ministers, they met": both before the verb
        ((("NOUN", 2, "nsubj"), ("PRON", 2, "nsubj"), ROOT), "nsubj nsubj root"),
        # "he met them ministers": it has its object
        ((("PRON", 1, "nsubj"), ROOT, ("PRON", 1, "obj"), ("NOUN", 1, "nsubj")), "nsubj root obj nsubj"),
        # "it tool is": no verb, no object
        ((("PRON", 1, "nsubj"), ("NOUN", -1, "root"), ("NOUN", 1, "nsubj")), "nsubj root nsubj"),
    ],
)
def test_a_second_subject_after_its_verb_is_its_object(words: tuple[tuple[str, int, str], ...], relations: str) -> None:
    mended = with_one_subject(_tree(*words))
    assert " ".join(token.relation for token in mended) == relations
    assert with_one_subject(mended) == mended
