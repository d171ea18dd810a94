"""Whom words are aimed at when they name an act: "condemned the move" is about those who made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidings.annotate.event.match import DEFINITE
from tidings.lexicon.word_lists import load_event_words
from tidings.record import Analysis, EventMention, Participant

#: Acts of speech about what others have done.
ABOUT_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN"})
FORCE = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
#: How many sentences back the deed may stand.
NEAR = 6


def find_deeds(analysis: Analysis, events: Sequence[EventMention]) -> list[EventMention]:
    """The events, with the doers of the deed as recipients where only the deed was named; `events` in text order."""
    done: list[EventMention] = []
    for event in events:
        done.append(_aimed(analysis, event, done))
    return done


def _aimed(analysis: Analysis, event: EventMention, before: Sequence[EventMention]) -> EventMention:
    if event.event_type not in ABOUT_DEEDS or any(one.actor for one in event.recipients) or not event.recipients:
        return event
    words = analysis.text(event.recipients[0].span).lower().split()
    known = load_event_words()
    if len(words) > 3 or words[0] not in DEFINITE or words[-1] not in known.forceful_deeds | known.deeds:
        return event
    types, own = FORCE if words[-1] in known.forceful_deeds else None, {one.actor for one in event.actors}
    for deed in reversed(before):
        if event.sentence - deed.sentence > NEAR or (types is not None and deed.event_type not in types):
            continue
        doers = tuple(one for one in deed.actors if one.actor)
        if doers and deed.factuality.polarity == "positive" and own.isdisjoint(one.actor for one in doers):
            span = event.recipients[0].span
            return replace(event, recipients=tuple(Participant(span, one.actor) for one in doers))
    return event
