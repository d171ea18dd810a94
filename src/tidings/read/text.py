"""A plain text -> Document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BufferedReader

from tidings.errors import ReadError
from tidings.read.dates import date_in_words
from tidings.read.decode import decode
from tidings.read.language import not_english
from tidings.read.normal import normalise
from tidings.read.options import MAX_REPORT_BYTES, Format, ReadItem, ReadOptions
from tidings.read.zones import cut_zones
from tidings.record import Document, Zone, ZoneKind


def read_text(
    raw: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Document:
    """The document that a text is: normalised, and cut into zones.

    Where `published` is None, a full date on a line of its own above the story ("Friday, March 1, 2019") is taken;
    else the report stays undated. Where `title` is None it is the headline, if there is one.
    Raises `ReadError` where there is nothing to read, or clearly no English.

    >>> document = read_text("Talks open in Cairo\\n\\nMarch 1, 2019\\n\\nTalks opened in Cairo on Friday.")
    >>> document.title, document.published
    ('Talks open in Cairo', datetime.date(2019, 3, 1))
    """
    if len(raw) > MAX_REPORT_BYTES:
        raise ReadError(f"{len(raw):,} characters; a report has at most {MAX_REPORT_BYTES:,}")
    text = normalise(raw)
    if not any(c.isalnum() for c in text):
        raise ReadError("empty: no words to read")
    if reason := not_english(text):
        raise ReadError(reason)
    zones = cut_zones(text, title)
    return Document.of(
        text,
        zones,
        title=title or _headline(text, zones),
        published=published or _date_line(text, zones),
        publisher=publisher,
        url=url,
    )


def with_title(title: str | None, body: str) -> str:
    """The text of a report whose title was kept apart: the title as first paragraph, unless the body has it.

    >>> with_title("Talks open", "Talks opened in Cairo.")
    'Talks open\\n\\nTalks opened in Cairo.'
    """
    title = " ".join((title or "").split())
    first = body.lstrip()[: 2 * len(title) + 40].split("\n", 1)[0]
    if not title or " ".join(first.split()).casefold() == title.casefold():
        return body
    return f"{title}\n\n{body}"


def _headline(text: str, zones: tuple[Zone, ...]) -> str | None:
    return next((zone.span.slice(text) for zone in zones if zone.kind is ZoneKind.HEADLINE), None)


def _date_line(text: str, zones: tuple[Zone, ...]) -> date | None:
    for zone in zones[:5]:
        if zone.kind is ZoneKind.BODY:
            return None
        if zone.kind is ZoneKind.BYLINE and (found := date_in_words(zone.span.slice(text))):
            return found
    return None


def _read(stream: BufferedReader, origin: str, options: ReadOptions) -> Iterator[ReadItem]:
    data = stream.read(MAX_REPORT_BYTES + 1)
    if len(data) > MAX_REPORT_BYTES:
        raise ReadError(f"more than {MAX_REPORT_BYTES:,} bytes; a report has fewer")
    yield read_text(decode(data), published=options.published, publisher=options.publisher)


TEXT = Format("text", (".txt", ".text", ".md"), _read)
