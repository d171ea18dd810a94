"""Whether a sentence speaks of sport, the arts or business, in which the words of politics mean something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tidings.errors import DataError
from tidings.ontology.source import data_folder, read_yaml

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
    content = read_yaml(path)
    lists = [content.get(name) if isinstance(content, dict) else None for name in ("sure", "likely")]
    if not all(isinstance(words, list) and all(isinstance(word, str) for word in words) for words in lists):
        raise DataError(f"{path.name}: must hold two lists of words, sure and likely")
    sure, likely = (frozenset(word.lower() for word in words or ()) for words in lists)
    return PlayWords(sure, likely)
