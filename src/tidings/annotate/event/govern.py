"""What a word that governs an act says of it: a hope, a promise, a denial, hearsay."""

from __future__ import annotations

from tidings.annotate.event.negation import is_negated
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.rules import HOSTILE
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator

#: Acts of speech against somebody stay said when they are rejected: "dismissed the criticism".
STAYS_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "PROTEST", "REJECT"})
#: Acts of speech that a gathering, a letter, a summons already makes: "summoned the envoy to protest".
SAID_SO = STAYS_SAID - {"THREATEN"}
#: Acts that an announcement alone does not bring about.
TO_BE_DONE = frozenset({"RETREAT", "AID", "MOBILIZE", "CONSULT", "COOPERATE", "COERCE", "ASSAULT"})
#: Acts that one threatens with.
HARM = HOSTILE | {"REJECT"}


def govern(
    tree: Tree, above: int, node: int, reading: Reading, event_type: str, words: FactualityWords, noun: bool = False
) -> bool:
    """Apply the governing word's operator; whether it had one."""
    pos, lemma = tree.tokens[above].pos, tree.lemmas[above]
    if pos == "VERB" and tree.passive(above) and lemma in words.lists["hearsay"] and not noun:
        reading.apply(Operator(certainty="possible" if lemma == "rumour" else "probable"))
        perfect = any(tree.lemmas[child] == "have" for child in tree.children(node, "aux"))
        reading.time = reading.time or ("past" if perfect else "ongoing")
        return True
    if lemma in words.lists["naming"] and any(not tree.is_verb(name) for name in tree.children(above, "xcomp")):
        return True  # "called the raid a crime", "considered the deal acceptable"
    if lemma in words.lists["letting"] and not noun and _is_past(tree, above):
        return True
    if lemma == "let" and tree.child(above, "nsubj") is None and set(tree.forms[above + 1 : above + 2]) & {"us", "me"}:
        reading.apply(Operator(mood="requested", time="future"))  # "let us talk"
        return True
    if lemma == "about":
        return _govern_about(tree, above, reading)
    if pos == "VERB" and any(tree.lemmas[child] in words.lists["vainly"] for child in tree.below[above]):
        reading.settle(negative=True)
        return True
    foreseen = lemma in words.lists["foreseen"] and tree.child(above, "compound") is None  # "was set up to"
    if pos == "VERB" and tree.passive(above) and foreseen:
        reading.apply(Operator(certainty="probable", time="future", mood=None))
        reading.planned = False  # "is not expected to" leaves a doubt, "does not plan to" none
        reading.mood = reading.mood or "desired" if lemma == "require" else reading.mood
        return True
    if lemma in ("be", "go", "have") and not noun and pos in ("VERB", "AUX"):
        return _govern_periphrasis(tree, above, lemma, reading)
    if noun and lemma in words.lists["announcing"] and tree.lemmas[node] in words.lists["over"]:
        return True
    if noun and lemma in words.lists["announcing"] and event_type in TO_BE_DONE:
        reading.time = "future"
        return True
    operator = _operator(tree, above, node, noun, words)
    if operator is not None and operator.flips and operator.time == "future" and is_negated(tree, above, words):
        operator = Operator(flips=True, certainty="possible", time="future")  # "has not ruled out closing"
    if operator is None or (
        noun
        and operator.flips
        and event_type in STAYS_SAID
        and lemma not in ("deny", "avoid")
        and operator.time is None
    ):
        return operator is not None
    reading.apply(operator)
    return True


def _is_past(tree: Tree, word: int) -> bool:
    """Whether a verb, or the copula of an adjective, tells of the past: "were able to leave"."""
    return any(tree.has(one, "Tense=Past") for one in (word, *tree.children(word, "cop")))


def _operator(tree: Tree, above: int, node: int, noun: bool, words: FactualityWords) -> Operator | None:
    """That of the verb with its particle, or with the preposition before the act, else that of the bare word."""
    pos, lemma = tree.tokens[above].pos, tree.lemmas[above]
    particles = [tree.lemmas[child] for child in tree.children(above, "compound", "advmod") if child > above]
    for more in (*particles, *tree.cases(node)):
        operator = words.operator(pos, f"{lemma} {more}")
        if operator is not None:
            return operator
    operator = words.operator("NOUN" if pos == "PROPN" else pos, lemma)
    if operator is None and pos == "VERB" and not noun and tree.passive(above):
        return words.operator("ADJ", tree.forms[above])
    return operator


def _govern_about(tree: Tree, about: int, reading: Reading) -> bool:
    """ "Were about to storm it when they gave up": they did not; "are about to" is still to come."""
    past = any(tree.has(child, "Tense=Past") for child in tree.children(about, "cop", "aux"))
    if past:
        reading.settle(negative=True)
    else:
        reading.apply(Operator(certainty="probable", time="future"))
    return True


def _govern_periphrasis(tree: Tree, verb: int, lemma: str, reading: Reading) -> bool:
    """ "Is to visit", "is going to visit", "has to withdraw", "has yet to withdraw"."""
    if lemma == "have" and any(tree.lemmas[child] == "yet" for child in tree.children(verb, "advmod")):
        reading.settle(negative=True)
        return True
    if lemma == "have" and tree.has(verb, "Tense=Past"):
        return True
    if lemma == "have":
        reading.apply(Operator(mood="desired", time="future"))
    elif lemma == "be" or tree.forms[verb] == "going":
        reading.apply(Operator(certainty="probable", time="future"))
    else:
        return False
    return True


def warned(tree: Tree, node: int, above: int, event_type: str, reading: Reading) -> bool:
    """Whether a warning is a threat: it speaks of harm to come, done by whoever warns."""
    if tree.lemmas[above] not in ("warn", "warning") or event_type not in HARM or reading.certainty == "possible":
        return False
    if reading.time != "future" or not _is_own_threat(tree, node):
        return False
    reading.mood = "threatened"
    return True


def _is_own_threat(tree: Tree, node: int) -> bool:
    """ "Warned that it would strike back", "warned that looters would be shot": done by whoever warns."""
    subject = tree.child(node, "nsubj")
    return tree.passive(node) or (subject is not None and tree.tokens[subject].pos == "PRON")
