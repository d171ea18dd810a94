"""What was said, by word order, where the tree does not say: the clause or phrase beside a cue."""

from __future__ import annotations

from tidings.annotate.attribution.cue import CITES, Cue
from tidings.annotate.attribution.phrase import children
from tidings.annotate.attribution.subject import BREAKS, is_finite, is_verb
from tidings.lexicon.cues import Cues, load_cues
from tidings.record import Sentence

_TURNS = frozenset({"and", "but", "though", "although", "while", "as"})
_PAUSES = frozenset({",", "—"})
_CLOSING = frozenset({"”", '"', "''", "’", "»"})
_TELLS = frozenset({"clause", "small"})
_STARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
#: After the verb and its subject at the end of a sentence: "on Monday", "in a statement to reporters".
_LONGEST_TAIL = 10
_LONGEST_SOURCE = 25


def clause_beside(sentence: Sentence, cue: Cue, source: int, text: str) -> list[int]:
    """The clause after the verb; or the one before it, where verb and subject close the sentence after a comma."""
    below = {index for index in sentence.subtree(source) if abs(index - cue.index) <= _LONGEST_SOURCE} | {cue.index}
    before = range(min(below) - 1)
    comma = len(before) and sentence.tokens[before.stop].span.slice(text) == ","
    if comma and _closes(sentence, max(below)) and _has_clause(sentence, before):
        return list(before)
    rest = range(cue.index + 1, len(sentence.tokens))
    if cue.index < source or not _has_clause(sentence, rest) or _is_subordinate(sentence, cue.index):
        return []
    head = sentence.tokens[cue.index].head
    end = sentence.subtree(head)[-1] + 1 if head > cue.index else len(sentence.tokens)
    if sentence.tokens[cue.index].relation == "acl:relcl":
        end = next((index for index in rest if sentence.tokens[index].span.slice(text) == ","), end)
    return [index for index in rest if index < end]


def _is_subordinate(sentence: Sentence, verb: int) -> bool:
    """Whether a verb's own clause is only set before another: "before the officials had weighed in, the mayor said"."""
    return sentence.tokens[verb].relation == "advcl" and bool(children(sentence, verb, "mark"))


def interrupted(sentence: Sentence, cue: Cue, source: int, text: str) -> list[int]:
    """All of a sentence that a cue and its source cut in two between commas: "The plan, she said, would fail"."""
    own = {index for index in sentence.subtree(source) if abs(index - cue.index) <= _LONGEST_SOURCE} | {cue.index}
    first, last = min(own), max(own)
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].pos == "ADV":
        last += 1
    closing = last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].span.slice(text) == ","
    if first < 3 or not closing or sentence.tokens[first - 1].span.slice(text) != "," or last - first > _LONGEST_SOURCE:
        return []
    return [index for index in range(len(sentence.tokens)) if not first <= index <= last]


def straightened(sentence: Sentence, cue: Cue, words: set[int], text: str) -> set[int]:
    """A content after its verb, begun at its "that" and led on to where the phrase ends.

    Adverbs and dates between the verb and "that" are no part of it; words the parser hung elsewhere are.
    """
    tokens = sentence.tokens
    first, last = min(words), max(words)
    for index in range(cue.index + 1, min(cue.index + 12, last)):
        after_comma = tokens[index - 1].span.slice(text) == ","
        if (tokens[index].pos == "SCONJ" or after_comma) and tokens[index].span.slice(text).lower() == "that":
            if cue.word.word in CITES and after_comma:  # "citing a diplomat, that ..."
                return {word for word in words if word < index}
            words = {*range(index, first), *(word for word in words if word >= index)}
            break
        if tokens[index].pos in ("VERB", "AUX"):
            break
    while last + 1 < len(tokens) and not _ends(sentence, last + 1):
        last += 1
        words.add(last)
    return words


def _ends(sentence: Sentence, index: int) -> bool:
    """Whether a word cannot belong to the phrase before it."""
    token = sentence.tokens[index]
    return token.pos in BREAKS and not (token.pos == "VERB" and "VerbForm=Fin" not in token.features)


def phrase_beside(sentence: Sentence, cue: Cue, text: str) -> tuple[list[int], int | None]:
    """The noun phrase right after a verb that takes one, or after its preposition, and that preposition."""
    tokens, first, preposition = sentence.tokens, cue.index + 1, None
    if first < len(tokens) and tokens[first].span.slice(text).lower() in cue.word.prepositions:
        first, preposition = first + 1, first
    elif "thing" not in cue.word.takes:
        return [], None
    if first >= len(tokens) or tokens[first].pos not in _STARTS or tokens[first].lemma.lower() in load_cues().dates:
        return [], None
    last = first
    while last + 1 < len(tokens) and not _ends(sentence, last + 1):
        last += 1
    return list(range(first, last + 1)), preposition


def that_beside(sentence: Sentence, cue: Cue, text: str) -> list[int]:
    """The clause after a noun and "that", up to the next mark of punctuation."""
    tokens, first = sentence.tokens, cue.index + 1
    if first >= len(tokens) or tokens[first].pos != "SCONJ" or tokens[first].span.slice(text).lower() != "that":
        return []
    stop = next((i for i in range(first, len(tokens)) if tokens[i].pos == "PUNCT"), len(tokens))
    return list(range(first, stop))


def asides(sentence: Sentence, cues: Cues, text: str) -> list[tuple[int, int]]:
    """Stretches that are no part of a content begun before them: first word and end.

    ", according to a readout" up to the next comma; to the end of the sentence ", adding ..." and ", but she said ...",
    where somebody speaks anew. A relative clause after a comma that closes the sentence is the reporter's gloss.
    """
    forms = [token.span.slice(text).lower() for token in sentence.tokens]
    found = []
    for index in range(1, len(forms)):
        comma = forms[index - 1] in _PAUSES or (forms[index - 1] in _CLOSING and forms[index - 2] in _PAUSES)
        if comma and forms[index] in ("according", "which", "who"):
            end = next((i for i in range(index, len(forms)) if forms[i] in (",", ";", "—")), len(forms))
            if forms[index] == "according" or end >= len(forms) - 2:
                found.append((index, end))
        elif (comma and _participle(sentence, index, forms[index], cues)) or (
            forms[index] in _TURNS and _speaks_anew(sentence, index, forms, cues, comma)
        ):
            found.append((index, _resumes(forms, index)))
    return found


def _resumes(forms: list[str], start: int) -> int:
    """Where what an aside cut in two goes on: "reported, citing officials, | that ..."; else the end."""
    return next((at for at in range(start, len(forms) - 1) if forms[at] == "," and forms[at + 1] == "that"), len(forms))


def _participle(sentence: Sentence, index: int, form: str, cues: Cues) -> bool:
    return form.endswith("ing") and form in cues.verbs and sentence.tokens[index].relation != "amod"


def _speaks_anew(sentence: Sentence, index: int, forms: list[str], cues: Cues, comma: bool) -> bool:
    """Whether after "but" or "and" a cue follows: at once, or with a short subject after a comma."""
    for at in range(index + 1, min(index + (8 if comma else 3), len(forms))):
        token = sentence.tokens[at]
        if token.pos == "VERB":
            entry = cues.verbs.get(forms[at])
            return entry is not None and not entry.loose and bool(entry.takes & _TELLS) and is_finite(sentence, at)
        if token.pos not in ("ADV", "AUX") and not comma:
            return False
    return False


def _closes(sentence: Sentence, last: int) -> bool:
    tail = range(last + 1, len(sentence.tokens))
    return len(tail) <= _LONGEST_TAIL and not any(sentence.tokens[index].pos in ("VERB", "AUX") for index in tail)


def _has_clause(sentence: Sentence, stretch: range) -> bool:
    return any(is_verb(sentence, index) and is_finite(sentence, index) for index in stretch)
