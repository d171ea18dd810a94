"""Events of a store, put together by dyad and by place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, product
from statistics import fmean

from tidings.store import EventRow
from tidings.ties.picture import Spot, Tie

#: What PLOVER writes in the place of a country for actors of none: they stand for themselves.
_OF_NO_STATE = frozenset({"IGO", "NGO", "MNC", "INT"})
Dyad = tuple[str, str]


def dyads_of(rows: Iterable[EventRow], ids: Collection[str] | None = None, name: str = "") -> dict[str, list[EventRow]]:
    """The events of each pair of states (and of bodies of no state); with `ids`, only the pairs of those actors.

    `name` is what those actors are called, and stands first in the name of a pair.
    """
    rows = list(rows)
    found: defaultdict[Dyad, list[EventRow]] = defaultdict(list)
    for row, pair in _pairs(rows, _states(rows), frozenset(ids or ()), name):
        if not ids or name in pair:
            found[pair].append(row)
    return {_named(pair, name): some for pair, some in found.items()}


def _named(pair: Dyad, first: str) -> str:
    one, other = pair if pair[1] != first else (pair[1], pair[0])
    return f"{one} - {other}"


def ties_among(rows: Iterable[EventRow], ids: Collection[str], name: str) -> list[Tie]:
    """The ties of the actors `ids`, called `name`, with their partners, and of those with each other."""
    rows = list(rows)
    scores: defaultdict[Dyad, list[float]] = defaultdict(list)
    for row, pair in _pairs(rows, _states(rows), frozenset(ids), name):
        scores[pair].append(row.score)
    partners = {one for pair in scores if name in pair for one in pair}
    return [
        Tie(*pair, len(found), fmean(found)) for pair, found in sorted(scores.items()) if partners.issuperset(pair)
    ]


def spots_of(rows: Iterable[EventRow]) -> list[Spot]:
    """The places of the events that have a point."""
    found: defaultdict[tuple[float, float], list[EventRow]] = defaultdict(list)
    for row in rows:
        if row.latitude is not None and row.longitude is not None:
            found[row.latitude, row.longitude].append(row)
    return [_spot(at, some) for at, some in sorted(found.items())]


def _spot(at: tuple[float, float], rows: Sequence[EventRow]) -> Spot:
    name = Counter(row.place or "" for row in rows).most_common(1)[0][0]
    return Spot(name, *at, len(rows), fmean(row.score for row in rows))


def _states(rows: Iterable[EventRow]) -> dict[str, str]:
    """Country code -> the state's name, as the record has it."""
    sides = ((row.actor_ids + row.recipient_ids, row.actor_names + row.recipient_names) for row in rows)
    return {
        id.removeprefix("state:"): name
        for ids, names in sides
        for id, name in zip(ids, names, strict=True)
        if id.startswith("state:")
    }


def _pairs(
    rows: Iterable[EventRow], states: dict[str, str], ids: frozenset[str], name: str
) -> Iterator[tuple[EventRow, Dyad]]:
    """Each event with each pair of parties across its sides, or of those who act together; names in order."""
    for row in rows:
        actors = _parties(row.actor_ids, row.actor_codes, row.actor_names, states, ids, name)
        others = _parties(row.recipient_ids, row.recipient_codes, row.recipient_names, states, ids, name)
        together = product(actors, others) if row.recipient_names else combinations(actors, 2)
        for pair in sorted({(min(pair), max(pair)) for pair in together if pair[0] != pair[1]}):
            yield row, pair


def _parties(
    ids: Sequence[str], codes: Sequence[str], names: Sequence[str], states: dict[str, str], own: frozenset[str], ego: str
) -> list[str]:
    """The names of a side's parties at the level of states; nobody is left out but those without a code."""
    found = []
    for id, code, name in zip(ids, codes, names, strict=True):
        country = code.split()[0] if code else ""
        if id in own:
            found.append(ego)
        elif country:
            found.append(name if country in _OF_NO_STATE else states.get(country, country))
    return sorted(set(found))
