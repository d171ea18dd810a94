"""The time of an act: tense, aspect and modals of its clause, or of the clause it leans on."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.annotate.event.reading import Reading
from tidings.annotate.event.tree import Tree
from tidings.lexicon.factuality import FactualityWords, load_factuality
from tidings.record import ZoneKind


def lent(tree: Tree, above: int, reading: Reading, words: FactualityWords) -> None:
    """What a bare participle or second verb takes over from the clause it leans on: modals and tense."""
    for child in tree.children(above, "aux"):
        if tree.lemmas[child] in words.modals:
            modal(tree, above, words.modals[tree.lemmas[child]], reading)
    tense(tree, above, reading)


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


def modal(tree: Tree, node: int, kind: str, reading: Reading) -> None:
    """Take in a modal of a kind: "may", "should", "will", "would have"."""
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
