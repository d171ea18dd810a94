"""Who speaks where no cue says so: the person that the reporter's words beside a quotation are about.

"Ann Example has sailed for two years; her passion “stemmed from my love for the sea.” She says more ..." (features and
sports reports quote in this way). Each reader looks at a stretch of one sentence.
"""

from __future__ import annotations

import re

from tidings.annotate.attribution.phrase import cases, children, noun_phrase
from tidings.annotate.attribution.saying import BESIDE, Saying
from tidings.annotate.attribution.source import issuer
from tidings.annotate.attribution.subject import SUBJECTS, is_verb
from tidings.lexicon.cues import load_cues
from tidings.record import NameType, Sentence, Span

_PRONOUNS = frozenset({"he", "she"})
_PERSON = frozenset({NameType.PERSON})
_SPEAKERS = frozenset({NameType.PERSON, NameType.ORG, NameType.GPE, NameType.NORP})
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|myself|we|us|our|ours)\b")
#: Before whoever has the words: "the motto of the guild", "a message from the envoy".
_FROM = frozenset({"of", "from", "by"})
#: Between a noun of saying and the mark after it: "the statement, “...”", "a banner that read “...”".
_NEAR = 3
#: From "like" back to its subject: "I was just like".
_QUOTATIVE = 6


def in_first_person(words: str) -> bool:
    """Whether somebody speaks of themselves, as a scare quote never does.

    >>> in_first_person("stemmed from my love for the sea"), in_first_person("the US")
    (True, False)
    """
    return _FIRST_PERSON.search(words) is not None


def spoken_of(number: int, sentence: Sentence, stretch: Span, text: str) -> Saying | None:
    """The person that a stretch is about: its last subject that is one, else the last one named."""
    persons = [index for index in _words(sentence, stretch) if _is_named(sentence, index, _PERSON)]
    subjects = [index for index in persons if sentence.tokens[index].relation in SUBJECTS]
    return _speaks(number, sentence, (subjects or persons)[-1], stretch, text) if persons else None


def announcer(number: int, sentence: Sentence, stretch: Span, text: str) -> Saying | None:
    """Whoever a stretch that ends in a colon is about: "The ministry defended the raid: “...”".

    Of a text or a word whoever it is from: "The ministry's statement was brief: “...”".
    """
    for index in _words(sentence, stretch):
        token = sentence.tokens[index]
        if token.relation not in SUBJECTS or sentence.tokens[token.head].relation != "root":
            continue
        if _is_named(sentence, index, _SPEAKERS):
            return _speaks(number, sentence, index, stretch, text)
        if _is_wording(sentence, index) and (owner := _owner(sentence, index)) is not None:
            return _speaks(number, sentence, owner, stretch, text)
    return None


def worded(number: int, sentence: Sentence, stretch: Span, text: str) -> Saying | None:
    """Whose words a noun of saying at the end of a stretch announces: "the envoy's tweet included the line “...”".

    Where nobody owns it, whoever gives it out ("posted a note, “...”"), else the last one named before it, but for
    what is only dealt with ("seized the film “...”").
    """
    words = [index for index in _words(sentence, stretch) if sentence.tokens[index].pos != "PUNCT"]
    noun = next((index for index in words[-_NEAR:] if _is_wording(sentence, index)), None)
    if noun is None:
        return None
    found = _owner(sentence, noun)
    if found is None:
        found = issuer(sentence, noun, text)
    if found is None and _is_given_out(sentence, noun):
        named = (index for index in reversed(words) if index < noun and _is_named(sentence, index, _SPEAKERS))
        found = next(named, None)
    return None if found is None else _speaks(number, sentence, found, stretch, text)


def _is_given_out(sentence: Sentence, noun: int) -> bool:
    """Whether words, or a medium, are those of whoever is named before them, not something that is dealt with."""
    new = any(sentence.tokens[child].lemma.lower() in ("a", "an") for child in children(sentence, noun, "det"))
    return new or sentence.tokens[noun].relation != "obj" or sentence.tokens[noun].lemma.lower() in load_cues().wordings


def set_before(number: int, sentence: Sentence, stretch: Span, text: str) -> Saying | None:
    """Whom a phrase without a verb names before a quotation: "In the words of the guide, “...”", "For Ann, “...”"."""
    words = _words(sentence, stretch)
    if any(is_verb(sentence, index) for index in words) or not stretch.slice(text).rstrip().endswith(","):
        return None
    for index in words:
        if sentence.tokens[index].lemma.lower() == "word" and (owner := _owner(sentence, index)) is not None:
            return _speaks(number, sentence, owner, stretch, text)
    return spoken_of(number, sentence, stretch, text)


def quotative(number: int, sentence: Sentence, stretch: Span, text: str) -> Saying | None:
    """Who "is like" what follows: "and she was like, “...”"."""
    words = [index for index in _words(sentence, stretch) if sentence.tokens[index].pos != "PUNCT"]
    if len(words) < 2 or sentence.tokens[words[-1]].lemma != "like":
        return None
    before = [index for index in words[-_QUOTATIVE:-1] if sentence.tokens[index].relation in SUBJECTS]
    is_like = any(sentence.tokens[index].lemma in ("be", "go") for index in words[-_NEAR:-1])
    return _speaks(number, sentence, before[-1], stretch, text) if before and is_like else None


def owned(number: int, sentence: Sentence, stretch: Span, text: str) -> Saying | None:
    """Whose possession a stretch ends in: "expressed his “deep sorrow at what happened that night.”"."""
    words = _words(sentence, stretch)
    if words and sentence.tokens[words[-1]].pos == "PART":  # "the envoy's"
        words.pop()
    if not words or sentence.tokens[words[-1]].relation != "nmod:poss":
        return None
    return _speaks(number, sentence, words[-1], stretch, text)


def _is_wording(sentence: Sentence, index: int) -> bool:
    """Whether a noun is a text or a way of saying: "statement", "tweet", "answer"."""
    token, cues = sentence.tokens[index], load_cues()
    return token.pos == "NOUN" and token.lemma.lower() in (cues.media | cues.wordings)


def _owner(sentence: Sentence, noun: int) -> int | None:
    """Whose word a noun is: its possessor, or whoever comes after "of" or "from"."""
    owners = children(sentence, noun, "nmod:poss")
    makers = [child for child in children(sentence, noun, "nmod") if cases(sentence, child) & _FROM]
    return next((index for index in owners + makers if not _is_wording(sentence, index)), None)


def _words(sentence: Sentence, stretch: Span) -> list[int]:
    return [index for index, token in enumerate(sentence.tokens) if stretch.contains(token.span)]


def _speaks(number: int, sentence: Sentence, head: int, stretch: Span, text: str) -> Saying:
    span = noun_phrase(sentence, head, text)
    source = Span(max(span.start, stretch.start), min(span.end, stretch.end))
    return Saying(number, BESIDE, "verb", sentence.tokens[head].span, source, head, (), None, None)


def _is_named(sentence: Sentence, index: int, kinds: frozenset[NameType]) -> bool:
    """Whether a word is "he" or "she", or the head of a name of one of some kinds."""
    token = sentence.tokens[index]
    if token.pos == "PRON":
        return token.lemma.lower() in _PRONOUNS
    return any(
        name.type in kinds and name.first <= index < name.last and not name.first <= token.head < name.last
        for name in sentence.names
    )
