"""What one sentence tells of an event and another leaves out: the place and the day.

A report tells the same act several times, in the headline, a caption, the body; the first to say where and when says it
for the others. What is left then is taken to have happened in the country of those it was done to or among.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidings.annotate.event.localities import CITY_STATES
from tidings.annotate.event.nearby import APART, Near, nearby
from tidings.annotate.event.participants import known_ids
from tidings.annotate.event.scene import ON_THE_SPOT, Scenes, stands_of_events
from tidings.record import SPEECH_ACTS, Analysis, EventMention, Place, When

#: Acts that are done at home where nobody else is named.
AT_HOME = frozenset({"PROTEST", "COERCE"})
#: Acts that a state, its courts and its people do among themselves at home, the latter by their mode.
AMONG_ITS_OWN, OF_OFFICE = frozenset({"SANCTION"}), frozenset({"resign"})
SAID = SPEECH_ACTS - {"CONSULT"}


def share(analysis: Analysis, events: Sequence[EventMention], scenes: Scenes) -> tuple[EventMention, ...]:
    """The events with places and days filled in from other tellings of the same act, else from its scene, else from
    whose land it was. What is said is placed last: by the meetings that the others have placed.
    """
    places, near = _places(analysis), nearby(events)
    told = tuple(_completed(event, near, scenes, places) for event in events)
    again = replace(scenes, events=told, stands=(*scenes.stands, *stands_of_events(told)))
    return tuple(
        replace(event, place=again.place_of(event)) if event.place is None and event.event_type in SAID else event
        for event in told
    )


def _completed(event: EventMention, near: Near, scenes: Scenes, places: Sequence[tuple[int, Place]]) -> EventMention:
    place, when = event.place, event.when
    if place is None or _is_bound(when):
        others = [other for other in near(event, APART) if other is not event and same_act(event, other)]
        others.sort(key=lambda other: abs(other.sentence - event.sentence))
        place = place or next((other.place for other in others if other.place), None)
        if _is_bound(when):
            when = next((other.when for other in others if _agrees(other.when, when)), when)
    place = place or scenes.place_of(event)
    if place is None and (event.event_type in ON_THE_SPOT or _is_among_its_own(event, scenes)):
        place = _on_whose_land(event, scenes, places)
    if place is event.place and when is event.when:
        return event
    return replace(event, place=place, when=when)


def same_act(one: EventMention, other: EventMention) -> bool:
    """Whether two mentions may tell of one act: the same type, mode, factuality and sides."""
    if one.event_type != other.event_type:
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if one.counts != other.counts:
        return False
    first, second = known_ids(one.actors), known_ids(other.actors)
    left, right = known_ids(one.recipients), known_ids(other.recipients)
    mutual = (first | left) & (second | right)
    return bool(first & second and left & right) or len(mutual) > 1


def _is_bound(when: When | None) -> bool:
    return when is None or when.granularity is None


def _agrees(told: When | None, bound: When | None) -> bool:
    """Whether a told day lies within what bounds the other."""
    if told is None or told.granularity is None:
        return False
    if bound is None or bound.latest is None:
        return True
    return told.earliest is not None and told.earliest <= bound.latest


def _places(analysis: Analysis) -> list[tuple[int, Place]]:
    """Every place of the report with the number of its sentence."""
    found, number = [], 0
    for toponym in sorted(analysis.toponyms, key=lambda toponym: toponym.mention.span):
        while (
            number < len(analysis.sentences) - 1 and analysis.sentences[number].span.end <= toponym.mention.span.start
        ):
            number += 1
        if toponym.place is not None:
            found.append((number, toponym.place))
    return found


def _on_whose_land(event: EventMention, scenes: Scenes, places: Sequence[tuple[int, Place]]) -> Place | None:
    """The country of those acted on, or of those who act where nobody is acted on, if the report names it as a place.

    A town of that country would be a guess: the act may have been anywhere in it.
    """
    alone = event.event_type in AT_HOME or _is_among_its_own(event, scenes)
    sides = known_ids(event.recipients) or (known_ids(event.actors) if alone else set())
    lands = {scenes.actors[actor].country for actor in sides if actor in scenes.actors} - {None}
    if len(lands) != 1:
        return None
    (land,) = lands
    there = [(abs(number - event.sentence), number, place) for number, place in places if _is_country(place, land)]
    return min(there, key=lambda item: item[:2])[2] if there else None


def _is_among_its_own(event: EventMention, scenes: Scenes) -> bool:
    """Whether an act of rule has sides of one state only: a court sentences, a minister resigns."""
    if event.event_type not in AMONG_ITS_OWN and event.mode not in OF_OFFICE:
        return False
    sides = known_ids((*event.actors, *event.recipients))
    lands = {scenes.actors[actor].country for actor in sides if actor in scenes.actors}
    return len(lands) == 1 and None not in lands


def _is_country(place: Place, land: str | None) -> bool:
    return place.country == land and (place.is_state or (place.feature == "PPLC" and land in CITY_STATES))
