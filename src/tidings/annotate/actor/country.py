"""The country a report is about, for actors whose own phrase names none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tidings.annotate.actor.found import Reading
from tidings.annotate.actor.phrase import LookUp
from tidings.annotate.actor.weigh import ABROAD

#: How much a mention weighs by the part of the report it stands in.
_WEIGHTS = {"headline": 3.0, "standfirst": 2.0, "caption": 0.5}
_FIRST_SENTENCES = 3


class CountryContext:
    """How often each country is named in a report and in each of its sentences."""

    __slots__ = ("_by_sentence", "_counts", "_total")

    def __init__(self, readings: Iterable[Reading], look_up: LookUp) -> None:
        self._by_sentence: dict[int, tuple[str, ...]] = {}
        counts: Counter[str] = Counter()
        for reading in readings:
            named = _countries(reading, look_up)
            self._by_sentence[reading.index] = tuple(dict.fromkeys(named))
            weight = _WEIGHTS.get(reading.zone, 1.5 if reading.index < _FIRST_SENTENCES else 1.0)
            for country in named:
                counts[country] += weight  # type: ignore[assignment]
        self._counts = counts
        self._total = sum(counts.values())

    def likely(self, sentence: int) -> tuple[str, str, float] | None:
        """The country an unmarked actor of this sentence most likely belongs to, the reason, and how sure that is."""
        main = self._counts.most_common(1)
        share = main[0][1] / self._total if main else 0.0
        here = self._by_sentence.get(sentence, ())
        if main and share >= 0.5:
            return main[0][0], "report", 0.6
        if len(here) == 1:
            return here[0], "sentence", 0.5
        if main and share >= 0.3 and (not here or main[0][0] in here):
            return main[0][0], "report", 0.4
        return None


def _countries(reading: Reading, look_up: LookUp) -> list[str]:
    found: list[str] = []
    for match in reading.matches:
        country = look_up(match.form).country
        if country and country not in ABROAD:
            found.append(country)
    for i, country in reading.places.items():
        if country and i not in reading.at:
            found.append(country)
    return found
