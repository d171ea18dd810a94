"""Who speaks where a report prints a name beside the words: interviews, transcripts, letters, pull quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tidings.annotate.attribution.quotes import Quotation
from tidings.record import SILENT_ZONES, Document, Span, ZoneKind

#: A name in capitals, or of up to four words that begin with one, or Q and A, before a colon at the head of a
#: paragraph; or a name in two brackets, as Wikinews prints its interviews.
_LABEL = re.compile(
    r"[\"“«]?((?:[A-Z][A-Z.'’-]+|[A-Z][\w.'’-]+)(?: [A-Z][\w.'’-]*){0,3}|[QA]):\s+(?=\S)"
    r"|\(\(([^()\n]{2,40})\)\):?\s+(?=\S)"
)
#: A name after a dash behind the closing mark, at the end of the paragraph.
_SIGNED = re.compile(
    r"[”\"»]\s*[―—–-]{1,2}\s*([A-Z][\w.'’-]*(?:,? (?:[A-Z][\w.'’-]*|de|la|bin|al|van|von|of)){0,5})[.\s]*$"
)
#: One label may be anything ("Update: ..."); a conversation has turns.
_FEWEST_TURNS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that stand beside the name of their speaker: `paragraph` is the index of their zone."""

    speaker: Span
    words: Span
    paragraph: int


def find_turns(document: Document) -> tuple[Turn, ...]:
    """The turns of a conversation, and the quotations that are signed.

    A label counts where the report has three paragraphs with one, and one of them names somebody twice or is written
    in capitals: a list of names and figures has no such labels. An answer may take several paragraphs.

    >>> from tidings.record import Zone, ZoneKind
    >>> text = "“We are no longer asked.” — Ann Example"
    >>> document = Document.of(text, (Zone(ZoneKind.BODY, Span(0, len(text))),))
    >>> [(turn.speaker.slice(text), turn.words.slice(text)) for turn in find_turns(document)]
    [('Ann Example', 'We are no longer asked.')]
    """
    labelled = list(_labelled(document))
    labels = [turn.speaker.slice(document.text) for turn in labelled]
    talks = any(labels.count(label) > 1 for label in labels) or any(label.isupper() for label in labels)
    kept = list(_continued(document, labelled)) if len(labelled) >= _FEWEST_TURNS and talks else []
    taken = {turn.paragraph for turn in kept}
    return (*kept, *(turn for turn in _signed(document) if turn.paragraph not in taken))


def _paragraphs(document: Document) -> Iterator[tuple[int, Span]]:
    return ((index, zone.span) for index, zone in enumerate(document.zones) if zone.kind not in SILENT_ZONES)


def _labelled(document: Document) -> Iterator[Turn]:
    for index, span in _paragraphs(document):
        if found := _LABEL.match(document.text, span.start, span.end):
            speaker = Span(*found.span(found.lastindex or 1))
            yield Turn(speaker, _bare(document.text, found.end(), span.end), index)


def _continued(document: Document, labelled: Sequence[Turn]) -> Iterator[Turn]:
    """The turns, each with the paragraphs up to the next label; after a question somebody else may speak unnamed."""
    yield from labelled[:1]
    for turn, following in pairwise(labelled):
        answers = turn.paragraph and not turn.words.slice(document.text).endswith("?")  # no headline ("Envoy: ...")
        for index in range(turn.paragraph + 1, following.paragraph) if answers else ():
            zone = document.zones[index]
            if zone.kind is not ZoneKind.BODY or _is_note(document.text, zone.span):
                break
            yield Turn(turn.speaker, _bare(document.text, zone.span.start, zone.span.end), index)
        yield following


def _is_note(text: str, paragraph: Span) -> bool:
    """Whether a paragraph is the transcriber's: "(CROSSTALK.)"."""
    return paragraph.slice(text).lstrip('"“«').startswith(("(", "["))


def _signed(document: Document) -> Iterator[Turn]:
    for index, span in _paragraphs(document):
        if document.text[span.start] not in '“”"«':
            continue
        if found := _SIGNED.search(document.text, span.start, span.end):
            yield Turn(Span(*found.span(1)), _bare(document.text, span.start, found.start()), index)


def _bare(text: str, start: int, end: int) -> Span:
    """A stretch without blanks and quote marks at its edges."""
    while start < end and (text[start].isspace() or text[start] in '“"«”'):
        start += 1
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in '”"»“'):
        end -= 1
    return Span(start, end)


def outside(quotations: Sequence[Quotation], turns: Sequence[Turn]) -> tuple[Quotation, ...]:
    """The quotations that are not a turn already."""
    words = {turn.paragraph: turn.words for turn in turns}
    return tuple(one for one in quotations if one.zone not in words or not _is_turn(one, words[one.zone]))


def _is_turn(quotation: Quotation, words: Span) -> bool:
    """Whether a quotation is most of a turn: its marks stand around the whole paragraph."""
    shared = min(quotation.inner.end, words.end) - max(quotation.inner.start, words.start)
    return 2 * shared > len(words)
