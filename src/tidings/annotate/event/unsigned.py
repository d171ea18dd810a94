"""Who did what nobody is said to have done: the police who arrest, the protesters, the attackers named later."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile

from tidings.annotate.event.match import DEFINITE
from tidings.annotate.event.participants import NEW, known_ids
from tidings.lexicon.word_lists import load_event_words, load_nouns
from tidings.record import Actor, ActorMention, Analysis, EventMention, NameType, Participant, Span

#: CAMEO's arrest and detention, which the police do unless somebody else is said to.
ARREST = "173"
POLICE = "COP"
#: How many sentences on an act may be taken up by one that says who did it: "an attack on a refinery ... The attack was
#: claimed by".
NEAR = 4
#: Whether an actor is one of those who do such things.
Does = Callable[[Actor], bool]


def sign(analysis: Analysis, events: Sequence[EventMention]) -> list[EventMention]:
    """The events, those without an actor with the one the report elsewhere says or implies; `events` in text order.

    Evidence stays honest: the actor's span is where the report names him.
    """
    actors = {actor.id: actor for actor in analysis.actors}

    @cache
    def who(does: Does) -> list[ActorMention]:
        return [one for one in analysis.actor_mentions if does(actors[one.actor]) and _is_named(analysis, one)]

    return [
        event if event.actors else _signed(analysis, event, islice(events, at + 1, None), actors, who)
        for at, event in enumerate(events)
    ]


def _signed(
    analysis: Analysis,
    event: EventMention,
    after: Iterable[EventMention],
    actors: Mapping[str, Actor],
    who: Callable[[Does], list[ActorMention]],
) -> EventMention:
    does = _does(event)
    if does is not None:
        return _by_nearest(event, actors, who(does))
    near = takewhile(lambda other: other.sentence - event.sentence <= NEAR, after)
    later = (other for other in near if _takes_up(analysis, other, event))
    return next((replace(event, actors=other.actors) for other in later), event)


def _does(event: EventMention) -> Does | None:
    """What tells those who do such things, where the act itself says who that is."""
    if event.cameo == ARREST:
        return _arrests
    if event.event_type == "SANCTION" and event.mode == "convict":
        return _sentences
    return _protests if event.event_type == "PROTEST" else None


def _arrests(actor: Actor) -> bool:
    return POLICE in actor.sectors


def _protests(actor: Actor) -> bool:
    return not (load_nouns().protesters | {"marchers", "strikers", "rioters"}).isdisjoint(actor.name.lower().split())


def _sentences(actor: Actor) -> bool:
    return "JUD" in actor.sectors and not load_event_words().courts.isdisjoint(actor.name.lower().split())


def _by_nearest(event: EventMention, actors: Mapping[str, Actor], who: Sequence[ActorMention]) -> EventMention:
    """The event as done by those of the same country, else by any, who do such things and are named nearest."""
    others = known_ids(event.recipients)
    lands = {actors[one].country for one in others if one in actors} - {None} if event.cameo == ARREST else set()
    doers = [one for one in who if one.actor not in others]
    if not doers:
        return event
    near = [one for one in doers if not lands or actors[one.actor].country in lands]  # abroad, whoever arrests there
    nearest = min(near or doers, key=lambda one: _distance(one, event.trigger))
    return replace(event, actors=(Participant(nearest.mention.span, nearest.actor),))


def _is_named(analysis: Analysis, one: ActorMention) -> bool:
    """Whether a mention names those whose office it is, not one or some of them ("two officers were injured")."""
    start = one.mention.span.start
    sentence = analysis.sentences[bisect_right(analysis.sentences, start, key=lambda each: each.span.start) - 1]
    first = next(token for token in sentence.tokens if token.span.end > start)
    if any(name.type is NameType.PERSON and name.span.overlaps(one.mention.span) for name in sentence.names):
        return False
    court = not load_event_words().courts.isdisjoint(analysis.text(one.mention.span).lower().split())
    return first.pos not in ("PRON", "NUM") and (court or first.lemma.lower() not in NEW)


def _distance(one: ActorMention, trigger: Span) -> int:
    span = one.mention.span
    return max(span.start - trigger.end, trigger.start - span.end, 0)


def _takes_up(analysis: Analysis, other: EventMention, event: EventMention) -> bool:
    """Whether an act is the other told again with its doer: the same noun, as one that is known."""
    if other.event_type != event.event_type or not any(one.actor for one in other.actors):
        return False
    if other.trigger.start <= event.trigger.end:
        return False
    if analysis.text(other.trigger).lower() != analysis.text(event.trigger).lower():
        return False
    before = analysis.text(Span(analysis.sentences[other.sentence].span.start, other.trigger.start)).split()
    theirs, ours = known_ids(other.recipients), known_ids(event.recipients)
    return not DEFINITE.isdisjoint(word.lower() for word in before[-1:]) and (not theirs or theirs <= ours)
