"""The judge: what type of political act a word tells of, in view of who acts and on whom, and who those are.

It learned from sentences written for Tidings (`training/acts`). Its states come out of the same pass as the tree.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tidings.errors import EncoderError

Floats = NDArray[np.float32]

#: "NONE" is a word that tells of no political act.
TYPES = (
    "NONE", "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
    "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
#: Whether an act took place: "" is done or going on, "asked" asked of somebody else.
STATUSES = ("", "planned", "promised", "wished", "asked", "threatened", "conditional", "possible", "not")
#: The widths of what a word gives to the type of an act, and to who is on which side of it.
MEANING, FACING = 64, 48
#: Stands for a side that nobody is on.
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Weights:
    """What the judge learned beyond the states: one file, `judge.npz`."""

    nobody: Floats
    decide: Floats
    decided: Floats
    facing: Floats
    spoken: Floats

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Raises `EncoderError` where the file is missing or of another shape."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                found = cls(*(arrays[name].astype(np.float32) for name in cls.__slots__))
        except (OSError, KeyError, ValueError) as error:
            raise EncoderError(f"the judge is missing or broken: {path}; `make train` makes it") from error
        if found.decide.shape != (MEANING, len(TYPES)):
            raise EncoderError(f"{path} was made for another version; `make train` makes it anew")
        return found


@dataclass(frozen=True)  # not slotted: what nearly every word is asked for is worked out once a sentence and kept
class Opinion:
    """What the judge says of one sentence; rows are words."""

    weights: Weights
    acts: Floats
    statuses: Floats
    states: NDArray[np.float16]
    cues: Floats
    speech: NDArray[np.float16]

    def act(self, word: int) -> Mapping[str, float]:
        """The probability of each type for a word, whoever acts."""
        return dict(zip(TYPES, self._types[word], strict=True))

    def act_of(self, word: int, actor: int | None, recipient: int | None) -> Mapping[str, float]:
        """The probability of each type for a word, an actor and a recipient: words too, None for nobody."""
        hidden = self.states[word, :MEANING].astype(np.float32)
        for side, place in enumerate((actor, recipient)):
            first = (1 + side) * MEANING
            hidden = hidden + (
                self.weights.nobody[side] if place is None else self.states[place, first : first + MEANING]
            )
        scores = _gelu(hidden) @ self.weights.decide + self.weights.decided
        return dict(zip(TYPES, _softmax(scores).tolist(), strict=True))

    def status(self, word: int) -> Mapping[str, float]:
        """The probability of each of `STATUSES`, if the word tells of an act."""
        return dict(zip(STATUSES, _softmax(self.statuses[word]).tolist(), strict=True))

    def sides(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        """How surely each word of the sentence is an actor, and a recipient, of the act this word tells of."""
        if word not in self._sides:
            self._sides[word] = _faced(self.states[:, 3 * MEANING :], word, self.weights.facing)
        return self._sides[word]

    def cue(self, word: int) -> float:
        """How surely a word is the main one of a cue: says that somebody says, thinks or wants something."""
        return self._cues[word][1]

    def told(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        """How surely each word of the sentence is the main word of a cue's source, and of its content."""
        if word not in self._told:
            self._told[word] = _faced(self.speech, word, self.weights.spoken)
        return self._told[word]

    @cached_property
    def _sides(self) -> dict[int, tuple[list[float], list[float]]]:
        return {}

    @cached_property
    def _told(self) -> dict[int, tuple[list[float], list[float]]]:
        return {}

    @cached_property
    def _types(self) -> list[list[float]]:
        return _rows(self.acts)

    @cached_property
    def _cues(self) -> list[list[float]]:
        return _rows(self.cues)


def _faced(states: NDArray[np.float16], word: int, least: Floats) -> tuple[list[float], list[float]]:
    """How surely each word stands to this one in the first way, and in the second."""
    found = []
    for side in range(2):
        mine, theirs = (states[:, FACING * (2 * side + turn) :][:, :FACING].astype(np.float32) for turn in range(2))
        scores = theirs @ mine[word] / math.sqrt(FACING) + least[side]
        found.append((1 / (1 + np.exp(-scores))).tolist())
    return found[0], found[1]


def _rows(scores: Floats) -> list[list[float]]:
    """The shares of each word."""
    rows: list[list[float]] = _softmax(scores).tolist()
    return rows


def _softmax(scores: Floats) -> Floats:
    """Shares that add up to one along the last axis."""
    powers = np.exp(scores.astype(np.float32) - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


def _gelu(x: Floats) -> Floats:
    return np.asarray(0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))), np.float32)
