"""What a user said of events: these mentions are one, these and those are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UserMerge:
    """One word of the user: all `mentions` are one event; or, not `together`, none of them is of an event of `others`.

    It is kept by mentions, whose ids are those of the words read: it holds however events are merged anew, and
    sleeps while a mention is not there.
    """

    together: bool
    mentions: tuple[str, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UserWord:
    """All that a user said, a later word going before an earlier one."""

    groups: tuple[frozenset[str], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()

    def forbids(self, one: str, other: str) -> bool:
        """Whether the two are not to be of one event."""
        return (one, other) in self.apart


def heard(said: Iterable[UserMerge]) -> UserWord:
    """What holds after all words were said, in their order.

    >>> word = heard([UserMerge(True, ("a", "b", "c")), UserMerge(False, ("a",), ("b", "c"))])
    >>> [sorted(group) for group in word.groups], sorted(word.apart)[:2]
    ([['b', 'c']], [('a', 'b'), ('a', 'c')])
    """
    groups: list[frozenset[str]] = []
    apart: set[tuple[str, str]] = set()
    for one in said:
        mentions, others = frozenset(one.mentions), frozenset(one.others)
        if one.together:
            touched = [group for group in groups if group & mentions]
            joined = mentions.union(*touched)
            groups = [group for group in groups if not group & mentions] + [joined]
            apart -= {(a, b) for a in joined for b in joined}
        else:
            groups = [part for group in groups for part in _parted(group, mentions, others)]
            apart |= {pair for a in mentions for b in others - mentions for pair in ((a, b), (b, a))}
    return UserWord(tuple(sorted(groups, key=min)), frozenset(apart))


def _parted(group: frozenset[str], mentions: frozenset[str], others: frozenset[str]) -> list[frozenset[str]]:
    if not (group & mentions and group & others):
        return [group]
    return [part for part in (group & mentions, group - mentions) if len(part) > 1]
