"""The attributions of a report: clauses by their trees, quotations by their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.annotate.attribution.blocks import find_blocks
from tidings.annotate.attribution.citing import with_cited
from tidings.annotate.attribution.headline import find_headline_sayings
from tidings.annotate.attribution.nesting import with_parents
from tidings.annotate.attribution.quoted import assign_quotations
from tidings.annotate.attribution.quotes import Quotation, find_quotations
from tidings.annotate.attribution.saying import Saying, find_sayings
from tidings.annotate.attribution.scribe import Scribe
from tidings.annotate.attribution.turns import find_turns, outside
from tidings.annotate.attribution.words import Words
from tidings.lexicon import Lexicon
from tidings.lexicon.cues import Cues
from tidings.record import Analysis, Opinion


def find_attributions(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis with its statements: source, cue and content (PARC 3.0, Pareti 2016; PolNeAR, Newell et al. 2018).

    A quotation is one attribution for each stretch between quote marks, `direct`; a clause is `indirect`, or `mixed`
    where it holds a quotation. Contents leave the marks around a quotation out. docs/decisions/060-attribution.md
    says where each span begins and ends.

    >>> from tidings.record import Document, Zone, ZoneKind, Span
    >>> text = "Talks went on."
    >>> document = Document.of(text, (Zone(ZoneKind.BODY, Span(0, len(text))),))
    >>> find_attributions(Analysis(document), Lexicon()).attributions
    ()
    """
    document = analysis.document
    turns = find_turns(document)
    marked = find_quotations(document)
    blocks = find_blocks(document, lexicon.cues, marked)
    quotations = outside(sorted((*marked, *blocks), key=lambda one: one.span), turns)
    sayings = list(_told(analysis, quotations, lexicon.cues))
    sayings.extend(find_headline_sayings(analysis, lexicon.cues))
    sayings.sort(key=lambda saying: saying.cue)
    words = Words(analysis.sentences)
    voices = assign_quotations(document, quotations, sayings, words, frozenset(turn.paragraph for turn in turns))
    scribe = Scribe(analysis, quotations, voices, words)
    found = {one.id: one for one in (*scribe.in_turns(turns), *scribe.quoted(), *scribe.told(sayings))}
    return replace(analysis, attributions=with_parents(list(found.values())))


def _told(analysis: Analysis, quotations: Sequence[Quotation], cues: Cues) -> Iterator[Saying]:
    """What the cues of all sentences tell, with the help of the judge where he has read them."""
    opinions: Sequence[Opinion | None] = analysis.opinions or (None,) * len(analysis.sentences)
    rows = zip(analysis.sentences, opinions, _quoted(analysis, quotations), strict=True)
    for number, (sentence, opinion, quoted) in enumerate(rows):
        sayings = find_sayings(number, sentence, quoted, cues, analysis.document.text, opinion)
        yield from with_cited(sentence, sayings, cues)


def _quoted(analysis: Analysis, quotations: Sequence[Quotation]) -> Iterator[frozenset[int]]:
    """For each sentence the indices of its words between quote marks."""
    at = 0
    for sentence in analysis.sentences:
        while at < len(quotations) and quotations[at].span.end <= sentence.span.start:
            at += 1
        near = []
        for quotation in quotations[at:]:
            if quotation.span.start >= sentence.span.end:
                break
            near.append(quotation.span)
        yield frozenset(
            index for index, token in enumerate(sentence.tokens) if near and any(s.contains(token.span) for s in near)
        )
