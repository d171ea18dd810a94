"""Whether an act took place: read from its clause and from every word that governs it, outwards.

The climb starts at the trigger, takes in negation, modals and tense of its clause, then goes up the tree. At each step
the word above may turn the act into a hope, a promise, a denial (`data/languages/en/factuality.yaml`), until a clause
that stands by itself, a relative clause or an utterance ends it: what is said there is asserted, on somebody's word.
"""

from __future__ import annotations

from datetime import date

from tidings.annotate.event.clause import (
    Reading,
    has_future_date,
    is_polar_question,
    lent,
    negated_sides,
    own,
    own_negation,
    tense,
)
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator
from tidings.record import Factuality

#: Acts of speech against somebody stay said when they are rejected: "dismissed the criticism".
STAYS_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "PROTEST", "REJECT"})
#: Acts that an announcement alone does not bring about.
TO_BE_DONE = frozenset({"RETREAT", "AID", "MOBILIZE", "CONSULT", "COOPERATE", "COERCE", "ASSAULT"})
#: After these prepositions stands what a verb or noun hopes for, plans, denies.
OBJECT_LIKE = frozenset(
    {"for", "to", "of", "about", "from", "with", "toward", "towards", "into", "against", "on", "in"}
)
#: Words after which that holds of "on", "in" and "against" too; elsewhere these tell of places and topics.
ON_IN = frozenset(
    {"insist", "agree", "decide", "vote", "plan", "deal", "agreement", "talk", "ban", "fail", "moratorium", "failure"}
    | {"accord", "decision", "interest", "discussion", "proposal", "consensus"}
)
#: Verbs that ask with an infinitive and tell with a clause: "told them to leave", "told them that it had left".
TOLD_THAT = frozenset({"tell", "remind", "advise", "caution", "persuade", "convince"})
#: "Two billion euros in aid" are aid, and so is a package or a round of it.
AMOUNTS = frozenset(
    {"euro", "dollar", "pound", "yen", "yuan", "million", "billion", "package", "round", "series", "wave", "number"}
    | {"amount", "ton", "tonne", "tranche", "form", "kind", "sort", "type", "us$", "$", "€", "£"}
)
LONGEST_CLIMB = 12


def factuality(frame: Frame, event_type: str, words: FactualityWords, published: date | None) -> Factuality:
    """Whether the event of a trigger took place, as the sentence tells it."""
    tree, reading, node = frame.tree, Reading(), frame.head
    if has_future_date(frame, published):
        reading.time = "future"
    own(tree, node, reading, words, frame.words)
    negated_sides(frame, reading, words)
    if frame.light is not None and not tree.is_verb(node):
        node = _under_light_verb(frame, reading, event_type, words)
    for _ in range(LONGEST_CLIMB):
        above = _step(tree, node, reading, event_type, words)
        if above is None:
            break
        node = above
    if reading.mood is None and is_polar_question(tree, node):
        reading.mood = "conditional"
    return reading.result()


def _under_light_verb(frame: Frame, reading: Reading, event_type: str, words: FactualityWords) -> int:
    """The noun shares the fate of its light verb: negation, modal, tense; "threatened an attack" is a threat."""
    tree, verb = frame.tree, frame.light
    assert verb is not None
    _govern(tree, verb, reading, event_type, words, noun=True)
    own(tree, verb, reading, words)
    return verb


def _step(tree: Tree, node: int, reading: Reading, event_type: str, words: FactualityWords) -> int | None:
    """Take in what governs a word; the word to go on from, or None where the climb ends."""
    above = tree.head(node)
    if above is None:
        return None
    base, relation = tree.relations[node], tree.tokens[node].relation
    if base == "conj":
        return _from_conjunct(tree, node, above, reading, words)
    if relation in ("acl:relcl", "advcl:relcl") or base in ("parataxis", "appos", "list", "dislocated"):
        return None
    if base == "xcomp":
        if tree.lemmas[above] not in ("have", "get", "make") or tree.child(above, "obj") is None:
            _govern(tree, above, reading, event_type, words)
        own(tree, above, reading, words)
        return above
    if base in ("ccomp", "csubj"):
        return _from_complement(tree, node, above, reading, event_type, words)
    if base == "advcl":
        return _from_adverbial(tree, node, above, reading, event_type, words)
    if base == "acl":
        return _from_noun_clause(tree, node, above, reading, event_type, words)
    if tree.is_verb(node):
        return None
    return _from_noun(tree, node, above, reading, event_type, words)


def _govern(
    tree: Tree, above: int, reading: Reading, event_type: str, words: FactualityWords, noun: bool = False
) -> bool:
    """Apply the governing word's operator; whether it had one."""
    pos, lemma = tree.tokens[above].pos, tree.lemmas[above]
    if pos == "VERB" and tree.passive(above) and lemma in words.lists["foreseen"]:
        reading.apply(Operator(certainty="probable", time="future", mood=None))
        reading.mood = reading.mood or "desired" if lemma == "require" else reading.mood
        return True
    if lemma in ("be", "go", "have") and not noun and pos in ("VERB", "AUX"):
        return _govern_periphrasis(tree, above, lemma, reading)
    if noun and lemma in words.lists["announcing"] and event_type in TO_BE_DONE:
        reading.time = "future"
        return True
    operator = words.operator("NOUN" if pos == "PROPN" else pos, lemma) or (
        words.operator("ADJ", tree.forms[above]) if pos == "VERB" and not noun and tree.passive(above) else None
    )
    if operator is None or (noun and operator.flips and event_type in STAYS_SAID and lemma not in ("deny", "avoid")):
        return operator is not None
    reading.apply(operator)
    return True


def _govern_periphrasis(tree: Tree, verb: int, lemma: str, reading: Reading) -> bool:
    """ "Is to visit", "is going to visit", "has to withdraw"."""
    if lemma == "have" and tree.has(verb, "Tense=Past"):
        return True
    if lemma == "have":
        reading.apply(Operator(mood="desired", time="future"))
    elif lemma == "be" or tree.forms[verb] == "going":
        reading.apply(Operator(certainty="probable", time="future"))
    else:
        return False
    return True


def _from_conjunct(tree: Tree, node: int, above: int, reading: Reading, words: FactualityWords) -> int | None:
    """A bare second verb shares the auxiliaries of the first: "will meet and discuss"."""
    if tree.is_verb(node) != tree.is_verb(above):
        return None
    own = tree.children(node, "aux", "nsubj", "cop")
    if tree.is_verb(node) and not own and (not tree.has(node, "VerbForm=Fin") or tree.has(node, "Tense=Pres")):
        lent(tree, above, reading, words)
    if tree.is_verb(node) and tree.child(node, "nsubj") is not None and tree.relations[above] not in ("ccomp", "advcl"):
        return None
    return above


def _from_complement(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    """ "Hopes the rebels will withdraw"; a verb of saying ends the climb: what was said stands on its source's word."""
    if _marked(tree, node, words.lists["conditions"]):
        reading.mood = reading.mood or "conditional"
    if tree.lemmas[above] in TOLD_THAT or not _govern(tree, above, reading, event_type, words):
        return None
    own(tree, above, Reading() if reading.time else reading, words)
    own_negation(tree, above, reading, words)
    return above


def _marked(tree: Tree, node: int, marks: frozenset[str]) -> bool:
    return any(tree.lemmas[child] in marks for child in tree.children(node, "mark")) or any(
        case in marks for case in tree.cases(node)
    )


def _from_adverbial(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    cases = set(tree.cases(node))
    if _marked(tree, node, words.lists["conditions"]) or "if" in cases:
        reading.mood = reading.mood or "conditional"
        return None
    if tree.has(node, "VerbForm=Inf") and not tree.child(node, "aux"):
        if tree.lemmas[above] in words.lists["fulfilled"]:
            lent(tree, above, reading, words)
        elif not _govern(tree, above, reading, event_type, words):
            reading.apply(Operator(mood="desired", time="future"))
        return above
    if cases & {"from", "of", "into", "for", "to", "with", "about", "on", "against"}:
        _govern(tree, above, reading, event_type, words)
        own(tree, above, reading, words)
        return above
    if "until" in cases and reading.time != "past":
        reading.mood = reading.mood or "conditional"
    if not tree.has(node, "VerbForm=Fin") and tree.child(node, "aux") is None:
        lent(tree, above, reading, words)
        return above if tree.child(node, "mark", "nsubj", "case") is None else None
    tense(tree, above, reading)
    return None


def _from_noun_clause(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    """ "A plan to attack", "the threat of attacking"; a participle that describes a noun is a fact."""
    if not tree.has(node, "VerbForm=Inf") and not tree.cases(node):
        reading.time = reading.time or _present_participle_time(tree, node)
        return None
    ordinals = words.lists["ordinal"]
    if tree.lemmas[above] in ordinals or any(tree.lemmas[child] in ordinals for child in tree.children(above, "amod")):
        return above
    if not _govern(tree, above, reading, event_type, words):
        if tree.has(node, "VerbForm=Inf"):
            reading.apply(Operator(mood="desired", time="future"))
        return None
    own_negation(tree, above, reading, words)
    return above


def _present_participle_time(tree: Tree, node: int) -> str | None:
    return "ongoing" if tree.has(node, "Tense=Pres") or tree.forms[node].endswith("ing") else None


def _from_noun(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    """An event noun under a verb or another noun: "denied the attack", "calls for talks", "talks will resume"."""
    relation, base = tree.tokens[node].relation, tree.relations[node]
    if relation == "nsubj" and tree.is_verb(above) and not tree.passive(above):
        if tree.lemmas[above] not in words.lists["occurrence"]:
            return None
        own(tree, above, reading, words)
        return above
    if base in ("obj", "nsubj") and tree.is_verb(above):
        if _govern(tree, above, reading, event_type, words, noun=True):
            own(tree, above, reading, words)
            return above
        return None
    if base == "nmod" and tree.lemmas[above] in AMOUNTS and {"in", "of"} & set(tree.cases(node)):
        return above
    if base in ("obl", "nmod") and _object_like(tree, node, above):
        before = (reading.mood, reading.certainty, reading.negative)
        if _govern(tree, above, reading, event_type, words, noun=True):
            return above if before != (reading.mood, reading.certainty, reading.negative) else None
    if base == "obl" and event_type == "CONSULT" and {"on", "for", "during"} & set(tree.cases(node)):
        lent(tree, above, reading, words)
        return above
    if base == "compound" and _govern(tree, above, reading, event_type, words, noun=True):
        return above
    return None


def _object_like(tree: Tree, node: int, above: int) -> bool:
    cases = OBJECT_LIKE.intersection(tree.cases(node))
    if cases & {"on", "in", "against"} and tree.lemmas[above] not in ON_IN:
        return False
    return bool(cases)
