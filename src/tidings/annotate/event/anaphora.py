"""Whom words are aimed at when they name an act: "condemned the move" is about those who made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidings.record import Analysis, EventMention, Participant

#: Acts of speech about what others have done.
ABOUT_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN"})
FORCE = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
#: Nouns that take up a deed told before, and the types it may have; None is any deed of somebody else.
DEEDS: Mapping[str, frozenset[str] | None] = {
    **dict.fromkeys(("operation", "offensive", "attack", "attacks", "invasion", "incursion", "assault"), FORCE),
    **dict.fromkeys(("strike", "strikes", "airstrike", "airstrikes", "bombing", "raid", "killing", "crackdown"), FORCE),
    **dict.fromkeys(
        ("move", "moves", "decision", "action", "actions", "step", "steps", "announcement", "measure"), None
    ),
    **dict.fromkeys(("measures", "act", "violence", "intervention", "policy", "ban", "sanctions", "deployment"), None),
}
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
    if len(words) > 3 or words[0] not in ("the", "this", "that", "these", "those", "such") or words[-1] not in DEEDS:
        return event
    types, own = DEEDS[words[-1]], {one.actor for one in event.actors}
    for deed in reversed(before):
        if event.sentence - deed.sentence > NEAR or (types is not None and deed.event_type not in types):
            continue
        doers = tuple(one for one in deed.actors if one.actor)
        if doers and deed.factuality.polarity == "positive" and own.isdisjoint(one.actor for one in doers):
            span = event.recipients[0].span
            return replace(event, recipients=tuple(Participant(span, one.actor) for one in doers))
    return event
