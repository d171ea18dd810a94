"""Words and sentences of raw text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.encoder.sentences import find_sentences
from tidings.encoder.words import find_words

#: Text, and its words with spaces between.
WORDS = [
    ("US-led forces didn't leave.", "US - led forces did n't leave ."),
    ("China's “warm” ties", "China 's “ warm ” ties"),
    ("the ministers’ talks weren’t held", "the ministers ’ talks were n’t held"),
    ("We cannot, and he's gonna", "We can not , and he 's gon na"),
    ("Mr. Li and Gen. Haftar met at 5 p.m. in the U.S.", "Mr. Li and Gen. Haftar met at 5 p.m. in the U.S."),
    ("It cost $3.5bn, or 5%", "It cost $ 3.5 bn , or 5 %"),
    ("1,200 troops on 28/07/2021", "1,200 troops on 28/07/2021"),
    ("the 1990s and the 21st century", "the 1990s and the 21st century"),
    ("See https://example.org/a?b=1, or ask x@example.org.", "See https://example.org/a?b=1 , or ask x@example.org ."),
    ("#COP26 by @who", "#COP26 by @who"),
    ("non-proliferation and pro-Moscow", "non-proliferation and pro-Moscow"),
    ("wait... what?!", "wait ... what ?!"),
    ("he said—without proof—that", "he said — without proof — that"),
    ("O'Brien and Sana'a and Shi'ite", "O'Brien and Sana'a and Shi'ite"),
    ("AT&T, R&D", "AT&T , R&D"),
    ("and/or 9/11", "and / or 9/11"),
    ("John F. Kennedy", "John F. Kennedy"),
    ("(AFP) - A", "( AFP ) - A"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_are_cut_as_in_the_treebanks(text: str, expected: str) -> None:
    assert " ".join(text[a:b] for a, b in find_words(text, 0, len(text))) == expected


SENTENCES = [
    ["Egypt refused.", "Sudan agreed."],
    ['"We will not," he said.', "Talks ended."],
    ["“It is over.”", "The crowd cheered."],
    ['"Who knows?" Smith asked.', "Nobody did."],
    ["Gen. Haftar met U.S. Secretary Pompeo.", "They spoke."],
    ["It left the U.S.", "The ship sank."],
    ["Dr. A. B. Cole of Acme Inc. resigned."],
    ["He came at 5 p.m. on Jan. 3.", "It rained."],
    ["Really?!", "Yes."],
    ["It rose 3.5 percent.", "Then it fell."],
    ["(It failed.)", "They left."],
    ["It is because of X.", "So be it."],
    ["see you there.", "call me?", "will do."],
]


@pytest.mark.parametrize("sentences", SENTENCES)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[s[0][0] : s[-1][1]] for s in find_sentences(text, 0, len(text))] == sentences


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    text = "Ministers meet\n\nThe talks\nwill go on"
    assert [text[s[0][0] : s[-1][1]] for s in find_sentences(text, 0, len(text))] == [
        "Ministers meet",
        "The talks\nwill go on",
    ]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="a.B'’\"- \n?!$1,:/@(U)“”", max_size=200))
def test_words_stand_in_order_and_cover_all_that_is_not_space(text: str) -> None:
    end = 0
    for sentence in find_sentences(text, 0, len(text)):
        assert sentence
        for first, last in sentence:
            assert end <= first < last <= len(text)
            assert not text[end:first].strip()
            assert text[first:last].strip()
            end = last
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "bad", ["a.", "x@", "1,", "('", "!?", "www.a", "é\u0301", "\u202e", "-", "&", "A&", "non-", "'s"]
)
def test_hostile_text_takes_little_time(bad: str) -> None:
    text = bad * 20_000
    started = time.perf_counter()
    assert sum(len(sentence) for sentence in find_sentences(text, 0, len(text))) > 0
    assert time.perf_counter() - started < 5
