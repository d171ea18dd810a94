"""Sentences into tensors: numbers, buckets of like length, and the looks of the news."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch

from tidings.encoder.shape import SHAPES, shape_of
from tidings.encoder.wordpiece import WordPiece
from training.base import base_vocabulary
from training.gazetteer import demonyms, news_places
from training.hints import hints
from training.lessons import acts_of
from training.model import Batch, Labels, Reader
from training.tags import PLAIN, begin, plain
from training.targets import NOTHING
from training.trees import Example

LONGEST = 300
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "PRON", "AUX"})


class Numbers:
    """Turns examples into batches."""

    def __init__(self, pieces: WordPiece, labels: Labels) -> None:
        self.pieces = pieces
        self.upos = {label: i for i, label in enumerate(labels.upos)}
        self.features = {label: i for i, label in enumerate(labels.features)}
        self.scripts = {label: i for i, label in enumerate(labels.scripts)}
        self.relations = {label: i for i, label in enumerate(labels.relations)}
        self.kinds = {label: i for i, label in enumerate(labels.kinds)}
        self.tags = len(labels.names)
        self.hints = hints()
        self.chance = random.Random(1)

    def batch(self, examples: Sequence[Example]) -> Batch:
        rows = [self._row(example) for example in examples]
        columns = [_padded([row[i] for row in rows], 0 if i < 4 else NOTHING) for i in range(len(rows[0]))]
        masks = [[0, *(e.names or [0] * len(e.forms))] for e in examples]
        facts = [[float(NOTHING), *_judged(e)] for e in examples]
        return Batch(
            *columns,
            facts=_padded(facts, NOTHING),
            names=_bits(masks, self.tags),
            plain=_bits([[plain(mask) for mask in row] for row in masks], len(PLAIN)),
            weight=torch.tensor([e.plain for e in examples]),
            acts=acts_of(examples, self.chance),
        )

    def length(self, example: Example) -> int:
        return 2 + sum(len(self.pieces(form)) for form in example.forms)

    def _row(self, e: Example) -> tuple[list[int], ...]:
        ids, shapes, hints, first = [self.pieces.start], [0], [0], [0]
        for form in e.forms:
            pieces = self.pieces(form)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape_of(form)] * len(pieces))
            hints.extend([self.hints(form)] * len(pieces))
        ids.append(self.pieces.end)
        shapes.append(0)
        hints.append(0)
        empty = [""] * len(e.forms)
        return (
            ids,
            shapes,
            hints,
            first,
            [NOTHING, *(self.upos.get(x, NOTHING) for x in e.upos or empty)],
            [NOTHING, *(self.features.get(x, NOTHING) for x in e.features)] if e.upos else [NOTHING] * len(first),
            [NOTHING, *(self.scripts.get(x, NOTHING) for x in e.scripts or empty)],
            [NOTHING, *(e.heads or [NOTHING] * len(e.forms))],
            [NOTHING, *(self.relations.get(x, NOTHING) for x in e.relations or empty)],
            [NOTHING, *(self.kinds[x] for x in e.kinds)] if e.kinds else [NOTHING] * len(first),
        )


def untrained(labels: Labels) -> tuple[Reader, Numbers]:
    """A reader that has learned nothing, and what makes its batches."""
    vocabulary = base_vocabulary()
    return Reader(len(vocabulary), len(SHAPES), labels), Numbers(WordPiece(vocabulary), labels)


def _judged(e: Example) -> list[float]:
    return [float(NOTHING) if fact is None else fact for fact in e.facts or [None] * len(e.forms)]


def _bits(masks: list[list[int]], count: int) -> torch.Tensor:
    return ((_padded(masks, 0)[:, :, None] >> torch.arange(count)) & 1).bool()


def _padded(rows: Sequence[Sequence[float]], fill: int) -> torch.Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *([fill] * (width - len(row)))] for row in rows])


def epoch(examples: Sequence[Example], numbers: Numbers, pieces: int, chance: random.Random) -> Iterator[Batch]:
    """Every example once, in its looks of this epoch, in batches of about `pieces` word pieces of like length."""
    changed = [as_news(example, chance) for example in examples if example.forms]
    sizes = [numbers.length(example) * chance.uniform(0.9, 1.1) for example in changed]
    groups = list(filled(sizes, pieces))
    chance.shuffle(groups)
    return (numbers.batch([changed[i] for i in group]) for group in groups)


def filled(sizes: Sequence[float], pieces: int) -> Iterator[list[int]]:
    """The numbers of sentences of these sizes, in groups of like size that fill `pieces`; without the too long."""
    group: list[int] = []
    for i in sorted((i for i, size in enumerate(sizes) if size <= LONGEST), key=sizes.__getitem__):
        if group and (len(group) + 1) * sizes[i] > pieces:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


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
    cut |= {name: getattr(e, name)[:last] for name in ("facts", "kinds", "misc")}
    return replace(e, names=e.names[:last], **cut)
