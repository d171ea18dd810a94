"""The learned coreference: what it adds to the mentions that rules find."""

from __future__ import annotations

from dataclasses import replace

from readings import analyse

from tidings.annotate.actor import follow_things
from tidings.record import Analysis, Span

TEXT = "Hezbollah buried three men in Beirut, where France has an embassy.\nThe outfit thanked the mourners."


def _told(analysis: Analysis, *words: str) -> Analysis:
    """The analysis after it was told that some words speak of one thing."""
    spans = tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)
    return follow_things(replace(analysis, things=(spans,)))


def _actor_of(analysis: Analysis, word: str) -> str | None:
    head = Span(TEXT.index(word), TEXT.index(word) + len(word))
    return next((mention.actor for mention in analysis.actor_mentions if mention.mention.head == head), None)


def test_words_for_a_named_actor_become_a_mention_of_it() -> None:
    analysis = _told(analyse(TEXT), "Hezbollah", "The outfit")
    assert _actor_of(analysis, "outfit") == _actor_of(analysis, "Hezbollah") is not None
    added = next(m for m in analysis.actor_mentions if m.evidence.origin == "model:coreference")
    assert added.mention.span.slice(TEXT) == "The outfit"


def test_a_thing_with_two_names_says_nothing() -> None:
    assert _actor_of(_told(analyse(TEXT), "Hezbollah", "France", "The outfit"), "outfit") is None


def test_without_things_nothing_changes() -> None:
    assert follow_things(analyse(TEXT)) == analyse(TEXT)


def test_they_are_no_single_person_and_i_is_whoever_speaks() -> None:
    text = "Hezbollah met Kenya's president William Ruto.\nThey thanked him, and I left."
    analysis = analyse(text)
    heads = {word: Span(text.index(word), text.index(word) + len(word)) for word in ("Hezbollah", "Ruto", "They", "I")}
    heads["I"] = Span(text.index(" I ") + 1, text.index(" I ") + 2)
    analysis = follow_things(replace(analysis, things=(tuple(sorted(heads.values())),)))
    known = {mention.mention.head: mention.actor for mention in analysis.actor_mentions}
    assert heads["I"] not in known
    assert known.get(heads["They"]) == known[heads["Hezbollah"]]
