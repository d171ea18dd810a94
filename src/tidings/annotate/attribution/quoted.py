"""Whose words a quotation is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tidings.annotate.attribution.adjoining import cue_after, cue_ahead
from tidings.annotate.attribution.page import Page
from tidings.annotate.attribution.quotes import Quotation
from tidings.annotate.attribution.saying import LONGEST_SENTENCE, Saying
from tidings.annotate.attribution.spoken_of import (
    announcer,
    in_first_person,
    owned,
    quotative,
    set_before,
    spoken_of,
    worded,
)
from tidings.annotate.attribution.subject import SUBJECTS
from tidings.annotate.attribution.words import Words
from tidings.record import Document, Sentence, Span

#: Kinds of cue that quote somebody, unlike verbs of thought.
_SPEAK = frozenset({"say", "ask", "judge"})
#: So many words without a subject of their own join two stretches of one speaker: "“...,” adding in French, “...”".
_JOINING = 6
#: From a stretch of a sentence to whom it is about.
Reader = Callable[[int, Sentence, Span, str], Saying | None]
#: What is looked for before a quotation set into a sentence, in the order of trust.
_READERS: tuple[Reader, ...] = (worded, set_before, owned, quotative)


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation and the saying it belongs to.

    `near`: the cue stands beside it and speaks of nothing else. `floats`: nothing near it names the speaker but its
    neighbour does.
    """

    quotation: Quotation
    saying: Saying
    near: bool = False
    floats: bool = False

    def again(self, quotation: Quotation) -> Voice:
        """The same speaker going on in another quotation."""
        return Voice(quotation, self.saying, floats=self.floats)


def assign_quotations(
    document: Document,
    quotations: Sequence[Quotation],
    sayings: Sequence[Saying],
    words: Words,
    turns: frozenset[int] = frozenset(),
) -> list[Voice]:
    """The quotations that are statements, each with the saying that claims it.

    In the order of trust: the cue right after it, the cue right before it, the speaker so far in its paragraph, and
    for a paragraph that is nothing but a quotation the speaker of the paragraph before. Quotations inside the content
    of a saying (a scare quote, a mixed quotation) are left to that content. `turns` are the paragraphs that a label
    gives to a speaker: nobody in them speaks in the next one.
    """
    desk = _Desk(Page(document, quotations, sayings, words), turns)
    voices: list[Voice] = []
    for at in range(len(quotations)):
        voice = desk.claim(at, voices[-1] if voices else None)
        if voice is not None:
            voices.append(voice)
    return voices


class _Desk:
    """What is known while the quotations of one report are gone through."""

    def __init__(self, page: Page, turns: frozenset[int]) -> None:
        self.page, self.turns = page, turns

    def claim(self, at: int, before: Voice | None) -> Voice | None:
        """Whose words a quotation is, None where it is no statement or nobody is named; `before` is the last voice."""
        quotation = self.page.quotations[at]
        saying = cue_after(self.page, at) or cue_ahead(self.page, at)
        if saying is not None:
            return Voice(quotation, saying, near=True)
        if self.page.is_covered(quotation) or not self.page.is_statement(quotation):
            return None
        if not self.page.opens_sentence(quotation):
            return self._set_into_sentence(quotation, before)
        if (person := self._followed_by(at)) is not None:
            return Voice(quotation, person, floats=True)
        if before is not None and before.quotation.zone == quotation.zone:
            return before.again(quotation)
        if (saying := self._of_paragraph(quotation)) is not None:
            return Voice(quotation, saying)
        if (person := self._about_before(quotation)) is not None:
            return Voice(quotation, person, floats=True)
        return self._floating(quotation, before)

    def _set_into_sentence(self, quotation: Quotation, before: Voice | None) -> Voice | None:
        """Whom a sentence is about that ends in a colon or has words in the first person set into it, without a cue."""
        start = self.page.sentence_start(quotation)
        if before is not None and self._goes_on(before.quotation, quotation):
            return before.again(quotation)
        lead = Span(start, quotation.span.start)
        announced = lead.slice(self.page.text).rstrip().endswith(":")
        of_oneself = not announced and in_first_person(quotation.inner.slice(self.page.text))
        last: tuple[Reader, ...] = (announcer,) if announced else (spoken_of,) if of_oneself else ()
        told = next(filter(None, (self._about(lead, reader) for reader in (*_READERS, *last))), None)
        if told is None and of_oneself:
            told = self._of_paragraph(quotation) or self._about_before(quotation)
        if told is None and before is not None and before.quotation.zone == quotation.zone:
            return before.again(quotation)
        if told is None:
            return None
        cued = (one for one in self.page.between(start, quotation.span.start) if one.source_word == told.source_word)
        same = next((one for one in cued if one.sentence == told.sentence), None)  # "called for calm “now, not later”"
        return Voice(quotation, told, floats=True) if same is None else Voice(quotation, same)

    def _goes_on(self, earlier: Quotation, later: Quotation) -> bool:
        """Whether only a cue without a subject stands between two quotations: “...,” further remarking, “...”."""
        between = self.page.words.within(earlier.span.end, later.span.start)
        near = earlier.zone == later.zone and 0 < len(between) <= _JOINING
        stops = any(sign in self.page.text[earlier.span.end : later.span.start] for sign in ".?!")
        return near and not stops and not any(token.relation in SUBJECTS for token in between)

    def _followed_by(self, at: int) -> Saying | None:
        """Whom the words are about that go on after a quotation without a cue: "“...,” Ann Example shot back"."""
        quotation = self.page.quotations[at]
        sentence = self.page.words.sentence_at(quotation.inner.start)
        rest = self.page.rest(at)
        if rest is None or sentence is None or sentence.span.end < rest.end:
            return None
        return self._about(rest, spoken_of)

    def _about_before(self, quotation: Quotation) -> Saying | None:
        """Whom the sentence before that of a quotation is about."""
        before = self.page.words.sentence_at(self.page.sentence_start(quotation) - 2)
        zone = self.page.zones[quotation.zone].span
        if before is None or before.span.start < zone.start:
            return None
        return self._about(Span(before.span.start, min(before.span.end, quotation.span.start)), spoken_of)

    def _about(self, stretch: Span, reader: Reader) -> Saying | None:
        """Whom a stretch of a sentence is about."""
        sentence, number = self.page.words.sentence_at(stretch.start), self.page.words.number_at(stretch.start)
        if sentence is None or len(sentence.tokens) > LONGEST_SENTENCE:
            return None
        return reader(number, sentence, stretch, self.page.text)

    def _of_paragraph(self, quotation: Quotation) -> Saying | None:
        """The last to have spoken in the paragraph, in the reporter's words; verbs of thought quote nobody."""
        start = self.page.zones[quotation.zone].span.start
        told = [saying for saying in self.page.between(start, quotation.span.start) if saying.source]
        speakers = [one for one in told if one.quotes or (one.part == "verb" and one.word.kind in _SPEAK)]
        return speakers[-1] if speakers else None

    def _floating(self, quotation: Quotation, before: Voice | None) -> Voice | None:
        """The speaker of the paragraph before, for a paragraph that only quotes."""
        if not self.page.is_whole(quotation) or quotation.zone - 1 in self.turns:
            return None
        if not (quotation.runs_on or self.page.text[quotation.inner.end - 1] in ".?!…"):  # a crosshead
            return None
        told = self._last_told(quotation.zone - 1) if quotation.zone else None
        if before is not None and before.quotation.zone == quotation.zone - 1:
            later = told is not None and told.cue.start > max(before.quotation.span.end, before.saying.cue.end)
            if told is None or not later or before.quotation.runs_on:
                return Voice(quotation, before.saying, floats=not before.quotation.runs_on)
        return Voice(quotation, told, floats=True) if told is not None else None

    def _last_told(self, zone: int) -> Saying | None:
        """The last in a paragraph of the reporter's to say, ask or judge something; verbs of thought quote nobody."""
        span = self.page.zones[zone].span
        speakers = [one for one in self.page.between(span.start, span.end) if one.source and one.word.kind in _SPEAK]
        return speakers[-1] if speakers else None
