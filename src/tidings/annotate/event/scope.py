"""What lies outside the clause of an act and still says what became of it: headlines, conditions, times, the sequel."""

from __future__ import annotations

from tidings.annotate.event.clause import has_condition
from tidings.annotate.event.negation import is_negated
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator
from tidings.record import SPEECH_ACTS

#: Acts of speech that are done by saying them; a meeting goes on for a while.
SAID = SPEECH_ACTS - {"CONSULT"} | {"PROTEST"}


def said_now(tree: Tree, node: int, event_type: str, reading: Reading, words: FactualityWords) -> None:
    """ "The general denies it": a report tells an act of speech in the present when it has been made."""
    if (
        reading.time == "ongoing"
        and event_type in SAID
        and tree.lemmas[node] not in words.lists["states"]
        and is_simple_present(tree, node)
    ):
        reading.time = "past"


def is_simple_present(tree: Tree, node: int) -> bool:
    """Whether a clause stands in the plain present: "denies", not "is denying"."""
    if not tree.is_verb(node) or not tree.has(node, "Tense=Pres") or not tree.has(node, "VerbForm=Fin"):
        return False
    return not tree.forms[node].endswith("ing")


def is_headline_plan(tree: Tree, node: int) -> bool:
    """ "Marland to expel envoys": in a headline the bare infinitive is the future."""
    if not tree.headline or not any(tree.forms[child] == "to" for child in tree.children(node, "mark")):
        return False
    above = tree.head(node)
    return above is None or (tree.relations[above] == "root" and not tree.is_verb(above) and above < node)


def is_instead(tree: Tree, node: int, words: FactualityWords) -> bool:
    """Whether the words before an act say that something else was done: "rather than fire", "close to firing"."""
    first = min((child for child in tree.below[node] if child < node), default=node)
    start = min(first, node)
    for at in (start, start + 1, start - 1):
        if 1 <= at < node and f"{tree.forms[at - 1]} {tree.forms[at]}" in words.lists["instead"]:
            return True
        if 0 <= at < node - 1 and f"{tree.forms[at]} {tree.forms[at + 1]}" in words.lists["instead"]:
            return True
    return False


def fate(tree: Tree, node: int, reading: Reading, words: FactualityWords) -> bool:
    """Whether a headline's future, or what the sentence goes on to tell, settles it."""
    if is_headline_plan(tree, node):
        reading.apply(Operator(certainty="probable", time="future"))
        return True
    above = tree.head(node)
    if above is None or tree.relations[node] not in ("xcomp", "ccomp", "advcl") or reading.negative:
        return False
    for clause in tree.children(above, "conj", "parataxis"):
        if clause > node and _takes_up(tree, clause):
            reading.settle(negative=is_negated(tree, clause, words))
            return True
        if clause > node and _is_turned_down(tree, above, clause, words):
            reading.apply(words.operators[("VERB", tree.lemmas[above])])
            reading.negative = True
            return True
        if clause > node and _came_to_nothing(tree, above, clause, words):
            reading.settle(negative=True)
            return True
    return False


def _takes_up(tree: Tree, clause: int) -> bool:
    """ "And it did", "but they did not do so", "so far it has not": a clause of auxiliaries only."""
    if tree.lemmas[clause] not in ("do", "have") or tree.child(clause, "obj", "xcomp", "ccomp") is not None:
        return False
    auxiliaries = [clause, *tree.children(clause, "aux")]
    told = tree.child(clause, "nsubj") is not None or any(tree.forms[child] == "so" for child in tree.below[clause])
    return told and any(tree.forms[child] in ("did", "does", "do", "has", "have", "had") for child in auxiliaries)


def _is_turned_down(tree: Tree, verb: int, clause: int, words: FactualityWords) -> bool:
    """ "Were asked to withdraw but refused", "offered to withdraw but was turned down"."""
    operator = words.operator("VERB", tree.lemmas[verb])
    if operator is None or operator.mood not in ("requested", "promised") or tree.child(clause, "xcomp", "ccomp"):
        return False
    objects = tree.children(clause, "obj")
    return tree.lemmas[clause] in words.lists["refusing"] and all(
        tree.tokens[child].pos == "PRON" or tree.lemmas[child] in words.lists["answered"] for child in objects
    )


def _came_to_nothing(tree: Tree, verb: int, clause: int, words: FactualityWords) -> bool:
    """ "Had planned to criticise it, but thought better of it"."""
    return (
        tree.has_auxiliary(verb, "had")
        and tree.lemmas[verb] in words.lists["meant"]
        and any(tree.forms[child] == "but" for child in tree.below[clause])
    )


def in_its_time(tree: Tree, node: int, above: int, reading: Reading, words: FactualityWords) -> None:
    """The present in a clause of condition or time is the future: "unless they are freed", "when they meet"."""
    opening = min(tree.children(node, "nsubj"), default=node)  # "but only once they withdraw"
    first = [child for child in tree.children(node, "mark", "advmod") if child < opening]
    cases = {*tree.cases(node), *(tree.lemmas[child] for child in first)}
    conditional = bool(cases & words.lists["conditions"]) or reading.mood == "conditional"
    if not (conditional or cases & words.lists["times"]) or reading.time == "future":
        return
    if not conditional and not cases & words.lists["awaited"] and not _looks_ahead(tree, above):
        return
    backshifted = tree.has(node, "Tense=Past") and not tree.has_auxiliary(node, "had")
    if not _is_present(tree, node) and not (conditional and backshifted):
        return
    reading.time = "future"
    if cases & words.lists["awaited"]:
        reading.mood = reading.mood or "conditional"
    elif "before" in cases:
        reading.certainty = reading.certainty or "possible"


def _is_present(tree: Tree, node: int) -> bool:
    finite = [child for child in tree.children(node, "aux", "cop") if tree.has(child, "VerbForm=Fin")]
    return tree.has(finite[0] if finite else node, "Tense=Pres")


def _looks_ahead(tree: Tree, above: int) -> bool:
    """Whether the main clause speaks of what is to come; one in the present may tell of what is usual."""
    if tree.has_auxiliary(above, "will", "would", "may", "shall", "could"):
        return True
    return tree.has(above, "VerbForm=Inf") or tree.lemmas[above] in ("plan", "intend", "want", "hope", "expect")


def without(tree: Tree, above: int, reading: Reading, words: FactualityWords) -> None:
    """ "Hardly a day passes without them beating somebody": twice no is yes."""
    subjects = tree.children(above, "nsubj")
    inner = [child for subject in subjects for child in (*tree.below[subject], subject)]
    negators = words.lists["negators"]
    if is_negated(tree, above, words) or any(tree.lemmas[child] in negators for child in inner):
        reading.negative = False


def is_new(tree: Tree, node: int) -> bool:
    """Whether a noun is new to the reader: "a trial", "trial", but not "the trial"."""
    return not any(
        tree.lemmas[child] in ("the", "this", "that", "these", "those") or tree.tokens[child].relation == "nmod:poss"
        for child in tree.below[node]
    )


def is_perfect_now(tree: Tree, node: int) -> bool:
    """ "Has begun withdrawing"."""
    return tree.has_auxiliary(node, "has", "have")


def would(tree: Tree, verb: int, reading: Reading) -> None:
    """ "Would welcome talks", "it would be wrong to recognise it": nobody has done it, also in a report."""
    if tree.has_auxiliary(verb, "would") and reading.time == "future":
        reading.mood = reading.mood or "conditional"


def is_near(tree: Tree, above: int, words: FactualityWords) -> bool:
    """ "Is on the verge of cutting ties", "is close to signing": not yet; in the past it was not done after all."""
    if tree.lemmas[above] not in words.lists["near"]:
        return False
    return any(tree.has(child, "Tense=Pres") for child in tree.children(above, "cop", "aux"))


def is_of_anyone(tree: Tree, node: int, reading: Reading, words: FactualityWords) -> bool:
    """ "Anyone who insults the king is jailed", "those who attack will pay": nobody is said to have done it."""
    noun = tree.head(node)
    if noun is None or tree.tokens[node].relation != "acl:relcl" or reading.negative or reading.mood is not None:
        return False
    if tree.lemmas[noun] in words.lists["anyone"] or any(tree.lemmas[child] == "any" for child in tree.below[noun]):
        return True
    verb = tree.head(noun)
    modals = [] if verb is None else [tree.lemmas[child] for child in tree.children(verb, "aux")]
    return tree.forms[noun] == "those" and any(modal in words.modals for modal in modals)


def is_to_end(tree: Tree, node: int, above: int, reading: Reading, words: FactualityWords) -> bool:
    """ "Called for an end to the raids", "must stop the killing": what is to stop goes on."""
    if reading.negative or reading.mood or reading.certainty or tree.lemmas[above] not in words.lists["to_stop"]:
        return False
    if tree.is_verb(above):
        wished = tree.has(above, "VerbForm=Inf") and not tree.has_auxiliary(above, "did", "does", "do")
        return wished and tree.relations[node] in ("obj", "xcomp")
    if tree.relations[node] != "nmod" or not {"to", "of", "in"} & set(tree.cases(node)):
        return False
    verb = tree.head(above)
    if verb is None or tree.relations[above] not in ("obj", "obl", "nmod"):
        return False
    operator = words.operator(tree.tokens[verb].pos, tree.lemmas[verb])
    return operator is not None and operator.mood in ("desired", "requested", "promised")


def is_performed(tree: Tree, above: int, event_type: str, words: FactualityWords) -> bool:
    """ "I want to thank you", "we would like to apologise": said by saying that one would."""
    if event_type not in SAID or tree.lemmas[above] not in words.lists["performing"]:
        return False
    if tree.lemmas[above] == "like" and not tree.has_auxiliary(above, "would", "'d"):
        return False
    return any(tree.forms[child] in ("i", "we") for child in tree.children(above, "nsubj"))


def says_no(frame: Frame, words: FactualityWords) -> bool:
    """ "Would not commit", "will not accept": where the "not" is part of the act, it was said."""
    tree = frame.tree
    if not any(tree.lemmas[word] in words.lists["negators"] or tree.forms[word] == "n't" for word in frame.words):
        return False
    return is_willed(frame) and not has_condition(tree, frame.head, words.lists["conditions"])


def is_willed(frame: Frame) -> bool:
    """Whether a verb, or the light verb of a noun, stands after "will": "will not meet", "would make no promise"."""
    verb = frame.head if frame.light is None else frame.light
    return frame.tree.has_auxiliary(verb, "will", "would", "wo", "shall", "'ll", "'d")


def is_rule(tree: Tree, node: int, words: FactualityWords) -> bool:
    """ "The law bans it", "the constitution obliges them to": what holds for whoever comes under it."""
    subject = tree.child(node, "nsubj")
    if subject is None or tree.lemmas[subject] not in words.lists["laws"] or tree.passive(node):
        return False
    return tree.is_verb(node) and tree.has(node, "Tense=Pres") and tree.has(node, "VerbForm=Fin")


def is_relative(tree: Tree, node: int) -> bool:
    """ "The minister, who resigned on Friday, had promised": told, whatever the tree takes the clause for."""
    return any(tree.forms[child] in ("who", "which") for child in tree.children(node, "nsubj"))
