"""The attributions of a report: clauses by their trees, quotations by their marks."""

from __future__ import annotations

from dataclasses import replace

from tidings.annotate.attribution.nesting import with_parents
from tidings.annotate.attribution.quoted import assign_quotations
from tidings.annotate.attribution.quotes import find_quotations
from tidings.annotate.attribution.saying import find_sayings
from tidings.annotate.attribution.scribe import Scribe
from tidings.annotate.attribution.words import Words
from tidings.lexicon import Lexicon
from tidings.record import Analysis


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
    sayings = [
        saying
        for number, sentence in enumerate(analysis.sentences)
        for saying in find_sayings(number, sentence, lexicon.cues, document.text)
    ]
    sayings.sort(key=lambda saying: saying.cue)
    quotations = find_quotations(document)
    words = Words(analysis.sentences)
    voices = assign_quotations(document, quotations, sayings, words)
    scribe = Scribe(analysis, quotations, voices, words)
    found = {one.id: one for one in (*scribe.quoted(), *scribe.told(sayings))}
    return replace(analysis, attributions=with_parents(list(found.values())))
