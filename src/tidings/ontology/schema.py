"""The nouns of the ontology: event types, modes, triggers, and the examples that test them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of an event, and where its participants stand.

    `words` are the lemmas, the head first: ("meet",), ("hold", "talk"), ("crack", "down"); the words after the
    head are dependents of it (or of one another) in any relation, in text order. `pos` is that of the head: verb,
    noun or adjective.

    `actor` and `recipient` list slots in order of preference. Slots of a verb: "subj", "obj", "iobj", "comp_subj"
    (the subject, or controller, of its complement clause: who "urged X to", "hopes X will"), "comp" (the verb of that
    clause, for `needs` and `bars`), "comp:obj", "comp:with" and the like (a slot of that verb: "promised to cooperate
    with X"), "inf" and "that" (the clause, where it is an infinitive or finite), "if" (the subject of the condition:
    "warned that it would strike if X moves"), or a preposition ("with", "against", "on" ...). Slots of a noun: "poss"
    (possessive), "mod" (compound or adjectival modifier: "US strike", "Russian attack"), "light" (subject of its
    light verb: "launched an attack"), or a preposition ("of", "by", "between", "with" ...). "speaker", of any
    trigger, is whoever says it ("the raid was illegal", he said). Passive voice is handled by the reader: slots are
    always those of the active verb.

    `reciprocal`: the sides act on each other, so a plural or conjoined subject alone makes both sides.
    `needs` and `bars` restrict sense: slot -> lemmas of the filler's head, of which one must (none may) stand there;
    the lemma "@actor" stands for any political actor or place, "@any" for anything, "@clause" for a clause.
    `weight` is the prior that this trigger means this type, 0 to 1.
    """

    event_type: str
    words: tuple[str, ...]
    pos: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    cameo: str | None
    mode: str | None
    contexts: tuple[str, ...]
    reciprocal: bool
    needs: Mapping[str, frozenset[str]]
    bars: Mapping[str, frozenset[str]]
    weight: float
    origin: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that tests its event type: with the expected reading, or with none (a look-alike)."""

    text: str
    trigger: str | None
    actor: str | None
    recipient: str | None
    mode: str | None


@dataclass(frozen=True, slots=True)
class Mode:
    """A finer kind of an event type, with PLOVER's score and the CAMEO code it crosses over to."""

    name: str
    score: float | None
    definition: str
    cameo: str | None


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's sixteen types. `quad` is 1-4: verbal and material cooperation, verbal and material conflict.

    Its examples are read apart (`Ontology.examples`): reading news has no need of them.
    """

    name: str
    quad: int
    score: float
    cameo: str
    definition: str
    exclusions: tuple[str, ...]
    recipient_required: bool
    modes: Mapping[str, Mode] = field(default_factory=dict)
    triggers: tuple[Trigger, ...] = ()
