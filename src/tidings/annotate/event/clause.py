"""What a clause itself says of whether its act took place: negation, adverbs, modals, tense."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from tidings.annotate.event.negation import before_infinitive, negates
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.slots import Frame
from tidings.annotate.event.tense import modal, tense
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator


def own(tree: Tree, node: int, reading: Reading, words: FactualityWords, skip: Sequence[int] = ()) -> None:
    """Negation, adverbs, modals and tense at one word; `skip` are words of the trigger itself ("said no")."""
    for child in tree.below[node]:
        if child not in skip:
            _take_in(tree, node, child, reading, words)
    _negated_late(tree, node, reading, words)
    if tree.has(node, "Mood=Imp"):
        reading.apply(Operator(mood="requested", time="future"))
    to_be(tree, node, reading, words)
    reading.conditioned = reading.conditioned or has_condition(tree, node, words.lists["conditions"])
    tense(tree, node, reading)


def _take_in(tree: Tree, node: int, child: int, reading: Reading, words: FactualityWords) -> None:
    """The first rule that is for a word below that of the act reads it."""
    for rule in _RULES:
        if rule(tree, node, child, reading, words):
            return


#: Reads a word below that of the act; whether the rule was for it.
_Rule = Callable[[Tree, int, int, Reading, FactualityWords], bool]


def _negation(tree: Tree, node: int, child: int, reading: Reading, words: FactualityWords) -> bool:
    if tree.relations[child] not in ("advmod", "det", "cc", "case", "mark"):
        return False
    if not negates(tree, child, words.lists["negators"]):
        return False
    if not before_infinitive(tree, node, child):
        reading.negative = not reading.negative
    return True


def _condition(tree: Tree, node: int, child: int, reading: Reading, words: FactualityWords) -> bool:
    """ "If they strike"; "asked if they struck" leaves open whether they did."""
    if tree.relations[child] != "mark" or tree.lemmas[child] not in words.lists["conditions"]:
        return False
    reading.mood = reading.mood or "conditional"
    if tree.relations[node] in ("ccomp", "csubj", "acl"):
        reading.certainty = reading.certainty or "possible"
    return True


def _no_longer(tree: Tree, node: int, child: int, reading: Reading, words: FactualityWords) -> bool:
    if tree.relations[child] != "advmod" or tree.forms[child - 1 : child + 1] != ("no", "longer"):
        return False
    reading.negative = not reading.negative
    return True


def _adverb(tree: Tree, node: int, child: int, reading: Reading, words: FactualityWords) -> bool:
    """ "Nearly signed", "reportedly signed", "perhaps signed"."""
    if tree.relations[child] != "advmod":
        return False
    lemma, lists = tree.lemmas[child], words.lists
    if lemma in lists["nearly"]:
        reading.negative = not reading.negative
    elif lemma in lists["reports"] or lemma in lists["likely"]:
        reading.certainty = reading.certainty or "probable"
    elif lemma in lists["perhaps"]:
        reading.certainty = "possible"
    return True


def _modal(tree: Tree, node: int, child: int, reading: Reading, words: FactualityWords) -> bool:
    if tree.relations[child] != "aux" or tree.lemmas[child] not in words.modals:
        return False
    modal(tree, node, words.modals[tree.lemmas[child]], reading)
    return True


def _adjective(tree: Tree, node: int, child: int, reading: Reading, words: FactualityWords) -> bool:
    """ "A planned raid", "an alleged raid"; a failed coup was undertaken."""
    if tree.relations[child] != "amod" or tree.is_verb(node):
        return False
    forms = {tree.lemmas[child], tree.forms[child]}
    operator = words.operator("ADJ", tree.lemmas[child]) or words.operator("ADJ", tree.forms[child])
    begun = tree.lemmas[node] in words.lists["undertaken"] and words.lists["came_to_nothing"] & forms
    if operator is not None and not begun:
        reading.apply(operator)
    return True


def _at_no_time(tree: Tree, node: int, child: int, reading: Reading, words: FactualityWords) -> bool:
    """ "At no time", "under no circumstances"."""
    if tree.relations[child] != "obl" or tree.lemmas[child] not in words.lists["at_no"]:
        return False
    negators = words.lists["negators"]
    reading.negative ^= any(tree.lemmas[word] in negators for word in tree.children(child, "det"))
    return True


_RULES: tuple[_Rule, ...] = (_negation, _condition, _no_longer, _adverb, _modal, _adjective, _at_no_time)


def _negated_late(tree: Tree, node: int, reading: Reading, words: FactualityWords) -> None:
    """ "Swore never to return": the negation hangs on the verb above, and is that of the infinitive."""
    above = tree.head(node)
    if above is None or not tree.has(node, "VerbForm=Inf"):
        return
    late = [child for child in tree.children(above, "advmod") if before_infinitive(tree, above, child)]
    if any(child < node and negates(tree, child, words.lists["negators"]) for child in late):
        reading.negative = not reading.negative


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


def has_future_date(frame: Frame, published: date | None) -> bool:
    """Whether the act is given a day after the report: "talks on Thursday" told on a Tuesday."""
    if published is None:
        return False
    tree = frame.tree
    hosts: Sequence[int] = frame.words if frame.light is None else (*frame.words, frame.light)
    dates = [tree.times[child] for host in hosts for child in tree.below[host] if child in tree.times]
    return any(timex.earliest is not None and timex.earliest > published for timex in dates)


def is_polar_question(tree: Tree, node: int) -> bool:
    """ "Did they strike?": asked, not told."""
    last = tree.tokens[-1]
    if tree.relations[node] != "root" or tree.forms[-1] not in ("?", '?"', "?”") or last.pos != "PUNCT":
        return False
    return not any("PronType=Int" in token.features for token in tree.tokens)
