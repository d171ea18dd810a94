"""What is left unsaid in a batch, and the loss over what is said."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional

#: The target of a word of which nothing is known.
NOTHING = -100


def cross(scores: Tensor, targets: Tensor) -> Tensor:
    """The mean cross entropy over the words whose target is known; 0 where none is."""
    flat = targets.flatten()
    known = (flat >= 0).sum().clamp(min=1)
    return functional.cross_entropy(scores.flatten(0, 1), flat, ignore_index=NOTHING, reduction="sum") / known
