"""A small network over candidates and pairs of them: is it a mention, and which earlier one does it repeat?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tidings.encoder.coref.describe import CLASSES, Described, Floats, Numbers
from tidings.errors import EncoderError


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights, and how sure a candidate must be to be looked at. Use `Ranker.load`."""

    weights: dict[str, Floats]
    least: float

    @classmethod
    def load(cls, path: Path) -> Ranker:
        """The ranker of a file. Raises `EncoderError` where it is missing or of another version."""
        try:
            with np.load(path, allow_pickle=False) as saved:
                found = {name: saved[name].astype(np.float32) for name in saved.files}
        except (OSError, ValueError) as error:
            raise EncoderError(f"the coreference model is missing or broken: {path}") from error
        return cls.of(found)

    @classmethod
    def of(cls, saved: dict[str, Floats]) -> Ranker:
        """The ranker of these weights."""
        missing = set(NAMES) - set(saved)
        if missing:
            raise EncoderError(f"the coreference model lacks {', '.join(sorted(missing))}; `make train` makes it anew")
        weights = {name: saved[name] for name in NAMES}
        return cls(weights, float(saved["least"]))

    def mentions(self, described: Described, words: Floats) -> tuple[Floats, Floats]:
        """The hidden state of each candidate, and its score for being a mention (0 is even odds)."""
        w = self.weights
        hidden = _relu(inputs(described, words) @ w["mention.weight"] + w["mention.bias"])
        return hidden, hidden @ w["is.weight"] + w["is.bias"]

    def links(self, hidden: Floats, later: Numbers, earlier: Numbers, compared: Floats) -> Floats:
        """The score of each pair, where 0 is that of no antecedent."""
        w = self.weights
        one, other = hidden @ w["later.weight"] + w["pair.bias"], hidden @ w["earlier.weight"]
        meaning = hidden @ w["meaning.weight"]
        mixed = np.concatenate((compared, meaning[later] * meaning[earlier]), 1) @ w["pair.weight"]
        scores = _relu(one[later] + other[earlier] + mixed) @ w["link.weight"]
        first: Floats = scores + (hidden @ w["anaphor.weight"] + w["anaphor.bias"])[later]
        return first


#: The names of the weights in `coref.npz`; "least" stands beside them.
NAMES = (
    "mention.weight", "mention.bias", "is.weight", "is.bias", "later.weight", "earlier.weight", "meaning.weight",
    "pair.weight", "pair.bias", "link.weight", "anaphor.weight", "anaphor.bias",
)  # fmt: skip


def inputs(described: Described, words: Floats) -> Floats:
    """What the network reads of each candidate: its classes, its counts, and the states of its words and of the word
    it hangs on.
    """
    first, last, head = (described.ids[name] for name in ("first", "last", "word"))
    above = described.ids["governor"]
    sums = np.concatenate((np.zeros((1, words.shape[1]), np.float32), np.cumsum(words, 0, dtype=np.float32)))
    mean = (sums[last] - sums[first]) / (last - first)[:, None]
    parts = [one_hot(described), described.counts, words[head], mean, words[above] * (above >= 0)[:, None]]
    return np.concatenate(parts, 1, dtype=np.float32)


def one_hot(described: Described) -> Floats:
    """The classes of each candidate, one column a class."""
    table = np.zeros((len(described), sum(CLASSES.values())), np.float32)
    rows, offset = np.arange(len(described)), 0
    for name, size in CLASSES.items():
        table[rows, offset + described.columns[name]] = 1
        offset += size
    return table


def _relu(x: Floats) -> Floats:
    return np.maximum(x, 0)
