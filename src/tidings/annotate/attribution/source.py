"""Who is said to have said it."""

from __future__ import annotations

from tidings.annotate.attribution.according import phrase_head
from tidings.annotate.attribution.cue import Cue
from tidings.annotate.attribution.medium import medium_of
from tidings.annotate.attribution.phrase import cases, children, parted_by_dash
from tidings.annotate.attribution.subject import SUBJECTS, is_aside, is_passive, neighbour
from tidings.lexicon.cues import load_cues
from tidings.record import NameType, Sentence

#: Between a verb and the verb whose subject it shares.
_SHARES = frozenset({"conj", "xcomp", "advcl", "parataxis"})
_HANGS = frozenset({"advcl", "acl:relcl", "acl", "ccomp", "conj", "xcomp", "obl", "obj", "nmod", "appos", "parataxis"})
_QUOTE = frozenset({"quote", "cite", "record", "report", "describe"})
_SAME = frozenset({"he", "she", "it", "they"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SPEAKERS = frozenset({NameType.PERSON, NameType.ORG, NameType.GPE, NameType.NORP})


def find_source(sentence: Sentence, cue: Cue, text: str) -> int | None:
    """The head word of the source of a cue; None where nobody is named."""
    if cue.part == "verb":
        found = _of_cue_verb(sentence, cue, text)
        return None if found is None else _behind_text(sentence, cue, found, text)
    if cue.part == "noun":
        return _of_noun(sentence, cue.index, text)
    if cue.part == "adjective":
        return next(iter(children(sentence, cue.index, "nsubj")), None)
    if cue.part == "phrase":
        return phrase_head(sentence, cue)
    return None


def _of_cue_verb(sentence: Sentence, cue: Cue, text: str) -> int | None:
    if (quoted := _quoted_as(sentence, cue.index)) is not None:
        return quoted
    if is_aside(sentence, cue.index, text) and (found := _of_sentence(sentence, cue.index)) is not None:
        return found
    if not children(sentence, cue.index, *SUBJECTS) and (found := neighbour(sentence, cue, text)) is not None:
        return found
    return _of_verb(sentence, cue.index, text)


def _behind_text(sentence: Sentence, cue: Cue, source: int, text: str) -> int:
    """Whoever issued the text that a participle or relative clause speaks of: "sent a letter | opposing the plan".

    The noun itself stands for a "that"; "who" and "which" stand for themselves, as PolNeAR has them.
    """
    noun = antecedent(sentence, source)
    speaks_of = sentence.tokens[cue.index].relation.startswith("acl")
    if speaks_of and medium_of(sentence, noun, load_cues(), text) is not None:
        found = issuer(sentence, noun, text)
        if found is not None and found < noun:
            return found
    return noun if sentence.tokens[source].lemma.lower() == "that" else source


def issuer(sentence: Sentence, noun: int, text: str) -> int | None:
    """The head of the subject of the verb that says or gives out a text: "released a letter", "said in a speech"."""
    at = noun
    while sentence.tokens[at].relation == "nmod":  # "a series of tweets"
        at = sentence.tokens[at].head
    token, cues = sentence.tokens[at], load_cues()
    if token.head < 0 or token.relation not in ("obj", "obl"):
        return None
    lemma = sentence.tokens[token.head].lemma.lower()
    return _of_verb(sentence, token.head, text) if lemma in cues.lending or lemma in cues.verbs else None


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
    if at == verb:
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


def _of_verb(sentence: Sentence, verb: int, text: str) -> int | None:
    """The subject, the agent of a passive, or the subject of the verb this one hangs on."""
    if "Mood=Imp" in sentence.tokens[verb].features and not children(sentence, verb, *SUBJECTS):
        return None
    seen = 0
    at = verb
    while seen < 8:
        seen += 1
        if is_passive(sentence, at):
            agents = [child for child in children(sentence, at, "obl:agent", "obl") if _is_agent(sentence, child)]
            if at == verb:
                return agents[0] if agents else None
        subjects = [child for child in children(sentence, at, *SUBJECTS) if at == verb or child < max(verb, at)]
        if subjects:
            return _after_dateline(sentence, subjects, text)
        token = sentence.tokens[at]
        if token.head < 0:
            return None
        if token.relation.startswith("acl"):
            return None if "to" in cases(sentence, at) else token.head
        if token.relation not in _SHARES:
            return None
        if (made := _made_to(sentence, at)) is not None:
            return made
        at = _beyond_clause(sentence, at) if at == verb else token.head
    return None


def _is_agent(sentence: Sentence, index: int) -> bool:
    """Whether a phrase names by whom, not by what means: "was told by the envoy", "was told by telephone"."""
    token = sentence.tokens[index]
    named = token.relation == "obl:agent" or "by" in cases(sentence, index)
    return named and token.lemma.lower() not in load_cues().means


def _made_to(sentence: Sentence, verb: int) -> int | None:
    """Whoever is asked or made to do what an infinitive says: "gives the chair authority to call"."""
    token = sentence.tokens[verb]
    made = token.relation == "advcl" and sentence.tokens[token.head].lemma in load_cues().causing
    if token.relation != "xcomp" and not (made and "to" in cases(sentence, verb)):
        return None
    return next((child for kind in ("iobj", "obj") for child in children(sentence, token.head, kind)), None)


def _after_dateline(sentence: Sentence, subjects: list[int], text: str) -> int:
    """The first subject; of those a dash parts the last, since a parser may take a dateline for one: "PARIS -- The"."""
    return subjects[-1] if parted_by_dash(sentence, subjects[0], subjects[-1], text) else subjects[0]


def _beyond_clause(sentence: Sentence, verb: int) -> int:
    """The verb a coordinated one shares its subject with.

    After a comma ("she said talks had failed, but vowed ...") that is the verb above the clause, not in it; so it is
    where the clause speaks of the speaker ("the envoy said he would return and warned ...").
    """
    token = sentence.tokens[verb]
    head = sentence.tokens[token.head]
    if token.relation != "conj" or head.relation != "ccomp":
        return token.head
    links = children(sentence, verb, "cc")
    comma = links and links[0] > 0 and sentence.tokens[links[0] - 1].pos == "PUNCT"
    spoken_of = [sentence.tokens[child].lemma.lower() for child in children(sentence, token.head, *SUBJECTS)]
    return head.head if comma or any(word in _SAME for word in spoken_of) else token.head


def _named_before(sentence: Sentence, noun: int) -> list[int]:
    """The name of a speaker right before a noun: "the Example News report that"."""
    heads = {index for name in sentence.names if name.type in _SPEAKERS for index in range(name.first, name.last)}
    return [child for child in children(sentence, noun, "compound") if child in heads]


def _of_noun(sentence: Sentence, noun: int, text: str) -> int | None:
    """The possessor or a name before the noun, whoever follows "by" or "from", or the subject of "made the claim"."""
    if owners := [*children(sentence, noun, "nmod:poss"), *_named_before(sentence, noun)]:
        return owners[0]
    for child in children(sentence, noun, "nmod", "obl"):
        if cases(sentence, child) & {"by", "from"}:
            return child
    token = sentence.tokens[noun]
    if token.head < 0 or token.relation not in ("obj", "xcomp"):
        return None
    return _of_verb(sentence, token.head, text) if sentence.tokens[token.head].lemma in load_cues().lending else None
