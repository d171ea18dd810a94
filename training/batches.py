"""Sentences into tensors: numbers, buckets of like length, and the looks of the news."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch

from tidings.encoder.shape import shape_of
from tidings.encoder.wordpiece import WordPiece
from training.gazetteer import demonyms, news_places
from training.model import Batch, Labels
from training.tags import begin
from training.trees import Example

NOTHING, LONGEST = -100, 300
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "PRON", "AUX"})


class Numbers:
    """Turns examples into batches."""

    def __init__(self, pieces: WordPiece, labels: Labels) -> None:
        self.pieces = pieces
        self.upos = {label: i for i, label in enumerate(labels.upos)}
        self.features = {label: i for i, label in enumerate(labels.features)}
        self.scripts = {label: i for i, label in enumerate(labels.scripts)}
        self.relations = {label: i for i, label in enumerate(labels.relations)}
        self.tags = len(labels.names)

    def batch(self, examples: Sequence[Example]) -> Batch:
        rows = [self._row(example) for example in examples]
        fills = (0, 0, 0, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)
        columns = [_padded([row[i] for row in rows], fill) for i, fill in enumerate(fills)]
        masks = _padded([[0, *(e.names or [0] * len(e.forms))] for e in examples], 0)
        bits = (masks[:, :, None] >> torch.arange(self.tags)) & 1
        return Batch(*columns, names=bits.bool())

    def length(self, example: Example) -> int:
        return 2 + sum(len(self.pieces(form)) for form in example.forms)

    def _row(self, e: Example) -> tuple[list[int], ...]:
        ids, shapes, first = [self.pieces.start], [0], [0]
        for form in e.forms:
            pieces = self.pieces(form)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape_of(form)] * len(pieces))
        ids.append(self.pieces.end)
        shapes.append(0)
        empty = [""] * len(e.forms)
        return (
            ids,
            shapes,
            first,
            [NOTHING, *(self.upos.get(x, NOTHING) for x in e.upos or empty)],
            [NOTHING, *(self.features.get(x, NOTHING) for x in e.features)] if e.upos else [NOTHING] * len(first),
            [NOTHING, *(self.scripts.get(x, NOTHING) for x in e.scripts or empty)],
            [NOTHING, *(e.heads or [NOTHING] * len(e.forms))],
            [NOTHING, *(self.relations.get(x, NOTHING) for x in e.relations or empty)],
        )


def _padded(rows: list[list[int]], fill: int) -> torch.Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows])


def epoch(examples: Sequence[Example], numbers: Numbers, pieces: int, chance: random.Random) -> Iterator[Batch]:
    """Every example once, in its looks of this epoch, in batches of about `pieces` word pieces of like length."""
    changed = [as_news(example, chance) for example in examples if example.forms]
    sized = [(numbers.length(e) * chance.uniform(0.9, 1.1), e) for e in changed]
    sized = sorted(((size, e) for size, e in sized if size <= LONGEST), key=lambda pair: pair[0])
    groups: list[list[Example]] = [[]]
    for size, example in sized:
        if (len(groups[-1]) + 1) * size > pieces and groups[-1]:
            groups.append([])
        groups[-1].append(example)
    chance.shuffle(groups)
    return (numbers.batch(group) for group in groups)


def as_news(example: Example, chance: random.Random) -> Example:
    """Now and then a sentence without its full stop, in capitals, as a headline, or about other countries."""
    if chance.random() < 0.25:
        example = _elsewhere(example, chance)
    if example.upos and chance.random() < 0.07:
        example = _unstopped(example)
    draw = chance.random()
    if draw < 0.02:
        return replace(example, forms=[form.upper() for form in example.forms])
    if draw < 0.04:
        return replace(example, forms=[form.lower() for form in example.forms])
    if draw < 0.06 and example.upos:
        title = [f[0].upper() + f[1:] if p in _CONTENT else f for f, p in zip(example.forms, example.upos, strict=True)]
        return replace(example, forms=title)
    return example


def _elsewhere(example: Example, chance: random.Random) -> Example:
    forms, gpe, norp = list(example.forms), begin(("GPE",)), begin(("NORP",))
    for i, names in enumerate(example.names):
        lonely = i + 1 == len(forms) or not example.names[i + 1] & ~1 or example.names[i + 1] & 1
        if names == gpe and lonely and forms[i].isalpha():
            forms[i] = chance.choice(news_places())
        elif names & norp and forms[i].lower() in demonyms() and example.upos and example.upos[i] == "ADJ":
            forms[i] = chance.choice(_adjectives())
    return replace(example, forms=forms)


def _adjectives() -> tuple[str, ...]:
    return _ADJECTIVES


_ADJECTIVES = tuple(
    sorted(w.title() for w in demonyms() if w.endswith(("an", "ese", "ish", "i", "ic")) and w.isalpha())
)


def _unstopped(e: Example) -> Example:
    last = len(e.forms) - 1
    if last < 1 or e.forms[last] != "." or last + 1 in e.heads:
        return e
    cut = {name: getattr(e, name)[:last] for name in ("forms", "upos", "features", "scripts", "heads", "relations")}
    return replace(e, names=e.names[:last], **cut)
