"""What a verb says of the act that is its subject: "talks will resume", "the raid was carried out"."""

from __future__ import annotations

from tidings.annotate.event.climb import ENDS, Rule, Step
from tidings.annotate.event.reading import Reading
from tidings.annotate.event.scope import is_new
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import Operator


def _about_to_occur(step: Step) -> int | None:
    """ "Is set to open", "are expected to resume", "look likely to go on"."""
    if step.base != "nsubj":
        return None
    tree, occurrence = step.tree, step.words.lists["occurrence"]
    clauses = tree.children(step.above, "xcomp")
    if not any(tree.lemmas[one] in occurrence and tree.has(one, "VerbForm=Inf") for one in clauses):
        return None
    step.govern()
    return step.share()


def _carried_out(step: Step) -> int | None:
    """ "The raid was carried out", "the raid is done": as the verb says."""
    passive = step.relation == "nsubj:pass" or (step.base == "nsubj" and step.tree.child(step.above, "cop") is not None)
    return step.share() if passive and step.under("performed") else None


def _supposed(step: Step) -> int | None:
    """ "Sanctions would hurt them": new to the reader, and only supposed."""
    tree, above = step.tree, step.above
    if step.relation != "nsubj" or not is_new(tree, step.node) or step.under("occurrence"):
        return None
    if not tree.has_auxiliary(above, "would") or tree.passive(above):
        return None
    step.reading.apply(Operator(time="future", mood="conditional"))
    return ENDS


def _occurring(step: Step) -> int | None:
    """ "Talks will resume", "the withdrawal has not begun"; what an act does besides occurring took place."""
    tree, above, reading = step.tree, step.above, step.reading
    if step.relation != "nsubj" or not tree.is_verb(above) or tree.passive(above):
        return None
    if not step.under("occurrence"):
        return ENDS
    step.share(Reading() if step.under("unended") and step.negated else reading)  # what has not ended goes on
    if reading.negative and _is_told(tree, above):
        reading.settle(negative=True)
    return above


def _is_told(tree: Tree, verb: int) -> bool:
    """ "Has not come", "did not take place": told of the past."""
    forms = {tree.forms[child] for child in tree.children(verb, "aux")}
    return bool(forms & {"has", "have", "had", "did"}) and not forms & {"will", "would", "may", "might"}


RULES: tuple[Rule, ...] = (_about_to_occur, _carried_out, _supposed, _occurring)
