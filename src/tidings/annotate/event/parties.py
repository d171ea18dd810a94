"""Who can be a side: persons, groups, bodies and states, never what is done, made, built or written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tidings.annotate.event.tree import Tree
from tidings.record import EventMention, Participant

#: What is nobody, in GUM's terms (`Token.kind`): a bill, a policy. Who attacks a convoy or a camp attacks those in it.
THINGS = frozenset({"abstract"})
#: Pronouns for persons, whatever the encoder takes them for.
PERSONS = frozenset({"he", "she", "they", "we", "i", "you", "who", "whom", "those", "others", "other", "everyone"})


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
    actors = tuple(one for one in event.actors if not _is_thing(tree, one))
    return replace(event, actors=actors, recipients=tuple(one for one in event.recipients if not _is_thing(tree, one)))


def _is_thing(tree: Tree, one: Participant) -> bool:
    head = None if one.actor else tree.sentence.head_in(one.span)
    return head is not None and tree.tokens[head].kind in THINGS and tree.lemmas[head] not in PERSONS
