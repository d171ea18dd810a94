"""RSS and Atom: what a feed lists, taken apart in the process that can be killed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from tidings.errors import ReadError
from tidings.read.dates import parse_date
from tidings.read.normal import normalise
from tidings.read.web.address import Target
from tidings.read.worker import ask_worker

MOST_BYTES = 5_000_000
MOST_ENTRIES = 500
_SECONDS = 4.0
_MOST_TITLE = 300
_SCRIPT = re.compile(r"<(script|style)\b.{0,100000}?(?:</\1\s{0,9}>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,2000}>?")
#: Marks that turn the direction of text, and those that show as nothing.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One report that a feed lists: its address, title and day, as far as the feed tells them."""

    url: str
    title: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class FeedContent:
    """What a feed says: its title and its entries, in its order."""

    title: str | None
    entries: tuple[Entry, ...]


def read_feed(data: bytes, url: str) -> FeedContent:
    """The content of an RSS or Atom feed that was fetched from `url`.

    At most 500 entries; those without a web address (`javascript:`, `file:`) are left out, and titles lose their tags
    and scripts. Raises `ReadError` where this is no feed, or it cannot be taken apart within 4 s.
    """
    if len(data) > MOST_BYTES:
        raise ReadError(f"a feed of more than {MOST_BYTES:,} bytes")
    found = ask_worker("feed", data, url, _SECONDS)
    return FeedContent(clean_title(found.get("title")), tuple(_entries(found["entries"], url)))


def extract_feed(data: bytes, url: str | None) -> dict[str, Any]:
    """Title and entries of a feed as feedparser finds them; runs in the worker. Raises `ReadError` for what is none.

    feedparser would open the file or the address that a text names, so it is handed a stream.
    """
    import feedparser

    found = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version") and not found.entries:
        raise ReadError("neither RSS nor Atom")
    entries = [
        {"url": _text(entry, "link"), "title": _text(entry, "title"), "published": _day(entry)}
        for entry in found.entries[:MOST_ENTRIES]
    ]
    return {"title": _text(found.feed, "title"), "entries": entries}


def clean_title(title: str | None) -> str | None:
    """A title as plain words: without tags, scripts, unseen marks, and entities written twice.

    >>> clean_title("Talks <b>open</b> &amp; go on<script>steal()</script>")
    'Talks open & go on'
    """
    text = html.unescape(_TAG.sub("", _SCRIPT.sub("", html.unescape((title or "")[:20_000]))))
    return " ".join(_UNSEEN.sub("", normalise(text)).split())[:_MOST_TITLE] or None


def _entries(found: list[Mapping[str, str]], url: str) -> Iterator[Entry]:
    seen = set()
    for entry in found:
        try:
            address = Target.of(urljoin(url, entry["url"].strip())).url if entry["url"].strip() else ""
        except (ReadError, ValueError):
            continue
        if address and address not in seen:
            seen.add(address)
            yield Entry(address, clean_title(entry["title"]), parse_date(entry["published"]))


def _text(node: Mapping[str, Any], name: str) -> str:
    value = node.get(name)
    return value[:20_000] if isinstance(value, str) else ""


def _day(entry: Mapping[str, Any]) -> str:
    return _text(entry, "published") or _text(entry, "updated")
