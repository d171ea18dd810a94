"""The climb out of a clause: what a verb beside it, a verb of saying, a condition or a purpose says of its act."""

from __future__ import annotations

from tidings.annotate.event.clause import Reading, is_inverted, is_negated, lent, own, own_negation, tense
from tidings.annotate.event.govern import STAYS_SAID, govern, warned
from tidings.annotate.event.outcome import is_denied
from tidings.annotate.event.scope import in_its_time, without, would
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator

#: Acts of speech that a gathering, a letter, a summons already makes: "summoned the envoy to protest".
SAID_SO = STAYS_SAID - {"THREATEN"}
WHETHER = frozenset({"whether", "if"})


def from_conjunct(tree: Tree, node: int, above: int, reading: Reading, words: FactualityWords) -> int | None:
    """A bare second verb shares the auxiliaries of the first: "will meet and discuss"."""
    if tree.is_verb(node) != tree.is_verb(above):
        return None
    if tree.has(above, "VerbForm=Inf") and tree.has(node, "VerbForm=Fin") and tree.forms[node] != tree.lemmas[node]:
        return None  # "wants to stay out and calls on others": no second infinitive, whatever the tree says
    own = tree.children(node, "aux", "nsubj", "cop")
    if tree.is_verb(node) and not own and (not tree.has(node, "VerbForm=Fin") or tree.has(node, "Tense=Pres")):
        lent(tree, above, reading, words)
    if tree.is_verb(node) and tree.child(node, "nsubj") is not None and tree.relations[above] not in ("ccomp", "advcl"):
        return None
    return above


def from_complement(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    """ "Hopes the rebels will withdraw"; a verb of saying ends the climb: what was said stands on its source's word."""
    if _marked(tree, node, words.lists["conditions"]):
        reading.mood = reading.mood or "conditional"
    if tree.lemmas[above] == "suggest" and tree.has(node, "VerbForm=Fin"):
        _suggested(tree, above, reading, words)
        return None
    if is_denied(tree, above, words) or _is_untrue(tree, above, words):
        reading.settle(negative=True)
        return None
    if tree.lemmas[above] in words.lists["confirming"] and is_negated(tree, above, words):
        reading.certainty = reading.certainty or "possible"
        return None
    if _marked(tree, node, WHETHER):
        reading.time = "future" if tree.has(node, "VerbForm=Inf") else reading.time
        reading.certainty = reading.certainty or "possible"
        return None
    if tree.forms[above] in ("provided", "providing", "assuming") and tree.relations[above] == "advcl":
        reading.time, reading.mood = "future", reading.mood or "conditional"
        return None
    if warned(tree, node, above, event_type, reading):
        return above
    if (
        tree.relations[node] == "csubj"
        and (tree.has(node, "VerbForm=Inf") or tree.forms[node].endswith("ing"))
        and words.operator("ADJ", tree.lemmas[above]) is None
    ):
        lent(tree, above, reading, words)
        would(tree, above, reading)
        return None
    if tree.lemmas[above] in words.lists["telling_that"] or not govern(tree, above, node, reading, event_type, words):
        return None
    own(tree, above, Reading() if reading.time else reading, words)
    own_negation(tree, above, reading, words)
    return above


def _is_untrue(tree: Tree, above: int, words: FactualityWords) -> bool:
    """ "It is not true that they did it"."""
    return tree.lemmas[above] in words.lists["true"] and is_negated(tree, above, words)


def _suggested(tree: Tree, above: int, reading: Reading, words: FactualityWords) -> None:
    """ "Nothing suggests that they did it": with a clause that tells, to suggest is to show."""
    if is_negated(tree, above, words):
        reading.settle(negative=True)
    reading.certainty = reading.certainty or "possible"


def _marked(tree: Tree, node: int, marks: frozenset[str]) -> bool:
    return any(tree.lemmas[child] in marks for child in tree.children(node, "mark")) or any(
        case in marks for case in tree.cases(node)
    )


def from_adverbial(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    cases = set(tree.cases(node))
    if event_type in SAID_SO and tree.lemmas[above] in words.lists["calling"] and tree.has(node, "VerbForm=Inf"):
        lent(tree, above, reading, words)
        return above
    if _marked(tree, node, words.lists["conditions"]) or "if" in cases or is_inverted(tree, node):
        if reading.negative and tree.has_auxiliary(node, "had"):
            reading.settle(negative=False)  # "had they not fired": they did
            return None
        reading.mood = "conditional" if reading.mood is None or is_inverted(tree, node) else reading.mood
        in_its_time(tree, node, above, reading, words)
        return None
    if "without" in cases:
        without(tree, above, reading, words)
    if tree.has(node, "VerbForm=Inf") and not tree.child(node, "aux"):
        if tree.lemmas[above] in words.lists["fulfilled"]:
            lent(tree, above, reading, words)
        elif not govern(tree, above, node, reading, event_type, words):
            ready = next((child for child in tree.children(above, "xcomp") if child < node), above)
            if ready == above or not govern(tree, ready, node, reading, event_type, words):
                _purpose(tree, above, reading, event_type, words)
        return above
    if cases & {"from", "of", "into", "for", "to", "with", "about", "on", "against"}:
        if not govern(tree, above, node, reading, event_type, words) and "for" in cases:
            reading.time = reading.time or "past"  # "apologised for criticising"
            return None
        if tree.lemmas[above] in ("suspect", "accuse") and tree.passive(above):
            reading.time = reading.time or "past"
            return None
        own(tree, above, reading, words)
        return above
    in_its_time(tree, node, above, reading, words)
    if not tree.has(node, "VerbForm=Fin") and tree.child(node, "aux") is None:
        lent(tree, above, reading, words)
        return above if tree.child(node, "mark", "nsubj", "case") is None else None
    tense(tree, above, reading)
    return None


def _purpose(tree: Tree, above: int, reading: Reading, event_type: str, words: FactualityWords) -> None:
    """What is done in order to do it: saying something comes with it, else it is as far ahead as it can be."""
    main = Reading()
    own(tree, above, main, words)
    if event_type in SAID_SO:
        lent(tree, above, reading, words)
    elif main.time == "future" and main.mood is None:
        reading.apply(Operator(certainty=main.certainty or "probable", time="future"))
    else:
        reading.purpose = reading.mood is None
        reading.apply(Operator(mood="desired", time="future"))
