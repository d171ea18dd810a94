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


def stand_in(analysis: Analysis, events: Iterable[EventMention], lexicon: Lexicon) -> Analysis:
    """The analysis with the events, where a recipient told only by a place is the state the place lies in.

    A state that was not among the actors of the report is added to them, with the place name as its mention.
    """
    lands = {
        toponym.mention.span.end: (toponym.mention, toponym.place.country)
        for toponym in analysis.toponyms
        if toponym.place is not None and toponym.place.country is not None
    }
    added: dict[str, Actor] = {}
    mentions: dict[Span, ActorMention] = {}

    def state(one: Participant) -> Participant:
        mention, country = lands.get(one.span.end, (None, None))
        if one.actor is not None or mention is None or mention.span.start - one.span.start > LEEWAY:
            return one
        found = lexicon.actors.on(f"state:{country}", analysis.document.published)
        if found is None:
            return one
        added[found.id] = found
        evidence = Evidence(analysis.document.id, mention.span, ORIGIN, SCORE)
        named = replace(mention, id=content_id("men", (analysis.document.id, mention.span, found.id)))
        mentions[mention.span] = ActorMention(named, found.id, evidence)
        return Participant(one.span, found.id)

    done = tuple(replace(event, recipients=tuple(map(state, event.recipients))) for event in events)
    known = {actor.id for actor in analysis.actors}
    actors = (*analysis.actors, *(actor for id, actor in added.items() if id not in known))
    told = sorted((*analysis.actor_mentions, *mentions.values()), key=lambda one: one.mention.span)
    return replace(analysis, events=done, actors=actors, actor_mentions=tuple(told))
