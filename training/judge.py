"""The judge: which words tell of a political act, of what type and status, and who is on which side of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from tidings.encoder.judge import FACING, MEANING, NOBODY, STATUSES, TYPES
from training.bricks import OWN, WIDTH, Layer, first_of
from training.targets import cross


@dataclass
class Acts:
    """What is known of the acts in a batch: a type and a status a word (-100: unknown), triples and sides.

    `triples` are rows of sentence, trigger, actor, recipient (-1: nobody) and type; `triggers` rows of sentence and
    word, with `sides` saying of every word of the sentence whether it is an actor and whether it is a recipient. `cues`
    say of each word whether it is the main one of a cue; `speakers` and `told` are to cues what `triggers` and `sides`
    are to acts: of every word whether it is the main one of the source, and of the content.
    """

    types: Tensor
    statuses: Tensor
    triples: Tensor
    triggers: Tensor
    sides: Tensor
    cues: Tensor
    speakers: Tensor
    told: Tensor

    def to(self, device: str) -> Acts:
        """The same on another device."""
        return Acts(*(getattr(self, name).to(device) for name in self.__dataclass_fields__))


class Judge(nn.Module):
    """Reads words with layers of its own; `tidings.encoder.judge` does the same sums on what this learns.

    Its heads read, beside what every head reads of a word (`width` wide), the state that its own layers make of it.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(0.1) for _ in range(OWN))
        width += WIDTH
        self.types, self.statuses = nn.Linear(width, len(TYPES)), nn.Linear(width, len(STATUSES))
        self.sides = nn.Linear(width, 3 * MEANING + 4 * FACING)
        self.nobody = nn.Parameter(torch.zeros(2, MEANING))
        self.decide = nn.Linear(MEANING, len(TYPES))
        self.facing = nn.Parameter(torch.tensor([-3.0, -3.0]))
        self.cues, self.speech = nn.Linear(width, 2), nn.Linear(width, 4 * FACING)
        self.spoken = nn.Parameter(torch.tensor([-3.0, -3.0]))
        self.drop = nn.Dropout(0.2)

    def words(self, words: Tensor, early: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """What its heads read, from what every head reads and the states of all pieces before its own layers."""
        for layer in self.layers:
            early = layer(early, mask)
        return torch.cat((words, self.drop(first_of(early, first))), 2)

    def loss(self, words: Tensor, acts: Acts) -> dict[str, Tensor]:
        """The losses of the things the judge says."""
        losses = {
            "acts": cross(self.types(words).float(), acts.types),
            "status": cross(self.statuses(words).float(), acts.statuses),
        }
        meaning, facing = self.sides(words).split((3 * MEANING, 4 * FACING), 2)
        losses["pairs"] = self._pairs(meaning, acts.triples)
        losses["sides"] = _faced(facing, self.facing, acts.triggers, acts.sides)
        losses["cues"] = cross(self.cues(words).float(), acts.cues)
        losses["told"] = _faced(self.speech(words), self.spoken, acts.speakers, acts.told)
        return losses

    def _pairs(self, meaning: Tensor, triples: Tensor) -> Tensor:
        sentence, trigger, actor, recipient, kind = triples.T
        one, two, three = meaning.split(MEANING, 2)
        hidden = one[sentence, trigger]
        for states, place, nobody in ((two, actor, self.nobody[0]), (three, recipient, self.nobody[1])):
            hidden = hidden + torch.where((place == NOBODY)[:, None], nobody, states[sentence, place.clamp(min=0)])
        scores = self.decide(self.drop(functional.gelu(hidden, approximate="tanh"))).float()
        return functional.cross_entropy(scores, kind, reduction="sum") / max(1, len(kind))

    def sides_of(self, words: Tensor, word: int) -> list[Tensor]:
        """How surely each word of one sentence is on either side of the act that a word tells of."""
        facing = self.sides(words)[0, :, 3 * MEANING :]
        mine, theirs = (facing[:, part * FACING :].split(FACING, 1)[::2] for part in (0, 1))
        pairs = zip(mine, theirs, self.facing, strict=True)
        return [(to @ own[word] / math.sqrt(FACING) + least).sigmoid() for own, to, least in pairs]


def _faced(facing: Tensor, least: Tensor, triggers: Tensor, sides: Tensor) -> Tensor:
    """How wrong it is about which words of the sentence stand on either side of each trigger."""
    sentence, word = triggers.T
    loss = facing.sum() * 0.0
    known = sides >= 0
    for side in range(2):
        mine, theirs = facing[..., 2 * side * FACING :].split(FACING, 2)[:2]
        scores = (theirs[sentence] @ mine[sentence, word][:, :, None]).squeeze(2).float() / math.sqrt(FACING)
        scores = scores + least[side]
        truth = sides[:, side].clamp(min=0).float()
        apart = functional.binary_cross_entropy_with_logits(scores, truth, reduction="none")
        loss = loss + (apart * known[:, side]).sum()
    return loss / max(1, len(triggers))
