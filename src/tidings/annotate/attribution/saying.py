"""A cue with all that its sentence tells about it, before quotations are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tidings.annotate.attribution.clauses import find_content
from tidings.annotate.attribution.content import Content
from tidings.annotate.attribution.cue import Cue, find_cues
from tidings.annotate.attribution.judge import counts_alone, is_refused, proposed, speaker
from tidings.annotate.attribution.learned import named_content
from tidings.annotate.attribution.medium import find_addressee, find_medium
from tidings.annotate.attribution.order import (
    asides,
    clause_beside,
    interrupted,
    phrase_beside,
    straightened,
    that_beside,
)
from tidings.annotate.attribution.phrase import content_spans, noun_phrase
from tidings.annotate.attribution.source import find_source
from tidings.annotate.attribution.subject import (
    beside,
    is_answered,
    is_aside,
    is_finite,
    is_passive,
    neighbour,
    source_span,
)
from tidings.annotate.attribution.unnamed import asks_for_no_name
from tidings.lexicon.cues import Cues, CueWord
from tidings.record import Opinion, Sentence, Span

#: Parts that must name their source or their content to count.
_QUOTES = frozenset({"verb", "phrase"})
#: In the place of a cue where there is none.
BESIDE = CueWord("beside", "say", "said")
#: No reporter writes one as long; lists and hostile text are, and every cue looks through its sentence.
LONGEST_SENTENCE = 500


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody says something: the cue and its span, the head word of the source, the contents the tree gives.

    There may be several contents, where the cue interrupts its clause, or none, where a quotation is still to come.
    `learned` says that no rule but the judge takes the word for a cue.
    """

    sentence: int
    word: CueWord
    part: str
    cue: Span
    source: Span | None
    source_word: int | None
    contents: tuple[Span, ...]
    medium: str | None
    addressee: Span | None
    learned: bool = False

    @property
    def is_beside(self) -> bool:
        """Whether there is no cue: the words beside a quotation are about the source."""
        return self.word is BESIDE

    @property
    def quotes(self) -> bool:
        """Whether a quotation may belong to it."""
        return self.part in _QUOTES and (self.part == "phrase" or bool(self.word.takes & {"clause", "quote"}))


def find_sayings(
    number: int, sentence: Sentence, quoted: frozenset[int], cues: Cues, text: str, opinion: Opinion | None = None
) -> Iterator[Saying]:
    """Every cue of a sentence that has a source or a content: those of the rules, then those of the judge alone.

    `quoted` holds the words between quote marks. Who speaks outside them has no subject inside, and the other way
    round, whatever the tree says.
    """
    if len(sentence.tokens) > LONGEST_SENTENCE:
        return
    away = asides(sentence, cues, text)
    sides = {keep: _Side(*_seen(sentence, quoted, keep), away, cues, text, opinion) for keep in (True, False)}
    taken: set[int] = set()
    for cue in find_cues(sentence, cues, text):
        if is_refused(cue, quoted, opinion):
            continue
        if saying := _saying(number, sides[cue.index in quoted], cue):
            taken.update(i for i, token in enumerate(sentence.tokens) if saying.cue.contains(token.span))
            yield saying
    for cue in proposed(sentence, taken, quoted, cues, opinion, text) if opinion else ():
        if saying := _saying(number, sides[cue.index in quoted], cue):
            yield saying


@dataclass(frozen=True, slots=True)
class _Side:
    """A sentence as it is seen from one side of its quote marks: `barred` are the words of the other side."""

    sentence: Sentence
    barred: frozenset[int]
    away: list[tuple[int, int]]
    cues: Cues
    text: str
    opinion: Opinion | None


def _seen(sentence: Sentence, quoted: frozenset[int], inside: bool) -> tuple[Sentence, frozenset[int]]:
    """The sentence with the subjects on the other side of the quote marks hidden, and the words there."""
    if not quoted:
        return sentence, frozenset()
    barred = frozenset(range(len(sentence.tokens))) - quoted if inside else quoted
    tokens = tuple(
        replace(token, relation="dep") if token.relation.startswith("nsubj") and index in barred else token
        for index, token in enumerate(sentence.tokens)
    )
    return Sentence(sentence.span, tokens, sentence.names, sentence.children), barred


def _saying(number: int, side: _Side, cue: Cue) -> Saying | None:
    sentence, text = side.sentence, side.text
    source, content = _roles(side, cue)
    if not (_counts(sentence, cue, bool(content.words), source) or (content.words and counts_alone(cue, side.opinion))):
        return None
    said = _content_words(sentence, cue, content, _outside(sentence, cue, source, side.away), text)
    if cue.part == "verb" and cue.word.kind != "judge" and asks_for_no_name(sentence, sorted(said), side.cues):
        return None
    contents = tuple(content_spans(sentence, said, text))
    if cue.told is not None and not contents:
        return None
    return Saying(
        number,
        cue.word,
        cue.part,
        _with_preposition(sentence, cue, content.preposition),
        None if source is None else source_span(sentence, cue, source, text),
        source,
        contents,
        find_medium(sentence, cue, source, side.cues, text),
        _addressee(side, cue, contents),
        cue.told is not None,
    )


def _roles(side: _Side, cue: Cue) -> tuple[int | None, Content]:
    """The head word of the source, and the content."""
    sentence, text = side.sentence, side.text
    told = cue.told
    content = find_content(sentence, cue, text) if told is None else named_content(sentence, cue.index, told)
    source = find_source(sentence, cue, text)
    if source is not None and source in content.words and cue.part != "noun":
        source = neighbour(sentence, cue, text) if cue.part == "verb" else None
    if _plain(sentence, cue):
        source = source if source is not None else beside(sentence, cue, text)
    source = speaker(sentence, cue, source, side.barred.union(content.words), side.opinion)
    return source, content if told is not None else _content_beside(sentence, cue, source, content, text)


def _addressee(side: _Side, cue: Cue, contents: tuple[Span, ...]) -> Span | None:
    """Whoever it was said to, without the content a parser hung below: "told reporters | that ..."."""
    sentence, text = side.sentence, side.text
    head = find_addressee(sentence, cue, side.cues)
    if head is None:
        return None
    span, at = noun_phrase(sentence, head, text), sentence.tokens[head].span
    begins = [content.start for content in contents if at.end <= content.start < span.end]
    return Span(span.start, at.end + len(text[at.end : begins[0]].rstrip())) if begins else span


def _content_beside(sentence: Sentence, cue: Cue, source: int | None, content: Content, text: str) -> Content:
    """The content by word order, where the tree gives none or the cue interrupts it."""
    if cue.part == "noun":
        if content.words:
            return content
        words = that_beside(sentence, cue, text)
        return Content(words) if words else Content(*phrase_beside(sentence, cue, text))
    if cue.part != "verb" or source is None or is_passive(sentence, cue.index):
        return content
    if _plain(sentence, cue) and (words := interrupted(sentence, cue, source, text)):
        return Content(words, whole=True)
    if content.words:
        return content
    words, preposition = phrase_beside(sentence, cue, text)
    told = is_finite(sentence, cue.index) or is_aside(sentence, cue.index, text)
    if not words and told and not cue.word.loose and _plain(sentence, cue):
        words = clause_beside(sentence, cue, source, text)
    return Content(words, preposition)


def _plain(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue is a verb of saying or thinking in the active voice, which always has a subject and a clause."""
    return cue.part == "verb" and "clause" in cue.word.takes and not is_passive(sentence, cue.index)


def _counts(sentence: Sentence, cue: Cue, content: bool, source: int | None) -> bool:
    """Whether a cue says enough: only a passive ("it is said that ...") and an adverb may leave the source open."""
    if cue.part == "verb":
        if source is not None or not content:
            return source is not None
        return is_answered(sentence, cue.index) or (is_passive(sentence, cue.index) and cue.word.kind != "ask")
    if cue.part == "phrase":
        return source is not None
    return content and (source is not None or cue.part == "adverb")


def _content_words(sentence: Sentence, cue: Cue, content: Content, out: set[int], text: str) -> set[int]:
    """The words of a content but those of `out`; of a verb's complement what follows the verb."""
    kept = [index for index in content.words if index not in out]
    after = [index for index in kept if index > cue.index]
    if content.whole or cue.part != "verb" or len(after) * 2 < len(kept) or not after:
        return set(kept)
    led = straightened(sentence, cue, set(range(after[0], after[-1] + 1)), text)
    return {index for index in led if index not in out}


def _outside(sentence: Sentence, cue: Cue, source: int | None, away: list[tuple[int, int]]) -> set[int]:
    """Words that are no part of a content: the cue, its source, and asides it does not stand in."""
    near = range(max(0, cue.index - 6), min(len(sentence.tokens), cue.index + 3))
    out = {index for index in near if cue.span.contains(sentence.tokens[index].span)}
    if source is not None:
        # What stands beyond the cue is none of the source's, wherever a parser hung it.
        out.update(index for index in sentence.subtree(source) if (index < cue.index) == (source < cue.index))
    for start, end in away:
        if not start <= cue.index < end:
            out.update(range(start, end))
    return out


def _with_preposition(sentence: Sentence, cue: Cue, preposition: int | None) -> Span:
    """The cue takes in the preposition right after it: "called for"."""
    if preposition is None:
        return cue.span
    word = sentence.tokens[preposition].span
    near = word.start > cue.span.end and word.start - cue.span.end <= 1
    return Span(cue.span.start, word.end) if near else cue.span
