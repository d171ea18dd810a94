"""Who can be a side: persons, groups, bodies and states, never what is done, made, built or written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tidings.annotate.event.judge import DOUBTFUL, THINGS, is_thing
from tidings.annotate.event.tree import Tree
from tidings.lexicon.word_lists import load_event_words
from tidings.record import EventMention, Participant


def only_parties(events: Iterable[EventMention], trees: Sequence[Tree]) -> tuple[EventMention, ...]:
    """The events without what cannot be a side: who "opposed the plan" opposed nobody that is told.

    Only words that no actor was found for are looked at. They are left out last, since until then they serve: "the
    move" is taken up by `find_deeds`, a place by its state.
    """
    at = {tree.number: tree for tree in trees}
    return tuple(_without_things(event, at.get(event.sentence)) for event in events)


def _without_things(event: EventMention, tree: Tree | None) -> EventMention:
    if tree is None or all(one.actor for one in (*event.actors, *event.recipients)):
        return event
    actors, recipients = (
        tuple(
            one
            for one in side
            if not (
                _is_nobody(tree, one) or is_thing(tree, event.trigger, one, at) or _is_beside(tree, event, one, side)
            )
        )
        for at, side in enumerate((event.actors, event.recipients))
    )
    return replace(event, actors=actors, recipients=recipients)


def _is_beside(tree: Tree, event: EventMention, one: Participant, side: Sequence[Participant]) -> bool:
    """Whether a word is a thing or place beside parties that are known: "hit three units, a tunnel and a bridge"; or
    where people protest: "rallied at | Freedom Plaza".
    """
    head = None if one.actor else tree.sentence.head_in(one.span)
    if head is None:
        return False
    kind = tree.tokens[head].kind
    if kind == "place" and event.event_type == "PROTEST":
        return True
    return any(other.actor for other in side) and (
        kind in THINGS | DOUBTFUL or (kind == "place" and tree.tokens[head].pos != "PROPN")
    )


def _is_nobody(tree: Tree, one: Participant) -> bool:
    """Whether a side is only a word that names nobody by itself: "which", "anybody"; but not "anyone accused of"."""
    head = None if one.actor else tree.sentence.head_in(one.span)
    if head is None or tree.child(head, "acl") is not None:
        return False
    words = [form for token, form in zip(tree.tokens, tree.forms, strict=True) if one.span.contains(token.span)]
    return " ".join(words) in load_event_words().nobody
