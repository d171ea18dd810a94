"""The cue right beside a quotation: “...,” she said; she said: “...”."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.annotate.attribution.page import Page
from tidings.annotate.attribution.quotes import Quotation
from tidings.annotate.attribution.saying import Saying
from tidings.annotate.attribution.spoken_of import in_first_person
from tidings.lexicon.cues import load_cues
from tidings.record import Token

#: How many words may stand between a quotation and the verb that claims it.
_REACH = 22
#: Words that may name whoever is told, or where, between the verb and the mark.
_ASIDE = 9
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "ADP"})


def cue_after(page: Page, at: int) -> Saying | None:
    """The cue after a quotation that opens its sentence: “...,” she said."""
    rest = page.rest(at)
    if rest is None:
        return None
    for saying in page.between(rest.start, rest.end):
        if saying.quotes and len(page.words.within(rest.start, saying.cue.start)) <= _REACH:
            return saying
    return None


def cue_ahead(page: Page, at: int) -> Saying | None:
    """The cue before it: She said: “...”."""
    quotation = page.quotations[at]
    zone = page.zones[quotation.zone].span
    start = page.sentence_start(quotation)
    if at and page.quotations[at - 1].zone == quotation.zone:
        start = max(start, page.quotations[at - 1].span.end)
    lead = page.text[start : quotation.span.start].rstrip()
    if not lead and quotation.span.start == zone.start and quotation.zone:
        previous = page.zones[quotation.zone - 1].span
        start, lead = previous.start, page.text[previous.start : previous.end].rstrip()
        if not lead.endswith(":"):
            return None
    announced = lead.endswith(":")
    for saying in reversed(page.between(start, quotation.span.start)):
        speaks = saying.quotes or announced or _utters(page, saying, start + len(lead), quotation)
        if speaks and saying.source and _leads(page, saying, lead, start, quotation):
            return saying
    return None


def _utters(page: Page, saying: Saying, end: int, quotation: Quotation) -> bool:
    """Whether a verb of saying that takes no clause has one's own words right after it: voiced “I am sorry”."""
    says = saying.part == "verb" and saying.word.kind == "say" and saying.cue.end == end
    return says and in_first_person(quotation.inner.slice(page.text))


def _leads(page: Page, saying: Saying, lead: str, start: int, quotation: Quotation) -> bool:
    """Whether only the reporter's turn to the quotation stands between: a comma, a colon, "that", a listener."""
    gap = page.words.within(saying.cue.end, start + len(lead))
    told = [one for one in saying.contents if one.start >= saying.cue.end and not one.overlaps(quotation.span)]
    told = [one for one in told if one.slice(page.text).lower() != "that"]
    if lead.endswith(":"):
        return len(gap) <= _REACH
    if told:
        return False
    if lead.endswith(","):
        return len(gap) <= _REACH
    return all(token.lemma.lower() == "that" for token in gap) or _ends_aside(saying, gap)


def _ends_aside(saying: Saying, gap: Sequence[Token]) -> bool:
    """Whether only the listener or the medium stands there: "told the radio host “...”", "said in a release “...”"."""
    if not gap or len(gap) > _ASIDE or not all(token.pos in _NOMINAL for token in gap):
        return False
    listener = saying.addressee is not None and saying.addressee.contains(gap[-1].span)
    return listener or gap[-1].lemma.lower() in load_cues().media
