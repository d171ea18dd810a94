"""The event stage: triggers, sides, factuality, time, place and word, put together into event mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tidings.annotate.event.factuality import factuality
from tidings.annotate.event.match import DEFINITE, Heads, Match, matches
from tidings.annotate.event.obligation import find_obligations
from tidings.annotate.event.participants import political, resolve, without
from tidings.annotate.event.rules import settled
from tidings.annotate.event.share import share
from tidings.annotate.event.slots import Frame, fillers, objects
from tidings.annotate.event.tree import Tree, plant
from tidings.annotate.event.when import find_when
from tidings.annotate.event.where import find_place
from tidings.annotate.event.word import find_word
from tidings.lexicon import Lexicon
from tidings.lexicon.factuality import load_factuality
from tidings.lexicon.light_verbs import load_light_verbs
from tidings.ontology import Trigger, load_ontology
from tidings.record import (
    SPEECH_ACTS,
    Analysis,
    Attribution,
    EventMention,
    Evidence,
    Participant,
    Place,
    Span,
    content_id,
)

Sides = tuple[tuple[Participant, ...], tuple[Participant, ...]]

#: Nouns for a state of things in a country, not for something done there.
STATES = frozenset({"war", "conflict", "terrorism", "insurgency", "hostility", "crime"})
#: Acts that those do who are moved: "troops were deployed", "forces pulled out of the city".
MOVED = frozenset({"MOBILIZE", "RETREAT"})
#: Words by which a speaker means himself or those he speaks for.
FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my", "ourselves"})


def find_events(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis with its political acts, in text order.

    Runs after times, places, actors and attributions have been found. An act is kept where at least one side is a
    political actor, or a place with a country that stands for one; sport and business fall out.

    >>> from tidings.record import Document
    >>> find_events(Analysis(Document.of("", ())), Lexicon()).events
    ()
    """
    heads = lexicon.triggers.heads
    events: list[EventMention] = []
    for tree in plant(analysis):
        for match in matches(tree, heads, load_light_verbs()):
            event = _event(analysis, match, gated=True)
            if event is not None and not (_takes_up(match[0]) and _told_before(event, events)):
                events.append(event)
        events += find_obligations(analysis, tree)
    events.sort(key=lambda event: event.trigger)
    return replace(analysis, events=share(analysis, events))


def _takes_up(frame: Frame) -> bool:
    """Whether a noun points back: "the protests", "those attacks"."""
    tree = frame.tree
    return any(tree.lemmas[child] in DEFINITE for child in tree.children(frame.head, "det"))


def _told_before(event: EventMention, before: Sequence[EventMention]) -> bool:
    """Whether an act that names nobody only takes up one that was told: "the protests began in June"."""
    return not event.actors and not event.recipients and any(event.event_type == other.event_type for other in before)


def candidate_events(analysis: Analysis, heads: Heads) -> list[tuple[Tree, EventMention]]:
    """Every trigger as an event, whoever its sides are, with the tree of its sentence."""
    return [
        (tree, event)
        for tree in plant(analysis)
        for match in matches(tree, heads, load_light_verbs())
        if (event := _event(analysis, match, gated=False)) is not None
    ]


def _event(analysis: Analysis, match: Match, gated: bool) -> EventMention | None:
    frame, trigger = match
    tree, document = frame.tree, analysis.document
    span = trigger_span(frame)
    said = find_word(span, analysis.attributions)
    actors, recipients = _spoken(analysis, sides(frame, trigger), said)
    if not actors and trigger.event_type == "ACCUSE" and trigger.pos != "verb":
        actors = _speaker(said)
    place = find_place(frame, trigger.event_type)
    if gated and not _is_political(frame, trigger, (actors, recipients), place):
        return None
    read = factuality(frame, trigger.event_type, load_factuality(), document.published)
    act = settled(trigger.event_type, trigger.words[0], read)
    changed = act.event_type != trigger.event_type
    return EventMention(
        id=content_id("evm", (document.id, span.start, span.end, act.event_type)),
        trigger=span,
        event_type=act.event_type,
        mode=None if changed else trigger.mode,
        contexts=_contexts(frame, trigger),
        cameo=act.cameo or _cameo(trigger),
        actors=actors,
        recipients=recipients,
        when=find_when(frame, act.event_type, act.factuality, document.published),
        place=place,
        attribution=said.id if said else None,
        factuality=act.factuality,
        sentence=tree.number,
        evidence=Evidence(document.id, span, trigger.origin, _confidence(frame, trigger, actors, recipients)),
    )


def trigger_span(frame: Frame) -> Span:
    """The trigger's words where they stand close together, else its head alone."""
    first, last = min(frame.words), max(frame.words)
    return frame.tree.span(frame.words if last - first < 6 else (frame.head,))


def sides(frame: Frame, trigger: Trigger) -> Sides:
    """Who acts and on whom: the first slot of each list that names a political actor, else the first that is filled.

    Where the act is mutual and no other side is told, all who take part are actors (PLOVER P53, P55).
    """
    actors = _side(frame, trigger.actor)
    recipients = without(_side(frame, trigger.recipient), actors)
    if trigger.reciprocal and not actors and trigger.event_type != "ASSAULT":
        return recipients, ()
    if not actors and trigger.event_type in MOVED and frame.tree.is_verb(frame.head):
        actors = resolve(frame.tree, objects(frame.tree, frame.head))
        recipients = without(recipients, actors)
    return actors, recipients


def _side(frame: Frame, slots: Sequence[str]) -> tuple[Participant, ...]:
    first: tuple[Participant, ...] = ()
    for slot in slots:
        found = resolve(frame.tree, (filler for filler in fillers(frame, slot) if filler not in frame.words))
        if any(political(frame.tree, participant) for participant in found):
            return found
        first = first or found
    return first


def _speaker(said: Attribution | None) -> tuple[Participant, ...]:
    """Whoever says it: the one who calls a policy a failure."""
    return () if said is None or said.source is None else (Participant(said.source.span, said.source.actor),)


def _spoken(analysis: Analysis, found: Sides, said: Attribution | None) -> Sides:
    """ "We" is whoever speaks."""
    if said is None or said.source is None or said.source.actor is None:
        return found
    speaker = said.source.actor

    def voiced(side: Iterable[Participant]) -> tuple[Participant, ...]:
        return tuple(
            Participant(one.span, speaker)
            if one.actor is None and analysis.text(one.span).lower() in FIRST_PERSON
            else one
            for one in side
        )

    return voiced(found[0]), voiced(found[1])


def _is_political(frame: Frame, trigger: Trigger, told: Sides, place: Place | None) -> bool:
    """Whether an act is politics: a political actor on one side, or violence or protest at a known place.

    An act of speech that a bare participle mentions ("the accused ministers") has nobody who speaks.
    """
    tree, (actors, recipients) = frame.tree, told
    if not actors and trigger.event_type in SPEECH_ACTS and tree.relations[frame.head] in ("acl", "amod"):
        return False
    if any(political(tree, side) or _is_place(tree, side) for side in (*actors, *recipients)):
        return True
    unsigned = trigger.event_type == "PROTEST" or (trigger.event_type == "ASSAULT" and trigger.words[0] not in STATES)
    return unsigned and trigger.pos == "noun" and _in_country(place)


def _in_country(place: Place | None) -> bool:
    return place is not None and place.country is not None


def _is_place(tree: Tree, participant: Participant) -> bool:
    inside = [toponym for toponym in tree.places.values() if participant.span.contains(toponym.mention.head)]
    return any(toponym.place is not None and toponym.place.country is not None for toponym in inside)


def _cameo(trigger: Trigger) -> str:
    return trigger.cameo or load_ontology().cameo(trigger.event_type, trigger.mode)


def _contexts(frame: Frame, trigger: Trigger) -> tuple[str, ...]:
    """The contexts of the trigger, in their order."""
    return tuple(dict.fromkeys(trigger.contexts))


def _confidence(
    frame: Frame, trigger: Trigger, actors: Sequence[Participant], recipients: Sequence[Participant]
) -> float:
    """The trigger's own weight, less where a side is missing, less where it could not be told who it is."""
    score = trigger.weight
    for side in (actors, recipients):
        if not side:
            score *= 0.85
        elif not any(political(frame.tree, participant) for participant in side):
            score *= 0.75
    return score
