"""The climb out of a noun and of what describes it: "a plan to attack", "calls for talks", "talks will resume"."""

from __future__ import annotations

from tidings.annotate.event.clause import Reading, is_infinitive, is_negated, lent, own, own_negation
from tidings.annotate.event.govern import govern, warned
from tidings.annotate.event.outcome import (
    came_to_an_end,
    came_true,
    doubted,
    is_denied,
    is_lacking,
    is_refuted,
    is_untraced,
)
from tidings.annotate.event.scope import is_new, would
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, Operator

#: After these prepositions stands what a verb or noun hopes for, plans, denies.
OBJECT_LIKE = frozenset(
    {"for", "to", "of", "at", "about", "from", "with", "toward", "towards", "into", "against", "on", "in"}
)


def from_noun_clause(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    """ "A plan to attack", "the threat of attacking"; a participle that describes a noun is a fact."""
    if not tree.has(node, "VerbForm=Inf") and not tree.cases(node):
        return _from_participle(tree, node, above, reading, event_type, words)
    if is_untraced(tree, above, words):
        reading.settle(negative=True)
        return None
    verb = came_true(tree, above, reading, words)
    if verb is not None:
        return verb
    if is_denied(tree, above, words):
        reading.settle(negative=True)
        return None
    if warned(tree, node, above, event_type, reading):
        return None
    if tree.has(node, "VerbForm=Inf") and came_to_an_end(tree, above, reading, words):
        return None
    if tree.has(node, "VerbForm=Inf") and is_lacking(tree, above, words):
        reading.settle(negative=True)
        return None
    ordinals = words.lists["ordinal"]
    if tree.lemmas[above] in ordinals or any(tree.lemmas[child] in ordinals for child in tree.children(above, "amod")):
        return above
    if not govern(tree, above, node, reading, event_type, words):
        if tree.has(node, "VerbForm=Inf"):
            reading.purpose = reading.mood is None
            reading.apply(Operator(mood="desired", time="future"))
        elif is_infinitive(tree, node):
            reading.apply(Operator(certainty="probable", time="future"))  # "a list of prisoners to be freed"
        return None
    own_negation(tree, above, reading, words)
    doubted(tree, above, reading, words)
    return above


def _from_participle(
    tree: Tree, node: int, noun: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    """ "A bill banning it" has not banned it, a statement that will be issued condemns nobody yet."""
    if tree.lemmas[noun] in words.lists["drafts"]:
        reading.apply(words.operators[("NOUN", tree.lemmas[noun])])
        return None
    verb = tree.head(noun)
    if verb is not None and tree.relations[noun] == "obj" and is_new(tree, noun):
        issued = Reading()
        own(tree, verb, issued, words)
        if issued.time == "future":
            lent(tree, verb, reading, words)
            return verb
    reading.time = reading.time or _present_participle_time(tree, node)
    return None


def _present_participle_time(tree: Tree, node: int) -> str | None:
    return "ongoing" if tree.has(node, "Tense=Pres") or tree.forms[node].endswith("ing") else None


def from_noun(
    tree: Tree, node: int, above: int, reading: Reading, event_type: str, words: FactualityWords
) -> int | None:
    """An event noun under a verb or another noun: "denied the attack", "calls for talks", "talks will resume"."""
    relation, base = tree.tokens[node].relation, tree.relations[node]
    base = "obj" if base == "xcomp" else base
    if base == "nsubj" and _is_to_occur(tree, above, words):
        govern(tree, above, node, reading, event_type, words)
        own(tree, above, reading, words)
        return above
    passive = relation == "nsubj:pass" or (base == "nsubj" and tree.child(above, "cop") is not None)
    if passive and tree.lemmas[above] in words.lists["performed"]:
        own(tree, above, reading, words)
        return above
    if relation == "nsubj" and _is_supposed(tree, node, above, words):
        reading.apply(Operator(time="future", mood="conditional"))
        return None
    if relation == "nsubj" and tree.is_verb(above) and not tree.passive(above):
        if tree.lemmas[above] not in words.lists["occurrence"]:
            return None
        unended = tree.lemmas[above] in words.lists["unended"] and is_negated(tree, above, words)
        own(tree, above, Reading() if unended else reading, words)
        if reading.negative and _is_told(tree, above):
            reading.settle(negative=True)
        return above
    ahead = words.lists["ahead"].intersection(tree.cases(node))
    if ahead or (tree.forms[above] == "ahead" and "of" in tree.cases(node)):
        hypothetical = bool(ahead & words.lists["in_case"])
        reading.apply(Operator(mood="conditional" if hypothetical else None, time="future"))
        return None
    if base == "obj" and tree.lemmas[above] == "order" and event_type == "ASSAULT" and not is_new(tree, node):
        return None  # "ordered the killing": there was one
    if _is_answered(tree, node, above, words) or is_talked_of(tree, node, above, words):
        return None
    if base == "obj" and _is_not_any(tree, node, above, words):
        reading.negative = not reading.negative
        lent(tree, above, reading, words)
        return None
    if is_refuted(tree, above, words):
        reading.settle(negative=True)
        return None
    if base == "nmod" and tree.lemmas[above] == "event" and "in" in tree.cases(above):
        reading.apply(Operator(time="future", mood="conditional"))
        return None
    if base == "obj" and tree.lemmas[above] in words.lists["bringing"] and is_new(tree, node):
        lent(tree, above, reading, words)
        would(tree, above, reading)
        return above
    if base == "obj" and tree.lemmas[above] in words.lists["achieving"] and tree.has(above, "VerbForm=Inf"):
        own(tree, above, reading, words)
        return above
    if base == "obl" and tree.lemmas[above] == "follow" and tree.passive(above):
        own(tree, above, reading, words)
        return above
    if tree.lemmas[above] == "loom":
        reading.certainty, reading.time = "possible", "future"
        return None
    if base in ("obj", "nsubj") and tree.is_verb(above):
        if govern(tree, above, node, reading, event_type, words, noun=True):
            own(tree, above, reading, words)
            return above
        return None
    if base == "nmod" and tree.lemmas[above] in words.lists["amounts"] and {"in", "of"} & set(tree.cases(node)):
        return above
    if base in ("obl", "nmod") and "to" in tree.cases(node) and tree.lemmas[above] in ("invite", "invitation"):
        reading.apply(Operator(certainty="probable", time="future"))
        return None
    if base in ("obl", "nmod") and "for" in tree.cases(node) and tree.lemmas[above] == "want" and tree.passive(above):
        reading.apply(Operator(certainty="possible"))
        return None
    if base == "nmod" and tree.lemmas[above] in words.lists["traces"] and is_negated(tree, above, words):
        reading.settle(negative=True)
        return None
    if base in ("obl", "nmod") and _object_like(tree, node, above, words):
        before = (reading.mood, reading.certainty, reading.negative)
        verb = came_true(tree, above, reading, words)
        if verb is not None:
            return verb
        if govern(tree, above, node, reading, event_type, words, noun=True):
            doubted(tree, above, reading, words)
            return above if before != (reading.mood, reading.certainty, reading.negative) else None
    if base == "obl" and event_type == "CONSULT" and {"on", "for", "during"} & set(tree.cases(node)):
        lent(tree, above, reading, words)
        return above
    if base == "compound" and govern(tree, above, node, reading, event_type, words, noun=True):
        return above
    return None


def _is_told(tree: Tree, verb: int) -> bool:
    """ "Has not come", "did not take place": told of the past."""
    forms = {tree.forms[child] for child in tree.children(verb, "aux")}
    return bool(forms & {"has", "have", "had", "did"}) and not forms & {"will", "would", "may", "might"}


def _is_supposed(tree: Tree, node: int, above: int, words: FactualityWords) -> bool:
    """ "Sanctions would hurt them": new to the reader, and only supposed."""
    would_be = is_new(tree, node) and tree.has_auxiliary(above, "would") and not tree.passive(above)
    return would_be and tree.lemmas[above] not in words.lists["occurrence"]


def _is_to_occur(tree: Tree, above: int, words: FactualityWords) -> bool:
    """ "Is set to open", "are expected to resume", "look likely to go on"."""
    clauses = tree.children(above, "xcomp")
    return any(tree.lemmas[one] in words.lists["occurrence"] and tree.has(one, "VerbForm=Inf") for one in clauses)


def _is_answered(tree: Tree, node: int, above: int, words: FactualityWords) -> bool:
    """Whether a word said by one side is turned down, or taken up, by the other: it stays said."""
    return tree.lemmas[node] in words.lists["answered"] and tree.lemmas[above] in words.lists["answers"]


def is_talked_of(tree: Tree, node: int, above: int, words: FactualityWords) -> bool:
    """ "Opposed the ban", "discussed the killings", "called the raid a crime": what is known already was done."""
    if is_new(tree, node):
        return False
    named = tree.lemmas[above] in words.lists["naming"] and tree.relations[node] == "obj" and tree.is_verb(above)
    return tree.lemmas[above] in words.lists["talked_of"] or (named and tree.child(above, "compound") is None)


def _is_not_any(tree: Tree, node: int, above: int, words: FactualityWords) -> bool:
    """ "Did not receive any support", "will not extract any concession"."""
    return is_negated(tree, above, words) and any(tree.lemmas[child] in ("any", "much") for child in tree.below[node])


def _object_like(tree: Tree, node: int, above: int, words: FactualityWords) -> bool:
    cases = OBJECT_LIKE.intersection(tree.cases(node))
    if any(words.operator(tree.tokens[above].pos, f"{tree.lemmas[above]} {case}") for case in cases):
        return True  # "warned against any attack"
    if cases & {"on", "in", "at", "against"} and tree.lemmas[above] not in words.lists["settling_on"]:
        return False
    return bool(cases)
