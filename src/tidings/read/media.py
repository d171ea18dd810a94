"""What a server sent -> Document, by the media type that it named."""

from __future__ import annotations

import re
from datetime import date

from tidings.errors import ReadError
from tidings.read.decode import decode, in_utf8
from tidings.read.options import ReadOptions
from tidings.read.page import read_html
from tidings.read.text import read_text
from tidings.record import Document

_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_\-]{3,20})", re.IGNORECASE)


def read_sent(
    data: bytes, media: str, *, url: str, fetched: date | None = None, otherwise: ReadOptions | None = None
) -> Document:
    """The report in what a server sent from `url`, of the type that its Content-Type names.

    `fetched` and `otherwise` are as in `read_html`. Raises `ReadError` where it is no page and no text.

    >>> read_sent(b"Talks opened in Cairo.", "text/plain", url="https://nile.test/a").text
    'Talks opened in Cairo.'
    """
    charset = _CHARSET.search(media)
    data = in_utf8(data, charset[1] if charset else None)
    if media.lower().startswith("text/plain"):
        otherwise = otherwise or ReadOptions()
        return read_text(decode(data), published=otherwise.published, publisher=otherwise.publisher, url=url or None)
    if not media.lower().startswith(_PAGES):
        raise ReadError(f"not a page: {media[:60] or 'of no declared type'}")
    return read_html(data, url=url or None, fetched=fetched, otherwise=otherwise)
