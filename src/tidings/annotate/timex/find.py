"""The stage: every time expression of a report, resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tidings.annotate.timex.lexemes import Lexeme, words
from tidings.annotate.timex.period import Context, Period
from tidings.annotate.timex.resolve import Found, expressions, numbered, plausible, unresolved
from tidings.annotate.timex.tense import FUTURE, PAST, PRESENT, UNKNOWN, governor, head_of, tells, tense_at
from tidings.record import (
    Analysis,
    Document,
    Mention,
    MentionKind,
    NameType,
    Sentence,
    Span,
    Timex,
    ZoneKind,
    content_id,
)

_FOREIGN = frozenset({NameType.PERSON, NameType.ORG, NameType.WORK, NameType.PRODUCT, NameType.FAC, NameType.GPE})
_PROBE = date(2014, 10, 23)
#: How many words that name no day are noted in one report.
_NOTES = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A time expression in its sentence: its words (half-open), its head word, the tense around it."""

    first: int
    last: int
    head: int
    tense: str


def find_timexes(analysis: Analysis) -> Analysis:
    """The analysis with its time expressions.

    Dates without a year, weekdays and the like are resolved against the day of publication; a report without one
    keeps them unresolved and says so once in `notes`. What names no day ("February 30") is
    left out, and `notes` say so.
    """
    document, found, narrative = analysis.document, [], analysis.document.published
    unread: list[str] = []
    impossible: dict[str, None] = {}
    headline = [zone.span for zone in document.zones if zone.kind is ZoneKind.HEADLINE]
    for sentence in analysis.sentences:
        text = sentence.span.slice(document.text)
        titled = any(span.contains(sentence.span) for span in headline)
        for lexemes, one in expressions(text):
            place = _place(sentence, lexemes, one, titled)
            if not place:
                continue
            period = _period(one, document.published, narrative, place.tense)
            if not period:
                if numbered(lexemes[one.first : one.last]):
                    impossible[text[one.start : one.end]] = None
                continue
            if not period.anchor and period.value is None:
                unread.append(text[one.start : one.end])
            narrative = _moved(narrative, period, sentence, place)
            found.append(_timex(document.id, sentence, one, place, period))
    found.extend(_datelines(document))
    found.sort(key=lambda timex: timex.mention.span)
    notes: tuple[str, ...] = (f"undated: {unread[0]!r} stays unresolved",) if unread else ()
    notes += tuple(f"no time: {words!r} names no day of the years 1000 to 2999" for words in [*impossible][:_NOTES])
    return replace(analysis, timexes=tuple(found), notes=analysis.notes + notes)


def _datelines(document: Document) -> Iterator[Timex]:
    """The dates of bylines, which are not read as sentences: "Friday, September 6, 2019"."""
    for zone in document.zones:
        if zone.kind is not ZoneKind.BYLINE:
            continue
        for lexemes, one in expressions(zone.span.slice(document.text)):
            day = document.published or _PROBE
            period = one.read(Context(day, day)) if plausible(lexemes, one) else None
            if period and not period.anchor:
                span = Span(zone.span.start + one.start, zone.span.start + one.end)
                yield _noun(document.id, span, span, period)


def _period(found: Found, published: date | None, narrative: date | None, tense: str) -> Period | None:
    """What an expression stands for; one that needs a day of publication and has none stays unresolved."""
    if published is None:
        period = found.read(Context(_PROBE, _PROBE, tense))
        return unresolved(period) if period and found.relative else period
    return found.read(Context(published, narrative or published, tense))


def _place(sentence: Sentence, lexemes: list[Lexeme], found: Found, titled: bool) -> Place | None:
    """Where an expression stands in its sentence, or None where it is no time: "May said", "March on", a name."""
    offset = sentence.span.start
    start, end = found.start + offset, found.end + offset
    inside = [i for i, token in enumerate(sentence.tokens) if token.span.start < end and token.span.end > start]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    if _named(sentence, start, end) or not _timely(sentence, lexemes, found, first, last):
        return None
    head = head_of(sentence, first, last)
    tense = tense_at(sentence, governor(sentence, first, head), words())
    before = lexemes[found.first - 1].word if found.first else ""
    if before == "since" or (titled and tense == PRESENT):
        tense = PAST
    elif before in ("by", "until") and tense in (PRESENT, UNKNOWN):
        tense = FUTURE
    return Place(first, last, head, tense)


def _named(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words are part of the name of somebody or something."""
    return any(
        name.type in _FOREIGN and name.span.start <= start and end <= name.span.end and len(name.span) > end - start
        for name in sentence.names
    )


def _timely(sentence: Sentence, lexemes: list[Lexeme], found: Found, first: int, last: int) -> bool:
    """Whether parts of speech and relations allow a time."""
    only = lexemes[found.first]
    if found.last - found.first > 1:
        return plausible(lexemes, found)
    token = sentence.tokens[first]
    before = lexemes[found.first - 1].word if found.first else ""
    if only.form[0].isdecimal():
        counted = token.relation == "nummod" and "Number=Plur" in sentence.tokens[token.head].features
        return not counted and plausible(lexemes, found)
    if only.word not in words().ambiguous:
        return True
    if token.pos in ("VERB", "AUX", "ADJ", "ADV") or (token.pos != "NOUN" and not only.form[0].isupper()):
        return False
    if before in words().prepositions:
        return True
    return token.relation.startswith(("obl", "nmod:", "compound")) and before not in ("ms", "mr", "mrs")


def _moved(narrative: date | None, period: Period, sentence: Sentence, place: Place) -> date | None:
    """The day the story has reached: that of the last single day told of in its own right."""
    if period.granularity != "day" or not period.earliest or period.type in ("DURATION", "SET"):
        return narrative
    return period.earliest if tells(sentence, place.head) else narrative


def _timex(document: str, sentence: Sentence, found: Found, place: Place, period: Period) -> Timex:
    offset = sentence.span.start
    span = Span(found.start + offset, found.end + offset)
    return _noun(document, span, sentence.tokens[place.head].span, period)


def _noun(document: str, span: Span, head: Span, period: Period) -> Timex:
    """A time expression as a noun of the record."""
    mention = Mention(content_id("tmx", (document, span.start, span.end)), span, head, MentionKind.TIMEX)
    bounds = period.earliest, period.latest
    return Timex(mention, period.type, period.value, *bounds, period.granularity, period.anchor)
