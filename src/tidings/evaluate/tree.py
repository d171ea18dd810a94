"""Trees: with gold words, and from raw text as in the CoNLL 2018 shared task (Zeman et al. 2018)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tidings.encoder import Encoder
from tidings.errors import UsageError
from tidings.evaluate.scores import f1
from tidings.record import Document, Sentence, Span, Token, Zone, ZoneKind


@dataclass(frozen=True, slots=True)
class Treebank:
    """One file: its text, rebuilt from the forms and what is said of the spaces between them, and its trees."""

    text: str
    forms: tuple[tuple[str, ...], ...]
    sentences: tuple[Sentence, ...]


def score_tree(path: Path, encoder: Encoder) -> tuple[int, dict[str, float]]:
    """How many sentences, and the figures on a CoNLL-U file or a folder of them.

    With gold words: `las` (relations without their subtypes, as CoNLL 2018 counts them), `las_full` (with them),
    `uas`, `upos`, `lemma`. From raw text, as F1 with words aligned by their characters: `raw_las`, `raw_sentences`,
    `raw_tokens`. Raises `UsageError` where there is no CoNLL-U file.
    """
    files = sorted(path.glob("*.conllu")) if path.is_dir() else [path]
    if not files:
        raise UsageError(f"{path} holds no .conllu file")
    counts: Counter[str] = Counter()
    for file in files:
        bank = read_treebank(file)
        read = encoder.parse_words([list(forms) for forms in bank.forms])
        counts.update(_with_gold_words(bank.sentences, read))
        raw = encoder.encode([_document(bank.text)])[0]
        counts.update(_from_raw_text(bank.sentences, raw))
    words = counts["words"] or 1
    figures = {name: counts[name] / words for name in ("las", "las_full", "uas", "upos", "lemma")}
    for name, read_, total in (
        ("raw_las", "raw_words", "words"),
        ("raw_sentences", "raw_found", "sentences"),
        ("raw_tokens", "raw_words", "words"),
    ):
        figures[name] = f1(counts[name], counts[read_], counts[total])
    return counts["sentences"], figures


def _with_gold_words(gold: Sequence[Sentence], read: Sequence[Sentence]) -> Iterator[str]:
    for one, other in zip(gold, read, strict=True):
        yield "sentences"
        for right, found in zip(one.tokens, other.tokens, strict=True):
            yield "words"
            yield from _right(right, found, right.head == found.head)


def _right(gold: Token, found: Token, attached: bool) -> Iterator[str]:
    """What of a word was read right; `attached` says whether its head was."""
    if attached:
        yield "uas"
        if plain(gold.relation) == plain(found.relation):
            yield "las"
        if gold.relation == found.relation:
            yield "las_full"
    if gold.pos == found.pos:
        yield "upos"
    if gold.lemma == found.lemma:
        yield "lemma"


def plain(relation: str) -> str:
    """A relation without its subtype.

    >>> plain("nsubj:pass")
    'nsubj'
    """
    return relation.split(":")[0]


def _from_raw_text(gold: Sequence[Sentence], read: Sequence[Sentence]) -> Iterator[str]:
    spans = {sentence.span for sentence in gold}
    words = {edge[0]: edge for sentence in gold for edge in _edges(sentence)}
    for sentence in read:
        yield "raw_found"
        if sentence.span in spans:
            yield "raw_sentences"
        for edge in _edges(sentence):
            yield "raw_words"
            right = words.get(edge[0])
            if right is not None:
                yield "raw_tokens"
                if right == edge:
                    yield "raw_las"


def _edges(sentence: Sentence) -> Iterable[tuple[Span, Span | None, str]]:
    tokens = sentence.tokens
    for token in tokens:
        yield token.span, tokens[token.head].span if token.head >= 0 else None, plain(token.relation)


def _document(text: str) -> Document:
    """A document whose paragraphs are zones."""
    zones, start = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            zones.append(Zone(ZoneKind.BODY, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Document.of(text, tuple(zones))


def read_treebank(path: Path) -> Treebank:
    """The text and the trees of a CoNLL-U file; a new paragraph is a blank line in the text."""
    text, forms, sentences = "", [], []
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        if text:
            new = any(line.startswith(("# newpar", "# newdoc")) for line in lines)
            text = text.rstrip() + ("\n\n" if new else " ")
        start = len(text)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        addition, ranges = _lay_out(rows, start)
        text += addition
        rows = [row for row in rows if row[0].isdigit()]
        tokens = tuple(_token(row, a, b) for row, (a, b) in zip(rows, ranges, strict=True))
        forms.append(tuple(row[1] for row in rows))
        sentences.append(Sentence.of(Span(start, len(text.rstrip())), tokens))
    return Treebank(text.rstrip(), tuple(forms), tuple(sentences))


def _token(row: list[str], start: int, end: int) -> Token:
    features = "" if row[5] == "_" else row[5]
    return Token(Span(start, end), row[2], row[3], features, int(row[6]) - 1, row[7])


def _lay_out(rows: list[list[str]], start: int) -> tuple[str, list[tuple[int, int]]]:
    """The text of a sentence and where its words stand; the words of a contraction share its letters in turn."""
    text, ranges, within, at = "", [], 0, start
    for row in rows:
        if "." in row[0]:
            continue
        word, space = row[1], "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            within, at = int(row[0].split("-")[1]), start + len(text)
            text += word + space
        elif int(row[0]) <= within:
            end = min(at + len(word), start + len(text.rstrip()))
            ranges.append((min(at, end), end))
            at = end
        else:
            ranges.append((start + len(text), start + len(text) + len(word)))
            text += word + space
    return text, ranges
