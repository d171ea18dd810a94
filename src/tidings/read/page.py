"""A web page -> Document, taken apart in a process that can be killed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BufferedReader

from tidings.errors import ReadError
from tidings.read.dates import parse_date
from tidings.read.decode import decode
from tidings.read.options import MAX_REPORT_BYTES, Format, ReadItem, ReadOptions
from tidings.read.text import read_text, with_title
from tidings.read.worker import ask_worker
from tidings.record import Document

#: The most elements of a page, and the most seconds of the processor for one.
MAX_ELEMENTS = 20_000
SECONDS_A_PAGE = 4.0
_ELEMENT = re.compile(r"<[A-Za-z]")
_LINE_BREAKS = re.compile(r"\s*\n\s*")


def read_html(
    data: bytes,
    *,
    published: date | None = None,
    publisher: str | None = None,
    url: str | None = None,
    fetched: date | None = None,
    otherwise: ReadOptions | None = None,
    seconds: float = SECONDS_A_PAGE,
) -> Document:
    """The article in a web page; what is given goes before what the page says of itself, `otherwise` after it.

    A day of publication later than the day it was `fetched` (a day more, for time zones) is not believed.
    Nothing is fetched here. Raises `ReadError` where the page is too large (2 MB, 20,000 elements), holds no article,
    is not in English, or takes longer than `seconds`.

    >>> read_html(b"")
    Traceback (most recent call last):
    tidings.errors.ReadError: empty: no words to read
    """
    _refuse(data)
    found = ask_worker("page", data, url, seconds)
    otherwise = otherwise or ReadOptions()
    title = " ".join(found.get("title", "").split()) or None
    return read_text(
        with_title(title, _LINE_BREAKS.sub("\n\n", found["text"].strip())),
        title=title,
        published=published or _told(found.get("published", ""), fetched) or otherwise.published,
        publisher=publisher or _publisher(found.get("publisher"), url, otherwise.publisher),
        url=url or found.get("url"),
    )


def _told(published: str, fetched: date | None) -> date | None:
    day = parse_date(published)
    return None if day and fetched and day > fetched + timedelta(days=1) else day


def _publisher(told: str | None, url: str | None, otherwise: str | None) -> str | None:
    """A page that names no publisher is given the host of its address, which is the least that is known of it."""
    is_host = told is not None and told in (url or "")
    return (otherwise or told) if is_host else (told or otherwise)


def _refuse(data: bytes) -> None:
    if not data.strip():
        raise ReadError("empty: no words to read")
    if len(data) > MAX_REPORT_BYTES:
        raise ReadError(f"a page of more than {MAX_REPORT_BYTES:,} bytes")
    elements = sum(1 for _ in _ELEMENT.finditer(decode(data)))
    if elements > MAX_ELEMENTS:
        raise ReadError(f"a page of {elements:,} elements; at most {MAX_ELEMENTS:,} are read")


def _read(stream: BufferedReader, origin: str, options: ReadOptions) -> Iterator[ReadItem]:
    data = stream.read(MAX_REPORT_BYTES + 1)
    yield read_html(data, published=options.published, publisher=options.publisher)


HTML = Format("html", (".html", ".htm", ".xhtml"), _read)
