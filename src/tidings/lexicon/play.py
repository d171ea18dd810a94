"""Whether a sentence speaks of sport, the arts or business, in which the words of politics mean something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tidings.lexicon.word_lists import read_lists
from tidings.ontology.source import data_folder

#: How many different likely words weigh as much as a sure one.
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class PlayWords:
    """Lemmas of which one alone (`sure`), or two different ones (`likely`), show what a sentence is about."""

    sure: frozenset[str]
    likely: frozenset[str]

    def speak(self, lemmas: Iterable[str]) -> bool:
        """Whether a sentence of these lemmas speaks of play.

        >>> load_play().speak(["the", "goalkeeper", "shoot"]), load_play().speak(["soldier", "shoot", "striker"])
        (True, False)
        """
        words = set(lemmas)
        return not self.sure.isdisjoint(words) or len(self.likely & words) >= ENOUGH


@cache
def load_play(path: Path | None = None) -> PlayWords:
    """The words of English, or of another file. Raises `DataError` naming the file where it breaks its shape."""
    path = path or data_folder() / "languages" / "en" / "play.yaml"
    return PlayWords(**read_lists(path, ("sure", "likely")))
