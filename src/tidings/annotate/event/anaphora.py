"""Whom words are aimed at when they name an act: "condemned the move" is about those who made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from tidings.annotate.event.match import DEFINITE
from tidings.annotate.event.participants import known_ids
from tidings.annotate.event.side import Side
from tidings.lexicon.word_lists import load_event_words
from tidings.record import Analysis, EventMention, Participant, Span

#: Acts of speech about what others have done.
ABOUT_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN"})
#: Acts of speech that answer what others have said.
ANSWERS = frozenset({"REJECT", "AGREE", "CONCEDE"})
FORCE = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
#: How many sentences back the deed may stand; one that goes on in its results stands close by.
NEAR, CLOSE = 6, 2


def find_deeds(analysis: Analysis, events: Sequence[EventMention]) -> list[EventMention]:
    """The events, with the doers of the deed as recipients where only the deed was named, those who asked where a
    request is answered, and as actors where the deed itself does more: "these strikes hit"; `events` in text order.
    """
    done: list[EventMention] = []
    for event in events:
        done.append(_done_by(analysis, _aimed(analysis, event, done), done))
    return done


def _aimed(analysis: Analysis, event: EventMention, before: Sequence[EventMention]) -> EventMention:
    word = _pointing(analysis, event.recipients) or _taken_up(analysis, event)
    types = _types(event.event_type, word) if word else frozenset()
    if word is None or types == frozenset():
        return event
    for deed in _deeds(event, before, types):
        doers = _doers(deed, event.actors)
        if doers and event.recipients:
            span = event.recipients[0].span
            return replace(event, recipients=tuple(Participant(span, one.actor) for one in doers))
        if doers:
            return replace(event, recipients=doers)
    return event


def _taken_up(analysis: Analysis, event: EventMention) -> str | None:
    """The last word of a trigger that names what it answers: "rejected the request"."""
    words = analysis.text(event.trigger).lower().split()
    return words[-1] if not event.recipients and not DEFINITE.isdisjoint(words[1:-1]) else None


def _types(event_type: str, word: str) -> frozenset[str] | None:
    """Of which types the deed may be that a word takes up in such an act: any for None, else one of these."""
    known = load_event_words()
    if event_type in ABOUT_DEEDS and word in known.forceful_deeds | known.deeds:
        return FORCE if word in known.forceful_deeds else None
    if event_type in ANSWERS and word in known.requests:
        return frozenset({"REQUEST"})
    if event_type in ANSWERS and word in known.accusations:
        return frozenset({"ACCUSE"})
    return frozenset()


def _pointing(analysis: Analysis, side: Side) -> str | None:
    """The last word of a side that only takes up something told: "the move"."""
    if not side or any(one.actor for one in side):
        return None
    words = analysis.text(side[0].span).lower().split()
    return words[-1] if len(words) <= 3 and words[0] in DEFINITE else None


def _deeds(event: EventMention, before: Sequence[EventMention], types: frozenset[str] | None) -> Iterator[EventMention]:
    """What was told before and may be meant, the nearest first; of words, those first that were said to who answers."""
    near = takewhile(lambda one: event.sentence - one.sentence <= NEAR, reversed(before))
    found = [one for one in near if types is None or one.event_type in types]
    if event.event_type in ANSWERS and types is not None and types.isdisjoint(FORCE):
        own = known_ids(event.actors)
        found.sort(key=lambda one: own.isdisjoint(other.actor for other in one.recipients))
    return (one for one in found if one.factuality.polarity == "positive")


def _doers(deed: EventMention, others: Side) -> Side:
    """The known doers of a deed, none where one of them is among the others."""
    doers = tuple(one for one in deed.actors if one.actor)
    return doers if {one.actor for one in others}.isdisjoint(one.actor for one in doers) else ()


def _done_by(analysis: Analysis, event: EventMention, done: list[EventMention]) -> EventMention:
    """The event as done by those who did what its subject takes up; whom it hits, that did."""
    span = _subject(analysis, event) if event.event_type in FORCE else None
    if span is None or analysis.text(span).lower().split()[-1] not in load_event_words().forceful_deeds:
        return event
    for at in reversed(range(len(done))):
        deed = done[at]
        if event.sentence - deed.sentence > CLOSE:
            break
        doers = _doers(deed, event.recipients) if deed.event_type in FORCE else ()
        if doers:
            hit = tuple(one for one in event.recipients if one.actor)
            done[at] = replace(deed, recipients=deed.recipients or hit)
            return replace(event, actors=tuple(Participant(span, one.actor) for one in doers))
    return event


def _subject(analysis: Analysis, event: EventMention) -> Span | None:
    """Where something told is said to act: the actors' words, or the two right before a verb that has nobody there."""
    if event.actors:
        return event.actors[0].span if _pointing(analysis, event.actors) else None
    start = analysis.sentences[event.sentence].span.start
    before = analysis.text(Span(start, event.trigger.start)).split()
    if len(before) < 2 or before[-2].lower() not in DEFINITE:
        return None
    end = event.trigger.start - 1
    return Span(end - len(before[-1]) - len(before[-2]) - 1, end)
