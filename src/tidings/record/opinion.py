"""What a learned judge has to say of a sentence; `tidings.encoder` holds the one that ships."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class Opinion(Protocol):
    """Probabilities for the words of one sentence, by their index; types are PLOVER's, and "NONE" for no act."""

    def act(self, word: int) -> Mapping[str, float]:
        """Of each type, whoever acts."""
        ...

    def act_of(self, word: int, actor: int | None, recipient: int | None) -> Mapping[str, float]:
        """Of each type, where these two words are the sides; None where nobody is on a side."""
        ...

    def sides(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        """Of each word of the sentence, that it is an actor, and that it is a recipient."""
        ...

    def cue(self, word: int) -> float:
        """That the word is the main one of a cue."""
        ...

    def told(self, word: int) -> tuple[Sequence[float], Sequence[float]]:
        """Of each word of the sentence, that it is the main word of this cue's source, and of its content."""
        ...

    def status(self, word: int) -> Mapping[str, float]:
        """Of each status an act can have: "" for done or going on, "planned", "wished", "not" ..."""
        ...
