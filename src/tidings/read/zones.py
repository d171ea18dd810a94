"""Paragraphs -> zones: what each paragraph of a report is for its reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tidings.read.cues import Cues, load_cues
from tidings.read.dates import date_in_words
from tidings.read.paragraphs import paragraphs
from tidings.record import Zone, ZoneKind

_FULL_STOP = re.compile(r"""[.!…][ "'”’»)\]]{0,3}\Z|[:;,—–]\Z""")
_INNER_STOP = re.compile(r"""[a-z0-9)”"’']{2}[.!?]["'”’]?\s+["'“‘(]?[A-Z]""")
_OPENING = re.compile(r"""["'“‘«]?[A-Z0-9]""")
_NAME_LINE = re.compile(r"(?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w'’-]{1,20}\Z")
_HEADLINE_WORDS = 32
_STANDFIRST_WORDS = 36
_CROSSHEAD_WORDS = 8
#: A headline stands within the first paragraphs, after a credit, a caption or a date line at most.
_HEAD = 4


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph, its number of words, and the kind it was given (None until one fits)."""

    text: str
    words: int
    kind: ZoneKind | None = None

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence ends."""
        if 1 < self.words <= 16 and self.text.endswith(load_cues().abbreviations):
            return False
        return bool(_FULL_STOP.search(self.text))


def cut_zones(text: str, title: str | None = None) -> tuple[Zone, ...]:
    """One zone for each paragraph of a normalised text, in order.

    Cue words (`data/languages/en/zones.yaml`) tell captions, bylines, source lines and boilerplate; shape and
    place tell headline, standfirst and crosshead; all else is body. `title`, where known, helps to find the headline.

    >>> [zone.kind.value for zone in cut_zones("Cairo talks open\\n\\nBy A. Writer\\n\\nTalks opened in Cairo.")]
    ['headline', 'byline', 'body']
    """
    spans = paragraphs(text)
    parts = [_cued(span.slice(text), load_cues()) for span in spans]
    if len(parts) > 1 and parts[0].kind is ZoneKind.SOURCE:
        parts[0] = replace(parts[0], kind=None)  # "Sources: talks to resume" is a headline
    head = _mark_headline(parts, title)
    _mark_name_line(parts, head)
    _mark_standfirst(parts, head)
    _mark_link_lists(parts, load_cues())
    _mark_crossheads(parts, head)
    return tuple(Zone(part.kind or ZoneKind.BODY, span) for part, span in zip(parts, spans, strict=True))


def _cued(text: str, cues: Cues) -> _Paragraph:
    words = len(text.split())
    if words <= 8 and date_in_words(text):
        return _Paragraph(text, words, ZoneKind.BYLINE)
    lowered = text.lower() if words <= 80 else ""
    kind = next((cue.kind for cue in cues.kinds if lowered and cue.fit(text, lowered, words)), None)
    return _Paragraph(text, words, kind)


def _mark_headline(parts: list[_Paragraph], title: str | None) -> int | None:
    """Marks the headline and returns its index."""
    head = next((i for i, part in enumerate(parts[:_HEAD]) if title and _same(part.text, title)), None)
    if head is None:
        head = next((i for i, part in enumerate(parts[:_HEAD]) if part.kind is None), None)
        if head is None or not _headline(parts, head):
            return None
    parts[head] = replace(parts[head], kind=ZoneKind.HEADLINE)
    return head


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _headline(parts: list[_Paragraph], index: int) -> bool:
    part = parts[index]
    story = [later for later in parts[index + 1 :] if later.kind is None]
    return (
        not part.stopped
        and part.words <= _HEADLINE_WORDS
        and bool(_OPENING.match(part.text))
        and not load_cues().dateline.match(part.text)
        and any(later.words > part.words or later.stopped for later in story)
    )


def _mark_name_line(parts: list[_Paragraph], head: int | None) -> None:
    """A line of two to four names between headline and story, next to a byline: the writer's name."""
    start = 0 if head is None else head + 1
    for i in range(start, min(start + 3, len(parts) - 1)):
        near = any(parts[j].kind is ZoneKind.BYLINE for j in (i - 1, i + 1) if 0 <= j < len(parts))
        if parts[i].kind is None and near and parts[i].words <= 4 and _NAME_LINE.match(parts[i].text):
            parts[i] = replace(parts[i], kind=ZoneKind.BYLINE)


def _mark_standfirst(parts: list[_Paragraph], head: int | None) -> None:
    if head is not None and head + 2 < len(parts) and _standfirst(parts, head + 1):
        parts[head + 1] = replace(parts[head + 1], kind=ZoneKind.STANDFIRST)


def _standfirst(parts: list[_Paragraph], index: int) -> bool:
    """One sentence under the headline that sums up, before a body that starts anew."""
    part, after, cues = parts[index], parts[index + 1], load_cues()
    story = [later for later in parts[index + 1 :] if later.kind is None]
    if part.kind or part.words > _STANDFIRST_WORDS or _INNER_STOP.search(part.text) or not _OPENING.match(part.text):
        return False
    if not story or cues.dateline.match(part.text) or (part.stopped and story[0].words < part.words):
        return False
    if after.kind in (ZoneKind.CAPTION, ZoneKind.BYLINE) or not part.stopped or cues.dateline.match(after.text):
        return True
    timed = any(word.strip(",.").lower() in cues.lead_words for word in part.text.split())
    return len(story) > 2 and part.words <= 22 and not timed and _starts_anew(part.text, story[0].text)


def _starts_anew(summary: str, lead: str) -> bool:
    """Whether the lead names again what the summary names: two of its longer words."""
    told = {word.strip(".,'’s").lower() for word in lead.split()}
    return sum(word.strip(".,'’s").lower() in told for word in set(summary.split()) if len(word) > 4) >= 2


def _mark_link_lists(parts: list[_Paragraph], cues: Cues) -> None:
    """The unstopped short lines under a heading such as "Related news" belong to it."""
    listing = False
    for i, part in enumerate(parts):
        if part.kind is ZoneKind.BOILERPLATE:
            listing = listing or part.text.lower().rstrip(": ") in cues.boilerplate_heads
        elif part.kind is None and listing and not part.stopped and part.words <= 20:
            parts[i] = replace(part, kind=ZoneKind.BOILERPLATE)
        else:
            listing = False


def _mark_crossheads(parts: list[_Paragraph], head: int | None) -> None:
    told = False
    for i in range(0 if head is None else head + 1, len(parts) - 1):
        if told and _crosshead(parts[i], parts[i + 1]):
            parts[i] = replace(parts[i], kind=ZoneKind.CROSSHEAD)
        told = told or (parts[i].kind is None and parts[i].words > _CROSSHEAD_WORDS)


def _crosshead(part: _Paragraph, after: _Paragraph) -> bool:
    followed = after.kind in (None, ZoneKind.CAPTION) and (after.words > _CROSSHEAD_WORDS or after.stopped)
    return (
        part.kind is None
        and part.words <= _CROSSHEAD_WORDS
        and followed
        and not part.stopped
        and bool(_OPENING.match(part.text))
    )
