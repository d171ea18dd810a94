"""Places that stand for their states: a visit to Moscow is a visit to Russia."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tidings.lexicon import Lexicon
from tidings.record import Actor, ActorMention, Analysis, EventMention, Evidence, Participant, Span, content_id

ORIGIN = "rule:place stands for its state"
#: How sure that is.
SCORE = 0.7
#: How many characters may stand before the name: "the city of ", "northern ".
LEEWAY = 14
#: Sectors of those who act for a state.
ORGANS = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})


def stand_in(analysis: Analysis, events: Iterable[EventMention], lexicon: Lexicon) -> Analysis:
    """The analysis with the events, where a recipient told only by a place is the state the place lies in.

    What is done by force to a town is done to those who live there. Where the state itself or its organs act, it is
    no recipient: who visits a town of his own visits no state. A state that was not among the actors of the report is
    added to them, with the place name as its mention.
    """
    lands = {
        toponym.mention.span.end: (toponym.mention, toponym.place.country)
        for toponym in analysis.toponyms
        if toponym.place is not None and toponym.place.country is not None
    }
    whole = {one.mention.span for one in analysis.toponyms if one.place and one.place.is_state}
    known = {actor.id: actor for actor in analysis.actors}
    added: dict[str, Actor] = {}
    mentions: dict[Span, ActorMention] = {}

    def state(one: Participant, own: frozenset[str | None], event_type: str) -> Participant | None:
        mention, country = lands.get(one.span.end, (None, None))
        if one.actor is not None or mention is None or mention.span.start - one.span.start > LEEWAY:
            return one
        if country in own:
            return None
        found = lexicon.actors.on(f"state:{country}", analysis.document.published)
        if found is None:
            return one
        if event_type == "ASSAULT" and mention.span not in whole:
            found = found.as_people(f"people of {found.name}")
        added[found.id] = found
        evidence = Evidence(analysis.document.id, mention.span, ORIGIN, SCORE)
        named = replace(mention, id=content_id("men", (analysis.document.id, mention.span, found.id)))
        mentions[mention.span] = ActorMention(named, found.id, evidence)
        return Participant(one.span, found.id)

    def completed(event: EventMention) -> EventMention:
        own = frozenset(_land(known.get(one.actor or "")) for one in event.actors)
        states = (state(one, own, event.event_type) for one in event.recipients)
        return replace(event, recipients=tuple(one for one in states if one is not None))

    done = tuple(map(completed, events))
    actors = (*analysis.actors, *(actor for id, actor in added.items() if id not in known))
    told = sorted((*analysis.actor_mentions, *mentions.values()), key=lambda one: one.mention.span)
    return replace(analysis, events=done, actors=actors, actor_mentions=tuple(told))


def _land(actor: Actor | None) -> str | None:
    """The country an actor is the state of or acts for, if any."""
    acts_for = actor is not None and (actor.id.startswith("state:") or not ORGANS.isdisjoint(actor.sectors))
    return actor.country if actor is not None and acts_for else None
