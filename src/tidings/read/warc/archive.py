"""A WARC file -> the documents of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BufferedReader

from tidings.errors import ReadError
from tidings.read.media import read_sent
from tidings.read.options import Format, ReadItem, ReadOptions, SetAside
from tidings.read.warc.record import Record
from tidings.read.warc.records import Loss, read_records
from tidings.read.warc.response import content_of


def _read(stream: BufferedReader, origin: str, options: ReadOptions) -> Iterator[ReadItem]:
    """The pages in English; each other page and each damage is set aside, named by its bytes in the file."""
    if not stream.seekable():
        raise ReadError("a WARC is read from a file, not from a pipe")
    for found in read_records(stream):
        if isinstance(found, Loss):
            where = f"{origin}, bytes {found.start}-{found.end}{f' ({found.url[:500]})' if found.url else ''}"
            yield SetAside(where, None, f"damaged: {found.reason}")
            continue
        try:
            if content := content_of(found):
                yield read_sent(*content, url=found.url, fetched=_day(found), otherwise=options)
        except ReadError as error:
            yield SetAside(f"{origin}, byte {found.start} ({found.url[:500]})", None, str(error))


def _day(record: Record) -> date | None:
    try:
        return date.fromisoformat(record.fields.get("warc-date", "")[:10])
    except ValueError:
        return None


WARC = Format("warc", (".warc",), _read, packed=True)
