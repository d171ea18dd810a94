"""CSV and TSV: one article a row, the fields named in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from io import BufferedReader

from tidings.errors import ReadError
from tidings.read.articles import FIELDS, try_article
from tidings.read.decode import encoding_of
from tidings.read.options import MAX_REPORT_BYTES, Format, ReadItem, ReadOptions, SetAside

_DELIMITERS = ",;\t|"
_SNIFFED_BYTES = 65_536


def delimiter_of(header: str) -> str | None:
    """The sign that parts the fields of a header line, or None where no field of it is an article's text.

    >>> delimiter_of("date;title;text")
    ';'
    """
    for sign in _DELIMITERS:
        names = {name.strip().strip("\ufeff\"'").lower().replace(" ", "_") for name in header.split(sign)}
        if names & set(FIELDS["text"]) and (len(names) > 1 or sign == _DELIMITERS[-1]):
            return sign
    return None


def _read(stream: BufferedReader, origin: str, options: ReadOptions) -> Iterator[ReadItem]:
    lines = _lines(stream)
    header = next((line for line in lines if line.strip()), "").strip("\ufeff\r\n")
    if not header:
        raise ReadError("empty: no words to read")
    sign = delimiter_of(header)
    if sign is None:
        raise ReadError(f"no column of articles: the first row names none of {', '.join(FIELDS['text'][:4])}")
    names = next(csv.reader([header], delimiter=sign))
    csv.field_size_limit(2 * MAX_REPORT_BYTES)
    yield from _articles(csv.reader(lines, delimiter=sign), names, origin, options)


def _lines(stream: BufferedReader) -> Iterator[str]:
    """The lines without NUL. UTF-8 is tried on each, so that one old byte does not spoil the file."""
    encoding = encoding_of(stream.peek(_SNIFFED_BYTES)[:_SNIFFED_BYTES])
    if encoding.startswith(("utf-16", "utf_16", "utf-32", "utf_32")):
        for line in io.TextIOWrapper(stream, encoding, errors="replace", newline=""):
            yield line.replace("\0", "")
        return
    while data := stream.readline(2 * MAX_REPORT_BYTES):
        yield _decoded(data, encoding).replace("\0", "")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252" if encoding.startswith("utf") else encoding, "replace")


def _articles(rows: Iterator[list[str]], names: Sequence[str], origin: str, options: ReadOptions) -> Iterator[ReadItem]:
    before = 0
    while True:
        line = before + 2  # the header is line 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            row, problem = [], f"not a row of CSV: {error}"
        else:
            problem = ""
        before = rows.line_num  # type: ignore[attr-defined]  # csv.reader has it; its type is private
        if row is None:
            return
        if problem or len(row) != len(names):
            if row or problem:
                yield SetAside(origin, line, problem or _misfit(len(row), len(names), before + 1 - line))
            continue
        yield try_article(dict(zip(names, row, strict=True)), origin, line, options)


def _misfit(found: int, wanted: int, more_lines: int) -> str:
    spread = f", over {more_lines + 1} lines: a quotation mark may be missing" if more_lines else ""
    return f"{found} fields where the header names {wanted}{spread}"


CSV = Format("csv", (".csv", ".tsv"), _read)
