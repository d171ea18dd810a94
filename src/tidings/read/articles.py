"""One article of a feed or a table -> Document: the fields of others, mapped to ours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tidings.errors import ReadError
from tidings.read.dates import parse_date
from tidings.read.options import ReadItem, ReadOptions, SetAside
from tidings.read.text import read_text, with_title
from tidings.record import Document

#: Our names and those of others, the surest first; case, spaces and hyphens do not matter.
FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "maintext", "full_text", "fulltext", "article_text", "article_body",
        "articlebody", "body_text", "raw_text", "plain_text", "paragraphs", "sentences", "sents", "story", "document",
    ),
    "title": ("title", "headline", "head_line", "article_title", "heading"),
    "published": (
        "published", "date", "date_published", "datepublished", "published_at", "publishedat", "date_publish",
        "pubdate", "pub_date", "publish_date", "publication_date", "published_date", "datetime", "timestamp", "day",
    ),
    "publisher": (
        "publisher", "source", "outlet", "source_name", "sitename", "site_name", "site", "newspaper", "publication",
        "source_domain", "domain",
    ),
    "url": ("url", "link", "href", "canonical_url", "article_url", "web_url", "permalink", "uri"),
}  # fmt: skip


def read_article(article: Mapping[str, object], options: ReadOptions) -> Document:
    """The document in one article.

    A title that the text does not begin with is put above it, as its headline. Raises `ReadError` where there is no
    text, no English, or a date that cannot be read.

    >>> row = {"Headline": "Talks open", "Body": "Talks opened in Cairo.", "pubDate": "2021-07-28"}
    >>> read_article(row, ReadOptions()).text
    'Talks open\\n\\nTalks opened in Cairo.'
    """
    fields = {_plain(key): value for key, value in article.items()}
    text = _field(fields, "text")
    if text is None:
        raise ReadError(f"no text: none of the fields {', '.join(FIELDS['text'][:4])} has any")
    title = _field(fields, "title")
    return read_text(
        with_title(title, text),
        title=" ".join(title.split()) if title else None,
        published=_date(_field(fields, "published")) or options.published,
        publisher=_field(fields, "publisher") or options.publisher,
        url=_field(fields, "url"),
    )


def try_article(article: object, origin: str, line: int | None, options: ReadOptions) -> ReadItem:
    """The document in one article, or the article set aside with its reason."""
    if not isinstance(article, Mapping):
        return SetAside(origin, line, f"not an article: a JSON {type(article).__name__}, not an object with fields")
    try:
        return read_article(article, options)
    except ReadError as error:
        return SetAside(origin, line, str(error))


def _plain(key: object) -> str:
    return str(key).strip().lower().replace(" ", "_").replace("-", "_").lstrip("\ufeff")


def _field(fields: Mapping[str, object], ours: str) -> str | None:
    return next((found for name in FIELDS[ours] if (found := _words(fields.get(name))) is not None), None)


def _words(value: object) -> str | None:
    """The words of a value: text, a number, a list of paragraphs, or an object with a name."""
    if isinstance(value, Mapping):
        return _words(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(_words, value))) or None
    if isinstance(value, str):
        return value if value.strip() else None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    if found := parse_date(text):
        return found
    raise ReadError(f"the date {text[:40]!r} cannot be read for certain; write it like 2021-07-28")
