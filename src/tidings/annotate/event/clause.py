"""What a clause itself says of whether its act took place: negation, adverbs, modals, tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator, load_factuality
from tidings.record import Factuality, ZoneKind


@dataclass(slots=True)
class Reading:
    """What the climb has gathered so far; None is not yet said."""

    negative: bool = False
    certainty: str | None = None
    time: str | None = None
    mood: str | None = None
    planned: bool = False
    conditioned: bool = False
    purpose: bool = False
    settled: bool = False

    def apply(self, operator: Operator, flips: bool = True) -> None:
        """Take in a governing word; what an inner word said stands, save that doubt outweighs certainty."""
        if operator.flips and flips:
            self.negative = not self.negative
            if self.planned:  # a plot that was foiled is over
                self.certainty, self.time, self.planned = operator.certainty, operator.time or "past", False
        elif self.certainty is None and operator.certainty == "probable" and operator.time == "future":
            self.planned = True
        self.certainty = self.certainty or operator.certainty
        self.time = operator.time if operator.time == "future" and self.time != "past" else self.time or operator.time
        self.mood = self.mood or operator.mood

    def result(self) -> Factuality:
        """The reading with what is still unsaid filled in: certain, past, asserted."""
        if self.negative and self.conditioned and (self.mood, self.time) == ("conditional", "past"):
            return Factuality()  # "there would have been no war if they had listened": there was
        certainty = "certain" if self.negative and self.planned else self.certainty
        return Factuality(
            polarity="negative" if self.negative else "positive",
            certainty=certainty or "certain",
            time=self.time or "past",
            mood=self.mood or ("conditional" if self.conditioned and self.time == "future" else "asserted"),
        )

    def settle(self, negative: bool, time: str = "past") -> None:
        """What became of it is told: it was done, or it was not."""
        self.negative, self.certainty, self.time, self.mood = negative, "certain", time, "asserted"
        self.settled = True


def own(tree: Tree, node: int, reading: Reading, words: FactualityWords, skip: Sequence[int] = ()) -> None:
    """Negation, adverbs, modals and tense at one word; `skip` are words of the trigger itself ("said no")."""
    lists = words.lists
    for child in tree.below[node]:
        if child in skip:
            continue
        lemma, relation = tree.lemmas[child], tree.relations[child]
        if relation in ("advmod", "det", "cc", "case", "mark") and negates(tree, child, lists["negators"]):
            if not _before_infinitive(tree, node, child):
                reading.negative = not reading.negative
        elif relation == "mark" and lemma in lists["conditions"]:
            reading.mood = reading.mood or "conditional"
            if tree.relations[node] in ("ccomp", "csubj", "acl"):
                reading.certainty = reading.certainty or "possible"
        elif relation == "advmod" and tree.forms[child - 1 : child + 1] == ("no", "longer"):
            reading.negative = not reading.negative
        elif relation == "advmod":
            _adverb(lemma, reading, words)
        elif relation == "aux" and lemma in words.modals:
            modal(tree, node, words.modals[lemma], reading)
        elif relation == "amod" and not tree.is_verb(node):
            operator = words.operator("ADJ", lemma) or (words.operator("ADJ", tree.forms[child]))
            begun = tree.lemmas[node] in lists["undertaken"] and (lists["came_to_nothing"] & {lemma, tree.forms[child]})
            if operator is not None and not begun:
                reading.apply(operator)
        elif relation == "obl" and lemma in lists["at_no"] and tree.children(child, "det"):
            reading.negative ^= any(tree.lemmas[word] in lists["negators"] for word in tree.children(child, "det"))
    above = tree.head(node)
    if above is not None and tree.has(node, "VerbForm=Inf"):
        late = [child for child in tree.children(above, "advmod") if _before_infinitive(tree, above, child)]
        if any(child < node and negates(tree, child, lists["negators"]) for child in late):
            reading.negative = not reading.negative
    if tree.has(node, "Mood=Imp"):
        reading.apply(Operator(mood="requested", time="future"))
    to_be(tree, node, reading, words)
    reading.conditioned = reading.conditioned or has_condition(tree, node, lists["conditions"])
    tense(tree, node, reading)


def _before_infinitive(tree: Tree, verb: int, child: int) -> bool:
    """ "Swore never to return": the negation is that of the infinitive."""
    return verb < child < len(tree.forms) - 2 and tree.forms[child + 1] == "to"


def is_infinitive(tree: Tree, node: int) -> bool:
    """ "To free", and "to be freed", whose form is that of a participle."""
    marked = any(tree.forms[child] == "to" for child in tree.children(node, "mark"))
    return tree.has(node, "VerbForm=Inf") or (marked and tree.passive(node))


def has_condition(tree: Tree, node: int, marks: frozenset[str]) -> bool:
    """Whether a clause holds only if another does: "unless they are freed, ...", "should they cross, ..."."""
    for clause in tree.children(node, "advcl"):
        if any(tree.lemmas[child] in marks - {"whether"} for child in tree.children(clause, "mark", "advmod")):
            return True
        if is_inverted(tree, clause):
            return True
    return False


def is_inverted(tree: Tree, clause: int) -> bool:
    """ "Should they cross", "had they listened": a condition without "if"."""
    first = tree.child(clause, "aux")
    subject = tree.child(clause, "nsubj")
    if first is None or subject is None or tree.relations[clause] != "advcl" or tree.child(clause, "mark") is not None:
        return False
    return first < subject and tree.forms[first] in ("should", "had", "were")


def to_be(tree: Tree, node: int, reading: Reading, words: FactualityWords) -> None:
    """ "Are to sign", "was to have sentenced", "the task is to bring": the form of "be" stands before "to"."""
    marks = [child for child in tree.children(node, "mark") if tree.forms[child] == "to"]
    if marks and any(tree.lemmas[child] in words.lists["hearsay"] for child in range(max(0, marks[0] - 1), marks[0])):
        reading.apply(Operator(certainty="probable"))  # "is said to have threatened them", where "said" hangs below
        return
    forms = [child for child in tree.children(node, "aux", "cop") if tree.lemmas[child] == "be"]
    if not marks or not forms or forms[0] > marks[0]:
        return
    if any(tree.lemmas[child] == "have" for child in tree.children(node, "aux")):
        reading.negative, reading.time = not reading.negative, "past"
    elif any(tree.lemmas[child] == "yet" and child < marks[0] for child in tree.children(node, "advmod")):
        reading.settle(negative=True)
    elif any(tree.lemmas[child] in words.lists["tasks"] for child in tree.children(node, "nsubj")):
        reading.apply(Operator(time="future", mood="desired"))
    else:
        reading.apply(Operator(certainty="probable", time="future"))


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
    return after not in load_factuality().lists["not_negated"]


def _adverb(lemma: str, reading: Reading, words: FactualityWords) -> None:
    if lemma in words.lists["nearly"]:
        reading.negative = not reading.negative
    elif lemma in words.lists["reports"] or lemma in words.lists["likely"]:
        reading.certainty = reading.certainty or "probable"
    elif lemma in words.lists["perhaps"]:
        reading.certainty = "possible"


def modal(tree: Tree, node: int, kind: str, reading: Reading) -> None:
    perfect = any(tree.lemmas[child] == "have" for child in tree.children(node, "aux"))
    if kind == "conditional" and _is_habit(tree, node):
        reading.time = reading.time or "past"
        return
    denied = any(tree.forms[child] in ("not", "n't", "never") for child in tree.children(node, "advmod"))
    aux = {tree.lemmas[child] for child in tree.children(node, "aux")}
    if kind == "possible" and denied and not perfect and aux & {"can", "could"}:
        reading.time = reading.time or ("past" if "could" in aux else "future")  # it was not possible, so not done
        return
    if kind == "possible":
        reading.certainty = "possible"
        reading.mood = reading.mood if perfect else reading.mood or "conditional"
    elif kind == "desired":
        reading.mood = reading.mood or "desired"
    elif kind == "conditional" and (perfect or tree.tokens[node].relation not in ("ccomp", "acl")):
        reading.mood = reading.mood or "conditional"
    reading.time = "past" if perfect and kind != "future" else reading.time or "future"


def _is_habit(tree: Tree, node: int) -> bool:
    """ "Would sometimes kill", "would visit them every autumn": told of what was done again and again."""
    habitual = load_factuality().lists["habitual"]
    if any(tree.lemmas[child] in habitual for child in tree.children(node, "advmod")):
        return True
    return any("every" in tree.forms[child - 1 : child] for child in tree.children(node, "obl"))


def tense(tree: Tree, node: int, reading: Reading) -> None:
    """The time of a finite clause, of a participle, or of the copula of a noun or adjective."""
    if reading.time is None:
        reading.time = _tense(tree, node)


def _tense(tree: Tree, node: int) -> str | None:
    auxiliaries = tree.children(node, "aux")
    if any(tree.lemmas[child] == "have" for child in auxiliaries):
        progressive = tree.has(node, "VerbForm=Ger") or tree.forms[node].endswith("ing")
        return "ongoing" if progressive or _lasting(tree, node, auxiliaries) else "past"
    carriers = [child for child in (*auxiliaries, *tree.children(node, "cop")) if tree.has(child, "VerbForm=Fin")]
    if carriers:
        return _of_finite(tree, carriers[0], tree.passive(node))
    if any(tree.has(child, "VerbForm=Inf") for child in auxiliaries):
        return None  # "to be released"
    if not tree.is_verb(node):
        return None
    if tree.has(node, "VerbForm=Fin"):
        return _of_finite(tree, node, False)
    if tree.has(node, "VerbForm=Inf") and tree.forms[node] != tree.lemmas[node] and tree.forms[node].endswith("s"):
        return "past" if tree.headline else "ongoing"  # "supplies", where the tagger took it for an infinitive
    if tree.has(node, "VerbForm=Inf"):
        return "future" if tree.relations[node] == "root" else None
    bare = tree.relations[node] == "xcomp"  # "wants the ban lifted"
    return "past" if tree.has(node, "Tense=Past") and not bare else None


def _lasting(tree: Tree, node: int, auxiliaries: Sequence[int]) -> bool:
    """ "Have fought for decades", "has been closed since May"."""
    if not any(tree.forms[child] in ("has", "have", "'ve", "'s") for child in auxiliaries):
        return False
    if any(tree.lemmas[child] in ("not", "n't", "never", "none") for child in tree.below[node]):
        return False
    for child in tree.children(node, "obl", "advmod", "advcl"):
        cases = tree.cases(child)
        if "for" in cases and tree.lemmas[child] in load_factuality().lists["spans"]:
            return True
        if tree.lemmas[node] in load_factuality().lists["lasting"] and (
            "since" in cases or tree.forms[child] == "since"
        ):
            return True
    return False


def _of_finite(tree: Tree, verb: int, passive: bool) -> str | None:
    if tree.has(verb, "Tense=Past"):
        return "past"
    if not tree.has(verb, "Tense=Pres"):
        return None
    form = tree.forms[verb]
    if tree.tokens[verb].pos == "VERB" and form != tree.lemmas[verb] and not form.endswith(("s", "ing", "'")):
        return "past"  # "forgave", where the tagger took it for a present
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
            if any(tree.lemmas[index] in negators for index in beneath) and not _excepts(tree, child):
                reading.negative = not reading.negative
                return


def _excepts(tree: Tree, index: int) -> bool:
    """ "No one but the rebels": somebody after all."""
    after = tree.forms[index + 1 : index + 3]
    return bool({"but", "except", "save"} & set(after[:1])) or after == ("other", "than")


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
    if is_negated(tree, node, words):
        reading.negative = not reading.negative


def is_negated(tree: Tree, node: int, words: FactualityWords) -> bool:
    """Whether a word is negated by an adverb, a noun by "no", a verb by its subject ("nothing suggests")."""
    negators = words.lists["negators"]
    beside = [child for child in tree.children(node, "advmod", "det") if not _before_infinitive(tree, node, child)]
    if tree.is_verb(node):
        beside += [child for child in tree.children(node, "nsubj") if tree.tokens[child].pos == "PRON"]
    return any(negates(tree, child, negators) for child in beside)
