"""The grammatical slots of a trigger: which words stand in its "subj", its "obj", after its "against".

Slots are those of the active verb, whatever the voice of the sentence; `tidings.ontology.schema.Trigger` names them.
"""

from __future__ import annotations

from dataclasses import dataclass

from tidings.annotate.event.arguments import agents, indirect_objects, objects
from tidings.annotate.event.subject import controller, surface_subject
from tidings.annotate.event.tree import NOMINAL, Tree
from tidings.lexicon.word_lists import load_event_words

#: Pronouns that, in what somebody says, most often mean himself: "claimed they were late".
PERSONAL = frozenset({"he", "she", "it", "they", "we", "i"})
#: Words that open a condition.
CONDITIONS = frozenset({"if", "unless", "should", "until"})
#: Relations that stay within what a noun and its light verb tell.
WITHIN = frozenset({"obj", "obl", "nmod", "advcl", "acl", "xcomp"})

#: How many words from a noun another below it may stand whose prepositions are the first one's; a victim's may be far.
NEAR, FAR = 6, 14

#: The slot of whoever says the words the trigger stands in: the one who calls a policy a failure.
SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger in its sentence: its head, all its words, and the light verb that carries it, if any."""

    tree: Tree
    head: int
    words: tuple[int, ...]
    light: int | None


def fillers(frame: Frame, slot: str) -> list[int]:
    """The words that stand in a slot of the trigger, none where it is empty.

    Relative pronouns are replaced by what they stand for; coordinated words are not spelled out.
    """
    tree, head = frame.tree, frame.head
    found: list[int]
    if slot == "subj":
        found = _subject(tree, head)
    elif slot == "obj":
        found = next((below for word in _verbs(frame) if (below := objects(tree, word))), [])
    elif slot == "iobj":
        found = indirect_objects(tree, head)
    elif slot == "comp_subj":
        found = _complement_subject(tree, head)
    elif slot == "comp":
        found = complements(tree, head)
    elif slot.startswith("comp:"):
        found = _in_complements(frame, slot.removeprefix("comp:"))
    elif slot == "if":
        found = _conditional_subject(tree, head)
    elif slot == "inf":
        found = [child for child in complements(tree, head) if tree.has(child, "VerbForm=Inf") and _to(tree, child)]
    elif slot == "that":
        found = tree.children(head, "ccomp")
    elif slot == "poss":
        found = [child for host in _nouns(frame) for child in tree.below[host] if _possesses(tree, child)]
    elif slot == "mod":
        found = [child for host in _nouns(frame) for child in _modifiers(tree, host)]
    elif slot == "light":
        found = _bearer(frame) if frame.light is None else _light_subject(frame)
    else:
        found = _after(frame, slot)
    named = (tree.antecedent(index) for index in found if not tree.is_date(index))
    idle = load_event_words().when_or_how
    return [index for index in named if index in tree.actors or tree.lemmas[index] not in idle]


def _verbs(frame: Frame) -> list[int]:
    """The verbs of a trigger, its head first: "threatened to kill" acts on whom it would kill."""
    if not frame.tree.is_verb(frame.head):
        return []
    return [frame.head, *(word for word in frame.words if word != frame.head and frame.tree.is_verb(word))]


def _nouns(frame: Frame) -> tuple[int, ...]:
    """The nouns of a trigger: itself, those of its phrase, the object of a verb ("met the rebels' demands")."""
    tree, head = frame.tree, frame.head
    if not tree.is_verb(head):
        return (head,)
    inside = tuple(word for word in frame.words if tree.tokens[word].pos in ("NOUN", "PROPN"))
    return inside or tuple(objects(tree, head)) + tuple(tree.children(head, "obl"))


def _possesses(tree: Tree, child: int) -> bool:
    return tree.tokens[child].relation == "nmod:poss"


def _subject(tree: Tree, head: int) -> list[int]:
    if not tree.is_verb(head):
        return _predicate_subject(tree, head)
    if tree.passive(head):
        return agents(tree, head)
    found = surface_subject(tree, head)
    return [] if found is None else [found]


def _predicate_subject(tree: Tree, head: int) -> list[int]:
    """The subject of a noun or adjective: by copula, by control, or the noun that an adjective describes."""
    if tree.tokens[head].pos == "ADJ" and tree.relations[head] == "amod":
        above = tree.head(head)
        return [] if above is None else [above]
    found = surface_subject(tree, head)
    return [] if found is None else [found]


def _in_complements(frame: Frame, slot: str) -> list[int]:
    """What stands in a slot of the clauses that complete a trigger: "promised to cooperate with India"."""
    tree = frame.tree
    clauses = (clause for word in frame.words for clause in complements(tree, word) if tree.is_verb(clause))
    frames = (Frame(tree, clause, (clause,), None) for clause in clauses if clause not in frame.words)
    return next((found for inner in frames if (found := fillers(inner, slot))), [])


def complements(tree: Tree, head: int) -> list[int]:
    """The heads of the clauses that complete a word: what is agreed, promised, demanded."""
    found = tree.children(head, "xcomp", "ccomp")
    after = (child for child in tree.children(head, "advcl", "acl") if child > head)
    return found + [child for child in after if tree.has(child, "VerbForm=Inf")]


def _to(tree: Tree, clause: int) -> bool:
    return any(tree.lemmas[child] == "to" for child in tree.below[clause])


def _complement_subject(tree: Tree, head: int) -> list[int]:
    """The subject of the clause that completes a word, if it is another: "hopes the rebels will", "wants them to"."""
    for clause in tree.children(head, "ccomp", "xcomp", "advcl", "acl"):
        base = tree.relations[clause]
        doers = agents(tree, clause) if tree.passive(clause) else []
        if doers:
            return doers[:1]
        if base == "ccomp":
            found = surface_subject(tree, clause)
            if found is not None and tree.tokens[found].pos == "PRON" and tree.lemmas[found] in PERSONAL:
                continue
        elif base == "xcomp":
            found = tree.child(clause, "nsubj")
            found = controller(tree, head) if found is None else found
        else:
            found = tree.child(clause, "nsubj") if tree.has(clause, "VerbForm=Inf") else None
        if found is not None and found != surface_subject(tree, head):
            return [found]
    return []


def _conditional_subject(tree: Tree, head: int) -> list[int]:
    """Whose deeds a warning hangs on: "warned of a pariah state if the rebels take the city"."""
    for clause in (head, *complements(tree, head)):
        for condition in tree.children(clause, "advcl"):
            subject = surface_subject(tree, condition)
            if subject is not None and CONDITIONS.intersection(tree.cases(condition)):
                return [subject]
    return []


def _modifiers(tree: Tree, noun: int) -> list[int]:
    """The actors among the words before a noun: "US strike", "Russian attack", "US-Taliban talks", "Saudi-led raid"."""
    found: list[int] = []
    frontier = [child for child in tree.below[noun] if tree.relations[child] in ("compound", "amod", "nmod", "obl")]
    for child in frontier:
        if tree.tokens[child].relation == "nmod:poss" or tree.cases(child) or child > noun:
            continue
        if child in tree.actors or child in tree.places:
            found.append(child)
        if tree.tokens[child].pos in ("VERB", "ADJ") and tree.lemmas[child] not in ("lead", "led", "orchestrate"):
            continue
        parts = [below for below in tree.below[child] if below < noun]
        found += [below for below in parts if below in tree.actors or below in tree.places]
    return sorted(set(found))


def modifiers(frame: Frame) -> list[int]:
    """All words that modify the noun of a trigger, actors or not: what tells a heart attack from an air attack."""
    tree = frame.tree
    return [
        child for noun in _nouns(frame) for child in tree.children(noun, "compound", "amod", "nmod") if child < noun
    ]


def _after(frame: Frame, preposition: str) -> list[int]:
    """The words after a preposition that belongs to the trigger, to its object, or to its light verb."""
    tree = frame.tree
    for hosts in _hosts(frame, preposition):
        found = [
            child
            for host in hosts
            for child in tree.children(host, "obl", "nmod")
            if tree.after(child, preposition) and _is_party_like(tree, child)
        ]
        if found:
            return found
    for clause in tree.children(frame.head, "xcomp"):
        found = [child for child in tree.before_to(clause, "obl") if tree.after(child, preposition)]
        if found:
            return found
    particles = [c for c in tree.children(frame.head, "compound", "advmod") if tree.lemmas[c] == preposition]
    return particles or _astray(frame, preposition) or (_opponents(frame) if preposition == "against" else [])


def _opponents(frame: Frame) -> list[int]:
    """Who stands after "against" anywhere below a noun or its verb: "conducted strikes using drones against rebels"."""
    tree, found = frame.tree, list[int]()
    frontier = [frame.head if frame.light is None else frame.light]
    while frontier and not tree.is_verb(frame.head):
        for child in tree.below[frontier.pop()]:
            if tree.relations[child] in WITHIN and tree.tokens[child].relation != "acl:relcl" and child != frame.head:
                frontier.append(child)
                if child > frame.head and "against" in tree.cases(child) and _is_party_like(tree, child):
                    found.append(child)
    return found


def _astray(frame: Frame, preposition: str) -> list[int]:
    """What stands between a subject and its verb is the subject's, even where the parser hung it on the verb."""
    tree, head = frame.tree, frame.head
    above = tree.head(head)
    if above is None or tree.relations[head] != "nsubj":
        return []
    inside = [child for child in tree.children(above, "obl", "nmod") if head < child < above]
    return [child for child in inside if tree.after(child, preposition) and _is_party_like(tree, child)]


def _is_party_like(tree: Tree, index: int) -> bool:
    """Whether a word can stand for a side: no date, and nothing one is merely "on"."""
    return tree.tokens[index].pos in NOMINAL and not tree.is_date(index) and not _is_travel(tree, index)


def _is_travel(tree: Tree, index: int) -> bool:
    """Whether one may be "on" it while doing something else: a visit, a mission."""
    return tree.lemmas[index] in load_event_words().travels


def _hosts(frame: Frame, preposition: str) -> list[tuple[int, ...]]:
    """Where a preposition of the trigger may hang, the best first; parsers often hang it one word off."""
    tree, head = frame.tree, frame.head
    hosts = [frame.words]
    if tree.is_verb(head):
        hosts.append(tuple(objects(tree, head)))
        hosts.append(tuple(child for child in tree.children(head, "obl") if not _is_travel(tree, child)))
        hosts.append(tuple(below for index in objects(tree, head) for below in tree.children(index, "nmod")))
        complement = tree.child(head, "xcomp")
        if complement is not None and not tree.is_verb(complement):
            hosts.append((complement,))
    else:
        if frame.light is not None:
            hosts.append((frame.light,))
        elif tree.relations[head] in ("obj", "obl", "conj"):
            above = tree.head(head)
            hosts.append(() if above is None else (above,))
        below = tree.children(head, "nmod", "conj")
        if preposition == "by":  # "the shooting this week of two agency journalists | by police"
            hosts.append(tuple(child for child in below if child - head < FAR and "of" in tree.cases(child)))
        hosts.append(tuple(child for child in below if child - head < NEAR))
    return hosts


def _light_subject(frame: Frame) -> list[int]:
    """The subject of the light verb, in the active sense."""
    tree, verb = frame.tree, frame.light
    assert verb is not None
    if tree.is_verb(verb) and tree.passive(verb) and tree.relations[frame.head] not in ("obl", "nmod"):
        return agents(tree, verb)
    found = surface_subject(tree, verb)
    return [] if found is None or found == frame.head else [found]


def _bearer(frame: Frame) -> list[int]:
    """Who is "on a visit", "in talks": the noun, or the subject of the verb, that the phrase belongs to."""
    tree, head = frame.tree, frame.head
    above = tree.head(head)
    if above is None or tree.relations[head] not in ("nmod", "obl") or not {"on", "in"}.intersection(tree.cases(head)):
        return []
    if not tree.is_verb(above):
        return [above] if above in tree.actors else []
    travels = "on" in tree.cases(head) and _is_travel(tree, head)
    if not travels and not ("in" in tree.cases(head) and tree.lemmas[head] in load_event_words().stances):
        return []
    found = surface_subject(tree, above)
    return [] if found is None else [found]
