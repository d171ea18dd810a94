"""The encoder with the model that ships."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tidings.encoder import Encoder
from tidings.encoder.network import Network, Pieces, Reading
from tidings.encoder.tree import is_tree
from tidings.errors import EncoderError
from tidings.record import Document, NameType, Sentence, Span, Zone, ZoneKind

TEXT = (
    "Kenya's foreign minister has met a Sudanese delegation in Nairobi. “We shall give neither side weapons "
    "or Somali bases”, the spokesman wrote on Twitter. The European Union imposed sanctions on Belarus in June 2021."
)

ROWS = (
    ("Turkey", "Monday", "Greece"),
    ("Chad", "Friday", "its neighbour, after weeks of shelling along the border,"),
    ("The foreign minister of Peru", "Tuesday", "Chile"),
    ("Ghana", "Sunday", "Togo"),
)


@cache
def encoder() -> Encoder:
    return Encoder.load()


def read(text: str) -> tuple[Sentence, ...]:
    return encoder().encode([Document.of(text, ())])[0]


def test_trees_names_and_lemmas_of_plain_news() -> None:
    first, second, third = read(TEXT)
    lemmas = {TEXT[token.span.start : token.span.end]: (token.lemma, token.pos) for token in first.tokens}
    assert lemmas["met"] == ("meet", "VERB")
    root = next(token for token in third.tokens if token.head < 0)
    assert root.lemma == "impose"
    subject = next(token for token in third.tokens if token.relation == "nsubj")
    assert (subject.lemma, third.tokens[subject.head].lemma) == ("Union", "impose")
    names = {TEXT[n.span.start : n.span.end]: n.type for s in (first, second, third) for n in s.names}
    assert names["Kenya"] == names["Nairobi"] == names["Belarus"] == NameType.GPE
    assert names["Somali"] == NameType.NORP
    assert names["European Union"] == NameType.ORG


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "EU LEADERS AGREE ON SANCTIONS",
        " ".join(["ministers who met in the capital said that the talks would go on"] * 40),
        "\n".join("\t".join(str(row * column) for column in range(12)) for row in range(60)),
        "🇫🇷🤝🇩🇪 !!! 🕊️🕊️🕊️ ??",
        "ეს არის წინადადება. ይህ ዓረፍተ ነገር ነው። 这是一个句子。 これは文です。",
        "😀 ok 👨‍👩‍👧 fine.\x00\x01",
        "\u202eשלום עולם. مرحبا بالعالم.",
        "word " * 700 + ".",
        "a" * 5_000,
        "\ud800 alone",
        ", , ,",
    ],
)
def test_every_sentence_is_a_tree_over_its_own_words(text: str) -> None:
    end = 0
    for sentence in read(text):
        heads = [token.head + 1 for token in sentence.tokens]
        assert is_tree(heads)
        assert sum(map(len, sentence.children)) == len(sentence.tokens) - 1
        assert sentence.span.start >= end
        assert (sentence.tokens[0].span.start, sentence.tokens[-1].span.end) == (sentence.span.start, sentence.span.end)
        for token in sentence.tokens:
            assert end <= token.span.start < token.span.end
            assert token.lemma
            end = token.span.end
        for name in sentence.names:
            assert name.span == Span(sentence.tokens[name.first].span.start, sentence.tokens[name.last - 1].span.end)


def test_nothing_comes_of_nothing() -> None:
    assert encoder().encode([]) == []
    assert read("") == read(" \n\n ") == ()


def test_a_sentence_reads_the_same_whatever_stands_beside_it() -> None:
    documents = [Document.of(text, ()) for text in TEXT.split(". ")]
    alone = [encoder().encode([document])[0] for document in documents]
    order = list(range(len(documents)))
    random.Random(3).shuffle(order)
    together = encoder().encode([documents[i] for i in order])
    assert [together[order.index(i)] for i in range(len(documents))] == alone


def test_batches_change_nothing() -> None:
    texts = [f"{name} said on {day} that the talks with {other} had failed." for name, day, other in ROWS]
    one_by_one = [read(text) for text in texts]
    encoder().seen.clear()
    together = encoder().encode([Document.of(text, ()) for text in reversed(texts)])
    assert together[::-1] == one_by_one


def test_a_sentence_seen_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    whole = Network.read

    def counted(self: Network, sentences: Sequence[Pieces]) -> list[Reading]:
        sizes.append(len(sentences))
        return whole(self, sentences)

    monkeypatch.setattr(Network, "read", counted)
    encoder().seen.clear()
    copies = encoder().encode([Document.of("Wire copy is printed again.", ())] * 3)
    again = encoder().encode([Document.of("  Wire copy is printed again.", ())])[0]
    assert sizes == [1]
    assert copies[0] == copies[1] == copies[2]
    assert [(t.lemma, t.head, t.span.start - 2) for t in again[0].tokens] == [
        (t.lemma, t.head, t.span.start) for t in copies[0][0].tokens
    ]


def test_what_is_remembered_is_bounded() -> None:
    small = replace(encoder(), seen={})
    small.parse_words([[str(number)] for number in range(4_100)])
    assert len(small.seen) == 4_000


def test_an_opinion_on_what_happened() -> None:
    done, hoped = encoder().parse_words(
        [
            ["The", "minister", "visited", "the", "port", "on", "Monday", "."],
            ["The", "minister", "did", "not", "visit", "the", "port", "on", "Monday", "."],
        ]
    )
    facts = [next(t.fact for t in sentence.tokens if t.lemma == "visit") for sentence in (done, hoped)]
    assert facts[0] is not None and facts[1] is not None
    assert facts[0] > 1 > -1 > facts[1]


def test_what_a_phrase_speaks_of() -> None:
    (sentence,) = encoder().parse_words(
        [["The", "ministry", "called", "the", "president", "to", "the", "capital", "."]]
    )
    kinds = {token.lemma: token.kind for token in sentence.tokens}
    assert (kinds["ministry"], kinds["president"], kinds["capital"]) == ("organization", "person", "place")


def test_sentences_stay_within_their_zones_and_silent_zones_are_not_read() -> None:
    text = "Ministers meet\nBy A. Reporter\nThe talks will go on"
    zones = (
        Zone(ZoneKind.HEADLINE, Span(0, 14)),
        Zone(ZoneKind.BYLINE, Span(15, 29)),
        Zone(ZoneKind.BODY, Span(30, len(text))),
    )
    sentences = encoder().encode([Document.of(text, zones)])[0]
    assert [sentence.span.slice(text) for sentence in sentences] == ["Ministers meet", "The talks will go on"]


def test_given_words_are_kept() -> None:
    (sentence,) = encoder().parse_words([["Egypt", "'s", "army"]])
    assert [token.span for token in sentence.tokens] == [Span(0, 5), Span(6, 8), Span(9, 13)]
    assert len(encoder().parse_words([["word"] * 900])[0].tokens) == 900


def test_curly_quotes_read_like_straight_ones() -> None:
    curly, straight = (read(text) for text in ("“We won’t go,” he said.", '"We won\'t go," he said.'))
    assert [(t.pos, t.head, t.relation) for t in curly[0].tokens] == [
        (t.pos, t.head, t.relation) for t in straight[0].tokens
    ]


def test_the_origin_names_the_model() -> None:
    assert encoder().origin.startswith("tidings-encoder-")


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="make train"):
        Encoder.load(tmp_path)
