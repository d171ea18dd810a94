"""Which verb carries an event noun, and so lends it its subject."""

from __future__ import annotations

from tidings.annotate.event.tree import Tree
from tidings.lexicon.light_verbs import LightVerbs


def light_verb(tree: Tree, noun: int, verbs: LightVerbs) -> int | None:
    """The verb that carries an event noun: "launched an attack", "an attack launched by", "engaged in talks"."""
    place = noun
    while tree.relations[place] == "conj":
        above = tree.head(place)
        if above is None or tree.is_verb(above):
            break
        place = above
    for child in tree.children(noun, "acl"):
        if tree.is_verb(child) and verbs.lends(tree.lemmas[child], None) and not tree.has(child, "VerbForm=Inf"):
            return child
    above = tree.head(place)
    if above is None:
        return None
    relation = tree.tokens[place].relation
    if relation == "obj" or relation == "nsubj:pass" or (relation == "nsubj" and tree.passive(above)):
        return above if verbs.lends(tree.lemmas[above], None) else None
    if tree.relations[place] in ("obl", "nmod", "xcomp"):
        lent = any(verbs.lends(tree.lemmas[above], case) for case in tree.cases(place))
        return above if lent else None
    return None
