"""Who speaks where no cue says so: the person that the reporter's words beside a quotation are about.

"Ann Example has sailed for two years; her passion “stemmed from my love for the sea.” She says more ..." (features and
sports reports quote in this way).
"""

from __future__ import annotations

import re

from tidings.annotate.attribution.phrase import noun_phrase
from tidings.annotate.attribution.saying import Saying
from tidings.annotate.attribution.subject import SUBJECTS
from tidings.lexicon.cues import CueWord
from tidings.record import NameType, Sentence, Span

_BESIDE = CueWord("beside", "say", "said")
_PRONOUNS = frozenset({"he", "she"})
_PERSON = frozenset({NameType.PERSON})
_SPEAKERS = frozenset({NameType.PERSON, NameType.ORG, NameType.GPE, NameType.NORP})
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|myself|we|us|our|ours)\b")


def in_first_person(words: str) -> bool:
    """Whether somebody speaks of themselves, as a scare quote never does.

    >>> in_first_person("stemmed from my love for the sea"), in_first_person("the US")
    (True, False)
    """
    return _FIRST_PERSON.search(words) is not None


def spoken_of(number: int, sentence: Sentence, before: int, text: str) -> Saying | None:
    """The person that a sentence is about, up to an offset: its last subject that is one, else the last one named."""
    persons = [index for index in _until(sentence, before) if _is_named(sentence, index, _PERSON)]
    subjects = [index for index in persons if sentence.tokens[index].relation in SUBJECTS]
    return _speaks(number, sentence, (subjects or persons)[-1], before, text) if persons else None


def announcer(number: int, sentence: Sentence, before: int, text: str) -> Saying | None:
    """Whoever a sentence that ends in a colon is about: "The ministry defended the raid: “...”"."""
    for index in _until(sentence, before):
        token = sentence.tokens[index]
        main = token.relation in SUBJECTS and sentence.tokens[token.head].relation == "root"
        if main and _is_named(sentence, index, _SPEAKERS):
            return _speaks(number, sentence, index, before, text)
    return None


def _until(sentence: Sentence, offset: int) -> list[int]:
    return [index for index, token in enumerate(sentence.tokens) if token.span.end <= offset]


def _speaks(number: int, sentence: Sentence, head: int, before: int, text: str) -> Saying:
    span = noun_phrase(sentence, head, text)
    source = Span(span.start, min(span.end, before))
    return Saying(number, _BESIDE, "verb", sentence.tokens[head].span, source, head, (), None, None)


def _is_named(sentence: Sentence, index: int, kinds: frozenset[NameType]) -> bool:
    """Whether a word is "he" or "she", or the head of a name of one of some kinds."""
    token = sentence.tokens[index]
    if token.pos == "PRON":
        return token.lemma.lower() in _PRONOUNS
    return any(
        name.type in kinds and name.first <= index < name.last and not name.first <= token.head < name.last
        for name in sentence.names
    )
