"""Quotations by their marks alone, so that a poor tree cannot lose one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.record import SILENT_ZONES, Document, Span

#: Double and angle marks; '' and `` are typewriter's double marks.
_DOUBLE = re.compile(r"[“”„‟\"«»]|''|``|’’|‘‘")
_SINGLE = re.compile(r"[‘’']")
_ALWAYS_OPENS = frozenset(("„", "``", "‘‘"))
_PUNCTUATION = ".,?!…;:—–-"
#: What was left open by a missing mark is given up after this many characters, so that hostile text costs little.
_LONGEST_SINGLE = 1500
#: Titles may write words of this many letters or fewer small: "of", "the".
_LINKING = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quote marks: `span` with the marks, `inner` without, `zone` the index of its paragraph.

    `runs_on` says that the paragraph ends before the closing mark and the next one takes the quotation up again.
    """

    span: Span
    inner: Span
    zone: int
    runs_on: bool = False


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """The outermost quotations of each paragraph that is read, in text order.

    Straight, curly, single, low and angle marks; an apostrophe opens nothing. A mark that is never closed counts to
    the end of its paragraph where the next begins with a mark (the printer's rule for quotations of several
    paragraphs), or where it opened the paragraph or followed a comma or colon; one never opened counts from the
    start of the paragraph.

    >>> from tidings.record import Zone, ZoneKind
    >>> text = "“We’re ready,” he said."
    >>> document = Document.of(text, (Zone(ZoneKind.BODY, Span(0, len(text))),))
    >>> [q.inner.slice(text) for q in find_quotations(document)]
    ['We’re ready']
    """
    found: list[Quotation] = []
    zones = document.zones
    for index, zone in enumerate(zones):
        if zone.kind in SILENT_ZONES:
            continue
        follows = (
            document.text[zones[index + 1].span.start : zones[index + 1].span.end] if index + 1 < len(zones) else ""
        )
        continues = bool(_DOUBLE.match(follows.lstrip()))
        spans = _doubles(document.text, zone.span, continues) or _singles(document.text, zone.span)
        found += [_quotation(document.text, start, end, index, open) for start, end, open in spans]
    return tuple(quotation for quotation in found if len(quotation.inner))


Marked = tuple[int, int, bool]
Facing = tuple[re.Match[str], bool]


def _doubles(text: str, zone: Span, continues: bool) -> list[Marked]:
    """Ranges with their marks, and whether each is left open: nested ones inside their outermost where all close."""
    marks, inside = [], 0
    for mark in _DOUBLE.finditer(text, zone.start, zone.end):
        opens = _opens(text, mark, zone, inside > 0)
        inside = max(0, inside + (1 if opens else -1))
        marks.append((mark, opens))
    never_opened = []
    if marks and not marks[0][1]:
        stray = marks.pop(0)[0]
        if stray.start() > zone.start and text[stray.start() - 1] in _PUNCTUATION:
            never_opened = [(zone.start, stray.end(), False)]
    return never_opened + (_nested(marks) if inside == 0 else _flat(text, marks, zone, continues))


def _nested(marks: list[Facing]) -> list[Marked]:
    spans: list[Marked] = []
    depth = start = 0
    for mark, opens in marks:
        if opens and depth == 0:
            start = mark.start()
        depth += 1 if opens else -1
        if depth == 0:
            spans.append((start, mark.end(), False))
        depth = max(0, depth)
    return spans


def _flat(text: str, marks: list[Facing], zone: Span, continues: bool) -> list[Marked]:
    """A mark is missing: each opening mark starts anew."""
    spans: list[Marked] = []
    start = -1
    for mark, opens in marks:
        if opens:
            if start >= 0 and _left_open(text, start, zone):
                spans.append((start, mark.start(), False))
            start = mark.start()
        elif start >= 0:
            spans.append((start, mark.end(), False))
            start = -1
    if start >= 0 and (continues or _left_open(text, start, zone)):
        spans.append((start, zone.end, continues))
    return spans


def _opens(text: str, mark: re.Match[str], zone: Span, inside: bool) -> bool:
    """Which way a mark faces: by its neighbours where they tell, else by its shape, else by turns."""
    sign = mark.group()
    if sign in _ALWAYS_OPENS:
        return True
    if mark.start() == zone.start:
        return True  # whichever way the printer turned it
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < zone.end else " "
    gap_before = before.isspace() or before in "([{—–-/"
    gap_after = after.isspace() or after in ")]}—–-/.,;:?!"
    if gap_before != gap_after and not (sign == "”" and not inside):
        return gap_before
    if sign in "“«":
        return True
    return sign not in "”»" and not inside


def _left_open(text: str, start: int, zone: Span) -> bool:
    """Whether an unclosed mark stands where a quotation is announced."""
    lead = text[zone.start : start].rstrip()
    return not lead or lead[-1] in ",:"


def _singles(text: str, zone: Span) -> list[Marked]:
    """Single marks, looked at only where a paragraph has no double ones."""
    spans: list[Marked] = []
    at = barren = zone.start
    while (opening := _single_opening(text, at, zone)) is not None:
        end = min(zone.end, opening + _LONGEST_SINGLE)
        closing = _single_closing(text, max(opening + 1, barren), end)
        if closing is None:
            at, barren = opening + 1, end  # no mark up to here closes anything, whatever opened it
        else:
            spans.append((opening, closing + 1, False))
            at = closing + 1
    return spans


def _single_opening(text: str, at: int, zone: Span) -> int | None:
    for mark in _SINGLE.finditer(text, at, zone.end):
        before = text[mark.start() - 1] if mark.start() > zone.start else " "
        after = text[mark.end()] if mark.end() < zone.end else " "
        if mark.group() != "’" and (before.isspace() or before in "([—–-") and not (after.isspace() or after.isdigit()):
            return mark.start()
    return None


def _single_closing(text: str, at: int, end: int) -> int | None:
    """The closing mark: the first that cannot be an apostrophe, else the last that need not be one."""
    candidate = None
    for mark in _SINGLE.finditer(text, at, end):
        after = text[mark.end()] if mark.end() < len(text) else " "
        before = text[mark.start() - 1]
        if mark.group() == "‘" or after.isalnum() or before.isspace():
            continue
        if before in _PUNCTUATION or before.lower() != "s" or not after.isspace():
            return mark.start()
        candidate = mark.start()
    return candidate


def _quotation(text: str, start: int, end: int, zone: int, runs_on: bool) -> Quotation:
    opening = _DOUBLE.match(text, start) or _SINGLE.match(text, start)
    inner_start = opening.end() if opening else start
    inner_end = end
    for mark in _closings(text, inner_start, end):
        inner_end = mark
    return Quotation(Span(start, end), _trimmed(text, inner_start, inner_end), zone, runs_on)


def _closings(text: str, start: int, end: int) -> Iterator[int]:
    """Where the words end, if a mark closes them."""
    for width in (2, 1):
        mark = text[max(start, end - width) : end]
        if len(mark) == width and (_DOUBLE.fullmatch(mark) or _SINGLE.fullmatch(mark)):
            yield end - width
            return


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without blanks at the edges and without the comma that belongs to the reporter's sentence."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Span(start, end)


def is_title(words: str) -> bool:
    """Whether every longer word is in capitals, as in crossheads and names of works: "Legend of the Coal Fields".

    >>> is_title("Legend of the Coal Fields"), is_title("Legend has it")
    (True, False)
    """
    long = [word for word in words.split() if len(word) > _LINKING]
    return len(long) > 1 and all(word[0].isupper() for word in long)
