"""The climb out of a noun under a verb or another noun: "denied the attack", "calls for talks"."""

from __future__ import annotations

from tidings.annotate.event import from_subject
from tidings.annotate.event.climb import ENDS, Rule, Step, climb
from tidings.annotate.event.outcome import came_true, doubted, is_refuted
from tidings.annotate.event.scope import is_new, would
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator


def from_noun(step: Step) -> int | None:
    """The word to go on from, None where nothing further up says more of the act that a noun names."""
    return climb(_RULES, step)


def _is_object(step: Step) -> bool:
    """Whether the noun is an object; an open complement is one too: "would welcome a meeting"."""
    return step.base in ("obj", "xcomp")


def _ahead(step: Step) -> int | None:
    """ "Ahead of the talks", "in case of war"."""
    tree, lists = step.tree, step.words.lists
    ahead = lists["ahead"].intersection(tree.cases(step.node))
    if not ahead and not (tree.forms[step.above] == "ahead" and step.has_case("of")):
        return None
    step.reading.apply(Operator(mood="conditional" if ahead & lists["in_case"] else None, time="future"))
    return ENDS


def _ordered(step: Step) -> int | None:
    """ "Ordered the killing": there was one."""
    known = step.event_type == "ASSAULT" and not is_new(step.tree, step.node)
    return ENDS if _is_object(step) and step.lemma == "order" and known else None


def _answered(step: Step) -> int | None:
    """A word said by one side that the other turns down, or takes up, stays said."""
    return ENDS if step.tree.lemmas[step.node] in step.words.lists["answered"] and step.under("answers") else None


def _talked_of(step: Step) -> int | None:
    return ENDS if is_talked_of(step.tree, step.node, step.above, step.words) else None


def is_talked_of(tree: Tree, node: int, above: int, words: FactualityWords) -> bool:
    """ "Opposed the ban", "discussed the killings", "called the raid a crime": what is known already was done."""
    if is_new(tree, node):
        return False
    named = tree.lemmas[above] in words.lists["naming"] and tree.relations[node] == "obj" and tree.is_verb(above)
    return tree.lemmas[above] in words.lists["talked_of"] or (named and tree.child(above, "compound") is None)


def _not_any(step: Step) -> int | None:
    """ "Did not receive any support", "will not extract any concession"."""
    tree = step.tree
    if not _is_object(step) or not step.negated:
        return None
    if not any(tree.lemmas[child] in ("any", "much") for child in tree.below[step.node]):
        return None
    step.reading.negative = not step.reading.negative
    step.lend()
    return ENDS


def _refuted(step: Step) -> int | None:
    """ "The talk of a raid is false"."""
    return step.settle(negative=True) if is_refuted(step.tree, step.above, step.words) else None


def _in_the_event(step: Step) -> int | None:
    """ "In the event of war"."""
    if step.base != "nmod" or step.lemma != "event" or "in" not in step.tree.cases(step.above):
        return None
    step.reading.apply(Operator(time="future", mood="conditional"))
    return ENDS


def _brought_about(step: Step) -> int | None:
    """ "Would spark protests": what is new is as far off as what brings it."""
    if not _is_object(step) or not step.under("bringing") or not is_new(step.tree, step.node):
        return None
    step.lend()
    would(step.tree, step.above, step.reading)
    return step.above


def _achieved(step: Step) -> int | None:
    """ "Hopes to reach a ceasefire"."""
    achieving = step.under("achieving") and step.tree.has(step.above, "VerbForm=Inf")
    return step.share() if _is_object(step) and achieving else None


def _followed_by(step: Step) -> int | None:
    """ "Will be followed by talks"."""
    return step.share() if step.base == "obl" and step.lemma == "follow" and step.tree.passive(step.above) else None


def _looming(step: Step) -> int | None:
    if step.lemma != "loom":
        return None
    step.reading.certainty, step.reading.time = "possible", "future"
    return ENDS


def _argument(step: Step) -> int | None:
    """ "Denied the attack", "the attack was denied": a verb that says nothing of its argument lets it stand."""
    if not (_is_object(step) or step.base == "nsubj") or not step.tree.is_verb(step.above):
        return None
    return step.share() if step.govern(noun=True) else ENDS


def _amount(step: Step) -> int | None:
    """ "Pledged a package of aid", "a series of raids"."""
    return step.above if step.base == "nmod" and step.under("amounts") and step.has_case("in", "of") else None


def _invited(step: Step) -> int | None:
    """ "Was invited to talks"."""
    if step.base not in ("obl", "nmod") or not step.has_case("to") or step.lemma not in ("invite", "invitation"):
        return None
    step.reading.apply(Operator(certainty="probable", time="future"))
    return ENDS


def _wanted_for(step: Step) -> int | None:
    """ "Is wanted for murder"."""
    wanted = step.lemma == "want" and step.tree.passive(step.above)
    if step.base not in ("obl", "nmod") or not step.has_case("for") or not wanted:
        return None
    step.reading.apply(Operator(certainty="possible"))
    return ENDS


def _no_trace(step: Step) -> int | None:
    """ "No sign of a withdrawal"."""
    if step.base != "nmod" or not step.under("traces") or not step.negated:
        return None
    return step.settle(negative=True)


def _oblique(step: Step) -> int | None:
    """ "Calls for talks", "a plan for a raid": as the word above says, if it says anything."""
    if step.base not in ("obl", "nmod") or not _is_object_like(step):
        return None
    tree, reading = step.tree, step.reading
    before = (reading.mood, reading.certainty, reading.negative)
    verb = came_true(tree, step.above, reading, step.words)
    if verb is not None or not step.govern(noun=True):
        return verb
    doubted(tree, step.above, reading, step.words)
    return step.above if before != (reading.mood, reading.certainty, reading.negative) else ENDS


def _is_object_like(step: Step) -> bool:
    tree, lists = step.tree, step.words.lists
    cases = lists["object_like"].intersection(tree.cases(step.node))
    if any(step.words.operator(tree.tokens[step.above].pos, f"{step.lemma} {case}") for case in cases):
        return True  # "warned against any attack"
    if cases & lists["topical"] and not step.under("settling_on"):
        return False
    return bool(cases)


def _met_on(step: Step) -> int | None:
    """ "Will arrive for talks", "signed it during a visit"."""
    meeting = step.base == "obl" and step.event_type == "CONSULT"
    return step.lend() if meeting and step.has_case("on", "for", "during") else None


def _compound(step: Step) -> int | None:
    """ "A withdrawal plan"."""
    return step.above if step.base == "compound" and step.govern(noun=True) else None


_RULES: tuple[Rule, ...] = (
    *from_subject.RULES,
    _ahead,
    _ordered,
    _answered,
    _talked_of,
    _not_any,
    _refuted,
    _in_the_event,
    _brought_about,
    _achieved,
    _followed_by,
    _looming,
    _argument,
    _amount,
    _invited,
    _wanted_for,
    _no_trace,
    _oblique,
    _met_on,
    _compound,
)
