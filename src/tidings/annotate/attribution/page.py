"""Where a quotation stands: in its sentence, its paragraph, among the cues of the reporter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tidings.annotate.attribution.quotes import Quotation, is_title
from tidings.annotate.attribution.saying import Saying
from tidings.annotate.attribution.spoken_of import in_first_person
from tidings.annotate.attribution.words import Words
from tidings.record import Document, Span

#: A quotation without a verb of this many words or more is still a statement.
_LONG = 6
#: Words about oneself are one from so many on: "a chance to face my demons".
_FEWEST = 4
#: No cue so many characters away has its content in a quotation.
_FAR = 2000


class Page:
    """The text of a report with its quotations, and the sayings whose cues stand outside them."""

    def __init__(
        self, document: Document, quotations: Sequence[Quotation], sayings: Sequence[Saying], words: Words
    ) -> None:
        self.text, self.zones = document.text, document.zones
        self.quotations, self.words = quotations, words
        starts = [quotation.span.start for quotation in quotations]
        self.sayings = [saying for saying in sayings if not _inside(saying.cue, quotations, starts)]
        self._cues = [saying.cue.start for saying in self.sayings]

    def between(self, start: int, end: int) -> Sequence[Saying]:
        """The sayings whose cues begin in a stretch of the text."""
        return self.sayings[bisect_right(self._cues, start - 1) : bisect_right(self._cues, end - 1)]

    def sentence_start(self, quotation: Quotation) -> int:
        """Where the sentence of a quotation begins, or its paragraph if that is later."""
        sentence = self.words.sentence_at(quotation.inner.start)
        zone = self.zones[quotation.zone].span
        return max(zone.start, sentence.span.start) if sentence else zone.start

    def opens_sentence(self, quotation: Quotation) -> bool:
        """Whether no word of its sentence stands before a quotation."""
        return not self.words.within(self.sentence_start(quotation), quotation.span.start)

    def rest(self, at: int) -> Span | None:
        """What follows a quotation that opens its sentence, up to its end or the next quotation, if a mark joins it."""
        quotation = self.quotations[at]
        start = quotation.span.end
        said = self.text[quotation.inner.start : quotation.span.end].rstrip("”\"'’»› ")
        gap = self.text[start : start + 3]
        joined = said.endswith(tuple(",?!—–…")) or gap.lstrip().startswith((",", "—", "–", "-", "―"))
        if not joined or not self.opens_sentence(quotation):
            return None
        # What follows "...?" or "...!" may have been cut off as a sentence of its own.
        sentence = self.words.sentence_at(start + len(gap) - len(gap.lstrip()))
        end = min(sentence.span.end if sentence else start, self.zones[quotation.zone].span.end)
        if at + 1 < len(self.quotations):
            end = min(end, self.quotations[at + 1].span.start)
        return Span(start, end) if end > start else None

    def is_covered(self, quotation: Quotation) -> bool:
        """Whether a content with words outside the quotation reaches into it."""
        near = self.between(quotation.span.start - _FAR, quotation.span.end + _FAR)
        return any(content.overlaps(quotation.inner) for saying in near for content in saying.contents)

    def is_statement(self, quotation: Quotation) -> bool:
        """Whether a quotation says something, unlike a scare quote or a title."""
        inside = self.words.within(quotation.inner.start, quotation.inner.end)
        if is_title(quotation.inner.slice(self.text)):
            return False
        whole = self.text[quotation.inner.end - 1] in ".?!" and self.opens_sentence(quotation)
        if len(inside) >= _FEWEST and in_first_person(quotation.inner.slice(self.text)):
            return True
        return whole or len(inside) >= _LONG or any("VerbForm=Fin" in token.features for token in inside)

    def is_whole(self, quotation: Quotation) -> bool:
        """Whether no word of its paragraph follows a quotation."""
        zone = self.zones[quotation.zone].span
        return not self.words.within(quotation.span.end, zone.end)


def _inside(span: Span, quotations: Sequence[Quotation], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and quotations[at].span.contains(span)
