"""Which way a clause looks: the tense of the verb that governs a word."""

from __future__ import annotations

from tidings.annotate.timex.lexemes import Words
from tidings.record import Sentence

PAST, PRESENT, FUTURE, UNKNOWN = "past", "present", "future", "unknown"
_LIMIT = 40  # steps up a tree: no sentence is nested deeper, and a broken tree ends


def tense_at(sentence: Sentence, index: int, words: Words) -> str:
    """The tense of the nearest verb above a word: past, present or future; unknown where there is none.

    An infinitive looks ahead, but under "managed" or "began" it shares the tense of that verb; a participle without
    an auxiliary shares that of the clause it hangs on.
    """
    at = index
    for _ in range(_LIMIT):
        if at < 0:
            break
        token = sentence.tokens[at]
        if token.pos in ("VERB", "AUX") or any(sentence.tokens[c].relation == "cop" for c in sentence.children[at]):
            found = _verb_tense(sentence, at, words)
            if found:
                return found
        at = token.head
    return UNKNOWN


def _verb_tense(sentence: Sentence, at: int, words: Words) -> str | None:
    """The tense of one verb, None where it has none of its own."""
    token = sentence.tokens[at]
    helpers = [sentence.tokens[child] for child in sentence.children[at]]
    verbs = [token, *(helper for helper in helpers if helper.relation.startswith(("aux", "cop")))]
    lemmas = {helper.lemma.lower() for helper in verbs[1:]}
    if lemmas & {"will", "shall", "would", "'ll", "wo", "may", "might", "could", "can", "should", "must"}:
        return FUTURE
    if any("Tense=Past" in verb.features and "VerbForm=Fin" in verb.features for verb in verbs):
        return PAST if not _due(sentence, at, words) else FUTURE
    if "have" in lemmas:
        return PAST
    if any(helper.relation == "mark" and helper.lemma.lower() == "to" for helper in helpers):
        above = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
        return None if above in words.backward else FUTURE
    if any("Tense=Pres" in verb.features and "VerbForm=Fin" in verb.features for verb in verbs):
        return PRESENT
    return None


def _due(sentence: Sentence, at: int, words: Words) -> bool:
    """Whether a past participle is one of a plan: "is scheduled for Friday", "was expected in May"."""
    token = sentence.tokens[at]
    return "VerbForm=Part" in token.features and token.lemma.lower() in words.forward


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The word of a stretch that hangs on a word outside it."""
    for index in range(first, last):
        if not first <= sentence.tokens[index].head < last:
            return index
    return last - 1


def governor(sentence: Sentence, first: int, head: int) -> int:
    """The word whose tense a time shares: the one it hangs on, or the verb right before it where the parser hung it on
    the clause that follows: "warned | on Wednesday | that they would".
    """
    above = sentence.tokens[head].head
    if above < 0:
        return head
    before = first - 1 - (first > 0 and sentence.tokens[first - 1].pos == "ADP")
    behind = above > head and before >= 0 and sentence.tokens[above].head == before
    behind = behind and sentence.tokens[head].relation.startswith(("obl", "advmod"))
    return before if behind and sentence.tokens[before].pos == "VERB" else above


def tells(sentence: Sentence, index: int) -> bool:
    """Whether a time moves the story on: it does not inside a noun phrase ("the November 27 deal") or an aside.

    Asides are relative clauses and participles ("elections which were held on June 21").
    """
    at = index
    for _ in range(_LIMIT):
        if at < 0:
            return True
        token = sentence.tokens[at]
        relation = token.relation.split(":")[0]
        if relation == "acl" or (at == index and relation in ("compound", "amod", "nummod", "flat", "appos", "nmod")):
            return False
        at = token.head
    return True
