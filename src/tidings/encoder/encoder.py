"""Text to sentences, words, trees and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tidings.encoder.batches import plan
from tidings.encoder.chunks import cut
from tidings.encoder.coref import Candidate, Ranker, find_clusters
from tidings.encoder.decode import Grammar, make_sentence
from tidings.encoder.judge import Opinion, Weights
from tidings.encoder.lemma import known_lemmas
from tidings.encoder.network import LONGEST, Network, Pieces, Reading
from tidings.encoder.sentences import find_sentences
from tidings.encoder.words import Range
from tidings.record import SILENT_ZONES, Document, Sentence, Span

_LABELS = ("upos", "features", "scripts", "kinds", "relations")
#: Sentences kept for when they come again, as in copies of one wire report: some 110 MB, 1,200 bytes a word.
_REMEMBERED = 4_000

Forms = tuple[str, ...]
#: What was read of a sentence, in one part or, where it is longer than the model can see, in several.
Parts = tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document as the encoder reads it.

    Its sentences, what the judge says of each, and the things it speaks of more than once: for each the spans of its
    mentions, in text order.
    """

    sentences: tuple[Sentence, ...]
    opinions: tuple[Opinion, ...]
    things: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Encoder:
    """Reads the grammar and the names of English text with one model. Use `Encoder.load` to make one."""

    network: Network
    grammar: Grammar
    ranker: Ranker
    judge: Weights
    seen: dict[Forms, Parts] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 1) -> Encoder:
        """The encoder with the model of a folder, or the one that ships with Tidings.

        `threads` is the number of processor cores one batch may use. Raises `EncoderError` where the model is
        missing or of another version.

        >>> sentence = Encoder.load().parse_words([["Egypt", "rejected", "the", "proposal", "."]])[0]
        >>> [(token.lemma, token.pos, token.head) for token in sentence.tokens][:2]
        [('Egypt', 'PROPN', 1), ('reject', 'VERB', -1)]
        """
        network = Network(path, threads)
        upos, features, scripts, kinds, relations = (network.labels[name] for name in _LABELS)
        known = known_lemmas(network.folder)
        grammar = Grammar(upos, features, scripts, kinds, relations, known, {}, network.hints)
        ranker, judge = Ranker.load(network.folder / "coref.npz"), Weights.load(network.folder / "judge.npz")
        return cls(network, grammar, ranker, judge)

    @property
    def origin(self) -> str:
        """The model's name and the beginning of its checksum, for `Evidence.origin`."""
        return self.network.origin

    def encode(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """The sentences of each document, in text order, of all zones but bylines, sources and boilerplate.

        Sentences of all documents are read together, those of one length at a time, and none of them depends on
        another: documents read the same in any company and order. Offsets are code points of the document's text.
        """
        return [tuple(sentence for sentence, _ in read) for read in self._encode(documents)]

    def read(self, documents: Sequence[Document]) -> list[Parsed]:
        """The same, with what the judge says and which words speak of one thing.

        >>> text = "The minister said he would resign."
        >>> (parsed,) = Encoder.load().read([Document.of(text, ())])
        >>> [[span.slice(text) for span in thing] for thing in parsed.things]
        [['The minister', 'he']]
        """
        return [self._parsed(read) for read in self._encode(documents)]

    def _parsed(self, read: Sequence[tuple[Sentence, Parts]]) -> Parsed:
        sentences = tuple(sentence for sentence, _ in read)
        states = [np.concatenate([part.coref for part in parts]) for _, parts in read]
        found = find_clusters(self.ranker, sentences, states)
        things = tuple(tuple(_span(sentences[m.sentence], m) for m in cluster) for cluster in found)
        return Parsed(sentences, tuple(self._opinion(parts) for _, parts in read), things)

    def _opinion(self, parts: Parts) -> Opinion:
        if len(parts) == 1:
            return Opinion(self.judge, *parts[0].judged)
        columns = zip(*(part.judged for part in parts), strict=True)
        return Opinion(self.judge, *(np.concatenate(column) for column in columns))

    def _encode(self, documents: Sequence[Document]) -> list[list[tuple[Sentence, Parts]]]:
        """The sentences of each document, each with what the model said of it."""
        words = [list(_words(document)) for document in documents]
        forms = [
            tuple(document.text[start:end] for start, end in sentence)
            for document, sentences in zip(documents, words, strict=True)
            for sentence in sentences
        ]
        read = iter(zip(forms, self._read(forms), strict=True))
        return [[self._made(*next(read), ranges) for ranges in sentences] for sentences in words]

    def _made(self, forms: Forms, parts: Parts, ranges: Sequence[Range]) -> tuple[Sentence, Parts]:
        return make_sentence(self.grammar, forms, parts, ranges), parts

    def parse_words(self, sentences: Sequence[Sequence[str]]) -> list[Sentence]:
        """The trees and names of sentences whose words are known; offsets are those of the words joined by spaces."""
        forms = [tuple(words) for words in sentences if words]
        read = zip(forms, self._read(forms), strict=True)
        return [make_sentence(self.grammar, words, parts, _joined(words)) for words, parts in read]

    def _read(self, sentences: Sequence[Forms]) -> list[Parts]:
        """What the model says of each sentence; one that it has read before is not read again."""
        new = [forms for forms in dict.fromkeys(sentences) if forms not in self.seen]
        jobs = [(forms, pieces) for forms in new for pieces in self._pieces(forms)]
        read: dict[int, Reading] = {}
        for batch in plan([len(pieces.ids) for _, pieces in jobs]):
            read.update(zip(batch, self.network.read([jobs[index][1] for index in batch]), strict=True))
        found: dict[Forms, Parts] = {}
        for index, (forms, _) in enumerate(jobs):
            found[forms] = (*found.get(forms, ()), read[index])
        answers = [found.get(forms) or self.seen[forms] for forms in sentences]
        self._remember(found)
        return answers

    def _pieces(self, forms: Forms) -> Iterator[Pieces]:
        pieces = self.network.pieces(forms)
        if len(pieces.ids) <= LONGEST:
            yield pieces
        else:
            lengths = [len(self.network.word_pieces(form)) for form in forms]
            yield from (self.network.pieces(forms[part]) for part in cut(lengths))

    def _remember(self, found: dict[Forms, Parts]) -> None:
        self.seen.update(found)
        while len(self.seen) > _REMEMBERED:
            del self.seen[next(iter(self.seen))]


def _words(document: Document) -> Iterator[list[Range]]:
    """The words of each sentence; without zones the whole text is one."""
    if not document.zones:
        yield from find_sentences(document.text, 0, len(document.text))
    for zone in document.zones:
        if zone.kind not in SILENT_ZONES:
            yield from find_sentences(document.text, zone.span.start, zone.span.end)


def _span(sentence: Sentence, mention: Candidate) -> Span:
    return Span(sentence.tokens[mention.first].span.start, sentence.tokens[mention.last - 1].span.end)


def _joined(words: Sequence[str]) -> list[Range]:
    ranges, start = [], 0
    for word in words:
        ranges.append((start, start + len(word)))
        start += len(word) + 1
    return ranges
