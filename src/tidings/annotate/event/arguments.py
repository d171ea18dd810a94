"""The arguments of a verb in the active sense, wherever the sentence or its parse has put them."""

from __future__ import annotations

from tidings.annotate.event.subject import surface_subject
from tidings.annotate.event.tree import Tree
from tidings.lexicon.word_lists import load_event_words


def agents(tree: Tree, verb: int) -> list[int]:
    """Who did what a passive verb tells: the words after "by" that are not dates."""
    found = [child for child in tree.children(verb, "obl", "nmod") if "by" in tree.cases(child)]
    return [child for child in found if not tree.is_date(child)]


def objects(tree: Tree, verb: int) -> list[int]:
    """The logical objects of a verb: also the subject of its passive, and what its relative clause describes."""
    if verb not in tree.taken:
        tree.taken[verb] = _objects(tree, verb)
    return list(tree.taken[verb])


def _objects(tree: Tree, verb: int) -> list[int]:
    if tree.passive(verb):
        found = surface_subject(tree, verb)
        return [] if found is None else [found]
    own = _misread_object(tree, verb) or tree.children(verb, "obj") or tree.children(verb, "iobj")
    own = own or _raised_object(tree, verb) or _misread_name(tree, verb)
    if own:
        return own
    above = tree.head(verb)
    if above is None:
        return []
    if tree.tokens[verb].relation == "acl:relcl" and _gap_is_object(tree, verb):
        return [above]
    if tree.relations[verb] == "conj" and tree.is_verb(above):
        return [child for child in tree.children(above, "obj") if child > verb]
    return [below for other in tree.children(verb, "conj")[:1] for below in _only_object(tree, verb, other)]


def _misread_object(tree: Tree, verb: int) -> list[int]:
    """What stands like an object and was called an adjunct that nothing introduces."""
    if tree.child(verb, "obj", "iobj") is not None:
        return []
    bare = [child for child in tree.children(verb, "obl") if verb < child < verb + 6 and not tree.cases(child)]
    return [child for child in bare if child in tree.actors and not tree.is_date(child)]


def _misread_name(tree: Tree, verb: int) -> list[int]:
    """A name right after the verb that was called its complement: "entered Tell Tamer"."""
    after = verb + 1 if verb + 1 < len(tree.tokens) else verb
    named = after in tree.actors or after in tree.places or after in tree.covered
    return [after] if named and tree.relations[after] == "xcomp" else []


def _raised_object(tree: Tree, verb: int) -> list[int]:
    """The object between a verb and the "to" of its complement, wherever it hangs: "expected them to leave"."""
    for clause in tree.children(verb, "xcomp", "ccomp"):
        found = tree.before_to(clause, "obj", "nsubj")
        if found:
            return found
    return []


def _only_object(tree: Tree, verb: int, other: int) -> list[int]:
    """The object that two coordinated verbs share, where the parser hung it on the second: "met and hosted X"."""
    if other - verb > 3 or tree.child(other, "nsubj") is not None or not tree.is_verb(other):
        return []
    return tree.children(other, "obj")


def _gap_is_object(tree: Tree, verb: int) -> bool:
    """Whether a relative clause is about the object of its verb: "the town that rebels seized"."""
    subject, above = tree.child(verb, "nsubj"), tree.tokens[verb].head
    idle = tree.is_date(above) or tree.lemmas[above] in load_event_words().when_or_how
    if idle or tree.child(above, "cop") is not None:
        return False
    return subject is not None and tree.antecedent(subject) == subject and tree.child(verb, "ccomp", "xcomp") is None


def indirect_objects(tree: Tree, verb: int) -> list[int]:
    """Who was given something: also the subject of "was given aid"."""
    if tree.passive(verb) and tree.child(verb, "obj") is not None:
        found = surface_subject(tree, verb)
        return [] if found is None else [found]
    return tree.children(verb, "iobj")
