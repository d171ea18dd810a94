"""Which countries a report speaks of, and in which of them something was done to people of whom it tells no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tidings.record import Actor, Analysis, EventMention, Participant, Place

#: How often a report names a country that it is about.
OFTEN = 3


@dataclass(frozen=True, slots=True)
class Lands:
    """The actors of a report by id, how often each country is named by them, and how many places it names in each."""

    known: Mapping[str, Actor]
    named: Mapping[str | None, int]
    places: Mapping[str | None, int]

    @classmethod
    def of(cls, analysis: Analysis) -> Lands:
        """Those of a report; counted once, as a long one has many events."""
        known = {actor.id: actor for actor in analysis.actors}
        places = {one.place.id: one.place.country for one in analysis.toponyms if one.place is not None}
        named = Counter(known[mention.actor].country for mention in analysis.actor_mentions if mention.actor in known)
        return cls(known, named, Counter(places.values()))

    def where(self, event: EventMention, others: Sequence[Participant]) -> str | None:
        """The country of an event's place, else of its other side unless it attacks, else the one named most."""
        if event.place is not None and event.place.country is not None and self._is_told(event.place):
            return event.place.country
        theirs = {actor.country for one in others if (actor := self.known.get(one.actor or ""))}
        lands = {country for country in theirs if _is_state(country)}
        if len(lands) == 1 and event.event_type != "ASSAULT":
            return lands.pop()
        most = sorted(self.named, key=lambda country: -self.named[country])
        return next((country for country in most if _is_state(country)), None)

    def _is_told(self, place: Place) -> bool:
        """Whether a report speaks of a place's country by more than the name of this place, or of no country much: a
        mosque of Christchurch that is taken for a town abroad is in the country of the report.
        """
        if place.is_state or self.named.get(place.country) or max(self.named.values(), default=0) < OFTEN:
            return True
        return self.places.get(place.country, 0) > 1


def _is_state(country: str | None) -> bool:
    return country is not None and len(country) == 3
