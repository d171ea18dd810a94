"""What a verb's source is said to have said: the frames a verb takes, in the order of trust."""

from __future__ import annotations

from tidings.annotate.attribution.content import NOTHING, Content
from tidings.annotate.attribution.cue import Cue
from tidings.annotate.attribution.phrase import cases, children, is_dash
from tidings.annotate.attribution.subject import is_passive
from tidings.lexicon.cues import load_cues
from tidings.record import Sentence

#: "condemned them for lying", "praised the deal as fair".
_REASONS = frozenset({"for", "on", "as", "to", "with"})
#: In the passive only these give a reason: "was praised on Monday", "was welcomed to the palace".
_GROUNDS = frozenset({"for", "as"})
#: A dash leads on from the verb itself: "she added — nobody had asked — that ...".
_NEAR = 3
#: Lemmas, plain whatever the printer's marks (decision 023).
_LEADS = frozenset({":", '"', "'", "''"})


def verb_content(sentence: Sentence, cue: Cue, text: str) -> Content:
    """The content of a verb in the first of its frames that the sentence fills."""
    takes, passive = cue.word.takes, is_passive(sentence, cue.index)
    if "clause" in takes and (words := _clause(sentence, cue, text)):
        return Content(words)
    if "nobody" in takes and passive and (words := _infinitive(sentence, cue.index)):
        return Content(words)
    for frame, reader in (("small", _small), ("to", _to), ("gerund", _gerund)):
        if frame in takes and (found := reader(sentence, cue)).words:
            return found
    if (found := after_preposition(sentence, cue)).words:
        return found
    if "thing" in takes and (words := _thing(sentence, cue, passive)):
        return Content(words, whole=words[0] < cue.index)
    if takes & {"clause", "quote"} and (words := _around(sentence, cue.index)):
        return Content(words, whole=True)
    return NOTHING


def _clause(sentence: Sentence, cue: Cue, text: str) -> list[int]:
    """A complement clause, or what stands beside the verb after a colon."""
    if any(child > cue.index for child in children(sentence, cue.index, "ccomp")):
        return _together(sentence, cue)
    if shared := _shared(sentence, cue.index):
        return shared
    for relation in ("ccomp", "csubj", "csubj:pass", "parataxis"):
        for child in children(sentence, cue.index, relation):
            it = relation.startswith("csubj")  # "it is said that ..."
            if it and not (children(sentence, cue.index, "expl") or is_passive(sentence, cue.index)):
                continue
            if relation == "parataxis" and (child < cue.index or not _announced(sentence, cue.index, child, text)):
                continue
            return sentence.subtree(child)
    return []


def _shared(sentence: Sentence, verb: int) -> list[int]:
    """The clause of the verb right after it in a pair: "neither confirmed nor denied that ..."."""
    for other in children(sentence, verb, "conj"):
        if other - verb == 2:
            return [index for child in children(sentence, other, "ccomp") for index in sentence.subtree(child)]
    return []


def _together(sentence: Sentence, cue: Cue) -> list[int]:
    """All complement clauses after the verb; a parser may hang the parts of one clause side by side.

    An object before them begins the content, unless the verb speaks to somebody.
    """
    clauses = [child for child in children(sentence, cue.index, "ccomp") if child > cue.index]
    found = {index for child in clauses for index in sentence.subtree(child)}
    if not cue.word.speaks_to:
        for child in children(sentence, cue.index, "obj"):
            if cue.index < child < min(found):
                found.update(sentence.subtree(child))
    return sorted(found)


def _announced(sentence: Sentence, verb: int, child: int, text: str) -> bool:
    """Whether a colon, a dash or a quote mark leads from the verb to the clause."""
    first = sentence.subtree(child)[0]
    marked = any(sentence.tokens[gap].lemma in _LEADS for gap in range(verb, first + 1))
    return marked or any(is_dash(sentence, gap, text) for gap in range(verb + 1, min(verb + _NEAR, first + 1)))


def _infinitive(sentence: Sentence, index: int) -> list[int]:
    for relation in ("xcomp", "ccomp", "advcl"):
        for child in children(sentence, index, relation):
            if child > index and "to" in cases(sentence, child):
                return sentence.subtree(child)
    return []


def _to(sentence: Sentence, cue: Cue) -> Content:
    """The infinitive, with the one who is to do it where it is named."""
    words = _infinitive(sentence, cue.index)
    if not words:
        return NOTHING
    for child in () if cue.word.calls else children(sentence, cue.index, "obj", "iobj"):
        if cue.index < child < words[0]:
            return Content(sentence.subtree(child) + words)
    for child in children(sentence, cue.index, "obl"):
        if cue.index < child < words[0] and cases(sentence, child) & cue.word.calls:
            marks = _marks(sentence, child)
            return Content([index for index in sentence.subtree(child) if index not in marks] + words, marks[0])
    return Content(words)


def _marks(sentence: Sentence, index: int) -> list[int]:
    return children(sentence, index, "case", "mark")


def _gerund(sentence: Sentence, cue: Cue) -> Content:
    for child in children(sentence, cue.index, "xcomp", "ccomp"):
        token = sentence.tokens[child]
        if child > cue.index and "VerbForm=Ger" in token.features and "to" not in cases(sentence, child):
            return Content(sentence.subtree(child))
    return NOTHING


def _small(sentence: Sentence, cue: Cue) -> Content:
    """An object and what it is said to be."""
    things = [child for child in children(sentence, cue.index, "obj") if child > cue.index]
    if not things:
        return NOTHING if cue.word.names else _seen_as(sentence, cue)
    if cue.word.names:
        named = children(sentence, cue.index, "obj", "iobj", "xcomp", "ccomp", "obl")
        return Content([index for child in named if child >= things[0] for index in sentence.subtree(child)])
    for child in children(sentence, cue.index, "xcomp", "ccomp", "obl", "advcl"):
        plain = sentence.tokens[child].relation in ("xcomp", "ccomp") and "to" not in cases(sentence, child)
        if child > things[0] and (plain or "as" in cases(sentence, child)):
            return Content(sentence.subtree(things[0]) + sentence.subtree(child))
    return NOTHING


def _seen_as(sentence: Sentence, cue: Cue) -> Content:
    """In the passive the subject and what it is said to be: "is widely considered a failure".

    After a relative pronoun only the latter: "what analysts described as a failure".
    """
    if not is_passive(sentence, cue.index):
        return _as_phrase(sentence, cue)
    subjects = children(sentence, cue.index, "nsubj:pass")
    for child in children(sentence, cue.index, "xcomp", "obl", "advcl") if subjects else ():
        plain = sentence.tokens[child].relation == "xcomp" and "to" not in cases(sentence, child)
        if child > cue.index and (plain or "as" in cases(sentence, child)):
            return Content(sentence.subtree(subjects[0]) + sentence.subtree(child), whole=True)
    return NOTHING


def _as_phrase(sentence: Sentence, cue: Cue) -> Content:
    for child in children(sentence, cue.index, "obl", "advcl"):
        if child > cue.index and (marks := _marks(sentence, child)) and sentence.tokens[marks[0]].lemma == "as":
            words = [index for index in sentence.subtree(child) if index != marks[0]]
            return Content(words, marks[0])
    return NOTHING


def after_preposition(sentence: Sentence, cue: Cue) -> Content:
    """The phrase after the preposition that leads from a cue to its content: "called for a truce"."""
    if not cue.word.prepositions:
        return NOTHING
    for child in children(sentence, cue.index, "obl", "advcl", "nmod", "acl", "obj"):
        if sentence.tokens[child].lemma.lower() in load_cues().dates:
            continue
        for mark in _marks(sentence, child):
            if mark > cue.index and sentence.tokens[mark].lemma.lower() in cue.word.prepositions:
                if cue.word.blames and (blamed := _blamed(sentence, cue.index, mark)):
                    return Content(blamed + sentence.subtree(child), whole=blamed[0] < cue.index)
                left_out = set(sentence.subtree(mark))
                return Content([index for index in sentence.subtree(child) if index not in left_out], mark)
    return NOTHING


def _blamed(sentence: Sentence, verb: int, mark: int) -> list[int]:
    """The object that stands before a preposition, or the subject of a passive: "is accused of lying"."""
    if is_passive(sentence, verb):
        return [index for child in children(sentence, verb, "nsubj:pass") for index in sentence.subtree(child)]
    for child in children(sentence, verb, "obj"):
        if verb < child < mark:
            return sentence.subtree(child)
    return []


def _thing(sentence: Sentence, cue: Cue, passive: bool) -> list[int]:
    """The object and the reason after "for" or "as"; in the passive the subject, where agent or reason is named."""
    if passive:
        agents = children(sentence, cue.index, "obl:agent")
        reason = [] if agents else _reason(sentence, cue, cue.index, _GROUNDS)
        things = children(sentence, cue.index, "nsubj:pass") if agents or reason else []
        return [index for child in things for index in sentence.subtree(child)] + (reason if things else [])
    things = [child for child in children(sentence, cue.index, "obj") if child > cue.index]
    return sentence.subtree(things[0]) + _reason(sentence, cue, things[0], _REASONS) if things else []


def _reason(sentence: Sentence, cue: Cue, after: int, marks: frozenset[str]) -> list[int]:
    """What somebody is praised or blamed for: "condemned the envoy | for lying"."""
    found: list[int] = []
    for child in children(sentence, cue.index, "obl", "advcl") if cue.word.kind == "judge" else ():
        if child > after and cases(sentence, child) & marks and not _is_clause_of_its_own(sentence, child):
            found += sentence.subtree(child)
    return found


def _is_clause_of_its_own(sentence: Sentence, index: int) -> bool:
    return bool(children(sentence, index, "nsubj", "nsubj:pass"))


def _around(sentence: Sentence, index: int) -> list[int]:
    """The clause a cue interrupts or follows: "The envoy, she said, has left"; "as the envoy said"."""
    token = sentence.tokens[index]
    if token.head < 0:
        return []
    as_said = token.relation == "advcl" and "as" in cases(sentence, index)
    if not (as_said or token.relation == "parataxis") or not children(sentence, index, "nsubj", "nsubj:pass"):
        return []
    return _without(sentence, token.head, index)


def _without(sentence: Sentence, top: int, cut: int) -> list[int]:
    left_out = set(sentence.subtree(cut))
    return [index for index in sentence.subtree(top) if index not in left_out]
