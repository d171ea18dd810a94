"""Who is said to have said it."""

from __future__ import annotations

from tidings.annotate.attribution.according import phrase_head
from tidings.annotate.attribution.cue import Cue
from tidings.annotate.attribution.phrase import cases, children
from tidings.annotate.attribution.subject import is_aside, is_passive, is_verb, neighbour
from tidings.lexicon.cues import load_cues
from tidings.record import Sentence

#: Between a verb and the verb whose subject it shares.
_SHARES = frozenset({"conj", "xcomp", "advcl", "parataxis"})
_HANGS = frozenset({"advcl", "acl:relcl", "acl", "ccomp", "conj", "xcomp", "obl", "obj", "nmod", "appos", "parataxis"})
_QUOTE = frozenset({"quote", "cite", "record", "report", "describe"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def find_source(sentence: Sentence, cue: Cue, text: str) -> int | None:
    """The head word of the source of a cue; None where nobody is named."""
    if cue.part == "verb":
        if (quoted := _quoted_as(sentence, cue.index)) is not None:
            return quoted
        if is_aside(sentence, cue.index, text) and (found := _of_sentence(sentence, cue.index)) is not None:
            return found
        if not children(sentence, cue.index, "nsubj", "nsubj:pass") and (found := neighbour(sentence, cue)) is not None:
            return found
        return _of_verb(sentence, cue.index)
    if cue.part == "noun":
        return _of_noun(sentence, cue.index)
    if cue.part == "adjective":
        return next(iter(children(sentence, cue.index, "nsubj")), None)
    if cue.part == "phrase":
        return phrase_head(sentence, cue)
    return None


def _quoted_as(sentence: Sentence, verb: int) -> int | None:
    """Whoever is "quoted as saying": the object of the verb above, or the subject of its passive."""
    if "as" not in cases(sentence, verb) or (above := sentence.tokens[verb].head) < 0:
        return None
    if sentence.tokens[above].lemma not in _QUOTE:
        return None
    return next(iter(children(sentence, above, "obj", "nsubj:pass")), None)


def _of_sentence(sentence: Sentence, verb: int) -> int | None:
    """The subject of the clause above all that a participle after a comma hangs on.

    "The paper ran a story about the raid his unit led, questioning ..." is the paper's question, wherever the parser
    hung it.
    """
    at = verb
    while sentence.tokens[at].relation in _HANGS and sentence.tokens[at].head >= 0:
        at = sentence.tokens[at].head
    if at == verb or not is_verb(sentence, at):
        return None
    return next((child for child in children(sentence, at, "nsubj", "nsubj:pass") if child < verb), None)


def antecedent(sentence: Sentence, index: int) -> int:
    """The noun a relative pronoun stands for; any other word stands for itself.

    The relative clause hangs below its noun, so the way up from the pronoun leads there.
    """
    if sentence.tokens[index].lemma.lower() not in _RELATIVE:
        return index
    at = index
    while (token := sentence.tokens[at]).head >= 0:
        if token.relation.startswith("acl"):
            return token.head
        at = token.head
    return index


def _of_verb(sentence: Sentence, verb: int) -> int | None:
    """The subject, the agent of a passive, or the subject of the verb this one hangs on."""
    seen = 0
    at = verb
    while seen < 8:
        seen += 1
        if is_passive(sentence, at):
            agents = children(sentence, at, "obl:agent") or [
                child for child in children(sentence, at, "obl") if "by" in cases(sentence, child)
            ]
            if at == verb:
                return agents[0] if agents else None
            return next(iter(children(sentence, at, "nsubj:pass", "nsubj")), None)
        subjects = [
            child for child in children(sentence, at, "nsubj", "nsubj:pass") if at == verb or child < max(verb, at)
        ]
        if subjects:
            return subjects[0]
        token = sentence.tokens[at]
        if token.head < 0:
            return None
        if token.relation.startswith("acl"):
            return None if "to" in cases(sentence, at) else token.head
        if token.relation not in _SHARES:
            return None
        if token.relation == "xcomp" and (things := children(sentence, token.head, "obj")):
            return things[0]
        at = _beyond_clause(sentence, at) if at == verb else token.head
    return None


def _beyond_clause(sentence: Sentence, verb: int) -> int:
    """The verb a coordinated one shares its subject with.

    After a comma ("she said talks had failed, but vowed ...") that is the verb above the clause, not in it.
    """
    token = sentence.tokens[verb]
    head = sentence.tokens[token.head]
    links = children(sentence, verb, "cc")
    comma = links and links[0] > 0 and sentence.tokens[links[0] - 1].pos == "PUNCT"
    return head.head if token.relation == "conj" and head.relation == "ccomp" and comma else token.head


def _of_noun(sentence: Sentence, noun: int) -> int | None:
    """The possessor, whoever follows "by" or "from", or the subject of "made the claim", "issued a warning"."""
    if owners := children(sentence, noun, "nmod:poss"):
        return owners[0]
    for child in children(sentence, noun, "nmod", "obl"):
        if cases(sentence, child) & {"by", "from"}:
            return child
    token = sentence.tokens[noun]
    if token.head < 0 or token.relation not in ("obj", "xcomp"):
        return None
    return _of_verb(sentence, token.head) if sentence.tokens[token.head].lemma in load_cues().lending else None
