"""Words set apart without marks: the paragraph after one that ends in a verb of saying and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tidings.annotate.attribution.quotes import Quotation
from tidings.lexicon.cues import Cues
from tidings.record import Document, Zone, ZoneKind

#: The verb stands this close to the colon: "The minister wrote on Monday in a letter to the council:".
_NEAR = 9
_FEWEST_WORDS = 6
_ITEM = re.compile(r"[-–—•*·(\[]|\d+[.)]")


def find_blocks(document: Document, cues: Cues, quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """Each paragraph that is a quotation by its place alone; those with marks of their own are `quotations` already.

    >>> from tidings.lexicon.cues import load_cues
    >>> from tidings.record import Span
    >>> text = "The minister added:\\n\\nNobody will be left behind this winter."
    >>> zones = (Zone(ZoneKind.BODY, Span(0, 19)), Zone(ZoneKind.BODY, Span(21, 60)))
    >>> [block.inner.slice(text) for block in find_blocks(Document.of(text, zones), load_cues(), ())]
    ['Nobody will be left behind this winter.']
    """
    marked = {quotation.zone for quotation in quotations}
    for number, (lead, block) in enumerate(pairwise(document.zones), start=1):
        if number not in marked and _announces(document, lead, cues) and _is_prose(document, block):
            yield Quotation(block.span, block.span, number)


def _announces(document: Document, lead: Zone, cues: Cues) -> bool:
    words = lead.span.slice(document.text).rstrip()
    if lead.kind is not ZoneKind.BODY or not words.endswith(":"):
        return False
    last = re.split(r"[.!?”\"]\s", words)[-1].rstrip(" :").lower().split()[-_NEAR:]
    return any((entry := cues.verbs.get(word)) and entry.kind == "say" and "clause" in entry.takes for word in last)


def _is_prose(document: Document, block: Zone) -> bool:
    words = block.span.slice(document.text)
    return block.kind is ZoneKind.BODY and not _ITEM.match(words) and len(words.split()) >= _FEWEST_WORDS
