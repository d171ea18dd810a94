"""Capitals and seats of government: the state that acts ("Beijing said"), or a place ("in Beijing")."""

from __future__ import annotations

from tidings.annotate.actor.found import Reading
from tidings.lexicon.word_lists import load_actor_words

_TOWARDS = frozenset(["with", "against", "between", "from", "toward", "towards", "by", "than"])


def subject_like(reading: Reading, head: int) -> str:
    """The grammatical role of a word, that of the first in a row for words joined by "and"."""
    tokens = reading.sentence.tokens
    for _ in range(10):
        if tokens[head].relation != "conj" or tokens[head].head < 0:
            break
        head = tokens[head].head
    return tokens[head].relation


def acts_as_state(reading: Reading, head: int) -> bool:
    """Whether a capital or seat at this word stands for the state, by its role in the sentence."""
    sentence = reading.sentence
    tokens = sentence.tokens
    for _ in range(10):
        if tokens[head].relation != "conj" or tokens[head].head < 0:
            break
        head = tokens[head].head
    token = tokens[head]
    if token.head < 0:
        return False
    governor = tokens[token.head]
    relation, words = token.relation.split(":")[0], load_actor_words()
    case = next((tokens[c].lemma.lower() for c in sentence.children[head] if tokens[c].relation == "case"), None)
    lemma = governor.lemma.lower()
    if relation == "nsubj":
        passive = token.relation == "nsubj:pass"
        return governor.pos in ("VERB", "AUX") and (
            lemma in words.state_objects if passive else lemma not in words.place_verbs
        )
    if relation in ("obj", "iobj"):
        return lemma in words.state_objects
    if token.relation == "nmod:poss":
        return lemma not in words.of_the_place
    if relation in ("obl", "nmod"):
        return _with(case, lemma)
    if relation in ("compound", "amod"):
        return lemma in words.relations
    return False


def _with(case: str | None, governor: str) -> bool:
    words = load_actor_words()
    if case in _TOWARDS:
        return governor not in words.travel
    if case == "to":
        return governor in words.state_objects or governor in words.addressed
    return case in ("of", "on") and governor in words.borne
