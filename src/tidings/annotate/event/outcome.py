"""What is told of a plan, a rumour, a promise of an act: that it was dropped, untrue, failed, kept."""

from __future__ import annotations

from tidings.annotate.event.clause import own
from tidings.annotate.event.negation import is_negated
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords


def is_denied(tree: Tree, noun: int, words: FactualityWords) -> bool:
    """ "Denied reports that", "rumours that he fled proved false": a clause under what was only said."""
    operator, verb = words.operator("NOUN", tree.lemmas[noun]), tree.head(noun)
    if operator is None or operator.certainty is None or operator.time == "past" or verb is None:
        return False
    if tree.relations[noun] == "nsubj" and is_refuted(tree, verb, words):
        return True
    return tree.lemmas[verb] in words.lists["denying"] and tree.relations[noun] in ("obj", "nsubj", "ccomp")


def is_refuted(tree: Tree, word: int, words: FactualityWords) -> bool:
    """ "Was untrue", "proved false"."""
    said = (word, *tree.children(word, "xcomp"))
    return any(tree.lemmas[one] in words.lists["refuted"] for one in said) and not is_negated(tree, word, words)


def came_to_an_end(tree: Tree, noun: int, reading: Reading, words: FactualityWords) -> bool:
    """ "The attempt to free him failed", "abandoned plans to attack"."""
    verb = tree.head(noun)
    if verb is None or words.operator("NOUN", tree.lemmas[noun]) is None or is_negated(tree, verb, words):
        return False
    if tree.relations[noun] == "nsubj" and tree.lemmas[verb] in words.lists["failing"]:
        reading.settle(negative=True)
    elif tree.relations[noun] == "obj" and tree.lemmas[verb] in words.lists["dropping"]:
        reading.settle(negative=True, time="future")
    else:
        return False
    return True


def is_lacking(tree: Tree, noun: int, words: FactualityWords) -> bool:
    """ "Lacked the votes to impose it", "have neither the men nor the guns to take it"."""
    if words.operator("NOUN", tree.lemmas[noun]) is not None or tree.relations[noun] != "obj":
        return False
    verb = tree.head(noun)
    none = any(tree.lemmas[child] in words.lists["negators"] for child in tree.children(noun, "det", "cc"))
    return verb is not None and (tree.lemmas[verb] == "lack" or (none and tree.lemmas[verb] == "have"))


def came_true(tree: Tree, noun: int, reading: Reading, words: FactualityWords) -> int | None:
    """The verb that says that a promise was kept, if there is one: "honoured its promise to pay".

    What was promised shares that verb's fate; where the promise was broken it was not done.
    """
    verb = tree.head(noun)
    if verb is None or tree.relations[noun] not in ("obj", "obl") or not tree.is_verb(verb):
        return None
    operator = words.operator("NOUN", tree.lemmas[noun])
    if operator is None or operator.mood not in ("promised", "threatened"):
        return None
    if tree.lemmas[verb] in words.lists["broken"]:
        reading.negative = not reading.negative
    if tree.lemmas[verb] not in words.lists["kept"]:
        return None
    own(tree, verb, reading, words)
    return verb


def doubted(tree: Tree, noun: int, reading: Reading, words: FactualityWords) -> None:
    """ "A failed attempt to free him", "an alleged plot to kill him": the adjectives of what governs an act."""
    for child in tree.children(noun, "amod"):
        operator = words.operator("ADJ", tree.lemmas[child]) or words.operator("ADJ", tree.forms[child])
        if operator is not None and operator.flips and operator.time is None:
            reading.settle(negative=True)
        elif operator is not None and operator.certainty == "possible" and operator.time is None:
            reading.certainty = "possible"


def is_untraced(tree: Tree, noun: int, words: FactualityWords) -> bool:
    """ "There is no evidence that they did it"; "no question that they did" says that they did."""
    traces = words.lists["traces"] - {"question"}
    return tree.lemmas[noun] in traces and is_negated(tree, noun, words)
