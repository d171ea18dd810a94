"""What a clause itself says of whether its act took place: negation, adverbs, modals, tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator
from tidings.record import Factuality, ZoneKind


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


def own(tree: Tree, node: int, reading: Reading, words: FactualityWords, skip: Sequence[int] = ()) -> None:
    """Negation, adverbs, modals and tense at one word; `skip` are words of the trigger itself ("said no")."""
    lists = words.lists
    for child in tree.below[node]:
        if child in skip:
            continue
        lemma, relation = tree.lemmas[child], tree.relations[child]
        if relation in ("advmod", "det", "cc", "case", "mark") and negates(tree, child, lists["negators"]):
            reading.negative = not reading.negative
        elif relation == "mark" and lemma in lists["conditions"]:
            reading.mood = reading.mood or "conditional"
        elif relation == "advmod":
            _adverb(lemma, reading, words)
        elif relation == "aux" and lemma in words.modals:
            modal(tree, node, words.modals[lemma], reading)
        elif relation == "amod" and not tree.is_verb(node):
            operator = words.operator("ADJ", lemma) or (words.operator("ADJ", tree.forms[child]))
            if operator is not None:
                reading.apply(operator)
    if tree.has(node, "Mood=Imp"):
        reading.apply(Operator(mood="requested", time="future"))
    tense(tree, node, reading)


def lent(tree: Tree, above: int, reading: Reading, words: FactualityWords) -> None:
    """What a bare participle or second verb takes over from the clause it leans on: modals and tense."""
    for child in tree.children(above, "aux"):
        if tree.lemmas[child] in words.modals:
            modal(tree, above, words.modals[tree.lemmas[child]], reading)
    tense(tree, above, reading)


def negates(tree: Tree, child: int, negators: frozenset[str]) -> bool:
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


def modal(tree: Tree, node: int, kind: str, reading: Reading) -> None:
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


def negated_sides(frame: Frame, reading: Reading, words: FactualityWords) -> None:
    """ "No country condemned", "conceded nothing": the negation stands on a participant."""
    tree, negators = frame.tree, words.lists["negators"]
    hosts = frame.words if frame.light is None else (*frame.words, frame.light)
    for host in hosts:
        for child in tree.children(host, "nsubj", "obj"):
            if child in hosts:
                continue
            beneath = [child, *tree.children(child, "det", "cc")]
            if any(tree.lemmas[index] in negators for index in beneath):
                reading.negative = not reading.negative
                return


def has_future_date(frame: Frame, published: date | None) -> bool:
    """Whether the act is given a day after the report: "talks on Thursday" told on a Tuesday."""
    if published is None:
        return False
    tree = frame.tree
    hosts: Sequence[int] = frame.words if frame.light is None else (*frame.words, frame.light)
    dates = [tree.times[child] for host in hosts for child in tree.below[host] if child in tree.times]
    return any(timex.earliest is not None and timex.earliest > published for timex in dates)


def is_polar_question(tree: Tree, node: int) -> bool:
    last = tree.tokens[-1]
    if tree.relations[node] != "root" or tree.forms[-1] not in ("?", '?"', "?”") or last.pos != "PUNCT":
        return False
    return not any("PronType=Int" in token.features for token in tree.tokens)


def own_negation(tree: Tree, node: int, reading: Reading, words: FactualityWords) -> None:
    if any(negates(tree, child, words.lists["negators"]) for child in tree.children(node, "advmod")):
        reading.negative = not reading.negative
