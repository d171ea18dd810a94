"""Reports with their trees in one line a sentence: `word/POS/relation>head`.

Heads count from 1; `!` follows the part of speech of a finite verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from tidings.encoder.wordpiece import PLAIN
from tidings.record import Analysis, Document, Sentence, Span, Token, Zone, ZoneKind


def report(*paragraphs: Sequence[tuple[str, str]]) -> Analysis:
    """A report of paragraphs, each a list of sentences with their trees."""
    text, zones, sentences = "", [], []
    for paragraph in paragraphs:
        start = len(text)
        for words, tree in paragraph:
            sentences.append(_sentence(words, tree, len(text)))
            text += words + " "
        text = text.rstrip()
        zones.append(Zone(ZoneKind.BODY, Span(start, len(text))))
        text += "\n\n"
    return Analysis(Document.of(text, tuple(zones)), tuple(sentences))


def _sentence(words: str, tree: str, offset: int) -> Sentence:
    tokens, at = [], 0
    for item in tree.split():
        form, pos, arc = item.rsplit("/", 2)
        relation, head = arc.split(">")
        at = words.index(form, at)
        features = "VerbForm=Fin" if pos.endswith("!") else ""
        span = Span(offset + at, offset + at + len(form))
        lemma = form.translate(PLAIN) if pos == "PUNCT" else form.lower()
        tokens.append(Token(span, lemma, pos.rstrip("!"), features, int(head) - 1, relation))
        at += len(form)
    return Sentence.of(Span(offset, offset + len(words)), tuple(tokens))
