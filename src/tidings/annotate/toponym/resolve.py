"""Which of its bearers a place name means: one sense a report, chosen in the light of all the others.

The weights follow the usual evidence of geoparsing (Leidner 2007): renown, the country and division that the report
is about, containment ("Homs, Syria"), and nearness to the other places. No name is settled before the others: each
votes with all its readings, by how likely they are so far, for the country, division, county and neighbourhood that
they lie in, and is then weighed by the votes of the rest; after a few rounds the likeliest reading is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, floor

from tidings.annotate.toponym.candidates import Candidate, candidates
from tidings.annotate.toponym.company import Sense, held_by, weigh_company
from tidings.annotate.toponym.context import about
from tidings.annotate.toponym.unlisted import ground_of
from tidings.lexicon.places import Gazetteer, name_key
from tidings.record import Span

Key = tuple[object, ...]
Votes = defaultdict[Key, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts, in powers of ten of likelihood."""

    country: float = 4.0
    division: float = 3.0
    county: float = 2.0
    near: float = 2.0
    #: How evenly a name votes: the share that goes to its readings alike, however likely they are.
    even: float = 0.3
    sharp: float = 1.0
    text: float = 0.5
    #: What a publisher's own state weighs beside a name in the report that can only lie in one.
    home: float = 1.0
    rounds: int = 3


WEIGHTS = Weights()


def resolve_names(
    text: str, spans: Sequence[Span], gazetteer: Gazetteer, home: str | None = None, w: Weights = WEIGHTS
) -> list[int | None]:
    """For each span of a text that names a place, the number of that place in the gazetteer; None where unknown.

    `home` is the country of whoever publishes the text, where it is known.
    """
    senses: dict[str, Sense] = {}
    order: list[Sense] = []
    for span in spans:
        name = span.slice(text)
        key = name if len(name) <= 4 else name_key(name)
        sense = senses.setdefault(key, Sense(candidates(gazetteer, name)))
        sense.spans.append(span)
        order.append(sense)
    weigh_company(text, spans, order)
    known = [sense for sense in senses.values() if sense.options]
    for sense in known:
        sense.scores = [option.prior + sense.bonus[option.index] for option in sense.options]
    said: Votes = defaultdict(float)
    said.update((key, w.text * count**0.5) for key, count in about(text, spans, gazetteer).items())
    if home:
        said["country", home] += w.home
    regions = [[_regions(option) for option in sense.options] for sense in known]
    for _ in range(w.rounds):
        _round(known, regions, said, w)
    meant = {id(sense): max(zip(sense.scores, sense.options, strict=True), key=lambda s: s[0])[1] for sense in known}
    best = held_by(text, spans, [meant.get(id(sense)) for sense in order])
    ground = ground_of(meant.values(), said, gazetteer) if None in best else None
    return [option.index if option else None for option in (one or ground for one in best)]


def _round(
    senses: Sequence[Sense], regions: Sequence[Sequence[Regions]], said: Mapping[Key, float], w: Weights
) -> None:
    """Weighs each name anew by the votes of all the others."""
    ballots = [_ballot(sense, inside, w) for sense, inside in zip(senses, regions, strict=True)]
    votes: dict[Key, float] = defaultdict(float, said)
    for ballot in ballots:
        for key, vote in ballot.items():
            votes[key] += vote
    totals = {level: sum(vote for key, vote in votes.items() if key[0] == level) for level in ("country", "division")}
    for sense, inside, ballot in zip(senses, regions, ballots, strict=True):
        if len(sense.options) > 1:
            own = {level: sum(v for k, v in ballot.items() if k[0] == level) for level in totals}
            rest = {level: totals[level] - own[level] for level in totals}
            fits = (_fit(region, votes, ballot, rest, w) for region in inside)
            sense.scores = [
                option.prior + sense.bonus[option.index] + fit for option, fit in zip(sense.options, fits, strict=True)
            ]


def _ballot(sense: Sense, regions: Sequence[Regions], w: Weights) -> dict[Key, float]:
    """How a name votes: for each region, how likely it is that its place lies there."""
    best, weight = max(sense.scores), len(sense.spans) ** 0.5
    likely = [10 ** (w.sharp * (score - best)) for score in sense.scores]
    whole, plain = sum(likely), sum(not option.alternate for option in sense.options) or len(sense.options)
    ballot: dict[Key, float] = defaultdict(float)
    for option, chance, inside in zip(sense.options, likely, regions, strict=True):
        even = w.even / plain if not option.alternate else 0.0
        vote = weight * ((1 - w.even) * chance / whole + even)
        for key in inside.keys:
            ballot[key] += vote
    return ballot


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions a place lies in, None where it lies in none that is known; `around` are the cells near it."""

    country: Key | None
    division: Key | None
    county: Key | None
    around: tuple[Key, ...]
    keys: tuple[Key, ...]


def _regions(option: Candidate) -> Regions:
    country = ("country", option.country) if option.country else None
    division = ("division", option.country, option.admin1) if option.country and option.admin1 else None
    county = ("county", option.county) if option.county is not None else None
    if option.point is None or option.wide:
        return Regions(country, division, county, (), tuple(filter(None, (country, division, county))))
    row, column = floor(option.point[0]), floor(option.point[1])
    around = tuple(("cell", row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
    keys = (country, division, county, ("cell", row, column))
    return Regions(country, division, county, around, tuple(filter(None, keys)))


def _fit(
    inside: Regions, votes: Mapping[Key, float], own: Mapping[Key, float], rest: Mapping[str, float], w: Weights
) -> float:
    """How well a reading fits what the other names vote for."""

    def of(key: Key) -> float:
        return votes[key] - own.get(key, 0.0) if key in votes else 0.0

    fit = 0.0
    if inside.country:
        fit += w.country * of(inside.country) / (rest["country"] + 0.5)
    if inside.division:
        fit += w.division * of(inside.division) / (rest["division"] + 0.5)
    if inside.county:
        fit += w.county * (1 - exp(-of(inside.county)))
    near = sum(of(key) for key in inside.around if key in votes)
    return fit + w.near * (1 - exp(-near))
