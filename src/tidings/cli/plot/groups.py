"""Events of a store, put together by dyad and by place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from statistics import fmean

from tidings.lexicon.states import state_names
from tidings.store import EventRow, Meant
from tidings.ties.picture import Spot, Tie

Dyad = tuple[str, str]
#: Bodies that PLOVER gives a code in the place of a country's, under which their officials stand.
_BODIES = {"UNO": "United Nations", "EUR": "European Union"}


def dyads_of(rows: Iterable[EventRow], own: Meant | None = None, name: str = "") -> dict[str, list[EventRow]]:
    """The events of each pair of states (and of bodies of no state); with `own`, only the pairs of those actors.

    `name` is what those actors are called, and stands first in the name of a pair.
    """
    found: defaultdict[Dyad, list[EventRow]] = defaultdict(list)
    for row, pair in _pairs(rows, own or Meant(), name):
        if not own or name in pair:
            found[pair].append(row)
    return {_named(pair, name): some for pair, some in found.items()}


def _named(pair: Dyad, first: str) -> str:
    one, other = pair if pair[1] != first else (pair[1], pair[0])
    return f"{one} - {other}"


def ties_among(rows: Iterable[EventRow], own: Meant, name: str) -> list[Tie]:
    """The ties of the actors `own`, called `name`, with their partners, and of those with each other."""
    scores: defaultdict[Dyad, list[float]] = defaultdict(list)
    for row, pair in _pairs(rows, own, name):
        scores[pair].append(row.score)
    partners = {one for pair in scores if name in pair for one in pair}
    return [Tie(*pair, len(found), fmean(found)) for pair, found in sorted(scores.items()) if partners.issuperset(pair)]


def spots_of(rows: Iterable[EventRow]) -> list[Spot]:
    """The places of the events that have a point."""
    found: defaultdict[tuple[float, float], list[EventRow]] = defaultdict(list)
    for row in rows:
        if row.latitude is not None and row.longitude is not None:
            found[row.latitude, row.longitude].append(row)
    return [_spot(at, some) for at, some in sorted(found.items())]


def _spot(at: tuple[float, float], rows: Sequence[EventRow]) -> Spot:
    name = Counter(row.place or "" for row in rows).most_common(1)[0][0]
    vague = name in (state_names().get(row.place_country or "") for row in rows)
    return Spot(name, *at, len(rows), fmean(row.score for row in rows), vague)


def _pairs(rows: Iterable[EventRow], own: Meant, name: str) -> Iterator[tuple[EventRow, Dyad]]:
    """Each event with each pair of parties across its sides, or of those who act together; names in order."""
    for row in rows:
        actors = _parties(row.actor_ids, row.actor_codes, row.actor_names, own, name)
        others = _parties(row.recipient_ids, row.recipient_codes, row.recipient_names, own, name)
        together = product(actors, others) if row.recipient_names else combinations(actors, 2)
        for pair in sorted({(min(pair), max(pair)) for pair in together if pair[0] != pair[1]}):
            yield row, pair


def _parties(ids: Sequence[str], codes: Sequence[str], names: Sequence[str], own: Meant, ego: str) -> list[str]:
    """The names of a side's parties: that of the state, or of a body of no state; who has no code is left out."""
    found = []
    for id, code, name in zip(ids, codes, names, strict=True):
        country = code.split()[0] if code else ""
        if own.fits(id, code):
            found.append(ego)
        elif country:
            found.append(state_names().get(country) or _BODIES.get(country, name))
    return sorted(set(found))
