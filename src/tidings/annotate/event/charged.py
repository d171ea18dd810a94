"""Who did what somebody is charged with: the accused, not those who arrest, charge or sentence him for it."""

from __future__ import annotations

from tidings.annotate.event.arguments import objects
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.subject import surface_subject
from tidings.annotate.event.tree import Tree
from tidings.lexicon.word_lists import load_event_words

#: What the deed stands after, seen from the word that charges somebody with it.
BEFORE_DEEDS = frozenset({"of", "for", "with", "on", "over", "in"})
#: How many nouns may stand between: "on suspicion of", "on one count of attempted".
DEEPEST = 4


def accused_of(frame: Frame) -> list[int]:
    """The words for whoever is charged with the deed that a noun names, none where nobody is.

    "A man was arrested on suspicion of | murder", "charged him with | assault", "a charge of | murder against X".
    """
    tree, node = frame.tree, frame.head
    words = load_event_words()
    for _ in range(DEEPEST):
        above = tree.head(node)
        if above is None:
            return []
        if tree.relations[node] == "conj":
            node = above
            continue
        if tree.relations[node] == "compound" and tree.lemmas[above] in words.charges:
            found = _charged(tree, above)
            if found:
                return found
            node = above
            continue
        if BEFORE_DEEDS.isdisjoint(tree.cases(node)) or tree.relations[node] not in ("obl", "nmod"):
            return []
        if tree.lemmas[above] in words.charging:
            return _under(tree, above)
        if tree.lemmas[above] not in words.charges:
            return []
        found = _charged(tree, above)
        if found:
            return found
        node = above
    return []


def _under(tree: Tree, verb: int) -> list[int]:
    """Who is arrested, charged, convicted; for "guilty" and "pleaded" its own subject."""
    if tree.is_verb(verb) and tree.lemmas[verb] != "plead":
        return [_before_court(tree, verb, found) for found in objects(tree, verb)]
    subject = surface_subject(tree, verb)
    return [] if subject is None else [subject]


def _before_court(tree: Tree, verb: int, found: int) -> int:
    """The accused of a participle that the parser hung on where he stood: "appeared in the | court, charged with"."""
    actor = tree.known.get(tree.actors[found].actor) if found in tree.actors else None
    is_court = found in tree.places or (actor is not None and "JUD" in actor.sectors)
    above = tree.head(found)
    if not is_court or tree.relations[verb] != "acl" or above is None or not tree.is_verb(above):
        return found
    subject = surface_subject(tree, above)
    return found if subject is None else subject


def _charged(tree: Tree, charge: int) -> list[int]:
    """Who has the charge: "Tosk's conviction for", "charges against Tosk of", "Tosk faces charges of"."""
    own = [child for child in tree.below[charge] if tree.tokens[child].relation == "nmod:poss"]
    against = [child for child in tree.children(charge, "nmod") if "against" in tree.cases(child)]
    if own or against:
        return against or own
    verb = tree.head(charge)
    if verb is None or tree.relations[charge] != "obj" or tree.lemmas[verb] not in load_event_words().facing:
        return []
    subject = surface_subject(tree, verb)
    return [] if subject is None else [subject]
