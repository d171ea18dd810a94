"""Whether an act took place: read from its clause and from every word that governs it, outwards.

The climb starts at the trigger, takes in negation, modals and tense of its clause, then goes up the tree. At each step
the word above may turn the act into a hope, a promise, a denial (`data/languages/en/factuality.yaml`), until a clause
that stands by itself, a relative clause or an utterance ends it: what is said there is asserted, on somebody's word.
The judge is heard last (`status.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tidings.annotate.event.clause import has_future_date, is_polar_question, own
from tidings.annotate.event.climb import ENDS, Rule, Step, follow
from tidings.annotate.event.from_adverbial import from_adverbial
from tidings.annotate.event.from_clause import from_complement, from_conjunct
from tidings.annotate.event.from_noun import from_noun, is_talked_of
from tidings.annotate.event.from_noun_clause import from_noun_clause
from tidings.annotate.event.from_open_complement import from_open_complement
from tidings.annotate.event.govern import SAID_SO, govern
from tidings.annotate.event.negation import is_negated, negated_sides
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.scope import (
    fate,
    is_instead,
    is_near,
    is_of_anyone,
    is_relative,
    is_rule,
    is_to_end,
    said_now,
    says_no,
)
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.status import heard
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator
from tidings.record import Factuality

LONGEST_CLIMB = 12


def factuality(frame: Frame, event_type: str, words: FactualityWords, published: date | None) -> Factuality:
    """Whether the event of a trigger took place, as the sentence tells it."""
    tree, reading, node = frame.tree, Reading(), frame.head
    if event_type == "REJECT" and says_no(frame, words):
        return Factuality()
    if has_future_date(frame, published):
        reading.time = "future"
    own(tree, node, reading, words, frame.words)
    negated_sides(frame, reading, words)
    if is_rule(tree, frame.head, words) or is_of_anyone(tree, frame.head, reading, words):
        reading.mood = "conditional"
    said_now(tree, node, event_type, reading, words)
    ends = frame.light is not None and is_to_end(tree, node, frame.light, reading, words)
    known = frame.light is not None and is_talked_of(tree, node, frame.light, words)
    if frame.light is not None and not (tree.is_verb(node) or ends or known):
        node = _under_light_verb(frame, reading, event_type, words)
    for _ in range(LONGEST_CLIMB):
        above = None if fate(tree, node, reading, words) else _step(tree, node, reading, event_type, words)
        if above is None:
            break
        node = above
    if is_polar_question(tree, node):
        reading.mood, reading.certainty = reading.mood or "conditional", reading.certainty or "possible"
    return heard(frame, reading)


def _under_light_verb(frame: Frame, reading: Reading, event_type: str, words: FactualityWords) -> int:
    """The noun shares the fate of its light verb: negation, modal, tense; "threatened an attack" is a threat."""
    tree, verb = frame.tree, frame.light
    assert verb is not None
    govern(tree, verb, frame.head, reading, event_type, words, noun=True)
    unended = tree.lemmas[verb] in words.lists["ending"] and is_negated(tree, verb, words)
    own(tree, verb, Reading() if unended else reading, words)
    return verb


def _step(tree: Tree, node: int, reading: Reading, event_type: str, words: FactualityWords) -> int | None:
    """Take in what governs a word; the word to go on from, or None where the climb ends."""
    above = tree.head(node)
    if above is None:
        return None
    step = Step(tree, node, above, reading, event_type, words)
    answer = follow(_RULES, step)
    if answer is not None:
        return None if answer == ENDS else answer
    return _WAYS_OUT.get(step.base, _from_argument)(step)


def _near(step: Step) -> int | None:
    """ "Close to signing", "on the verge of war"."""
    if not is_near(step.tree, step.above, step.words) or step.tree.is_verb(step.above):
        return None
    step.reading.apply(Operator(certainty="possible", time="future"))
    return ENDS


def _instead(step: Step) -> int | None:
    """ "Talked rather than fire"; "unlikely to meet, let alone to sign" is as unlikely."""
    if not is_instead(step.tree, step.node, step.words):
        return None
    if step.base == "advcl" and "alone" in step.tree.forms[step.above : step.node]:
        return step.above
    step.reading.negative = not step.reading.negative
    step.lend()
    return ENDS


def _apart(step: Step) -> int | None:
    """A relative clause, an aside, an apposition: told on its own."""
    if step.base == "ccomp" and step.node < step.above and is_relative(step.tree, step.node):
        return ENDS
    apart = step.base in ("parataxis", "appos", "list", "dislocated")
    return ENDS if apart or step.relation in ("acl:relcl", "advcl:relcl") else None


def _called_together(step: Step) -> int | None:
    """ "Rallied to protest": to come together for it is to say it."""
    called = step.base == "xcomp" and step.under("calling") and step.event_type in SAID_SO
    return step.lend() if called else None


def _to_end(step: Step) -> int | None:
    """ "Called for an end to the raids": they go on."""
    untouched = step.base == "conj" or _is_object(step)
    if untouched or not is_to_end(step.tree, step.node, step.above, step.reading, step.words):
        return None
    step.reading.time = "ongoing"
    return ENDS


def _is_object(step: Step) -> bool:
    """Whether a noun is the complement of a verb without an object: "would welcome a meeting"."""
    complement = step.base == "xcomp" and step.tree.tokens[step.node].pos == "NOUN"
    return complement and step.tree.child(step.above, "obj") is None


def _from_complement_of_verb(step: Step) -> int | None:
    return from_noun(step) if _is_object(step) else from_open_complement(step)


def _from_argument(step: Step) -> int | None:
    """Out of a noun; "the withdrawal" is now and then taken for a verb."""
    if step.tree.is_verb(step.node) and step.base not in ("obj", "obl", "nmod"):
        return None
    return from_noun(step)


#: What is looked for first, whatever the relation of the word to the one above.
_RULES: tuple[Rule, ...] = (_near, _instead, _apart, _called_together, _to_end)
#: Where the climb goes on from a word, by its relation.
_WAYS_OUT: Mapping[str, Rule] = {
    "conj": from_conjunct,
    "xcomp": _from_complement_of_verb,
    "ccomp": from_complement,
    "csubj": from_complement,
    "advcl": from_adverbial,
    "acl": from_noun_clause,
}
