"""Whether an act took place: read from its clause and from every word that governs it, outwards.

The climb starts at the trigger, takes in negation, modals and tense of its clause, then goes up the tree. At each step
the word above may turn the act into a hope, a promise, a denial (`data/languages/en/factuality.yaml`), until a clause
that stands by itself, a relative clause or an utterance ends it: what is said there is asserted, on somebody's word.
The judge is heard last (`status.py`).
"""

from __future__ import annotations

from datetime import date

from tidings.annotate.event.clause import (
    Reading,
    has_future_date,
    is_negated,
    is_polar_question,
    lent,
    modal,
    negated_sides,
    own,
)
from tidings.annotate.event.from_clause import SAID_SO, from_adverbial, from_complement, from_conjunct
from tidings.annotate.event.from_noun import from_noun, from_noun_clause, is_talked_of
from tidings.annotate.event.govern import govern
from tidings.annotate.event.scope import (
    fate,
    is_instead,
    is_near,
    is_of_anyone,
    is_perfect_now,
    is_performed,
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
    base, relation = tree.relations[node], tree.tokens[node].relation
    if is_near(tree, above, words) and not tree.is_verb(above):
        reading.apply(Operator(certainty="possible", time="future"))
        return None
    if is_instead(tree, node, words):
        if tree.relations[node] == "advcl" and "alone" in tree.forms[above:node]:
            return above  # "unlikely to meet, let alone to sign"
        reading.negative = not reading.negative
        lent(tree, above, reading, words)
        return None
    if base == "conj":
        return from_conjunct(tree, node, above, reading, words)
    if base == "ccomp" and node < above and is_relative(tree, node):
        return None
    if relation in ("acl:relcl", "advcl:relcl") or base in ("parataxis", "appos", "list", "dislocated"):
        return None
    if base == "xcomp" and tree.lemmas[above] in words.lists["calling"] and event_type in SAID_SO:
        lent(tree, above, reading, words)
        return above
    if base == "xcomp" and tree.tokens[node].pos == "NOUN" and tree.child(above, "obj") is None:
        return from_noun(tree, node, above, reading, event_type, words)  # "would welcome a meeting"
    if is_to_end(tree, node, above, reading, words):
        reading.time = "ongoing"
        return None
    if base == "xcomp" and tree.lemmas[above] in words.modals:
        modal(tree, above, words.modals[tree.lemmas[above]], reading)  # "ought to apologise"
        return above
    if base == "xcomp" and is_performed(tree, above, event_type, words):
        reading.settle(negative=False)
        return None
    if base == "xcomp" and tree.lemmas[above] == "help" and is_negated(tree, above, words):
        reading.settle(negative=False)  # "could not help laughing"
        return None
    if base == "xcomp":
        if tree.lemmas[above] in words.lists["done_before"]:
            reading.time = reading.time if reading.time == "future" else "past"
        if tree.lemmas[above] in words.lists["under_way"] and tree.child(above, "aux") is not None:
            reading.time = reading.time or ("ongoing" if is_perfect_now(tree, above) else None)
        if tree.lemmas[above] not in ("have", "get", "make") or tree.child(above, "obj") is None:
            govern(tree, above, node, reading, event_type, words)
        own(tree, above, reading, words)
        return above
    if base in ("ccomp", "csubj"):
        return from_complement(tree, node, above, reading, event_type, words)
    if base == "advcl":
        return from_adverbial(tree, node, above, reading, event_type, words)
    if base == "acl":
        return from_noun_clause(tree, node, above, reading, event_type, words)
    if tree.is_verb(node) and base not in ("obj", "obl", "nmod"):  # "the withdrawal" is now and then taken for a verb
        return None
    return from_noun(tree, node, above, reading, event_type, words)
