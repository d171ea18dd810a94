"""The reader: the transformer and its heads."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.bricks import WIDTH, Transformer

SHAPE_WIDTH, ARC, LABEL = 16, 256, 96


@dataclass(frozen=True)
class Labels:
    """The label sets of the heads, in the order of their outputs."""

    upos: tuple[str, ...]
    features: tuple[str, ...]
    scripts: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


@dataclass
class Batch:
    """Sentences as tensors. Word 0 of every sentence is the root; targets of -100 (or all-true names) teach nothing."""

    ids: Tensor
    shapes: Tensor
    first: Tensor
    upos: Tensor
    features: Tensor
    scripts: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor


class Reader(nn.Module):
    """One pass over the word pieces; every head reads the state of the first piece of a word and its case."""

    def __init__(self, pieces: int, shapes: int, labels: Labels) -> None:
        super().__init__()
        self.encoder = Transformer(pieces, shapes)
        self.shape = nn.Embedding(shapes, SHAPE_WIDTH)
        width = WIDTH + SHAPE_WIDTH
        self.drop = nn.Dropout(0.2)
        self.upos = nn.Linear(width, len(labels.upos))
        self.features = nn.Linear(width, len(labels.features))
        self.scripts = nn.Linear(width, len(labels.scripts))
        self.names = nn.Linear(width, len(labels.names))
        self.arc_word, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.label_word, self.label_head = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.arc = nn.Parameter(torch.eye(ARC + 1, ARC) * 0.05)
        self.label = nn.Parameter(torch.randn(LABEL + 1, len(labels.relations) * (LABEL + 1)) * 0.01)
        self.arc_drop = nn.Dropout(0.33)

    def words(self, batch: Batch) -> Tensor:
        mask = (batch.ids != 0)[:, None, None, :]
        states = self.encoder(batch.ids, batch.shapes, mask)
        first = batch.first[:, :, None].expand(-1, -1, WIDTH)
        shapes = self.shape(batch.shapes.gather(1, batch.first))
        return self.drop(torch.cat((states.gather(1, first), shapes), 2))

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
        words = self.words(batch)
        present = batch.first > 0
        present[:, 0] = True
        tags = {name: getattr(self, name)(words).float() for name in ("upos", "features", "scripts")}
        losses = {name: _cross(scores, getattr(batch, name)) for name, scores in tags.items()}
        losses["arcs"] = _cross(self.arcs(words, present), batch.heads)
        losses["labels"] = _cross(self.labels(words, batch.heads.clamp(min=0)), batch.relations)
        losses["names"] = _marginal(self.names(words).float(), batch.names, present)
        return losses


def _with_one(x: Tensor) -> Tensor:
    return torch.cat((x, torch.ones_like(x[..., :1])), -1)


def _cross(scores: Tensor, targets: Tensor) -> Tensor:
    flat = targets.flatten()
    known = (flat >= 0).sum().clamp(min=1)
    return functional.cross_entropy(scores.flatten(0, 1), flat, ignore_index=-100, reduction="sum") / known


def _marginal(scores: Tensor, allowed: Tensor, present: Tensor) -> Tensor:
    """Minus the log of the probability of all the tags a set's own label allows, over the words that say anything."""
    known = present & ~allowed.all(2) & allowed.any(2)
    chance = scores.masked_fill(~allowed, -1e4).logsumexp(2) - scores.logsumexp(2)
    return -(chance * known).sum() / known.sum().clamp(min=1)
