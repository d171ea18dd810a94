"""Where an event took place."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.record import SPEECH_ACTS, Place

#: Prepositions of place; "to" and "from" only where no other place is told.
AT = frozenset({"in", "at", "on", "near", "around", "across", "inside", "outside", "throughout", "along", "off", "into",
                "within"})  # fmt: skip
TOWARDS = frozenset({"to", "from", "through", "towards", "toward", "out of"})
GOING = frozenset({"to"})
#: Acts that name the place in which they are done as their object: "visited India", "entered Tell Tamer".
GOES_TO = frozenset({"CONSULT", "MOBILIZE", "RETREAT", "ASSAULT"})


def find_place(frame: Frame, event_type: str) -> Place | None:
    """The place told with the trigger, else with the clauses around it; None where none is told."""
    tree = frame.tree
    words = list(_outwards(frame))
    taken = AT - {"on"} if event_type in SPEECH_ACTS - {"CONSULT"} else AT
    for prepositions in (taken, TOWARDS if taken is AT else GOING):
        for word in words:
            place = _after(tree, word, prepositions)
            if place is not None:
                return place
    if event_type in GOES_TO:
        for word in frame.words:
            for child in tree.children(word, "obj"):
                if child in tree.places:
                    return tree.places[child].place
    return None


def _outwards(frame: Frame) -> Iterator[int]:
    """The trigger's words, its light verb, the words below them, and those that govern it within the sentence."""
    tree = frame.tree
    words = frame.words if frame.light is None else (*frame.words, frame.light)
    yield from words
    for word in words:
        yield from tree.children(word, "obj", "xcomp")
        # An object that the parser took for a second subject: "met his counterpart | in Khartoum".
        yield from (child for child in tree.children(word, "nsubj") if child > word)
        yield from (child for child in tree.children(word, "advcl") if tree.has(child, "VerbForm=Inf"))
    node: int | None = frame.head
    for _ in range(4):
        if node is None or tree.relations[node] in ("ccomp", "parataxis", "root"):
            return
        node = tree.head(node)
        if node is not None:
            yield node


def _after(tree: Tree, word: int, prepositions: frozenset[str]) -> Place | None:
    for child in tree.children(word, "obl", "nmod"):
        if prepositions.intersection(tree.cases(child)):
            found = _place_of(tree, child)
            if found is not None:
                return found
    return None


def _place_of(tree: Tree, index: int) -> Place | None:
    """The place a phrase names: its head, else a name inside it ("in the city of Aden", "at Torkham post")."""
    if index in tree.places:
        return tree.places[index].place
    for child in tree.below[index]:
        if tree.relations[child] in ("compound", "appos", "flat", "nmod", "amod") and child in tree.places:
            return tree.places[child].place
    return None
