"""Sentences into batches of one length, so that no padding is read and no sentence depends on its neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

#: Word pieces in one run of the model: more do not fit the processor's nearer memory, fewer waste its starts.
_ROOM = 512


def plan(lengths: Sequence[int], room: int = _ROOM) -> Iterator[list[int]]:
    """The indices of sentences of one length, shortest first, as many at once as have room; at least one.

    >>> list(plan([5, 3, 5, 5], room=10))
    [[1], [0, 2], [3]]
    """
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for index, length in enumerate(lengths):
        alike[length].append(index)
    for length in sorted(alike):
        size = max(1, room // length)
        for start in range(0, len(alike[length]), size):
            yield alike[length][start : start + size]
