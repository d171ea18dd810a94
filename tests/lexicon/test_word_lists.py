"""Lists of words: each file holds the lists its stage asks for, and a wrong word is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon.word_lists import (
    load_actor_words,
    load_event_words,
    load_nouns,
    load_toponym_words,
    read_lists,
)


def test_the_shipped_lists_keep_their_shape() -> None:
    for load in (load_nouns, load_event_words, load_actor_words, load_toponym_words):
        words = load()
        assert all(getattr(words, name) for name in type(words).__slots__)


def test_no_word_measures_in_two_ways() -> None:
    nouns = load_nouns()
    assert nouns.counts.isdisjoint(nouns.measures | nouns.crowds)
    assert load_event_words().aimed.isdisjoint(load_event_words().befalling)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a, b]", "words.yaml: must be a mapping from names to lists of words"),
        ("here: [in]", "words.yaml: there: is missing"),
        ("{here: [in], there: [at], where: [to]}", "words.yaml: where: is no list of this file"),
        ("{here: in, there: [at]}", "words.yaml: here: must be a list of words"),
        ("{here: [], there: [at]}", "words.yaml: here: must be a list of words"),
        ("{here: [In], there: [at]}", "words.yaml: here: 'In': must be a word in lower case"),
        ("{here: [1], there: [at]}", "words.yaml: here: 1: must be a word in lower case"),
        ("{here: [in, at, in], there: [at]}", "words.yaml: here: 'in' stands there twice"),
        ("{here: [in", "words.yaml"),
    ],
)
def test_a_wrong_list_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "words.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(DataError, match="^" + said.replace("[", r"\[")):
        read_lists(file, ("here", "there"))


def test_on_no_and_yes_are_words(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("here: [on, no, yes]", "utf-8")
    assert read_lists(file, ("here",)) == {"here": {"on", "no", "yes"}}
