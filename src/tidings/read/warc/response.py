"""What was crawled: what the server answered, without the headers of HTTP."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping

from tidings.errors import ReadError
from tidings.read.options import MAX_REPORT_BYTES
from tidings.read.warc.record import Record

#: Records that hold what a server sent: as it came, as a file, or as text drawn from it (WET).
_HOLDS_CONTENT = frozenset({"response", "resource", "conversion"})
_HOLDS_NONE = frozenset({"warcinfo", "request", "metadata", "revisit", "continuation"})
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


def content_of(record: Record) -> tuple[bytes, str] | None:
    """What was crawled and its media type; None where the record is on something else than what was crawled.

    Raises `ReadError` where the server had nothing (another status than 200) or too much (more than 2 MB).
    """
    kind = record.fields.get("warc-type", "").lower()
    if kind in _HOLDS_NONE:
        return None
    if kind not in _HOLDS_CONTENT:
        raise ReadError(f"a record of unknown kind {kind[:40]!r}")
    if record.block is None:
        raise ReadError(f"a page of more than {MAX_REPORT_BYTES:,} bytes")
    media = record.fields.get("content-type", "")
    is_http = kind == "response" and media.lower().startswith("application/http")
    return _answered(record.block) if is_http else (record.block, media)


def _answered(block: bytes) -> tuple[bytes, str]:
    """The body of an HTTP answer and its media type."""
    end = _HEAD_END.search(block, 0, 65_536)
    status = _STATUS.match(block)
    if not end or not status:
        raise ReadError("not an answer of a web server")
    if status[1] != b"200":
        raise ReadError(f"the server answered with status {status[1].decode('ascii')}")
    fields = _fields(block[: end.start()])
    return _unpacked(block[end.end() :], fields), fields.get("content-type", "")


def _fields(head: bytes) -> dict[str, str]:
    lines = head.decode("latin-1").splitlines()[1:]
    return {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _unpacked(body: bytes, fields: Mapping[str, str]) -> bytes:
    """The body without chunks and compression. Crawlers often undo both and keep the field, so the bytes decide."""
    if "chunked" in fields.get("transfer-encoding", "").lower() and _CHUNK.match(body):
        body = _joined(body)
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MAX_REPORT_BYTES + 1)
    except zlib.error as error:
        raise ReadError(f"its compressed content is damaged: {error}") from None


def _joined(body: bytes) -> bytes:
    parts, at = [], 0
    while (size := _CHUNK.match(body, at)) and (length := int(size[1], 16)):
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(parts)
