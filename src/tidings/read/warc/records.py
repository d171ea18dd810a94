"""A WARC file -> its records, past every damage: what cannot be read is a `Loss` that says where it stood."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from io import BufferedReader

from tidings.errors import ReadError
from tidings.read.warc.record import Record, digest_differs, read_record

_GZIP = b"\x1f\x8b\x08"
_PLAIN = b"WARC/1."
_INFLATED_AT_ONCE = 16_384
#: Small, so that the fields before a damage are known when it is reached.
_BUFFER = 512
_SEARCHED_AT_ONCE = 1 << 20
_DAMAGE = (ReadError, EOFError, zlib.error)


@dataclass(frozen=True, slots=True)
class Loss:
    """Bytes of the file that could not be read, why, and what they said they hold (empty where that is not known)."""

    start: int
    end: int
    reason: str
    url: str = ""


def read_records(stream: BufferedReader) -> Iterator[Record | Loss]:
    """Every record of a WARC file, gzipped by record or as a whole, or not at all; in order.

    Libraries for WARC stop at the first flipped byte. Here the search goes on at the next place where a record begins;
    what lies between is one `Loss`. A flipped byte shows in the checksum of its gzip member, or in the record's own.
    Memory is bounded by the largest block that is held (some 2 MB).
    """
    gzipped = stream.peek(2)[:2] == _GZIP[:2]
    unit, mark, begins = (_member, _GZIP, _is_member) if gzipped else (_plain, _PLAIN, _is_plain)
    start, size = 0, stream.seek(0, io.SEEK_END)
    while start < size:
        known: list[Record] = []
        try:
            start = yield from unit(stream, start, known)
        except _DAMAGE as error:
            after = _search(stream, start + 1, mark, begins)
            after = size if after is None else after
            if not _is_padding(stream, start, after):
                yield Loss(start, after, _told(error), known[-1].url if known else _url_at(stream, start, gzipped))
            start = after


class _Inflated(io.RawIOBase):
    """One gzip member, inflated as it is read, never more than was asked for."""

    def __init__(self, stream: BufferedReader, start: int) -> None:
        stream.seek(start)
        self._stream = stream
        self._member = zlib.decompressobj(wbits=31)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader hands over
        while not self._member.eof:
            packed = self._member.unconsumed_tail or self._stream.read(_INFLATED_AT_ONCE)
            if not packed:
                raise EOFError
            if found := self._member.decompress(packed, len(buffer)):
                buffer[: len(found)] = found
                return len(found)
        return 0

    @property
    def end(self) -> int:
        """Where the member ends, once all of it was read."""
        return self._stream.tell() - len(self._member.unused_data)


def _member(stream: BufferedReader, start: int, known: list[Record]) -> Generator[Record, None, int]:
    """The records of one gzip member; the last is given out when the member's checksum has been found right."""
    inflated = _Inflated(stream, start)
    opened = BufferedReader(inflated, _BUFFER)
    while record := read_record(opened, start):
        yield from known
        known[:] = [record]
    yield from map(_checked, known)
    return inflated.end


def _plain(stream: BufferedReader, start: int, known: list[Record]) -> Generator[Record, None, int]:
    """The one record that begins here in a file without compression."""
    stream.seek(start)
    record = read_record(stream, start)
    if record is None:
        return stream.tell()
    known.append(record)
    end = stream.tell()
    parted = stream.read(4)
    if digest_differs(record) or not (parted == b"\r\n\r\n" or parted.startswith(b"\n\n") or not parted.strip()):
        raise ReadError("its length or its content is not what it was")
    yield record
    return end + len(parted) - len(parted.lstrip(b"\r\n"))


def _checked(record: Record) -> Record:
    if digest_differs(record):
        raise ReadError("its content is not what it was")
    return record


def _search(
    stream: BufferedReader, start: int, mark: bytes, begins: Callable[[BufferedReader, int], bool]
) -> int | None:
    """Where the next record begins, at `start` or after it."""
    while True:
        stream.seek(start)
        held = stream.read(_SEARCHED_AT_ONCE)
        at = held.find(mark)
        while at >= 0:
            if begins(stream, start + at):
                return start + at
            at = held.find(mark, at + 1)
        if len(held) < _SEARCHED_AT_ONCE:
            return None
        start += len(held) - len(mark) + 1


def _is_member(stream: BufferedReader, at: int) -> bool:
    """Whether a gzip member begins here that holds a record: three bytes alone may stand anywhere."""
    try:
        return BufferedReader(_Inflated(stream, at), _BUFFER).read(5) == _PLAIN[:5]
    except _DAMAGE:
        return False


def _is_plain(stream: BufferedReader, at: int) -> bool:
    stream.seek(at - 1)
    before = stream.read(1)
    stream.readline(20)
    return before == b"\n" and stream.readline(200).lower().startswith((b"warc-", b"content-"))


def _is_padding(stream: BufferedReader, start: int, end: int) -> bool:
    stream.seek(start)
    return not stream.read(min(end - start, _SEARCHED_AT_ONCE)).strip(b"\0\r\n")


def _url_at(stream: BufferedReader, start: int, gzipped: bool) -> str:
    """What the damaged record at `start` says it holds, as far as its fields can still be read."""
    stream.seek(start)
    opened = BufferedReader(_Inflated(stream, start), _BUFFER) if gzipped else stream
    for _ in range(40):
        try:
            name, _, value = opened.readline(8_192).decode("utf-8", "replace").partition(":")
        except _DAMAGE:
            return ""
        if name.lower() == "warc-target-uri":
            return value.strip().strip("<>")
    return ""


def _told(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "it ends in the middle"
    return str(error) if isinstance(error, ReadError) else "its compressed bytes are damaged"
