"""Running over the words of a sentence once, for the longest phrases a table knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tidings.lexicon.phrases import PhraseTable, T, keys


def flatten(words: list[str]) -> tuple[list[str], list[int]]:
    """The comparable parts of all words in a row, and the word each is from."""
    flat: list[str] = []
    owner: list[int] = []
    for i, word in enumerate(words):
        for key in keys(word):
            flat.append(key)
            owner.append(i)
    return flat, owner


def _any(_first: int, _last: int, _values: object) -> bool:
    return True


def scan(
    table: PhraseTable[T],
    flat: list[str],
    owner: list[int],
    accept: Callable[[int, int, tuple[T, ...]], bool] = _any,
    prefixes: frozenset[str] = frozenset(),
) -> Iterator[tuple[int, int, tuple[T, ...]]]:
    """The first and last word (half-open) of each phrase, and its values.

    A phrase begins where a word does, or after one of the `prefixes` of a word: "ex-premier".
    """
    at, end = 0, len(flat)
    while at < end:
        hit = table.longest(flat, at)
        whole = hit is not None and (at == 0 or owner[at - 1] != owner[at] or flat[at - 1] in prefixes)
        if hit is None or not whole or (at + hit[0] < end and owner[at + hit[0]] == owner[at + hit[0] - 1]):
            at += 1
            continue
        if not accept(owner[at], owner[at + hit[0] - 1] + 1, hit[1]):
            at += 1
            continue
        yield owner[at], owner[at + hit[0] - 1] + 1, hit[1]
        at += hit[0]
