"""Bytes -> text, whatever their encoding, with a plain word where they are no text at all."""

from __future__ import annotations

import codecs
import re
from itertools import chain

from tidings.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: How the files begin that people put beside reports by mistake.
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"RIFF", "a media file (RIFF)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
)

_BINARY = bytes(chain(range(1, 9), range(14, 27), range(28, 32)))
_SAMPLE = 65_536
_WRITTEN = re.compile(r"utf-8|iso|cp|koi8|kz|ptcp|mac|big5|gb|euc|shift|hz|johab|tis|ascii")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_\-]{3,20})""", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text of `data`: by its byte order mark, else as UTF-8, else as UTF-16 without a mark, else by guess.

    Raises `ReadError` where the bytes are no text.

    >>> decode("Šefčovič".encode("utf-16"))
    'Šefčovič'
    """
    return data.decode(encoding_of(data), "replace")


def encoding_of(data: bytes) -> str:
    """The encoding of `data`, read from its first 64 kB; a page may name its own in a `<meta charset>`."""
    sample = data[:_SAMPLE]
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return encoding
    for signature, what in _SIGNATURES:
        if sample.startswith(signature):
            raise ReadError(f"{what}, not text")
    if (wide := _utf16(sample)) is not None:
        return wide
    _refuse_binary(sample)
    if _is_utf8(sample):
        return "utf-8" if len(data) <= _SAMPLE or _is_utf8(data) else _guess(data)
    return _declared(sample) or _guess(sample)


def in_utf8(data: bytes, charset: str | None) -> bytes:
    """The same text in UTF-8, where a server said that it is written in another encoding; else the bytes as they are.

    >>> in_utf8(b"na\\xefve", "iso-8859-1").decode("utf-8")
    'naïve'
    """
    encoding = _of_the_web(charset) if charset else None
    return data if encoding is None or _is_utf8(data) else data.decode(encoding, "replace").encode("utf-8")


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark shows as NUL in every second byte of Latin text."""
    half = len(sample) // 2
    if half < 4:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _refuse_binary(sample: bytes) -> None:
    controls = len(sample) - len(sample.translate(None, _BINARY))
    if controls > 0.02 * len(sample) or sample.count(0) > 0.3 * len(sample):
        raise ReadError("binary data, not text")


def _declared(sample: bytes) -> str | None:
    found = _CHARSET.search(sample, 0, 4096)
    return _of_the_web(found[1].decode("ascii")) if found else None


def _of_the_web(name: str) -> str | None:
    """The encoding of that name, if it is one in which pages are written.

    Python has others: punycode takes hours for a megabyte. A page that names UTF-16 in single bytes is mistaken.
    """
    try:
        encoding = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return encoding if _WRITTEN.match(encoding) else None


def _guess(data: bytes) -> str:
    """The encoding that charset-normalizer (which comes with trafilatura) sees; Windows-1252 where it sees none."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return "cp1252"
    best = from_bytes(data[:20_000], cp_exclusion=["utf_7"]).best()
    return best.encoding if best and best.encoding not in ("ascii", "utf_8") else "cp1252"
