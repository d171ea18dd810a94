"""An act told again with more of its sides: "the inquiry", of which the headline said against whom it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tidings.annotate.event.civilians import CIVILIAN
from tidings.annotate.event.judge import ORIGIN
from tidings.annotate.event.nearby import APART, Near, nearby
from tidings.annotate.event.participants import known_ids
from tidings.annotate.event.side import Side
from tidings.record import SPEECH_ACTS, Actor, Analysis, EventMention

#: What is said is soon said anew, to somebody else.
SOON = 2
#: Acts of speech that go on for longer than they are said: an inquiry, a trial.
LASTING = frozenset({"investigate", "allege"})


def complete(analysis: Analysis, events: Sequence[EventMention]) -> list[EventMention]:
    """The events, one that lacks a side with that of the nearest other telling of the same act; `events` in text order.

    Told again is what has the same trigger and status, and on the side that both tell the same party or one of the same
    code. Evidence stays honest: the span of who is filled in is where the report names him.
    """
    actors = {actor.id: actor for actor in analysis.actors}
    near = nearby(events)
    return [_completed(analysis, event, near, actors) for event in events]


def _completed(analysis: Analysis, event: EventMention, near: Near, actors: Mapping[str, Actor]) -> EventMention:
    sides = (event.actors, event.recipients)
    for lacking, told in ((0, 1), (1, 0)):
        if sides[lacking] or not known_ids(sides[told]):
            continue
        tellings = _tellings(analysis, event, near)
        for other in sorted(tellings, key=lambda other: abs(other.sentence - event.sentence)):
            theirs = (other.actors, other.recipients)
            found = tuple(one for one in theirs[lacking] if one.actor)
            if (
                found
                and _meet(sides[told], theirs[told], actors)
                and known_ids(sides[told]).isdisjoint(known_ids(found))
            ):
                return replace(event, recipients=found) if lacking else replace(event, actors=found)
    return event


def _tellings(analysis: Analysis, event: EventMention, near: Near) -> Iterator[EventMention]:
    """The other events that may tell of the same act."""
    lasting = event.event_type not in SPEECH_ACTS or event.mode in LASTING
    for other in near(event, APART if lasting else SOON):
        again = other is not event and other.counts == event.counts and _is_same(analysis, event, other)
        if again and not _parted(event, other):
            yield other


def _is_same(analysis: Analysis, event: EventMention, other: EventMention) -> bool:
    """Whether the same trigger tells both: the same entry of the lexicon, or a word that is in both."""
    if (event.event_type, event.mode) != (other.event_type, other.mode):
        return False
    words, theirs = (set(analysis.text(one.trigger).lower().split()) for one in (event, other))
    return event.evidence.origin == other.evidence.origin != ORIGIN or any(len(word) > 3 for word in words & theirs)


def _parted(event: EventMention, other: EventMention) -> bool:
    """Whether both are told to have happened elsewhere, or on another day."""
    if event.place is not None and other.place is not None and event.place.country != other.place.country:
        return True
    days = {when.earliest for when in (event.when, other.when) if when is not None and when.granularity == "day"}
    return len(days) > 1


def _meet(one: Side, other: Side, actors: Mapping[str, Actor]) -> bool:
    """Whether two sides share a party, or each has one of the same code."""
    if known_ids(one) & known_ids(other):
        return True
    mine, theirs = ([actor for id in known_ids(side) if (actor := actors.get(id))] for side in (one, other))
    codes = {actor.code for actor in mine if actor.country and actor.sectors != CIVILIAN}
    return any(actor.code in codes for actor in theirs)
