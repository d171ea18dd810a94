"""What was said, by word order, where the tree does not say: the clause or phrase beside a cue."""

from __future__ import annotations

from tidings.annotate.attribution.cue import Cue
from tidings.annotate.attribution.subject import is_finite, is_verb
from tidings.lexicon.cues import Cues
from tidings.record import Sentence

_STARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_BREAKS = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"})
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
    if cue.index < source or not _has_clause(sentence, rest):
        return []
    head = sentence.tokens[cue.index].head
    end = sentence.subtree(head)[-1] + 1 if head > cue.index else len(sentence.tokens)
    return [index for index in rest if index < end]


def interrupted(sentence: Sentence, cue: Cue, source: int, text: str) -> list[int]:
    """All of a sentence that a cue and its source cut in two between commas: "The plan, she said, would fail"."""
    own = {index for index in sentence.subtree(source) if abs(index - cue.index) <= _LONGEST_SOURCE} | {cue.index}
    first, last = min(own), max(own)
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].pos == "ADV":
        last += 1
    closing = last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].span.slice(text) == ","
    if first < 3 or not closing or sentence.tokens[first - 1].span.slice(text) != "," or last - first > _LONGEST_SOURCE:
        return []
    if not any(sentence.tokens[index].relation.startswith("nsubj") for index in range(first)):
        return []
    return [index for index in range(len(sentence.tokens)) if not first <= index <= last]


def straightened(sentence: Sentence, cue: Cue, words: set[int], text: str) -> set[int]:
    """A content after its verb, begun at its "that" and led on to where the phrase ends.

    Adverbs and dates between the verb and "that" are no part of it; words the parser hung elsewhere are.
    """
    tokens = sentence.tokens
    first, last = min(words), max(words)
    for index in range(cue.index + 1, min(cue.index + 12, last)):
        if tokens[index].pos == "SCONJ" and tokens[index].span.slice(text).lower() == "that":
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
    return token.pos in _BREAKS and not (token.pos == "VERB" and "VerbForm=Fin" not in token.features)


def phrase_beside(sentence: Sentence, cue: Cue, text: str) -> tuple[list[int], int | None]:
    """The noun phrase right after a verb that takes one, or after its preposition, and that preposition."""
    tokens, first, preposition = sentence.tokens, cue.index + 1, None
    if first < len(tokens) and tokens[first].span.slice(text).lower() in cue.word.prepositions:
        first, preposition = first + 1, first
    elif "thing" not in cue.word.takes:
        return [], None
    if first >= len(tokens) or tokens[first].pos not in _STARTS:
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
    """Stretches that speak of the whole sentence and belong to no content: ", according to a readout", ", adding"."""
    found = []
    last = len(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        form = token.span.slice(text).lower()
        if not index or sentence.tokens[index - 1].span.slice(text) not in ",—":
            continue
        if form != "according" and not (form in cues.verbs and form.endswith("ing") and token.relation != "amod"):
            continue
        end = last
        if form == "according":
            commas = (i for i in range(index, last) if sentence.tokens[i].span.slice(text) in ",;—")
            end = next(commas, last)
        found.append((index, end))
    return found


def _closes(sentence: Sentence, last: int) -> bool:
    tail = range(last + 1, len(sentence.tokens))
    return len(tail) <= _LONGEST_TAIL and not any(sentence.tokens[index].pos in ("VERB", "AUX") for index in tail)


def _has_clause(sentence: Sentence, stretch: range) -> bool:
    return any(is_verb(sentence, index) and is_finite(sentence, index) for index in stretch)
