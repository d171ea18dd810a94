"""What lists of names say of a word: a hint to the model, never an answer."""

from __future__ import annotations

from pathlib import Path

from tidings.errors import DataError

#: The lists, a letter each in hints.tsv: given names, family names, places, words of places' names, peoples and
#: faiths, words of organisations' names. A word may stand in several.
LISTS = "gfpwdo"
#: A hint is a set of lists, as a number with one bit a list.
HINTS = 1 << len(LISTS)


class Hints:
    """The hint of each word, from hints.tsv in the model's folder: the letters of lists, and the words in just these.

    Only words with a capital have one: "hill" is no name. Raises `DataError` for a broken line.

    >>> hints = Hints({"hill": 2})
    >>> hints("Hill"), hints("hill"), hints("Unheard")
    (2, 0, 0)
    """

    def __init__(self, known: dict[str, int]) -> None:
        self._known = known

    @classmethod
    def load(cls, path: Path) -> Hints:
        """The hints of a file."""
        known: dict[str, int] = {}
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            lists, mark, words = line.partition("\t")
            if not mark or not lists or set(lists) - set(LISTS):
                raise DataError(f"{path}, line {number}: a line is letters of lists ({LISTS}), a tab, and words")
            known.update(dict.fromkeys(words.split(), sum(1 << LISTS.index(name) for name in lists)))
        return cls(known)

    def __call__(self, word: str) -> int:
        """The word's lists as bits; 0 for none, and for words without a capital."""
        lower = word.lower()
        return self._known.get(lower, 0) if lower != word else 0
