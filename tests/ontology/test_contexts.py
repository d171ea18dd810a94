"""The words that speak for PLOVER's contexts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.lexicon import Lexicon
from tidings.lexicon.contexts import load_contexts
from tidings.ontology import load_ontology
from tidings.ontology.source import data_folder, read_yaml


def test_every_context_has_fifteen_words() -> None:
    content = read_yaml(data_folder() / "languages" / "en" / "contexts.yaml")
    assert sorted(content) == sorted(load_ontology().contexts)
    assert not [context for context, words in content.items() if len(set(words)) < 15]


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("the army shell the town", "military"),
        ("voter queue at the polling station", "election"),
        ("lawmaker in the lower house", "legislative"),
        ("peacekeeper from Nepal", "peacekeeping"),
        ("a same-sex marriage", "lgbt"),
        ("the drug cartel", "illegal_drugs"),
        ("ransomware cripple the port", "cyber"),
        ("Nuclear enrichment", "cbrn"),
        ("bribe a minister", "corruption"),
        ("asylum seeker arrive", "asylum"),
    ],
)
def test_words_speak_for_their_context(words: str, context: str) -> None:
    assert context in Lexicon().contexts.of(words.split())


def test_other_words_speak_for_none() -> None:
    assert Lexicon().contexts.of(["the", "cat", "sleep", "on", "a", "chair"]) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("love: [kiss]", "love: must be one of PLOVER's contexts"),
        ("health: doctor", "health: must be a list"),
        ("- x", "must be a mapping"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "contexts.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=f"contexts.yaml: {message}"):
        load_contexts(path)
