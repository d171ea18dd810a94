"""The written sentences as examples: their words and heads as the encoder that ships reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tidings.encoder import Encoder
from tidings.encoder.judge import STATUSES, TYPES
from tidings.record import Document, Sentence, Span
from training.acts import Act, Written, read_acts
from training.names import tag
from training.tags import O
from training.trees import Example, Told

NAMES = Path(__file__).with_name("written_names.txt")
_NAME = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]")


def written_acts() -> Iterator[Example]:
    """Every sentence of `training/acts`; where the encoder sees several sentences in a line, each is one."""
    for written in read_acts():
        for sentence in read_sentences(Document.of(written.text, ())):
            yield example_of(written, sentence)


def read_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a text, as the encoder that ships reads them."""
    return _encoder().encode([document])[0]


@cache
def _encoder() -> Encoder:
    return Encoder.load(threads=2)


def example_of(written: Written, sentence: Sentence) -> Example:
    """One sentence of a text, with the acts and parties that stand in it."""
    forms = [token.span.slice(written.text) for token in sentence.tokens]
    heads = {n: [h for place in spans if (h := head_of(sentence, *place))] for n, spans in written.parties.items()}
    acts, none = [], []
    for act in written.acts:
        word = head_of(sentence, act.start, act.end)
        if word and act.event_type == "NONE":
            none.append(word)
        elif word:
            acts.append((word, TYPES.index(act.event_type), STATUSES.index(act.status), *_sides(act, heads)))
    parties = sorted({head for found in heads.values() for head in found})
    return Example(written.where, forms, acts=Told(acts, parties, none), plain=0.0)


def _sides(act: Act, heads: dict[int, list[int]]) -> tuple[list[int], list[int]]:
    actors, recipients = ([head for n in side for head in heads[n]] for side in (act.actors, act.recipients))
    return actors, recipients


def head_of(sentence: Sentence, start: int, end: int) -> int | None:
    """The word, from 1, that the others of a span depend on; None where the span lies in no word of the sentence."""
    head = sentence.head_in(Span(start, end))
    return None if head is None else head + 1


def written_names() -> Iterator[Example]:
    """Every sentence of `written_names.txt`; all its names are marked, so that other words are in none."""
    for number, line in enumerate(NAMES.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            forms: list[str] = []
            spans, at = [], 0
            for name in _NAME.finditer(line):
                forms += line[at : name.start()].split()
                first = len(forms)
                forms += name[2].split()
                spans.append((first, len(forms), (name[1],)))
                at = name.end()
            forms += line[at:].split()
            yield Example(f"{NAMES.name}:{number}", forms, names=tag(forms, spans, O))
