"""The climb out of an adverbial clause: a condition, a purpose, a time, what is apologised for."""

from __future__ import annotations

from tidings.annotate.event.clause import is_inverted, own
from tidings.annotate.event.climb import ENDS, Rule, Step, climb
from tidings.annotate.event.from_clause import is_marked
from tidings.annotate.event.govern import SAID_SO, govern
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.scope import in_its_time, without
from tidings.annotate.event.tense import tense
from tidings.lexicon.factuality import Operator


def from_adverbial(step: Step) -> int | None:
    """The word to go on from, None where the main clause says no more of the act."""
    return climb(_RULES, step)


def _called_together(step: Step) -> int | None:
    """ "Summoned the envoy to protest": to call somebody for it is to say it."""
    if step.event_type not in SAID_SO or not step.under("calling") or not step.is_infinitive:
        return None
    return step.lend()


def _condition(step: Step) -> int | None:
    """ "If they strike", "should they strike"; "had they not fired" says that they did."""
    tree, node, reading = step.tree, step.node, step.reading
    inverted = is_inverted(tree, node)
    if not (is_marked(tree, node, step.words.lists["conditions"]) or step.has_case("if") or inverted):
        return None
    if reading.negative and tree.has_auxiliary(node, "had"):
        return step.settle(negative=False)
    reading.mood = "conditional" if reading.mood is None or inverted else reading.mood
    in_its_time(tree, node, step.above, reading, step.words)
    return ENDS


def _without(step: Step) -> int | None:
    """ "Left without signing" is negated; the rules below go on with it."""
    if step.has_case("without"):
        without(step.tree, step.above, step.reading, step.words)
    return None


def _infinitive(step: Step) -> int | None:
    """ "Met to sign it" did, "is ready to strike", "sent troops to guard it"."""
    tree, node, above = step.tree, step.node, step.above
    if not step.is_infinitive or tree.child(node, "aux"):
        return None
    if step.under("fulfilled"):
        return step.lend()
    if step.govern():
        return above
    ready = next((child for child in tree.children(above, "xcomp") if child < node), above)
    if ready == above or not govern(tree, ready, node, step.reading, step.event_type, step.words):
        _purpose(step)
    return above


def _purpose(step: Step) -> None:
    """What is done in order to do it: saying something comes with it, else it is as far ahead as it can be."""
    main, reading = Reading(), step.reading
    own(step.tree, step.above, main, step.words)
    if step.event_type in SAID_SO:
        step.lend()
    elif main.time == "future" and main.mood is None:
        reading.apply(Operator(certainty=main.certainty or "probable", time="future"))
    else:
        reading.purpose = reading.mood is None
        reading.apply(Operator(mood="desired", time="future"))


def _after_preposition(step: Step) -> int | None:
    """ "Refrained from striking"; "apologised for criticising", "is suspected of killing": done before."""
    if not step.has_case(*step.words.lists["of_deeds"]):
        return None
    apologised = not step.govern() and step.has_case("for")
    suspected = step.lemma in ("suspect", "accuse") and step.tree.passive(step.above)
    if not apologised and not suspected:
        return step.share()
    step.reading.time = step.reading.time or "past"
    return ENDS


def _in_its_time(step: Step) -> int | None:
    """ "When they struck", "having signed it": told of its own time, a bare participle of that of the main clause."""
    tree, node, above = step.tree, step.node, step.above
    in_its_time(tree, node, above, step.reading, step.words)
    if not tree.has(node, "VerbForm=Fin") and tree.child(node, "aux") is None:
        step.lend()
        return above if tree.child(node, "mark", "nsubj", "case") is None else ENDS
    tense(tree, above, step.reading)
    return ENDS


_RULES: tuple[Rule, ...] = (
    _called_together,
    _condition,
    _without,
    _infinitive,
    _after_preposition,
    _in_its_time,
)
