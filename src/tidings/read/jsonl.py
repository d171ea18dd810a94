"""JSON Lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader

from tidings.errors import ReadError
from tidings.read.articles import try_article
from tidings.read.decode import decode, encoding_of
from tidings.read.options import Format, ReadItem, ReadOptions, SetAside

#: A line longer than this is set aside without being read.
MAX_LINE_BYTES = 8_000_000


def parse_object(text: str) -> object:
    """The JSON value in `text`; raises `ReadError` in plain words where there is none."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ReadError("the JSON is nested too deep") from None
    except ValueError as error:
        raise ReadError(f"not JSON: {str(error)[:120]}") from None


def _read(stream: BufferedReader, origin: str, options: ReadOptions) -> Iterator[ReadItem]:
    for number, line in _lines(stream):
        if line is None:
            yield SetAside(origin, number, f"a line of more than {MAX_LINE_BYTES:,} bytes")
        elif line.strip(b" \t\r\n\x00\xef\xbb\xbf"):
            yield _read_line(line, origin, number, options)


def _read_line(line: bytes, origin: str, number: int, options: ReadOptions) -> ReadItem:
    try:
        article = parse_object(decode(line).strip("\ufeff\x00 \t\r\n"))
    except ReadError as error:
        return SetAside(origin, number, str(error))
    return try_article(article, origin, number, options)


def _lines(stream: BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None in place of one that is too long, which is passed over in bounded memory."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise ReadError(f"JSON Lines are written in UTF-8, not {encoding_of(line)}")
        if len(line) <= MAX_LINE_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)
        yield number, None


JSONL = Format("jsonl", (".jsonl", ".ndjson", ".jsonlines"), _read)
