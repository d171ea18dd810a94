"""Which words are negated, and by what: an adverb, "no", a subject that is nobody."""

from __future__ import annotations

from tidings.annotate.event.reading import Reading
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, load_factuality


def negates(tree: Tree, child: int, negators: frozenset[str]) -> bool:
    """Whether a word is a negation, and not of what only looks negated: "not only"."""
    if tree.lemmas[child] not in negators and tree.forms[child] not in negators:
        return False
    after = tree.lemmas[child + 1] if child + 1 < len(tree.lemmas) else ""
    return after not in load_factuality().lists["not_negated"]


def own_negation(tree: Tree, node: int, reading: Reading, words: FactualityWords) -> None:
    """Turn the reading round where the word is negated."""
    if is_negated(tree, node, words):
        reading.negative = not reading.negative


def is_negated(tree: Tree, node: int, words: FactualityWords) -> bool:
    """Whether a word is negated by an adverb, a noun by "no", a verb by its subject ("nothing suggests")."""
    negators = words.lists["negators"]
    beside = [child for child in tree.children(node, "advmod", "det") if not before_infinitive(tree, node, child)]
    if tree.is_verb(node):
        beside += [child for child in tree.children(node, "nsubj") if tree.tokens[child].pos == "PRON"]
    return any(negates(tree, child, negators) for child in beside)


def before_infinitive(tree: Tree, verb: int, child: int) -> bool:
    """ "Swore never to return": the negation is that of the infinitive."""
    return verb < child < len(tree.forms) - 2 and tree.forms[child + 1] == "to"


def negated_sides(frame: Frame, reading: Reading, words: FactualityWords) -> None:
    """ "No country condemned", "conceded nothing": the negation stands on a participant."""
    tree, negators = frame.tree, words.lists["negators"]
    hosts = frame.words if frame.light is None else (*frame.words, frame.light)
    for host in hosts:
        for child in tree.children(host, "nsubj", "obj"):
            if child in hosts:
                continue
            beneath = [child, *tree.children(child, "det", "cc")]
            if any(tree.lemmas[index] in negators for index in beneath) and not _excepts(tree, child):
                reading.negative = not reading.negative
                return


def _excepts(tree: Tree, index: int) -> bool:
    """ "No one but the rebels": somebody after all."""
    after = tree.forms[index + 1 : index + 3]
    return bool({"but", "except", "save"} & set(after[:1])) or after == ("other", "than")
