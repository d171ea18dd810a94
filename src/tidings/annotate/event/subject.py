"""Who the subject of a verb is, also where the sentence does not repeat it.

Control, coordination, participles and relative clauses leave the subject of a verb to be found higher in the tree
(Universal Dependencies v2 keeps these only in its enhanced graphs, which the encoder does not predict).
"""

from __future__ import annotations

from tidings.annotate.event.tree import Tree
from tidings.lexicon.word_lists import load_event_words

#: Prepositions before a gerund whose subject is the object above: "accused them of", "kept them from", "forced into".
OF_THE_OBJECT = frozenset({"of", "from", "into", "for"})
#: How far the search climbs; deeper chains are parse errors more often than sentences.
DEEPEST = 8


def surface_subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """The word that is, or is understood as, the grammatical subject of a verb in the voice it stands in."""
    raised = tree.before_to(verb, "obl", "obj") if tree.relations[verb] == "xcomp" else []
    if raised:
        return tree.antecedent(raised[0])
    own = _own_subject(tree, verb)
    if own is not None:
        return None if tree.relations[own] == "csubj" else tree.antecedent(own)
    above = tree.head(verb)
    if above is None or depth > DEEPEST:
        return _beside(tree, verb)
    relation = tree.tokens[verb].relation
    if relation == "acl:relcl":
        return above
    base = tree.relations[verb]
    if base == "acl":
        return _of_clause_of_noun(tree, verb, above, depth)
    if base == "amod":
        return above
    if base == "conj":
        return surface_subject(tree, above, depth + 1)
    if base == "xcomp":
        return controller(tree, above, depth + 1)
    if base == "advcl":
        return _of_adverbial(tree, verb, above, depth)
    if base in ("ccomp", "parataxis") and tree.has(verb, "VerbForm=Inf"):
        return surface_subject(tree, above, depth + 1)
    return _beside(tree, verb)


def _beside(tree: Tree, verb: int) -> int | None:
    """The actor that stands just before a finite verb, which the parser may have hung elsewhere."""
    if not tree.has(verb, "VerbForm=Fin") or tree.has(verb, "Mood=Imp"):
        return None
    before = verb - 1
    while before >= 0 and tree.tokens[before].pos in ("AUX", "ADV"):
        before -= 1
    return before if before in tree.actors or before in tree.covered else None


def _own_subject(tree: Tree, verb: int) -> int | None:
    """The subject that stands at the verb; of several, which the parser sometimes gives, the nearest actor."""
    found = tree.children(verb, "nsubj") or tree.children(verb, "csubj")
    passive = [child for child in found if tree.tokens[child].relation.endswith(":pass")]
    found = passive or found
    if not found and tree.passive(verb):
        found = [child for child in tree.children(verb, "obl") if child < verb and not {"by"} & set(tree.cases(child))]
        found = found[-1:] if tree.relations[verb] in ("acl", "advcl") else []
    parties = [child for child in found if child < verb and (child in tree.actors or child in tree.covered)]
    return parties[-1] if parties else found[0] if found else None


def controller(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """Who a bare complement of this word is about: its object ("urged them to"), else its subject ("agreed to")."""
    found = None
    if not tree.passive(verb) and tree.lemmas[verb] not in load_event_words().of_the_subject:
        found = tree.child(verb, "obj", "iobj")
    if found is None and tree.lemmas[verb] in load_event_words().of_the_asked:
        asked = (child for child in tree.children(verb, "obl") if {"on", "upon", "to", "for"} & set(tree.cases(child)))
        found = next(asked, None)
    return surface_subject(tree, verb, depth + 1) if found is None else tree.antecedent(found)


def _of_clause_of_noun(tree: Tree, verb: int, noun: int, depth: int) -> int | None:
    """Participles describe the noun ("troops guarding"); infinitives and gerunds say what its owner does."""
    if not tree.has(verb, "VerbForm=Inf") and not tree.cases(verb) and not _speaks_for(tree, noun):
        return noun
    if noun in tree.actors or noun in tree.covered:
        return noun
    owner = _owner(tree, noun)
    if owner is not None:
        return owner
    above = tree.head(noun)
    if above is not None and tree.relations[noun] in ("obj", "obl") and tree.is_verb(above):
        return surface_subject(tree, above, depth + 1)
    return None


def _speaks_for(tree: Tree, noun: int) -> bool:
    """Whether a noun is a document whose issuer can be told: by its owner, or as the object of what he did."""
    if tree.lemmas[noun] not in load_event_words().documents or noun in tree.actors:
        return False
    return _owner(tree, noun) is not None or tree.relations[noun] in ("obj", "obl")


def _owner(tree: Tree, noun: int) -> int | None:
    """The possessor of a noun, or the actor that modifies it: "Iran's plan", "the Iranian plan", "plan by Iran"."""
    for child in tree.below[noun]:
        if tree.tokens[child].relation == "nmod:poss":
            return child
    for child in tree.below[noun]:
        if tree.relations[child] in ("compound", "amod") and child in tree.actors:
            return child
        if tree.relations[child] == "nmod" and "by" in tree.cases(child):
            return child
    return None


def _of_adverbial(tree: Tree, verb: int, above: int, depth: int) -> int | None:
    """ "accused them of invading" is about the object; "met, signalling" and "after invading" about the subject."""
    if OF_THE_OBJECT.intersection(tree.cases(verb)) and not tree.passive(above):
        found = tree.child(above, "obj", "iobj")
        if found is not None and (found in tree.actors or tree.tokens[found].pos in ("PROPN", "PRON")):
            return tree.antecedent(found)
    if tree.has(verb, "VerbForm=Inf") and tree.lemmas[above] in load_event_words().of_the_asked:
        return controller(tree, above, depth + 1)
    if tree.tokens[above].pos in ("NOUN", "PROPN") and tree.child(above, "nsubj") is None:
        return _owner(tree, above)
    return surface_subject(tree, above, depth + 1)
