"""Whose words a quotation is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tidings.annotate.attribution.quotes import Quotation, is_title
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
from tidings.lexicon.cues import load_cues
from tidings.record import Document, Sentence, Span, Token

#: How many words may stand between a quotation and the verb that claims it.
_REACH = 22
#: A quotation without a verb of this many words or more is still a statement.
_LONG = 6
#: Words about oneself are one from so many on: "a chance to face my demons".
_FEWEST = 4
#: Words that may name whoever is told, or where, between the verb and the mark.
_ASIDE = 9
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "ADP"})
_SPEAK = frozenset({"say", "ask", "judge"})
#: So many words without a subject of their own join two stretches of one speaker: "“...,” adding in French, “...”".
_JOINING = 6
#: From a stretch of a sentence to whom it is about.
Reader = Callable[[int, Sentence, Span, str], Saying | None]


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
    desk = _Desk(document, quotations, sayings, words, turns)
    voices: list[Voice] = []
    for at in range(len(quotations)):
        voice = desk.claim(at, voices[-1] if voices else None)
        if voice is not None:
            voices.append(voice)
    return voices


class _Desk:
    """What is known while the quotations of one report are gone through."""

    def __init__(
        self,
        document: Document,
        quotations: Sequence[Quotation],
        sayings: Sequence[Saying],
        words: Words,
        turns: frozenset[int],
    ) -> None:
        self.turns = turns
        self.text, self.zones = document.text, document.zones
        self.quotations, self.words = quotations, words
        starts = [quotation.span.start for quotation in quotations]
        self.sayings = [saying for saying in sayings if not _inside(saying.cue, quotations, starts)]
        self.cues = [saying.cue.start for saying in self.sayings]

    def claim(self, at: int, before: Voice | None) -> Voice | None:
        quotation = self.quotations[at]
        saying = self._after(at) or self._ahead(at)
        if saying is not None:
            return Voice(quotation, saying, near=True)
        if self._is_covered(quotation) or not self._is_statement(quotation):
            return None
        if not self._opens_sentence(quotation):
            return self._set_into_sentence(quotation, before)
        if (person := self._followed_by(at)) is not None:
            return Voice(quotation, person, floats=True)
        if before is not None and before.quotation.zone == quotation.zone:
            return Voice(quotation, before.saying, floats=before.floats)
        if (saying := self._of_paragraph(quotation)) is not None:
            return Voice(quotation, saying)
        if (person := self._about_before(quotation)) is not None:
            return Voice(quotation, person, floats=True)
        return self._floating(quotation, before)

    def _set_into_sentence(self, quotation: Quotation, before: Voice | None) -> Voice | None:
        """Whom a sentence is about that ends in a colon or has words in the first person set into it, without a cue."""
        start = self._sentence_start(quotation)
        if before is not None and self._goes_on(before.quotation, quotation):
            return Voice(quotation, before.saying, floats=before.floats)
        lead = Span(start, quotation.span.start)
        readers: list[Reader] = [worded, set_before, owned, quotative]
        if lead.slice(self.text).rstrip().endswith(":"):
            readers.append(announcer)
        elif in_first_person(quotation.inner.slice(self.text)):
            readers.append(spoken_of)
        told = next(filter(None, (self._about(lead, reader) for reader in readers)), None)
        if told is None and readers[-1] is spoken_of:
            told = self._of_paragraph(quotation) or self._about_before(quotation)
        if told is None and before is not None and before.quotation.zone == quotation.zone:
            return Voice(quotation, before.saying, floats=before.floats)
        if told is None:
            return None
        cued = (one for one in self._between(start, quotation.span.start) if one.source_word == told.source_word)
        same = next((one for one in cued if one.sentence == told.sentence), None)  # "called for calm “now, not later”"
        return Voice(quotation, told, floats=True) if same is None else Voice(quotation, same)

    def _goes_on(self, earlier: Quotation, later: Quotation) -> bool:
        """Whether only a cue without a subject stands between two quotations: “...,” further remarking, “...”."""
        between = self.words.within(earlier.span.end, later.span.start)
        near = earlier.zone == later.zone and 0 < len(between) <= _JOINING
        stops = any(sign in self.text[earlier.span.end : later.span.start] for sign in ".?!")
        return near and not stops and not any(token.relation in SUBJECTS for token in between)

    def _followed_by(self, at: int) -> Saying | None:
        """Whom the words are about that go on after a quotation without a cue: "“...,” Ann Example shot back"."""
        quotation = self.quotations[at]
        sentence = self.words.sentence_at(quotation.inner.start)
        rest = self._rest(at)
        if rest is None or sentence is None or sentence.span.end < rest.end:
            return None
        return self._about(rest, spoken_of)

    def _about_before(self, quotation: Quotation) -> Saying | None:
        """Whom the sentence before that of a quotation is about."""
        before = self.words.sentence_at(self._sentence_start(quotation) - 2)
        zone = self.zones[quotation.zone].span
        if before is None or before.span.start < zone.start:
            return None
        return self._about(Span(before.span.start, min(before.span.end, quotation.span.start)), spoken_of)

    def _about(self, stretch: Span, reader: Reader) -> Saying | None:
        """Whom a stretch of a sentence is about."""
        sentence, number = self.words.sentence_at(stretch.start), self.words.number_at(stretch.start)
        if sentence is None or len(sentence.tokens) > LONGEST_SENTENCE:
            return None
        return reader(number, sentence, stretch, self.text)

    def _between(self, start: int, end: int) -> Sequence[Saying]:
        return self.sayings[bisect_right(self.cues, start - 1) : bisect_right(self.cues, end - 1)]

    def _after(self, at: int) -> Saying | None:
        """The cue after a quotation that opens its sentence: “...,” she said."""
        rest = self._rest(at)
        if rest is None:
            return None
        for saying in self._between(rest.start, rest.end):
            if saying.quotes and len(self.words.within(rest.start, saying.cue.start)) <= _REACH:
                return saying
        return None

    def _rest(self, at: int) -> Span | None:
        """What follows a quotation that opens its sentence, up to its end or the next quotation, if a mark joins it."""
        quotation = self.quotations[at]
        start = quotation.span.end
        said = self.text[quotation.inner.start : quotation.span.end].rstrip("”\"'’»› ")
        gap = self.text[start : start + 3]
        joined = said.endswith(tuple(",?!—–…")) or gap.lstrip().startswith((",", "—", "–", "-", "―"))
        if not joined or not self._opens_sentence(quotation):
            return None
        # What follows "...?" or "...!" may have been cut off as a sentence of its own.
        sentence = self.words.sentence_at(start + len(gap) - len(gap.lstrip()))
        end = min(sentence.span.end if sentence else start, self.zones[quotation.zone].span.end)
        if at + 1 < len(self.quotations):
            end = min(end, self.quotations[at + 1].span.start)
        return Span(start, end) if end > start else None

    def _ahead(self, at: int) -> Saying | None:
        """The cue before it: She said: “...”."""
        quotation = self.quotations[at]
        zone = self.zones[quotation.zone].span
        start = self._sentence_start(quotation)
        if at and self.quotations[at - 1].zone == quotation.zone:
            start = max(start, self.quotations[at - 1].span.end)
        lead = self.text[start : quotation.span.start].rstrip()
        if not lead and quotation.span.start == zone.start and quotation.zone:
            previous = self.zones[quotation.zone - 1].span
            start, lead = previous.start, self.text[previous.start : previous.end].rstrip()
            if not lead.endswith(":"):
                return None
        announced = lead.endswith(":")
        for saying in reversed(self._between(start, quotation.span.start)):
            speaks = saying.quotes or announced or self._utters(saying, start + len(lead), quotation)
            if speaks and saying.source and self._leads(saying, lead, start, quotation):
                return saying
        return None

    def _utters(self, saying: Saying, end: int, quotation: Quotation) -> bool:
        """Whether a verb of saying that takes no clause has one's own words right after it: voiced “I am sorry”."""
        says = saying.part == "verb" and saying.word.kind == "say" and saying.cue.end == end
        return says and in_first_person(quotation.inner.slice(self.text))

    def _leads(self, saying: Saying, lead: str, start: int, quotation: Quotation) -> bool:
        """Whether only the reporter's turn to the quotation stands between: a comma, a colon, "that", a listener."""
        gap = self.words.within(saying.cue.end, start + len(lead))
        told = [one for one in saying.contents if one.start >= saying.cue.end and not one.overlaps(quotation.span)]
        told = [one for one in told if one.slice(self.text).lower() != "that"]
        if lead.endswith(":"):
            return len(gap) <= _REACH
        if told:
            return False
        if lead.endswith(","):
            return len(gap) <= _REACH
        return all(token.lemma.lower() == "that" for token in gap) or _ends_aside(saying, gap)

    def _sentence_start(self, quotation: Quotation) -> int:
        sentence = self.words.sentence_at(quotation.inner.start)
        zone = self.zones[quotation.zone].span
        return max(zone.start, sentence.span.start) if sentence else zone.start

    def _opens_sentence(self, quotation: Quotation) -> bool:
        return not self.words.within(self._sentence_start(quotation), quotation.span.start)

    def _is_covered(self, quotation: Quotation) -> bool:
        """Whether a content with words outside the quotation reaches into it."""
        for saying in self._between(quotation.span.start - 2000, quotation.span.end + 2000):
            for content in saying.contents:
                if content.overlaps(quotation.inner):
                    return True
        return False

    def _is_statement(self, quotation: Quotation) -> bool:
        inside = self.words.within(quotation.inner.start, quotation.inner.end)
        if is_title(quotation.inner.slice(self.text)):
            return False
        whole = self.text[quotation.inner.end - 1] in ".?!" and self._opens_sentence(quotation)
        if len(inside) >= _FEWEST and in_first_person(quotation.inner.slice(self.text)):
            return True
        return whole or len(inside) >= _LONG or any("VerbForm=Fin" in token.features for token in inside)

    def _of_paragraph(self, quotation: Quotation) -> Saying | None:
        """The last to have spoken in the paragraph, in the reporter's words; verbs of thought quote nobody."""
        start = self.zones[quotation.zone].span.start
        told = [saying for saying in self._between(start, quotation.span.start) if saying.source]
        speakers = [one for one in told if one.quotes or (one.part == "verb" and one.word.kind in _SPEAK)]
        return speakers[-1] if speakers else None

    def _floating(self, quotation: Quotation, before: Voice | None) -> Voice | None:
        """The speaker of the paragraph before, for a paragraph that only quotes."""
        if not self._is_whole(quotation) or quotation.zone - 1 in self.turns:
            return None
        if not (quotation.runs_on or self.text[quotation.inner.end - 1] in ".?!…"):  # a crosshead
            return None
        told = self._last_told(quotation.zone - 1) if quotation.zone else None
        if before is not None and before.quotation.zone == quotation.zone - 1:
            later = told is not None and told.cue.start > max(before.quotation.span.end, before.saying.cue.end)
            if told is None or not later or before.quotation.runs_on:
                return Voice(quotation, before.saying, floats=not before.quotation.runs_on)
        return Voice(quotation, told, floats=True) if told is not None else None

    def _last_told(self, zone: int) -> Saying | None:
        """The last in a paragraph of the reporter's to say, ask or judge something; verbs of thought quote nobody."""
        span = self.zones[zone].span
        speakers = [one for one in self._between(span.start, span.end) if one.source and one.word.kind in _SPEAK]
        return speakers[-1] if speakers else None

    def _is_whole(self, quotation: Quotation) -> bool:
        zone = self.zones[quotation.zone].span
        return not self.words.within(quotation.span.end, zone.end)


def _ends_aside(saying: Saying, gap: Sequence[Token]) -> bool:
    """Whether only the listener or the medium stands there: "told the radio host “...”", "said in a release “...”"."""
    if not gap or len(gap) > _ASIDE or not all(token.pos in _NOMINAL for token in gap):
        return False
    listener = saying.addressee is not None and saying.addressee.contains(gap[-1].span)
    return listener or gap[-1].lemma.lower() in load_cues().media


def _inside(span: Span, quotations: Sequence[Quotation], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and quotations[at].span.contains(span)
