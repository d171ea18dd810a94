"""Mentions joined into events, one pair after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tidings.merge.features import Features
from tidings.merge.likeness import SLACK, Reasons

Edge = tuple[str, float | None, Reasons]


@dataclass(slots=True)
class _Cluster:
    """The mentions of an event, the latest day on which one may begin, the earliest on which one may end, and whom
    all mentions that name a side have in common on it."""

    members: set[str]
    begins: date
    ends: date
    core: tuple[frozenset[str], ...]
    banned: set[str]


class Clusters:
    """At first each mention is an event of its own. `apart` are pairs that are never joined."""

    def __init__(self, mentions: Iterable[Features], apart: Iterable[tuple[str, str]] = ()) -> None:
        banned: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            banned[one].add(other)
            banned[other].add(one)
        self._home = {one.id: _alone(one, banned.get(one.id, set())) for one in mentions}
        self._edges: defaultdict[str, list[Edge]] = defaultdict(list)

    def join_if_fit(self, one: str, other: str, likeness: float, reasons: Reasons) -> None:
        """Makes the events of the two one, where days and sides of all their mentions allow it."""
        first, second = self._home[one], self._home[other]
        if first is not second and _fit(first, second):
            self.join(one, other, likeness, reasons)

    def join(self, one: str, other: str, likeness: float | None, reasons: Reasons) -> None:
        """Makes the events of the two one."""
        first, second = self._home[one], self._home[other]
        if first is second:
            return
        self._edges[one].append((other, likeness, reasons))
        self._edges[other].append((one, likeness, reasons))
        joined = _joined(first, second)
        for id in joined.members:
            self._home[id] = joined

    def members(self) -> list[list[str]]:
        """The mentions of each event, in order of id."""
        unique = {id(cluster): cluster for cluster in self._home.values()}
        return sorted(sorted(cluster.members) for cluster in unique.values())

    def links(self, best: str) -> Iterator[tuple[str, str | None, float | None, Reasons]]:
        """Each mention of the event of `best`, the mention it was joined to on the way there, and the reasons."""
        yield best, None, None, ()
        reached, waiting = {best}, [best]
        for one in waiting:
            for other, likeness, reasons in sorted(self._edges[one], key=lambda edge: edge[0]):
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
                    yield other, one, likeness, reasons


def _alone(one: Features, banned: set[str]) -> _Cluster:
    begins, ends = one.days or (date.min, date.max)
    return _Cluster({one.id}, begins, ends, one.sides, banned)


def _fit(one: _Cluster, other: _Cluster) -> bool:
    """Whether all lies within two days: so a war with an attack every day does not become one attack."""
    if max(one.begins, other.begins) - min(one.ends, other.ends) > SLACK or one.banned & other.members:
        return False
    return all(not a or not b or a & b for a, b in zip(one.core, other.core, strict=False))


def _joined(one: _Cluster, other: _Cluster) -> _Cluster:
    return _Cluster(
        one.members | other.members,
        max(one.begins, other.begins),
        min(one.ends, other.ends),
        # A user may join a meeting, which has one side, with an act that has two.
        tuple((a & b or a | b) if a and b else a | b for a, b in zip(one.core, other.core, strict=False)),
        one.banned | other.banned,
    )
