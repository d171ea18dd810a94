"""Words into word pieces, as BERT does (Wu et al. 2016; Devlin et al. 2019), with a memory of words seen before."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

#: Typographic marks become the plain ones the trees were annotated with.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
_LONGEST_WORD = 100
_MEMORY = 200_000


class WordPiece:
    """The pieces of a word by greedy longest match against a vocabulary of lower-case, accent-free pieces.

    >>> pieces = WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "talk", "##s"])
    >>> pieces("Talks"), pieces("\\u2603")
    ((4, 5), (1,))
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: index for index, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.start = self._ids["[CLS]"]
        self.end = self._ids["[SEP]"]
        self._seen: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """The ids of the word's pieces: at least one."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) >= _MEMORY:
                self._seen.clear()
            found = self._seen[word] = self._split(word)
        return found

    def _split(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST_WORD:
            return (self.unknown,)
        pieces: list[int] = []
        for run in _runs(_plain(word)):
            pieces.extend(self._match(run))
        return tuple(pieces) or (self.unknown,)

    def _match(self, run: str) -> list[int]:
        pieces, start, mark = [], 0, ""
        while start < len(run):
            end = len(run)
            while end > start and mark + run[start:end] not in self._ids:
                end -= 1
            if end == start:
                return [self.unknown]
            pieces.append(self._ids[mark + run[start:end]])
            start, mark = end, "##"
        return pieces


def _plain(word: str) -> str:
    """Lower case, typographic marks made plain, accents and control characters dropped."""
    decomposed = unicodedata.normalize("NFD", word.translate(PLAIN).lower())
    return "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cc", "Cf", "Cs", "Co"))


def _runs(word: str) -> list[str]:
    """Stretches of letters and digits; every mark, symbol of ASCII and Chinese character stands alone."""
    runs: list[str] = []
    joined = False
    for char in word:
        if char.isspace():
            joined = False
        elif _stands_alone(char):
            runs.append(char)
            joined = False
        elif joined:
            runs[-1] += char
        else:
            runs.append(char)
            joined = True
    return runs


def _stands_alone(char: str) -> bool:
    if char.isascii():
        return not char.isalnum()
    return "\u4e00" <= char <= "\u9fff" or unicodedata.category(char).startswith("P")
