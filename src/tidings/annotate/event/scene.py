"""Where an act took place that its own sentence does not place: what the rest of the report tells of the same scene.

A place is lent only where the report knows one for the scene; where it knows two, none is lent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tidings.annotate.event.match import Match
from tidings.annotate.event.tree import Tree
from tidings.annotate.event.where import find_place, stand_of
from tidings.lexicon.word_lists import load_event_words, load_nouns
from tidings.record import SPEECH_ACTS, Actor, Analysis, EventMention, Participant, Place

#: Acts done on the spot, to people or things that are there.
ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
#: Nouns of acts of these types may place an act that was told before: "the meeting in Oran", "the protests in Tunis".
_SETTINGS = frozenset({"PROTEST", "ASSAULT", "CONSULT"})
#: Words that those who meet have for each other on the spot; an accusation may come from home.
_AT_TABLE = frozenset({"AGREE", "REQUEST", "SUPPORT", "CONCEDE"})
#: How far apart, in sentences, the tellings of one scene may stand; how far what is said stands from its occasion.
NEAR, CLOSE = 12, 6


@dataclass(frozen=True, slots=True)
class Setting:
    """A noun of an act, with its sentence and the place its sentence gives it."""

    event_type: str
    lemma: str
    sentence: int
    place: Place


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an actor was when he said or did something."""

    actor: str
    sentence: int
    place: Place


@dataclass(frozen=True, slots=True)
class Scenes:
    """What a report tells of places of acts: by nouns, by those who speak, and by the acts that have one themselves."""

    settings: Sequence[Setting]
    stands: Sequence[Stand]
    events: Sequence[EventMention]
    actors: Mapping[str, Actor]

    def place_of(self, event: EventMention) -> Place | None:
        """The place of the scene an event belongs to, or None."""
        if event.event_type == "CONSULT":
            return self._meeting(event) or (self._noun(event) if len(self._all(event)) > 1 else None)
        if event.event_type in SPEECH_ACTS:
            return self._table(event) or self._stand(event)
        if event.event_type not in ON_THE_SPOT:
            return None
        return self._noun(event) or self._protest(event)

    def _meeting(self, event: EventMention) -> Place | None:
        """Another telling of a meeting of the same states."""
        lands = self._lands((*event.actors, *event.recipients))
        return _only(
            other.place for other in self._consults(event, NEAR) if len(lands) > 1 and self._all(other) == lands
        )

    def _table(self, event: EventMention) -> Place | None:
        """What one side says to the other side of a meeting is said where they meet."""
        ours, theirs = self._lands(event.actors), self._lands(event.recipients)
        if event.event_type not in _AT_TABLE or not ours or not theirs or ours & theirs:
            return None
        return _only(other.place for other in self._consults(event, CLOSE) if self._all(other) == ours | theirs)

    def _consults(self, event: EventMention, reach: int) -> list[EventMention]:
        return [
            other for other in self.events
            if other.event_type == "CONSULT" and other is not event and other.place and other.counts == event.counts
            and abs(other.sentence - event.sentence) <= reach and _same_days(event, other)
        ]  # fmt: skip

    def _stand(self, event: EventMention) -> Place | None:
        """Where those who say it were when they spoke, in the sentences around; a state is nowhere."""
        speakers = {one.actor for one in event.actors if one.actor and not one.actor.startswith(("state:", "org:"))}
        near = [stand for stand in self.stands if stand.actor in speakers]
        near = [stand for stand in near if abs(stand.sentence - event.sentence) <= CLOSE]
        return _only(stand.place for stand in near) if event.counts else None

    def _noun(self, event: EventMention) -> Place | None:
        """The place of a noun for the act: any protest, else one of the same word ("shot" and "shooting")."""
        near = [one for one in self.settings if abs(one.sentence - event.sentence) <= NEAR]
        same = [one for one in near if one.event_type == event.event_type]
        if event.event_type != "PROTEST":
            same = [one for one in same if one.lemma[:3] in event.evidence.origin.rpartition(":")[2]]
        return self._fitting(event, (one.place for one in same)) if event.counts else None

    def _protest(self, event: EventMention) -> Place | None:
        """Protesters are where the protest is."""
        sides = [self.actors.get(one.actor or "") for one in (*event.actors, *event.recipients)]
        protesters = load_nouns().protesters | load_event_words().marchers
        if event.event_type != "PROTEST" and not any(one and protesters & {*one.name.lower().split()} for one in sides):
            return None
        told = (other.place for other in self.events if other.event_type == "PROTEST" and other.place is not None)
        nouns = (one.place for one in self.settings if one.event_type == "PROTEST")
        return self._fitting(event, (*told, *nouns))

    def _fitting(self, event: EventMention, places: Iterable[Place | None]) -> Place | None:
        """The only one of some places, if it lies in a state that takes part or where none is known to."""
        lands = self._lands((*event.actors, *event.recipients))
        return _only(place for place in places if place and (not lands or place.country in lands))

    def _all(self, event: EventMention) -> frozenset[str]:
        return self._lands((*event.actors, *event.recipients))

    def _lands(self, side: Iterable[Participant]) -> frozenset[str]:
        known = (self.actors.get(one.actor or "") for one in side)
        return frozenset(actor.country for actor in known if actor and actor.country)


def find_settings(tree: Tree, matched: Iterable[Match]) -> Iterator[Setting]:
    """The nouns of acts that a sentence gives a place."""
    for frame, trigger in matched:
        if trigger.pos == "noun" and trigger.event_type in _SETTINGS:
            place = find_place(frame, trigger.event_type)
            if place is not None:
                yield Setting(trigger.event_type, tree.lemmas[frame.head], tree.number, place)


def find_stands(analysis: Analysis, trees: Iterable[Tree]) -> Iterator[Stand]:
    """Where those were who say something in the report."""
    verbs = {tree.tokens[i].span.start: (tree, i) for tree in trees for i in range(len(tree.tokens)) if tree.is_verb(i)}
    for said in analysis.attributions:
        speaker = said.source.actor if said.source else None
        cue = said.cue and next((at for start in range(said.cue.start, said.cue.end) if (at := verbs.get(start))), None)
        place = stand_of(*cue) if cue and speaker else None
        if place is not None and cue and speaker:
            yield Stand(speaker, cue[0].number, place)


def stands_of_events(events: Iterable[EventMention]) -> Iterator[Stand]:
    """Where those were who met or spoke at a place."""
    for event in events:
        if event.event_type in SPEECH_ACTS and event.counts and event.place is not None:
            yield from (Stand(one.actor, event.sentence, event.place) for one in event.actors if one.actor)


def _only(places: Iterable[Place | None]) -> Place | None:
    found = {place.id: place for place in places if place is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _same_days(one: EventMention, other: EventMention) -> bool:
    """Whether two acts may have fallen on one day."""
    if one.when is None or other.when is None:
        return True
    late = one.when.latest is None or other.when.earliest is None or other.when.earliest <= one.when.latest
    early = other.when.latest is None or one.when.earliest is None or one.when.earliest <= other.when.latest
    return late and early
