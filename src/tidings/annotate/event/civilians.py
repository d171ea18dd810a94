"""Sides of whom the report tells nothing but that they are people: civilians of the country it happened in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidings.annotate.event.lands import Lands
from tidings.annotate.event.tree import Tree
from tidings.lexicon import Lexicon
from tidings.lexicon.word_lists import load_event_words
from tidings.record import (
    Actor,
    ActorMention,
    Analysis,
    EventMention,
    NameType,
    Participant,
    Span,
    content_id,
)

ORIGIN = "rule:civilian of where it happened"
#: How sure that is.
SCORE = 0.4
CIVILIAN = ("CVL",)
#: Acts that are done to those who live where they are done.
OF_FORCE = frozenset({"ASSAULT", "COERCE"})
#: What a name that is taken for a person's may yet be, in GUM's terms: a town, a firm.
NO_PERSONS = frozenset({"place", "organization"})
#: Parts of speech of words for people whom no actor was found for: "two others", "hundreds", "supporters".
COUNTED = frozenset({"NOUN", "NUM", "ADJ", "DET"})


def code_civilians(analysis: Analysis, trees: Sequence[Tree], lexicon: Lexicon) -> Analysis:
    """The analysis, its events with an actor for every side that is people of whom no more is told, and with a code for
    every person who is only named. It comes last: whoever is nobody in politics makes no act politics.

    Their country is that of the event's place, else of the other side unless it attacks them, else the one the report
    names most.
    """
    at = {tree.number: tree for tree in trees}
    lands = Lands.of(analysis)
    known = lands.known
    added: dict[str, Actor] = {}
    mentions: dict[Span, ActorMention] = {}

    def coded(event: EventMention, one: Participant, others: Sequence[Participant]) -> Participant:
        tree = None if one.actor else at.get(event.sentence)
        people = _people(tree, one, lexicon) or _of_town(tree, event, one)
        country = lands.where(event, others) if people else None
        state = lexicon.actors.on(f"state:{country}", analysis.document.published) if country else None
        if people is None or state is None:
            return one
        noun, head = people
        actor = Actor(content_id("actor", (country, CIVILIAN, noun)), f"{state.name} {noun}", country, CIVILIAN)
        added[actor.id] = actor
        mentions[one.span] = ActorMention.of(analysis.document.id, one.span, head, actor.id, ORIGIN, SCORE)
        return Participant(one.span, actor.id)

    def of_land(event: EventMention, one: Participant) -> Participant:
        """Those who protest in "the | Kenyan | protests" are the people, not the state."""
        state = known.get(one.actor or "")
        near = 0 < event.trigger.start - one.span.end <= 2
        if state is None or event.event_type != "PROTEST" or not near or state.id != f"state:{state.country}":
            return one
        people = state.as_people(f"people of {state.name}")
        added[people.id] = people
        mentions[one.span] = ActorMention.of(analysis.document.id, one.span, one.span, people.id, ORIGIN, SCORE)
        return Participant(one.span, people.id)

    events = []
    for event in analysis.events:
        actors = tuple(of_land(event, coded(event, one, event.recipients)) for one in event.actors)
        recipients = tuple(coded(event, one, event.actors) for one in event.recipients)
        events.append(replace(event, actors=actors, recipients=recipients))
    told = sorted((*analysis.actor_mentions, *mentions.values()), key=lambda one: one.mention.span)
    read = replace(analysis, events=tuple(events), actor_mentions=tuple(told))
    fresh = [actor for id, actor in added.items() if id not in known]
    return replace(read, actors=(*_named_only(read, trees, lands), *fresh))


def _named_only(analysis: Analysis, trees: Sequence[Tree], lands: Lands) -> list[Actor]:
    """The actors, those persons on a side of whom the report gives the name alone as civilians."""
    people = {
        mention.actor
        for tree in trees
        for index, mention in tree.actors.items()
        if index in tree.names and tree.names[index].type is NameType.PERSON
        if tree.tokens[index].kind not in NO_PERSONS
    }
    coded: dict[str, Actor] = {}
    for event in analysis.events:
        for side, others in ((event.actors, event.recipients), (event.recipients, event.actors)):
            for one in side:
                actor = lands.known.get(one.actor or "")
                if actor is None or actor.id not in people or actor.sectors or actor.id in coded:
                    continue
                country = actor.country or lands.where(event, others)
                coded[actor.id] = replace(actor, country=country, sectors=CIVILIAN)
    return [coded.get(actor.id, actor) for actor in analysis.actors]


def _people(tree: Tree | None, one: Participant, lexicon: Lexicon) -> tuple[str, Span] | None:
    """The noun for people that heads these words, and where it stands; None where it names no people, or an office."""
    head = None if tree is None else tree.sentence.head_in(one.span)
    if tree is None or head is None or tree.tokens[head].pos not in COUNTED:
        return None
    lemma = tree.lemmas[head]
    if tree.tokens[head].kind != "person" and lemma not in load_event_words().people:
        return None
    office = lexicon.agents.nouns.get(lemma)
    if office and "CVL" not in office[0].sectors:
        return None
    plain = tree.tokens[head].pos != "NOUN" or lemma in load_event_words().people
    return "people" if plain else lemma, tree.tokens[head].span


def _of_town(tree: Tree | None, event: EventMention, one: Participant) -> tuple[str, Span] | None:
    """Those who are where force is used, in a place that nobody was found for: "air strikes in | Wadi Barada"."""
    head = None if tree is None or one not in event.recipients else tree.sentence.head_in(one.span)
    if tree is None or head is None or event.event_type not in OF_FORCE or tree.tokens[head].kind != "place":
        return None
    words = (token for token in tree.tokens if one.span.contains(token.span))
    return ("people", tree.tokens[head].span) if any(token.pos == "PROPN" for token in words) else None
