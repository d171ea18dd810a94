"""The reader: the transformer and its heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import torch
from torch import Tensor, nn
from torch.nn import functional

from tidings.encoder.hints import HINTS
from training.bricks import WIDTH, Transformer, first_of
from training.judge import Acts, Judge
from training.tags import PLAIN
from training.targets import NOTHING, cross

LOOK_WIDTH, ARC, LABEL = 16, 256, 96
WORD_WIDTH = WIDTH + 2 * LOOK_WIDTH
#: The heads that choose one of several labels for each word.
TAGGERS = ("upos", "features", "scripts", "kinds")


@dataclass(frozen=True)
class Labels:
    """The label sets of the heads, in the order of their outputs."""

    upos: tuple[str, ...]
    features: tuple[str, ...]
    scripts: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]

    @classmethod
    def of(cls, saved: Mapping[str, Sequence[str]]) -> Labels:
        """Those that were saved with the weights of a reader."""
        return cls(*(tuple(found) for found in saved.values()))


@dataclass
class Batch:
    """Sentences as tensors. Word 0 of every sentence is the root; targets of -100 (or all-true names) teach nothing."""

    ids: Tensor
    shapes: Tensor
    hints: Tensor
    first: Tensor
    upos: Tensor
    features: Tensor
    scripts: Tensor
    heads: Tensor
    relations: Tensor
    kinds: Tensor
    facts: Tensor
    names: Tensor
    plain: Tensor
    weight: Tensor
    acts: Acts

    def to(self, device: str) -> Batch:
        """The same on another device."""
        return Batch(*(getattr(self, field.name).to(device) for field in fields(self)))


class Reader(nn.Module):
    """One pass over the word pieces; every head reads the state of the first piece of a word, its case and its hint."""

    def __init__(self, pieces: int, shapes: int, labels: Labels) -> None:
        super().__init__()
        self.encoder = Transformer(pieces, shapes, HINTS)
        self.shape, self.hint = nn.Embedding(shapes, LOOK_WIDTH), nn.Embedding(HINTS, LOOK_WIDTH)
        width = WORD_WIDTH
        self.drop = nn.Dropout(0.2)
        self.upos = nn.Linear(width, len(labels.upos))
        self.features = nn.Linear(width, len(labels.features))
        self.scripts = nn.Linear(width, len(labels.scripts))
        self.kinds = nn.Linear(width, len(labels.kinds))
        self.names, self.plain = nn.Linear(width, len(labels.names)), nn.Linear(width, len(PLAIN))
        self.facts = nn.Linear(width, 1)
        self.arc_word, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.label_word, self.label_head = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.arc = nn.Parameter(torch.eye(ARC + 1, ARC) * 0.05)
        self.label = nn.Parameter(torch.randn(LABEL + 1, len(labels.relations) * (LABEL + 1)) * 0.01)
        self.arc_drop = nn.Dropout(0.33)
        self.judge = Judge(width)

    def read(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """What the heads read of each word, and the states of all pieces that the judge's own layers begin with."""
        states, early = self.encoder(batch.ids, batch.shapes, batch.hints, mask_of(batch.ids))
        shapes, hints = batch.shapes.gather(1, batch.first), batch.hints.gather(1, batch.first)
        words = torch.cat((first_of(states, batch.first), self.shape(shapes), self.hint(hints)), 2)
        return self.drop(words), early

    def words(self, batch: Batch) -> Tensor:
        return self.read(batch)[0]

    def arcs(self, words: Tensor, present: Tensor) -> Tensor:
        """Scores [sentence, word, head]; words that are not there are no heads."""
        word, head = (self.arc_drop(functional.gelu(layer(words))) for layer in (self.arc_word, self.arc_head))
        scores = _with_one(word) @ self.arc @ head.transpose(1, 2)
        return scores.float().masked_fill(~present[:, None, :], -1e4)

    def labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores [sentence, word, relation] for the given heads."""
        word, head = (self.arc_drop(functional.gelu(layer(words))) for layer in (self.label_word, self.label_head))
        head = head.gather(1, heads[:, :, None].expand(-1, -1, LABEL))
        mixed = (_with_one(word) @ self.label).unflatten(2, (-1, LABEL + 1))
        return (mixed @ _with_one(head)[:, :, :, None]).squeeze(3).float()

    def loss(self, batch: Batch) -> dict[str, Tensor]:
        words, early = self.read(batch)
        present = batch.first > 0
        present[:, 0] = True
        tags = {name: getattr(self, name)(words).float() for name in TAGGERS}
        losses = {name: cross(scores, getattr(batch, name)) for name, scores in tags.items()}
        losses["arcs"] = cross(self.arcs(words, present), batch.heads)
        losses["labels"] = cross(self.labels(words, batch.heads.clamp(min=0)), batch.relations)
        losses["names"] = _marginal(self.names(words).float(), batch.names, present * 1.0)
        losses["plain"] = _marginal(self.plain(words).float(), batch.plain, present * batch.weight[:, None])
        rated = batch.facts > NOTHING
        apart = functional.smooth_l1_loss(self.facts(words)[:, :, 0].float(), batch.facts, reduction="none")
        losses["facts"] = (apart * rated).sum() / rated.sum().clamp(min=1)
        judged = self.judge.words(words, early, mask_of(batch.ids), batch.first)
        return losses | self.judge.loss(judged, batch.acts)


def mask_of(ids: Tensor) -> Tensor:
    """Which pieces are there, for the attention of every head and piece."""
    return (ids != 0)[:, None, None, :]


def _with_one(x: Tensor) -> Tensor:
    return torch.cat((x, torch.ones_like(x[..., :1])), -1)


def _marginal(scores: Tensor, allowed: Tensor, weight: Tensor) -> Tensor:
    """Minus the log of the probability of all the tags a set's own label allows, over the words that say anything."""
    known = weight * (~allowed.all(2) & allowed.any(2))
    chance = scores.masked_fill(~allowed, -1e4).logsumexp(2) - scores.logsumexp(2)
    return -(chance * known).sum() / known.sum().clamp(min=1)
