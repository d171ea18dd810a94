"""Text to sentences, words, trees and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tidings.encoder.chunks import cut
from tidings.encoder.decode import Grammar, make_sentence
from tidings.encoder.lemma import known_lemmas
from tidings.encoder.network import LONGEST, Network
from tidings.encoder.sentences import find_sentences
from tidings.encoder.words import Range
from tidings.record import SILENT_ZONES, Document, Sentence

_LABELS = ("upos", "features", "scripts", "relations")


@dataclass(frozen=True, slots=True)
class Encoder:
    """Reads the grammar and the names of English text with one model. Use `Encoder.load` to make one."""

    network: Network
    grammar: Grammar

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 1) -> Encoder:
        """The encoder with the model of a folder, or the one that ships with Tidings.

        `threads` is the number of processor cores one sentence may use. Raises `EncoderError` where the model is
        missing or of another version.

        >>> sentence = Encoder.load().parse_words([["Egypt", "rejected", "the", "proposal", "."]])[0]
        >>> [(token.lemma, token.pos, token.head) for token in sentence.tokens][:2]
        [('Egypt', 'PROPN', 1), ('reject', 'VERB', -1)]
        """
        network = Network(path, threads)
        upos, features, scripts, relations = (network.labels[name] for name in _LABELS)
        return cls(network, Grammar(upos, features, scripts, relations, known_lemmas(network.folder), {}))

    @property
    def origin(self) -> str:
        """The model's name and the beginning of its checksum, for `Evidence.origin`."""
        return self.network.origin

    def encode(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """The sentences of each document, in text order, of all zones but bylines, sources and boilerplate.

        Every sentence is read alone, so that its reading does not depend on its neighbours. Offsets are code points
        of the document's text.
        """
        return [tuple(self._read(document.text, words) for words in _words(document)) for document in documents]

    def parse_words(self, sentences: Sequence[Sequence[str]]) -> list[Sentence]:
        """The trees and names of sentences whose words are known; offsets are those of the words joined by spaces."""
        return [self._read(" ".join(words), _joined(words)) for words in sentences if words]

    def _read(self, text: str, words: Sequence[Range]) -> Sentence:
        forms = [text[start:end] for start, end in words]
        pieces = self.network.pieces(forms)
        if len(pieces.ids) <= LONGEST:
            return make_sentence(self.grammar, forms, words, [self.network.read(pieces)])
        lengths = [len(self.network.word_pieces(form)) for form in forms]
        parts = [self.network.read(self.network.pieces(forms[part])) for part in cut(lengths)]
        return make_sentence(self.grammar, forms, words, parts)


def _words(document: Document) -> Iterator[list[Range]]:
    """The words of each sentence; without zones the whole text is one."""
    if not document.zones:
        yield from find_sentences(document.text, 0, len(document.text))
    for zone in document.zones:
        if zone.kind not in SILENT_ZONES:
            yield from find_sentences(document.text, zone.span.start, zone.span.end)


def _joined(words: Sequence[str]) -> list[Range]:
    ranges, start = [], 0
    for word in words:
        ranges.append((start, start + len(word)))
        start += len(word) + 1
    return ranges
