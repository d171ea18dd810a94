"""The climb out of a clause that describes a noun: "a plan to attack", "a bill banning it"."""

from __future__ import annotations

from tidings.annotate.event.clause import is_infinitive, own
from tidings.annotate.event.climb import ENDS, Rule, Step, climb
from tidings.annotate.event.govern import warned
from tidings.annotate.event.negation import own_negation
from tidings.annotate.event.outcome import came_to_an_end, came_true, doubted, is_denied, is_lacking, is_untraced
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.scope import is_new
from tidings.annotate.event.tense import lent
from tidings.lexicon.factuality import Operator


def from_noun_clause(step: Step) -> int | None:
    """The word to go on from, None where the noun says nothing more; a participle that describes it is a fact."""
    participle = not step.is_infinitive and not step.tree.cases(step.node)
    return climb(_OF_PARTICIPLE if participle else _OF_CLAUSE, step)


def _untraced(step: Step) -> int | None:
    return step.settle(negative=True) if is_untraced(step.tree, step.above, step.words) else None


def _came_true(step: Step) -> int | None:
    return came_true(step.tree, step.above, step.reading, step.words)


def _denied(step: Step) -> int | None:
    return step.settle(negative=True) if is_denied(step.tree, step.above, step.words) else None


def _warned(step: Step) -> int | None:
    return ENDS if warned(step.tree, step.node, step.above, step.event_type, step.reading) else None


def _came_to_an_end(step: Step) -> int | None:
    return ENDS if step.is_infinitive and came_to_an_end(step.tree, step.above, step.reading, step.words) else None


def _lacking(step: Step) -> int | None:
    if not step.is_infinitive or not is_lacking(step.tree, step.above, step.words):
        return None
    return step.settle(negative=True)


def _first_to(step: Step) -> int | None:
    """ "The first to sign", "the last country to ban it": it was done."""
    tree, ordinals = step.tree, step.words.lists["ordinal"]
    words = (step.above, *tree.children(step.above, "amod"))
    return step.above if any(tree.lemmas[word] in ordinals for word in words) else None


def _governed(step: Step) -> int | None:
    """ "A plan to attack", "no threat of attacking"."""
    if not step.govern():
        return None
    own_negation(step.tree, step.above, step.reading, step.words)
    doubted(step.tree, step.above, step.reading, step.words)
    return step.above


def _intended(step: Step) -> int | None:
    """ "Troops to guard it", "a list of prisoners to be freed"."""
    if step.is_infinitive:
        step.reading.purpose = step.reading.mood is None
        step.reading.apply(Operator(mood="desired", time="future"))
    elif is_infinitive(step.tree, step.node):
        step.reading.apply(Operator(certainty="probable", time="future"))
    return ENDS


def _drafted(step: Step) -> int | None:
    """ "A bill banning it" has not banned it."""
    if not step.under("drafts"):
        return None
    step.reading.apply(step.words.operators[("NOUN", step.lemma)])
    return ENDS


def _to_be_issued(step: Step) -> int | None:
    """ "Will issue a statement condemning it" condemns nobody yet."""
    tree = step.tree
    verb = tree.head(step.above)
    if verb is None or tree.relations[step.above] != "obj" or not is_new(tree, step.above):
        return None
    issued = Reading()
    own(tree, verb, issued, step.words)
    if issued.time != "future":
        return None
    lent(tree, verb, step.reading, step.words)
    return verb


def _described(step: Step) -> int | None:
    """ "Soldiers guarding it" are at it, "soldiers sent there" were sent."""
    present = step.tree.has(step.node, "Tense=Pres") or step.tree.forms[step.node].endswith("ing")
    step.reading.time = step.reading.time or ("ongoing" if present else None)
    return ENDS


_OF_PARTICIPLE: tuple[Rule, ...] = (_drafted, _to_be_issued, _described)
_OF_CLAUSE: tuple[Rule, ...] = (
    _untraced,
    _came_true,
    _denied,
    _warned,
    _came_to_an_end,
    _lacking,
    _first_to,
    _governed,
    _intended,
)
