"""Phrases of several words, found in running text by their longest match."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from copy import copy
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ß": "ss"})
_INITIALS = re.compile(r"(?:\w\.){2,}\w?")
_PLAIN = re.compile(r"[A-Za-z0-9 ]+")
_WORD = re.compile(r"[^\W_]+")
#: Marks that may stand inside a name without parting it: "al-Assad", "N'Djamena", "St. Lucia".
_JOINTS = frozenset("-.'’‘`\"–")


@lru_cache(maxsize=65536)
def keys(text: str) -> tuple[str, ...]:
    """The comparable parts of a word or a phrase: lower case, no accents, initials joined.

    Marks that do not part a name vanish; any other mark stays as a key of its own, so that no name reaches over it.

    >>> keys("U.S."), keys("al-Assad"), keys("Erdoğan"), keys("-")
    (('us',), ('al', 'assad'), ('erdogan',), ())
    """
    if text.isascii() and text.isalnum():
        return (text.lower(),)
    if " " in text:
        if _PLAIN.fullmatch(text):
            return tuple(text.lower().split())
        return tuple([key for word in text.split() for key in keys(word)])
    folded = unicodedata.normalize("NFKD", text.lower()).translate(_LETTERS)
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    if _INITIALS.fullmatch(folded):
        return (folded.replace(".", ""),)
    found = tuple(_WORD.findall(folded))
    rest = "".join(c for c in folded if not c.isalnum() and c not in _JOINTS)
    return (*found, *rest) if rest else found


def words_of(line: str) -> frozenset[str]:
    """The words of a line, as a set.

    >>> sorted(words_of("visit trip"))
    ['trip', 'visit']
    """
    return frozenset(line.split())


class PhraseTable(Generic[T]):
    """What each phrase stands for; a dictionary hit for each word of a text, and one for each length it may begin.

    >>> table = PhraseTable([("foreign minister", 1), ("minister", 2)])
    >>> table.longest(["the", "foreign", "minister"], 1)
    (2, (1,))
    """

    __slots__ = ("_lengths", "_values")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._keep(_gather(phrases))

    def _keep(self, gathered: dict[tuple[str, ...], list[T]]) -> None:
        self._values = {parts: tuple(values) for parts, values in gathered.items()}
        self._lengths = _lengths(gathered)

    def under(self, phrases: Iterable[tuple[str, T]]) -> PhraseTable[T]:
        """The table with other phrases over it: what they stand for goes before what it has.

        >>> PhraseTable([("border guard", 1)]).under([("Border guard", 2)]).get("border guard")
        (2, 1)
        """
        gathered = _gather(phrases)
        for parts, values in self._values.items():
            gathered.setdefault(parts, []).extend(values)
        whole = copy(self)
        whole._keep(gathered)
        return whole

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[T, ...]] | None:
        """The length in keys of the longest phrase that begins at `at`, and what it stands for."""
        for size in self._lengths.get(words[at], ()):
            parts = tuple(words[at : at + size])  # shorter at the end of the text
            if found := self._values.get(parts):
                return len(parts), found
        return None

    def get(self, phrase: str) -> tuple[T, ...]:
        """What exactly this phrase stands for, nothing where it is not in the table."""
        return self._values.get(keys(phrase), ())


def _gather(phrases: Iterable[tuple[str, T]]) -> dict[tuple[str, ...], list[T]]:
    gathered: dict[tuple[str, ...], list[T]] = {}
    for phrase, value in phrases:
        parts = keys(phrase)
        if parts:
            gathered.setdefault(parts, []).append(value)
    return gathered


def _lengths(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """By first word the lengths of the phrases that begin with it, the longest first."""
    found: dict[str, set[int]] = {}
    for parts in phrases:
        found.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}
