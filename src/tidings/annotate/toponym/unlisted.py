"""Names that no gazetteer has: they lie where the report is.

Gazetteers of towns leave out lakes, parks, townships and hamlets. A name that is missing is given the division that
the other names of the report agree on, else their state, as UCDP does with what it cannot find; where the names do not
agree, it stays unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tidings.annotate.toponym.candidates import Candidate, candidate_of
from tidings.lexicon.places import Entry, Gazetteer

#: What share of the evidence must speak for one state or division, and how much of it there must be.
AGREED, ENOUGH = 0.6, 1.0


def ground_of(
    meant: Iterable[Candidate], said: Mapping[tuple[object, ...], float], gazetteer: Gazetteer
) -> Candidate | None:
    """The division, else the state, that the places a report means and what else it says agree on; None where none.

    `said` holds the weight of what is said of ("country", code) and of ("division", code, name).
    """
    votes = defaultdict[tuple[object, ...], float](float, said)
    for place in meant:
        votes["country", place.country] += 1.0
        if place.admin1 and place.feature != "PCLI":
            votes["division", place.country, place.admin1] += 1.0
    state = _agreed({key: vote for key, vote in votes.items() if key[0] == "country" and key[1]})
    if state is None:
        return None
    division = _agreed({key: vote for key, vote in votes.items() if key[0] == "division" and key[1] == state[1]})
    index = gazetteer.division(*map(str, division[1:])) if division else None
    index = gazetteer.state(str(state[1])) if index is None else index
    return None if index is None else candidate_of(gazetteer, Entry(index, alternate=False))


def _agreed(votes: Mapping[tuple[object, ...], float]) -> tuple[object, ...] | None:
    most = max(votes, key=lambda key: votes[key], default=None)
    least = max(ENOUGH, AGREED * sum(votes.values()))
    return most if most is not None and votes[most] >= least else None
