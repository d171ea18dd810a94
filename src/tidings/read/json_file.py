"""A JSON file: one article, a list of them, or an object that holds such a list."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from tidings.errors import ReadError
from tidings.read.articles import FIELDS, try_article
from tidings.read.decode import decode
from tidings.read.jsonl import parse_object
from tidings.read.options import Format, ReadItem, ReadOptions

#: Larger collections belong into JSON Lines, which are read line by line.
MAX_FILE_BYTES = 200_000_000


def _read(stream: BufferedReader, origin: str, options: ReadOptions) -> Iterator[ReadItem]:
    data = stream.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise ReadError(f"more than {MAX_FILE_BYTES:,} bytes of JSON; write it as JSON Lines, one article a line")
    articles = _articles(parse_object(decode(data).strip("\ufeff\x00 \t\r\n")))
    several = len(articles) > 1
    for number, article in enumerate(articles, 1):
        yield try_article(article, f"{origin}, article {number}" if several else origin, None, options)


def _articles(value: object) -> list[object]:
    """The articles in a file: its list, or the first list of objects under a name that is not a field of an article."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not any(str(key).lower() in FIELDS["text"] for key in value):
        lists = [held for held in value.values() if isinstance(held, list) and held and isinstance(held[0], dict)]
        if lists:
            return lists[0]
    return [value]


JSON = Format("json", (".json",), _read)
