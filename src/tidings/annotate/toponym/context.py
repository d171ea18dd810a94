"""Which states and divisions a report speaks of beside its place names: by peoples, adjectives, and inside names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tidings.annotate.toponym.candidates import candidates
from tidings.lexicon.places import Gazetteer
from tidings.lexicon.signs import states_by_signs
from tidings.record import Span

_WORDS = re.compile(r"[A-Z](?:\.(?: ?[A-Z]\.)+|[\w’'-]*[\w]\.?)(?: [A-Z][\w-]+)?")
_STATES = frozenset({"PCLI", "ADM1"})
#: A division of less renown (log10 of people) is not spoken of in passing: "Michael" is a man, no parish of Man.
_RENOWNED = 5.5


def about(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> Counter[tuple[object, ...]]:
    """How often each country and each division is spoken of by words that are not among the given place names."""
    found: Counter[tuple[object, ...]] = Counter()
    taken = {at for span in spans for at in range(span.start, span.end)}
    peoples = gazetteer.demonyms
    for match in _WORDS.finditer(text):
        for word in _readings(match.group()):
            if word in peoples:
                found["country", peoples[word]] += 1
            elif match.start() in taken or not (place := _state(word, gazetteer)):
                continue
            else:
                country, division = place
                found["country", country] += 1
                if division:
                    found["division", country, division] += 1
            break
    for country, count in states_by_signs(text).items():
        found["country", country] += count
    return found


def _readings(words: str) -> tuple[str, ...]:
    """The words together, then the first alone: "North Carolina Tar" may begin with a state."""
    first = words.split()[0]
    return (words, first, first.rstrip(".")) if " " in words else (words, words.rstrip("."))


def _state(word: str, gazetteer: Gazetteer) -> tuple[str, str | None] | None:
    """The country, and the division if it is one, that a word names before anything else."""
    options = candidates(gazetteer, word) if len(word) > 2 else ()
    plain = [option for option in options if not option.alternate]
    best = max(plain, key=lambda option: option.prior, default=None)
    if best is None or best.feature not in _STATES or best.country is None or best.prior < _RENOWNED:
        return None
    return best.country, best.admin1 if best.feature == "ADM1" else None
