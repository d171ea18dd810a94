"""Which mentions are compared at all: those with a party and days in common, of one report, or of one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from tidings.merge.features import Features
from tidings.merge.likeness import ENOUGH, SLACK, Reasons, excluded, is_vague, likeness

Blocks = defaultdict[tuple[Hashable, Hashable], list[Features]]
#: The likeness of two mentions, the first day of either, their ids in order, and what the likeness is made of.
Scored = tuple[float, date, str, str, Reasons]


def alike(mentions: Iterable[Features]) -> list[Scored]:
    """The pairs that are of one event as far as the two know: the most alike first, then the earliest, then by id."""
    known = sorted(mentions, key=lambda one: one.id)
    met = {(one.id, other.id): (one, other) for one, other in _met(known)}
    scored = (_scored(one, other) for one, other in met.values() if not excluded(one, other))
    return sorted((pair for pair in scored if pair[0] >= ENOUGH), key=lambda pair: (-pair[0], *pair[1:4]))


def _scored(one: Features, other: Features) -> Scored:
    reasons = likeness(one, other)
    first = min((days[0] for days in (one.days, other.days) if days), default=date.max)
    return round(sum(points for _, points in reasons), 2), first, one.id, other.id, reasons


def _met(mentions: Sequence[Features]) -> Iterator[tuple[Features, Features]]:
    """Pairs worth comparing, each in order of id."""
    at_home: Blocks = defaultdict(list)
    by_party: Blocks = defaultdict(list)
    for one in mentions:
        for home in filter(None, (one.document_id, one.story, _same_days(one))):
            at_home[one.kind, home].append(one)
        for party in frozenset().union(*one.sides) if one.days and not is_vague(one.days) else ():
            by_party[one.kind, party].append(one)
    for block in at_home.values():
        yield from combinations(block, 2)
    for block in by_party.values():
        yield from ((min(pair, key=_id), max(pair, key=_id)) for pair in _of_near_days(block))


def _id(one: Features) -> str:
    return one.id


def _same_days(one: Features) -> Hashable:
    """A vague date ("in 2020") joins only mentions of the same sides that are dated by the same words."""
    return (one.days, one.sides) if one.days and is_vague(one.days) and all(one.sides) else None


def _of_near_days(block: Sequence[Features]) -> Iterator[tuple[Features, Features]]:
    """The pairs whose days overlap or nearly do."""
    near: list[Features] = []
    for one in sorted(block, key=lambda one: one.days or (date.min, date.min)):
        assert one.days
        near = [other for other in near if other.days and one.days[0] - other.days[1] <= SLACK]
        yield from ((one, other) for other in near)
        near.append(one)
