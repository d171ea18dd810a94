"""Where an event took place, by the syntax of the sentence that tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.annotate.event.slots import Frame
from tidings.annotate.event.subject import surface_subject
from tidings.annotate.event.tree import Tree
from tidings.lexicon.word_lists import load_event_words
from tidings.record import SPEECH_ACTS, Place

#: Prepositions of place; "to" and "from" only where no other place is told.
AT = frozenset({"in", "at", "on", "near", "around", "across", "inside", "outside", "throughout", "along", "off", "into",
                "within"})  # fmt: skip
TOWARDS = frozenset({"to", "from", "through", "towards", "toward", "out of"})
#: Prepositions that put somebody in a place: "gunmen in Kabul", "a crowd outside the embassy in Tunis".
HERE = frozenset({"in", "at", "near", "outside", "inside", "around"})
#: Prepositions before the occasion on which one speaks or acts: "on a visit to India", "in a speech in".
MEANWHILE = frozenset({"on", "during", "at", "in"})
THEREUPON = frozenset({"after", "following"})
#: Acts that name the place in which they are done as their object: "visited India", "entered Tell Tamer".
GOES_TO = frozenset({"CONSULT", "MOBILIZE", "RETREAT", "ASSAULT"})


def find_place(frame: Frame, event_type: str) -> Place | None:
    """The place told with the trigger, else with the clauses around it, else with whoever acts; None where none is.

    What somebody says is said where he speaks, not where what he speaks of shall happen: of words only the clause
    itself and what it is part of are looked at.
    """
    if event_type in SPEECH_ACTS - {"CONSULT"}:
        return _first(frame, AT - {"on"}, _governing(frame)) or _beside(frame)
    words = list(_outwards(frame))
    return _first(frame, AT, words) or _first(frame, TOWARDS, words) or _gone_to(frame, event_type) or _beside(frame)


def stand_of(tree: Tree, verb: int) -> Place | None:
    """Where somebody is while doing what a verb tells: "said in Geneva", "told a rally in Ankara"."""
    return _after(tree, verb, AT - {"on"}) or _occasion(tree, verb) or _of_subject(tree, verb)


def _across(tree: Tree, verb: int) -> Iterator[int]:
    """Phrases after a verb that the parser hung on a word before it, as in the quotation it follows."""
    if not tree.is_verb(verb):
        return
    for index in range(verb + 1, len(tree.tokens)):
        above = tree.head(index)
        if above is not None and above < verb and tree.relations[index] in ("obl", "nmod"):
            yield index


def _first(frame: Frame, prepositions: frozenset[str], words: Iterable[int]) -> Place | None:
    return next((place for word in words if (place := _after(frame.tree, word, prepositions))), None)


def _gone_to(frame: Frame, event_type: str) -> Place | None:
    """The place that an act of going has as its object."""
    if event_type not in GOES_TO:
        return None
    objects = (child for word in frame.words for child in frame.tree.children(word, "obj"))
    return next((frame.tree.places[child].place for child in objects if child in frame.tree.places), None)


def _beside(frame: Frame) -> Place | None:
    """The place of the occasion on which it is done, or of those who do it."""
    words = [word for word in (*frame.words, frame.light) if word is not None]
    occasions = (_occasion(frame.tree, word) for word in words)
    subjects = (_of_subject(frame.tree, word) for word in words if frame.tree.is_verb(word))
    return next((place for place in (*occasions, *subjects) if place), None)


def _of_subject(tree: Tree, verb: int) -> Place | None:
    subject = surface_subject(tree, verb)
    if subject is None:
        return None
    members = [child for child in tree.children(subject, "nmod") if "of" in tree.cases(child)]
    found = (_after(tree, word, HERE) for word in (subject, *members))
    return next((place for place in found if place), None) or _occasion(tree, subject)


def _occasion(tree: Tree, word: int) -> Place | None:
    """The place of the visit, the speech, the meeting that a word hangs its phrase on."""
    for child in (*tree.children(word, "obl", "nmod", "obj"), *_across(tree, word)):
        if _is_occasion(tree, child):
            told = (_after(tree, clause, AT) for clause in tree.children(child, "acl"))
            place = _after(tree, child, AT | TOWARDS) or next((place for place in told if place), None)
            if place is not None:
                return place
    return None


def _is_occasion(tree: Tree, child: int) -> bool:
    """Whether a word is what somebody speaks at or to, or what has just ended."""
    cases, lemma, words = {*tree.cases(child)}, tree.lemmas[child], load_event_words()
    spoken_to = tree.relations[child] == "obj" or bool(MEANWHILE & cases)
    return (lemma in words.occasions and spoken_to) or (lemma in words.closing and bool(THEREUPON & cases))


def _outwards(frame: Frame) -> Iterator[int]:
    """The trigger's words, its light verb, the words below them, and those that govern it within the sentence."""
    tree = frame.tree
    words = frame.words if frame.light is None else (*frame.words, frame.light)
    yield from words
    for word in words:
        yield from tree.children(word, "obj", "xcomp")
        # What somebody is made to do or kept from: "banned the airline from flying to".
        yield from (c for c in tree.children(word, "advcl") if tree.has(c, "VerbForm=Inf") or "from" in tree.cases(c))
    yield from _above(frame)


def _governing(frame: Frame) -> Iterator[int]:
    """The trigger's words, its light verb, and the words that govern it within the sentence."""
    yield from frame.words if frame.light is None else (*frame.words, frame.light)
    yield from _above(frame)


def _above(frame: Frame) -> Iterator[int]:
    tree, node = frame.tree, frame.head
    for _ in range(4):
        above = tree.head(node)
        elsewhere = tree.relations[node] in ("ccomp", "parataxis", "root") or tree.tokens[node].relation == "acl:relcl"
        if above is None or elsewhere:
            return
        node = above
        yield node


def _after(tree: Tree, word: int, prepositions: frozenset[str]) -> Place | None:
    for child in tree.children(word, "obl", "nmod"):
        if prepositions.intersection(tree.cases(child) or _cases_before(tree, word, child)):
            found = _place_of(tree, child)
            if found is not None:
                return found
    return None


def _cases_before(tree: Tree, word: int, child: int) -> tuple[str, ...]:
    """The prepositions of the noun right before a name that the parser hung beside it: "in the capital | Tunis"."""
    before = child - 1
    beside = child in tree.places and tree.head(before) == word and tree.relations[before] in ("obl", "nmod")
    return tree.cases(before) if beside else ()


def _place_of(tree: Tree, index: int, depth: int = 0) -> Place | None:
    """The place a phrase names: its head, what "the city" stands for, else a name inside it ("in the city of Aden",
    "in operations around Torkham post").
    """
    if index in tree.places:
        return tree.places[index].place
    for child in tree.below[index]:
        if tree.relations[child] in ("compound", "appos", "flat", "nmod", "amod") and child in tree.places:
            return tree.places[child].place
    if index in tree.localities:
        return tree.localities[index]
    inner = (_place_of(tree, child, depth + 1) for child in tree.children(index, "nmod") if AT & {*tree.cases(child)})
    return next((place for place in inner if place), None) if depth < 2 else None
