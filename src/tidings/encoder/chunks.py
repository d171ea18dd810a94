"""Sentences longer than the model can see, read in parts and put together again."""

from __future__ import annotations

from collections.abc import Sequence

#: Parts half as long as the model can see: attention and repair grow with the square of the length.
_ROOM = 254


def cut(lengths: Sequence[int], room: int = _ROOM) -> list[slice]:
    """Runs of words whose pieces fit, given the number of pieces of each word (none of more than `room`).

    >>> cut([100, 150, 100])
    [slice(0, 2, None), slice(2, 3, None)]
    """
    parts, start, total = [], 0, 0
    for index, length in enumerate(lengths):
        if total + length > room:
            parts.append(slice(start, index))
            start, total = index, 0
        total += length
    parts.append(slice(start, len(lengths)))
    return parts


def join_heads(parts: Sequence[Sequence[int]]) -> list[int]:
    """The heads (from 1, 0 the root) of all words: the root of every later part hangs on the first part's.

    >>> join_heads([[2, 0], [0, 1]])
    [2, 0, 2, 3]
    """
    joined: list[int] = []
    root = parts[0].index(0) + 1 if parts and 0 in parts[0] else 0
    for part in parts:
        offset = len(joined)
        joined.extend(head + offset if head else (root if offset else 0) for head in part)
    return joined
