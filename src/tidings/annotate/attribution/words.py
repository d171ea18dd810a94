"""The words of a report by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tidings.record import Sentence, Token


class Words:
    """All tokens of a report in one row, for questions about any stretch of its text."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._tokens = [token for sentence in sentences for token in sentence.tokens]
        self._starts = [token.span.start for token in self._tokens]
        self._sentences = sentences
        self._sentence_starts = [sentence.span.start for sentence in sentences]

    def within(self, start: int, end: int) -> list[Token]:
        """The words, without punctuation, that begin in a stretch."""
        row = self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [token for token in row if token.pos not in ("PUNCT", "SYM")]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The last sentence that begins at or before an offset."""
        at = self.number_at(offset)
        return self._sentences[at] if at >= 0 else None

    def number_at(self, offset: int) -> int:
        """The index of that sentence; -1 where none begins so early."""
        return bisect_right(self._sentence_starts, offset) - 1
