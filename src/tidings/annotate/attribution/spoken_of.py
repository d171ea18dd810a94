"""Who speaks where no cue says so: the person that the reporter's words beside a quotation are about.

"Ann Example has sailed for two years; her passion “stemmed from my love for the sea.” She says more ..." (features and
sports reports quote in this way).
"""

from __future__ import annotations

import re

from tidings.annotate.attribution.phrase import noun_phrase
from tidings.annotate.attribution.saying import Saying
from tidings.lexicon.cues import CueWord
from tidings.record import NameType, Sentence, Span

_BESIDE = CueWord("beside", "say", "said")
_PERSONS = frozenset({"he", "she"})
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|myself|we|us|our|ours)\b")


def in_first_person(words: str) -> bool:
    """Whether somebody speaks of themselves, as a scare quote never does.

    >>> in_first_person("stemmed from my love for the sea"), in_first_person("the US")
    (True, False)
    """
    return _FIRST_PERSON.search(words) is not None


def spoken_of(number: int, sentence: Sentence, before: int, text: str) -> Saying | None:
    """The person that a sentence is about, up to an offset: its last subject that is one, else the last one named."""
    persons = [
        index
        for index, token in enumerate(sentence.tokens)
        if token.span.end <= before and _is_person(sentence, index, token.lemma.lower())
    ]
    subjects = [index for index in persons if sentence.tokens[index].relation.startswith("nsubj")]
    if not persons:
        return None
    head = (subjects or persons)[-1]
    span = noun_phrase(sentence, head, text)
    source = Span(span.start, min(span.end, before))
    return Saying(number, _BESIDE, "verb", sentence.tokens[head].span, source, head, (), None, None)


def _is_person(sentence: Sentence, index: int, lemma: str) -> bool:
    """Whether a word is "he" or "she", or the head of a person's name."""
    token = sentence.tokens[index]
    if token.pos == "PRON":
        return lemma in _PERSONS
    return any(
        name.type is NameType.PERSON and name.first <= index < name.last and not name.first <= token.head < name.last
        for name in sentence.names
    )
