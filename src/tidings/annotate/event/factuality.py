"""Whether an act took place: read from its clause and from every word that governs it, outwards.

The climb starts at the trigger, takes in negation, modals and tense of its clause, then goes up the tree. At each step
the word above may turn the act into a hope, a promise, a denial (`data/languages/en/factuality.yaml`), until a clause
that stands by itself, a relative clause or an utterance ends it: what is said there is asserted, on somebody's word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator
from tidings.record import Factuality, ZoneKind

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
LONGEST_CLIMB = 12


@dataclass(slots=True)
class Reading:
    """What the climb has gathered so far; None is not yet said."""

    negative: bool = False
    certainty: str | None = None
    time: str | None = None
    mood: str | None = None

    def apply(self, operator: Operator, flips: bool = True) -> None:
        """Take in a governing word; what an inner word said stands, save that doubt outweighs certainty."""
        if operator.flips and flips:
            self.negative = not self.negative
        self.certainty = self.certainty or operator.certainty
        self.time = operator.time if operator.time == "future" and self.time != "past" else self.time or operator.time
        self.mood = self.mood or operator.mood

    def result(self) -> Factuality:
        """The reading with what is still unsaid filled in: certain, past, asserted."""
        return Factuality(
            polarity="negative" if self.negative else "positive",
            certainty=self.certainty or "certain",
            time=self.time or "past",
            mood=self.mood or "asserted",
        )


def factuality(frame: Frame, event_type: str, words: FactualityWords, published: date | None) -> Factuality:
    """Whether the event of a trigger took place, as the sentence tells it."""
    tree, reading, node = frame.tree, Reading(), frame.head
    if _is_future_date(frame, published):
        reading.time = "future"
    _own(tree, node, reading, words)
    _no_objects(frame, reading, words)
    if frame.light is not None and not tree.is_verb(node):
        node = _under_light_verb(frame, reading, event_type, words)
    for _ in range(LONGEST_CLIMB):
        above = _step(tree, node, reading, event_type, words)
        if above is None:
            break
        node = above
    if reading.mood is None and _is_polar_question(tree, node):
        reading.mood = "conditional"
    return reading.result()


def _under_light_verb(frame: Frame, reading: Reading, event_type: str, words: FactualityWords) -> int:
    """The noun shares the fate of its light verb: negation, modal, tense; "threatened an attack" is a threat."""
    tree, verb = frame.tree, frame.light
    assert verb is not None
    _govern(tree, verb, reading, event_type, words, noun=True)
    _own(tree, verb, reading, words)
    return verb


# Within the clause -------------------------------------------------------------------------------------------------


def _own(tree: Tree, node: int, reading: Reading, words: FactualityWords) -> None:
    """Negation, adverbs, modals and tense at one word."""
    lists = words.lists
    for child in tree.below[node]:
        lemma, relation = tree.lemmas[child], tree.relations[child]
        if relation in ("advmod", "det", "cc", "case", "mark") and _negates(tree, child, lists["negators"]):
            reading.negative = not reading.negative
        elif relation == "advmod":
            _adverb(lemma, reading, words)
        elif relation == "aux" and lemma in words.modals:
            _modal(tree, node, words.modals[lemma], reading)
        elif relation == "amod" and not tree.is_verb(node):
            operator = words.operator("ADJ", lemma) or (words.operator("ADJ", tree.forms[child]))
            if operator is not None:
                reading.apply(operator)
    tense(tree, node, reading)


def _negates(tree: Tree, child: int, negators: frozenset[str]) -> bool:
    if tree.lemmas[child] not in negators and tree.forms[child] not in negators:
        return False
    after = tree.lemmas[child + 1] if child + 1 < len(tree.lemmas) else ""
    return after not in ("only", "just", "merely", "least", "long", "doubt", "matter")


def _adverb(lemma: str, reading: Reading, words: FactualityWords) -> None:
    if lemma in words.lists["nearly"]:
        reading.negative = not reading.negative
    elif lemma in words.lists["reports"] or lemma in words.lists["likely"]:
        reading.certainty = reading.certainty or "probable"
    elif lemma in words.lists["perhaps"]:
        reading.certainty = "possible"


def _modal(tree: Tree, node: int, kind: str, reading: Reading) -> None:
    perfect = any(tree.lemmas[child] == "have" for child in tree.children(node, "aux"))
    if kind == "possible":
        reading.certainty = "possible"
        reading.mood = reading.mood if perfect else reading.mood or "conditional"
    elif kind == "desired":
        reading.mood = reading.mood or "desired"
    elif kind == "conditional" and tree.relations[node] != "ccomp":
        reading.mood = reading.mood or "conditional"
    reading.time = "past" if perfect and kind != "future" else reading.time or "future"


def tense(tree: Tree, node: int, reading: Reading) -> None:
    """The time of a finite clause, of a participle, or of the copula of a noun or adjective."""
    if reading.time is None:
        reading.time = _tense(tree, node)


def _tense(tree: Tree, node: int) -> str | None:
    auxiliaries = tree.children(node, "aux")
    if any(tree.lemmas[child] == "have" for child in auxiliaries):
        progressive = tree.has(node, "VerbForm=Ger") or tree.forms[node].endswith("ing")
        return "ongoing" if progressive else "past"
    carriers = [child for child in (*auxiliaries, *tree.children(node, "cop")) if tree.has(child, "VerbForm=Fin")]
    if carriers:
        return _of_finite(tree, carriers[0], tree.passive(node))
    if not tree.is_verb(node):
        return None
    if tree.has(node, "VerbForm=Fin"):
        return _of_finite(tree, node, False)
    if tree.has(node, "VerbForm=Inf"):
        return "future" if tree.relations[node] == "root" else None
    return "past" if tree.has(node, "Tense=Past") else None


def _of_finite(tree: Tree, verb: int, passive: bool) -> str | None:
    if tree.has(verb, "Tense=Past"):
        return "past"
    if not tree.has(verb, "Tense=Pres"):
        return None
    styled = tree.headline or (tree.zone is ZoneKind.CAPTION and not passive)
    progressive = tree.tokens[verb].pos == "AUX" and tree.lemmas[verb] == "be"
    return "past" if styled and not progressive else "ongoing"


def _no_objects(frame: Frame, reading: Reading, words: FactualityWords) -> None:
    """"No country condemned", "conceded nothing": the negation stands on a participant."""
    tree, negators = frame.tree, words.lists["negators"]
    hosts = frame.words if frame.light is None else (*frame.words, frame.light)
    for host in hosts:
        for child in tree.children(host, "nsubj", "obj"):
            if child in hosts and child == frame.head:
                continue
            beneath = [child, *tree.children(child, "det")]
            if any(tree.lemmas[index] in negators for index in beneath):
                reading.negative = not reading.negative
                return


def _is_future_date(frame: Frame, published: date | None) -> bool:
    """Whether the act is given a day after the report: "talks on Thursday" told on a Tuesday."""
    if published is None:
        return False
    tree = frame.tree
    hosts: Sequence[int] = frame.words if frame.light is None else (*frame.words, frame.light)
    dates = [tree.times[child] for host in hosts for child in tree.below[host] if child in tree.times]
    return any(timex.earliest is not None and timex.earliest > published for timex in dates)


def _is_polar_question(tree: Tree, node: int) -> bool:
    last = tree.tokens[-1]
    if tree.relations[node] != "root" or tree.forms[-1] not in ("?", "?\"", "?”") or last.pos != "PUNCT":
        return False
    return not any("PronType=Int" in token.features for token in tree.tokens)


# Up the tree -------------------------------------------------------------------------------------------------------


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
        _govern(tree, above, reading, event_type, words)
        _own(tree, above, reading, words)
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
    """"Is to visit", "is going to visit", "has to withdraw"."""
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
        auxiliaries = [child for child in tree.children(above, "aux") if tree.lemmas[child] in words.modals]
        for child in auxiliaries:
            _modal(tree, above, words.modals[tree.lemmas[child]], reading)
        tense(tree, above, reading)
    if tree.is_verb(node) and tree.child(node, "nsubj") is not None and tree.relations[above] not in ("ccomp", "advcl"):
        return None
    return above


def _from_complement(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    """"Hopes the rebels will withdraw"; a verb of saying ends the climb: what was said stands on its source's word."""
    if _marked(tree, node, words.lists["conditions"]):
        reading.mood = reading.mood or "conditional"
    if not _govern(tree, above, reading, event_type, words):
        return None
    _own(tree, above, Reading() if reading.time else reading, words)
    _own_negation(tree, above, reading, words)
    return above


def _own_negation(tree: Tree, node: int, reading: Reading, words: FactualityWords) -> None:
    if any(_negates(tree, child, words.lists["negators"]) for child in tree.children(node, "advmod")):
        reading.negative = not reading.negative


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
        if not _govern(tree, above, reading, event_type, words):
            reading.apply(Operator(mood="desired", time="future"))
        return above
    if cases & {"from", "of", "into", "for", "to", "with", "about", "on", "against"}:
        _govern(tree, above, reading, event_type, words)
        _own(tree, above, reading, words)
        return above
    if "until" in cases and reading.time != "past":
        reading.mood = reading.mood or "conditional"
    if tree.child(node, "mark", "nsubj", "aux", "case") is None:
        _own(tree, above, reading, words)
        return above
    tense(tree, above, reading)
    return None


def _from_noun_clause(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    """"A plan to attack", "the threat of attacking"; a participle that describes a noun is a fact."""
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
    _own_negation(tree, above, reading, words)
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
        _own(tree, above, reading, words)
        return above
    if base in ("obj", "nsubj") and tree.is_verb(above):
        if _govern(tree, above, reading, event_type, words, noun=True):
            _own(tree, above, reading, words)
            return above
        return None
    if base in ("obl", "nmod") and _object_like(tree, node, above):
        before = (reading.mood, reading.certainty, reading.negative)
        if _govern(tree, above, reading, event_type, words, noun=True):
            return above if before != (reading.mood, reading.certainty, reading.negative) else None
    if base == "compound" and _govern(tree, above, reading, event_type, words, noun=True):
        return above
    return None


def _object_like(tree: Tree, node: int, above: int) -> bool:
    cases = OBJECT_LIKE.intersection(tree.cases(node))
    if cases & {"on", "in", "against"} and tree.lemmas[above] not in ON_IN:
        return False
    return bool(cases)
