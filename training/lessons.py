"""What a batch teaches the judge: the right triples of trigger, actor and recipient, and wrong ones beside them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch

from tidings.encoder.judge import NOBODY
from training.judge import Acts
from training.targets import NOTHING
from training.trees import Example, Told

#: How often a side is left out, and how many other words of a sentence are shown as telling of nothing.
_LEFT_OUT, _OTHER_WORDS = 0.25, 2

Triple = tuple[int, int, int, int]


def acts_of(examples: Sequence[Example], chance: random.Random) -> Acts:
    """The targets of the judge for a batch; sentences nobody looked at give none."""
    width = 1 + max(len(e.forms) for e in examples)
    types, statuses, cues = (torch.full((len(examples), width), NOTHING) for _ in range(3))
    triples: list[tuple[int, ...]] = []
    triggers: list[tuple[int, int]] = []
    sides: list[torch.Tensor] = []
    speakers: list[tuple[int, int]] = []
    words: list[torch.Tensor] = []
    for row, example in enumerate(examples):
        for word, *both in example.cues or ():
            speakers.append((row, word))
            words.append(_sides(both, width, len(example.forms)))
        if example.cues is not None:
            cues[row, 1 : 1 + len(example.forms)] = 0
            cues[row, [word for word, *_ in example.cues]] = 1
        told = example.acts
        if told is None:
            continue
        types[row, 1 : 1 + len(example.forms)] = 0
        for word, kind, status, *both in told.acts:
            types[row, word], statuses[row, word] = kind, status
            triggers.append((row, word))
            sides.append(_sides(both, width, len(example.forms)))
        triples += [(row, *triple) for triple in _triples(told, len(example.forms), chance)]
    return Acts(
        types,
        statuses,
        torch.tensor(triples, dtype=torch.long).reshape(-1, 5),
        *_rows(triggers, sides, width),
        cues,
        *_rows(speakers, words, width),
    )


def _rows(words: list[tuple[int, int]], sides: list[torch.Tensor], width: int) -> tuple[torch.Tensor, torch.Tensor]:
    found = torch.stack(sides) if sides else torch.zeros(0, 2, width, dtype=torch.long)
    return torch.tensor(words, dtype=torch.long).reshape(-1, 2), found


def _sides(both: Sequence[Sequence[int]], width: int, count: int) -> torch.Tensor:
    """1 for words on a side, 0 for other words, -1 past the end."""
    found = torch.full((2, width), -1)
    found[:, 1 : count + 1] = 0
    for side, words in enumerate(both):
        found[side, list(words)] = 1
    return found


def _triples(told: Told, count: int, chance: random.Random) -> Iterator[Triple]:
    for word, kind, _, actors, recipients in told.acts:
        actor, recipient = _nearest(actors, word, chance), _nearest(recipients, word, chance)
        yield word, actor, recipient, kind
        if chance.random() < _LEFT_OUT:
            yield word, actor, NOBODY, kind
        if chance.random() < _LEFT_OUT:
            yield word, NOBODY, recipient, kind
        if actor != NOBODY and recipient != NOBODY and not set(actors) & set(recipients):
            yield word, recipient, actor, 0
        others = [party for party in told.parties if party not in actors and party not in recipients]
        if others and chance.random() < 0.5:
            yield word, chance.choice(others), recipient, 0
        elif others:
            yield word, actor, chance.choice(others), 0
    acts = {word for word, *_ in told.acts}
    quiet = [word for word in range(1, count + 1) if word not in acts]
    for word in (*told.none, *chance.sample(quiet, min(_OTHER_WORDS, len(quiet)))):
        parties = [*told.parties, NOBODY]
        yield word, chance.choice(parties), chance.choice(parties), 0


def _nearest(words: Sequence[int], trigger: int, chance: random.Random) -> int:
    """Mostly the nearest word of a side, sometimes another."""
    if not words:
        return NOBODY
    return chance.choice(words) if chance.random() < 0.3 else min(words, key=lambda word: abs(word - trigger))
