"""One record of a WARC file: its fields and its block, read in bounded memory."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from tidings.errors import ReadError
from tidings.read.options import MAX_REPORT_BYTES

#: A block larger than this is passed over: a page of the largest size, with the headers of its server.
MAX_BLOCK_BYTES = MAX_REPORT_BYTES + 65_536
#: A record that claims more than this is taken for a bomb, or for a damaged length.
MAX_PASSED_BYTES = 1_000_000_000
_MAX_HEAD_BYTES = 65_536
_PIECE = 1 << 20
_DIGESTS = {"sha1": 20, "sha256": 32, "md5": 16}


class _Lines(Protocol):
    """A stream of bytes, with lines."""

    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Record:
    """A record: where it stands in the file, its fields by lower-case name, and its block (None: too large to hold).

    Of a compressed record, `start` is where its gzip member begins.
    """

    start: int
    fields: Mapping[str, str]
    block: bytes | None

    @property
    def url(self) -> str:
        """What was crawled; empty where the record does not say."""
        return self.fields.get("warc-target-uri", "").strip("<>")


def read_record(stream: _Lines, start: int) -> Record | None:
    """The record that begins here, or None at the end of the stream.

    Raises `ReadError` where there is no record, or less of it than it claims.
    """
    line = _line_after_blank(stream)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise ReadError("no record begins here")
    fields = _fields(stream)
    length = fields.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 20):
        raise ReadError("no length of its content")
    return Record(start, fields, _block(stream, int(length)))


def digest_differs(record: Record) -> bool:
    """Whether the block is not the one that the record's own checksum was made of; False where it has none."""
    kind, _, written = record.fields.get("warc-block-digest", "").partition(":")
    size = _DIGESTS.get(kind.lower())
    if record.block is None or size is None:
        return False
    return hashlib.new(kind.lower(), record.block, usedforsecurity=False).digest() != _bytes_of(written, size)


def _line_after_blank(stream: _Lines) -> bytes:
    """The first line that is not blank: two blank lines part records, and some writers put more."""
    for _ in range(100):
        line = stream.readline(_MAX_HEAD_BYTES)
        if line.strip(b"\r\n\0") or not line:
            return line
    raise ReadError("blank lines where a record should begin")


def _fields(stream: _Lines) -> dict[str, str]:
    fields: dict[str, str] = {}
    left = _MAX_HEAD_BYTES
    while line := stream.readline(left):
        left -= len(line)
        if not line.strip(b"\r\n"):
            return fields
        if left <= 0:
            raise ReadError("fields of more than 64 kB")
        name, _, value = line.decode("utf-8", "replace").partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    raise ReadError("it ends in the middle")


def _block(stream: _Lines, length: int) -> bytes | None:
    if length <= MAX_BLOCK_BYTES:
        block = stream.read(length)
        if len(block) < length:
            raise ReadError("it ends in the middle")
        return block
    if length > MAX_PASSED_BYTES:
        raise ReadError(f"it claims to hold {length:,} bytes")
    while length > 0:
        piece = stream.read(min(length, _PIECE))
        if not piece:
            raise ReadError("it ends in the middle")
        length -= len(piece)
    return None


def _bytes_of(written: str, size: int) -> bytes | None:
    """A checksum as bytes: written in base 16 where it is so long, else in base 32."""
    try:
        return bytes.fromhex(written) if len(written) == 2 * size else base64.b32decode(written.strip().upper())
    except (ValueError, binascii.Error):
        return None
