"""From words to triggers: which words of a sentence may tell of an event, and of which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tidings.annotate.event.arguments import objects
from tidings.annotate.event.light import light_verb
from tidings.annotate.event.participants import is_party
from tidings.annotate.event.rules import HOSTILE
from tidings.annotate.event.slots import SPEAKER, Frame, fillers, modifiers
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import load_factuality
from tidings.lexicon.light_verbs import LightVerbs
from tidings.lexicon.word_lists import load_event_words, load_nouns
from tidings.ontology.schema import Trigger
from tidings.record import NameType

#: The part of speech a trigger asks for, by that of the word. Headlines write nouns like names.
KINDS: Mapping[str, tuple[str, ...]] = {
    "VERB": ("verb",),
    "NOUN": ("noun",),
    "PROPN": ("noun",),
    "ADJ": ("adjective", "verb"),
    "AUX": ("verb",),
}
#: Acts that end others, and the acts that they end: "lifted the sanctions", "suspended the talks".
_HELP = frozenset({"CONSULT", "COOPERATE", "AID", "AGREE", "SUPPORT"})
#: Acts whose verb and object tell of one thing.
SAME_ACT: Mapping[str, tuple[str, ...]] = {"SUPPORT": ("AGREE",), "AGREE": ("SUPPORT",)}
UNDOING: Mapping[str, frozenset[str]] = {"RETREAT": HOSTILE, "CONCEDE": HOSTILE, "SANCTION": _HELP, "REJECT": _HELP}
#: Pairs of words that tell of no act: "in charge of the talks".
IDIOMS = frozenset({("in", "charge"), ("in", "order"), ("in", "demand"), ("on", "demand"), ("in", "agreement")})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
Heads = Mapping[tuple[str, str], Sequence[Trigger]]
Match = tuple[Frame, Trigger]

#: Names whose words are nothing but a name; names of events ("Operation Peace Spring") still tell of one.
CLOSED = frozenset(NameType) - {NameType.NORP, NameType.EVENT, NameType.DATE}


def matches(tree: Tree, heads: Heads, verbs: LightVerbs) -> list[Match]:
    """The triggers of a sentence in text order: the most specific that fits each word, one event a word.

    The words of a phrase tell of one event only, and so do a light verb and its noun ("launched an attack"), where
    the noun says which.
    """
    found = sorted(_candidates(tree, heads, verbs), key=_specific)
    taken: set[int] = set()
    kept: list[Match] = []
    for frame, trigger in found:
        if taken.isdisjoint(frame.words):
            taken.update(frame.words)
            kept.append((frame, trigger))
    carried = {frame.light for frame, trigger in kept if frame.light is not None and len(frame.words) == 1}
    plain = {index for index in carried if index is not None and tree.lemmas[index] in verbs.light}
    kept = [(frame, trigger) for frame, trigger in kept if frame.head not in plain or len(frame.words) > 1]
    undone = {
        (index, event_type)
        for frame, trigger in kept
        for event_type in (
            trigger.event_type,
            *UNDOING.get(trigger.event_type, ()),
            *SAME_ACT.get(trigger.event_type, ()),
        )
        for index in _undone(frame)
    }
    kept = [(frame, trigger) for frame, trigger in kept if (frame.head, trigger.event_type) not in undone]
    return sorted(kept, key=lambda match: match[0].head)


def _covered(event_type: str) -> tuple[str, ...]:
    """The types of event nouns that tell nothing new as the object of a verb of this type."""
    return (event_type, *UNDOING.get(event_type, ()), *SAME_ACT.get(event_type, ()))


def _undone(frame: Frame) -> list[int]:
    """The event nouns that a verb speaks of ending, or makes: "lifted the sanctions", "ratified the treaty"."""
    tree = frame.tree
    if not tree.is_verb(frame.head):
        return []
    found = objects(tree, frame.head)
    return [part for index in found for part in tree.conjuncts(index) if tree.tokens[part].pos == "NOUN"]


def _refers(tree: Tree, index: int, light: int | None) -> bool:
    """Whether a noun speaks of something that stands, not of something done: "the agreement is void"."""
    if light is not None or tree.lemmas[index] not in load_event_words().results:
        return False
    return any(
        tree.lemmas[child] in DEFINITE or tree.tokens[child].relation == "nmod:poss" for child in tree.below[index]
    )


def _specific(match: Match) -> tuple[int, int, float, int]:
    frame, trigger = match
    return -len(frame.words), -len(trigger.needs), -trigger.weight, frame.head


def _candidates(tree: Tree, heads: Heads, verbs: LightVerbs) -> Iterator[Match]:
    here = {*tree.lemmas, *tree.forms}
    for index, token in enumerate(tree.tokens):
        for kind in KINDS.get(token.pos, ()):
            triggers = heads.get((tree.lemmas[index], kind))
            if triggers and not _silent(tree, index, kind):
                present = [trigger for trigger in triggers if here.issuperset(trigger.words)]
                yield from _fitting(tree, index, kind, present, verbs)
                break


def _fitting(tree: Tree, index: int, kind: str, triggers: Sequence[Trigger], verbs: LightVerbs) -> Iterator[Match]:
    """The triggers of one head that fit, the most specific first."""
    light = light_verb(tree, index, verbs) if kind == "noun" else None
    if kind == "noun" and _refers(tree, index, light):
        return
    for trigger in triggers:
        if SPEAKER in trigger.actor and not _is_predicate(tree, index):
            continue
        words = phrase(tree, index, trigger.words)
        if trigger.event_type == "AGREE" and _foreseen(tree, index):
            continue
        if words and not _other_verb(tree, index, words) and fits(Frame(tree, index, words, light), trigger):
            yield Frame(tree, index, words, light), trigger
            if len(words) == 1:
                return  # the rest are less specific, and stand at the same word


def _silent(tree: Tree, index: int, kind: str) -> bool:
    """Whether a word only looks like a trigger: part of a name, or the first part of a compound ("strike force")."""
    name = tree.names.get(index)
    if name is not None and name.type in CLOSED and (kind != "adjective" or name.last - name.first > 1):
        return True
    token = tree.tokens[index]
    if token.pos == "ADJ" and kind == "verb":
        return not tree.has(index, "VerbForm=Part")
    if kind == "noun" and tree.relations[index] in ("compound", "flat"):
        return True
    if (tree.lemmas[index - 1] if index else "", tree.lemmas[index]) in IDIOMS:
        return True
    if kind == "verb" and tree.relations[index] == "amod":
        return not any(tree.relations[child] == "obl" for child in tree.below[index])
    if name is not None and name.type is NameType.EVENT and tree.lemmas[index] in ("war", "revolution", "conflict"):
        return True
    if token.pos != "PROPN" or tree.headline or index == 0:
        return False
    return name is None or name.type is not NameType.EVENT


def _is_predicate(tree: Tree, index: int) -> bool:
    """Whether something is said to be so: "the raid is illegal", but not "an illegal raid"."""
    return tree.is_verb(index) or tree.child(index, "cop") is not None or tree.relations[index] == "xcomp"


def _foreseen(tree: Tree, index: int) -> bool:
    """Whether a passive only tells what is to come: "was expected to host talks" agrees to nothing."""
    return tree.is_verb(index) and tree.passive(index) and tree.lemmas[index] in load_factuality().lists["foreseen"]


def _other_verb(tree: Tree, head: int, words: Sequence[int]) -> bool:
    """Whether a particle makes another verb of it: "called off the strike" calls none."""
    if tree.lemmas[head] in load_event_words().still_itself:
        return False
    return any(tree.tokens[child].relation == "compound:prt" and child not in words for child in tree.below[head])


def phrase(tree: Tree, head: int, words: Sequence[str]) -> tuple[int, ...]:
    """The words of a trigger found at and below its head; empty where one is missing.

    In the passive and in relative clauses the noun of a phrase stands above: "the talks that were held".
    """
    if len(words) == 1:
        return (head,)
    wanted, found = list(words[1:]), [head]
    above = tree.head(head)
    if above is not None and tree.relations[head] == "acl" and tree.lemmas[above] in wanted:
        wanted.remove(tree.lemmas[above])
        found.append(above)
    while wanted:
        under = [child for index in found for child in tree.below[index]]
        under += objects(tree, head) if tree.is_verb(head) else []
        below = next((child for child in under if child not in found and _is_word(tree, child, wanted)), None)
        below = _deeper(tree, head, found, wanted) if below is None else below
        if below is None:
            return ()
        wanted.remove(tree.lemmas[below] if tree.lemmas[below] in wanted else tree.forms[below])
        found.append(below)
    return tuple(sorted(found))


def _is_word(tree: Tree, index: int, wanted: Sequence[str]) -> bool:
    if tree.relations[index] in ("nsubj", "csubj", "parataxis") and not tree.tokens[index].relation.endswith(":pass"):
        return False
    return tree.lemmas[index] in wanted or tree.forms[index] in wanted


def _deeper(tree: Tree, head: int, found: Sequence[int], wanted: Sequence[str]) -> int | None:
    """A word of the phrase two steps below: a preposition under its noun ("place under arrest", "look into").

    With an object before it such a preposition is no particle: "taking place in the capital" does not "take in".
    """
    has_object = tree.child(head, "obj") is not None
    for index in found:
        for child in tree.children(index, "obl", "nmod", "obj", "xcomp", "conj", "advmod"):
            for below in tree.children(child, "case", "mark", "nmod", "compound", "amod", "conj"):
                loose = tree.relations[below] in ("case", "mark") and child not in found and has_object
                if _is_word(tree, below, wanted) and not loose:
                    return below
    return None


def fits(frame: Frame, trigger: Trigger) -> bool:
    """Whether the slots hold what the trigger needs and nothing it bars."""
    return all(_holds(frame, slot, lemmas) for slot, lemmas in trigger.needs.items()) and not any(
        _holds(frame, slot, lemmas) for slot, lemmas in trigger.bars.items()
    )


def _holds(frame: Frame, slot: str, lemmas: frozenset[str]) -> bool:
    tree = frame.tree
    if "@clause" in lemmas and any(tree.children(word, "ccomp", "xcomp", "advcl", "acl") for word in frame.words):
        return True
    if slot == "mod" and any(tree.lemmas[child] in lemmas for child in tree.children(frame.head, "compound", "amod")):
        return True  # any word before a noun tells its sense, not only who acts: "heart attack", "trade war"
    for filler in fillers(frame, slot) if slot != "mod" else modifiers(frame):
        for index in tree.conjuncts(filler):
            if _is_of(tree, index, lemmas):
                return True
    return False


def _is_of(tree: Tree, index: int, lemmas: frozenset[str]) -> bool:
    if "@any" in lemmas or tree.lemmas[index] in lemmas:
        return True
    if "@person" in lemmas and _is_person(tree, index):
        return True
    if "@actor" in lemmas and is_party(tree, index):
        return True
    if any(tree.lemmas[child] in lemmas for child in tree.children(index, "compound")):
        return True
    measured = tree.children(index, "nmod") if _measures(tree.lemmas[index]) else []
    return any(_is_of(tree, child, lemmas) for child in measured if "of" in tree.cases(child))


def _measures(noun: str) -> bool:
    """Whether a noun only measures what follows it: "tons of medicine" are medicine."""
    return noun in load_nouns().counts or noun in load_nouns().measures


def _is_person(tree: Tree, index: int) -> bool:
    name = tree.names.get(index)
    if name is not None:
        return name.type is NameType.PERSON
    if tree.tokens[index].pos == "PRON":
        return tree.lemmas[index] in ("he", "she", "they", "i", "we", "you", "who")
    return index in tree.actors
