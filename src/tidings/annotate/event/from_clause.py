"""The climb out of a second verb, or of a clause that a verb, noun or adjective takes: "hopes they will withdraw"."""

from __future__ import annotations

from tidings.annotate.event.climb import ENDS, Rule, Step, climb
from tidings.annotate.event.govern import warned
from tidings.annotate.event.negation import own_negation
from tidings.annotate.event.outcome import is_denied
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.scope import would
from tidings.annotate.event.tree import Tree


def from_conjunct(step: Step) -> int | None:
    """A bare second verb shares the auxiliaries of the first: "will meet and discuss"."""
    tree, node, above = step.tree, step.node, step.above
    if tree.is_verb(node) != tree.is_verb(above):
        return None
    if tree.has(above, "VerbForm=Inf") and tree.has(node, "VerbForm=Fin") and tree.forms[node] != tree.lemmas[node]:
        return None  # "wants to stay out and calls on others": no second infinitive, whatever the tree says
    own = tree.children(node, "aux", "nsubj", "cop")
    if tree.is_verb(node) and not own and (not tree.has(node, "VerbForm=Fin") or tree.has(node, "Tense=Pres")):
        step.lend()
    if tree.is_verb(node) and tree.child(node, "nsubj") is not None and tree.relations[above] not in ("ccomp", "advcl"):
        return None
    return above


def from_complement(step: Step) -> int | None:
    """ "Hopes the rebels will withdraw"; a verb of saying ends the climb: what was said stands on its source's word."""
    if is_marked(step.tree, step.node, step.words.lists["conditions"]):
        step.reading.mood = step.reading.mood or "conditional"
    return climb(_RULES, step)


def is_marked(tree: Tree, node: int, marks: frozenset[str]) -> bool:
    """Whether a clause begins with one of these words."""
    return any(tree.lemmas[child] in marks for child in tree.children(node, "mark")) or any(
        case in marks for case in tree.cases(node)
    )


def _suggested(step: Step) -> int | None:
    """ "Nothing suggests that they did it": with a clause that tells, to suggest is to show."""
    if step.lemma != "suggest" or not step.tree.has(step.node, "VerbForm=Fin"):
        return None
    if step.negated:
        step.reading.settle(negative=True)
    step.reading.certainty = step.reading.certainty or "possible"
    return ENDS


def _untrue(step: Step) -> int | None:
    """ "Denied that they did it", "it is not true that they did it"."""
    denied = is_denied(step.tree, step.above, step.words) or (step.under("true") and step.negated)
    return step.settle(negative=True) if denied else None


def _unconfirmed(step: Step) -> int | None:
    """ "Could not confirm that they did it"."""
    if not step.under("confirming") or not step.negated:
        return None
    step.reading.certainty = step.reading.certainty or "possible"
    return ENDS


def _whether(step: Step) -> int | None:
    """ "Asked whether they did it", "discussed whether to do it"."""
    if not is_marked(step.tree, step.node, step.words.lists["whether"]):
        return None
    reading = step.reading
    reading.time = "future" if step.is_infinitive else reading.time
    reading.certainty = reading.certainty or "possible"
    return ENDS


def _provided(step: Step) -> int | None:
    """ "Will stop, provided they withdraw"."""
    tree, above, reading = step.tree, step.above, step.reading
    if tree.forms[above] not in step.words.lists["provided"] or tree.relations[above] != "advcl":
        return None
    reading.time, reading.mood = "future", reading.mood or "conditional"
    return ENDS


def _warned(step: Step) -> int | None:
    return step.above if warned(step.tree, step.node, step.above, step.event_type, step.reading) else None


def _subject_clause(step: Step) -> int | None:
    """ "To strike them would be a mistake"."""
    if step.base != "csubj" or not (step.is_infinitive or step.tree.forms[step.node].endswith("ing")):
        return None
    if step.words.operator("ADJ", step.lemma) is not None:
        return None
    step.lend()
    would(step.tree, step.above, step.reading)
    return ENDS


def _governed(step: Step) -> int | None:
    """ "Hopes they will withdraw", "threatened that they would strike"; the act's own time comes before the verb's."""
    if step.under("telling_that") or not step.govern():
        return ENDS
    step.share(Reading() if step.reading.time else step.reading)
    own_negation(step.tree, step.above, step.reading, step.words)
    return step.above


_RULES: tuple[Rule, ...] = (
    _suggested,
    _untrue,
    _unconfirmed,
    _whether,
    _provided,
    _warned,
    _subject_clause,
    _governed,
)
