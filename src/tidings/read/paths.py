"""Files, folders and bytes -> documents, each failure set aside with its reason."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from pathlib import Path

from tidings.errors import ReadError, UsageError
from tidings.read.decode import decode
from tidings.read.formats import FORMATS, format_named, format_of_content, format_of_name
from tidings.read.options import Format, ReadItem, ReadOptions, SetAside

_GZIP = b"\x1f\x8b"
_HEAD_BYTES = 16_384


def read_path(path: Path, options: ReadOptions | None = None) -> Iterator[ReadItem]:
    """The documents in a file, or in a folder and all below it, in the order of their names.

    In a folder, files are read whose names end as those of a format do (`.gz` may follow); hidden ones are passed
    over. What cannot be read comes back as `SetAside`, and reading goes on. Raises `UsageError` where nothing is at
    `path` or no format has the name that `options` gives.

    >>> list(read_path(Path("no/such/file")))
    Traceback (most recent call last):
    tidings.errors.UsageError: nothing at no/such/file; give a file or a folder of reports
    """
    options = options or ReadOptions()
    if options.format != "auto":
        format_named(options.format)
    if path.is_dir():
        files = list(_files(path))
        if not files:
            ends = " ".join(end for known in FORMATS for end in known.suffixes)
            yield SetAside(str(path), None, f"no reports in this folder: no file ends in {ends}")
        for file in files:
            yield from _read_file(file, options)
    elif path.exists():
        yield from _read_file(path, options)
    else:
        raise UsageError(f"nothing at {path}; give a file or a folder of reports")


def read_bytes(data: bytes, name: str, options: ReadOptions | None = None) -> Iterator[ReadItem]:
    """The documents in bytes that came from elsewhere (standard input, a download); `name` is told in complaints.

    >>> [item.text for item in read_bytes(b"Egypt and Sudan agreed.", "-")]
    ['Egypt and Sudan agreed.']
    """
    yield from _read_stream(BufferedReader(BytesIO(data), _HEAD_BYTES), name, options or ReadOptions())


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and format_of_name(name):
                yield Path(here, name)


def _read_file(file: Path, options: ReadOptions) -> Iterator[ReadItem]:
    try:
        stream = file.open("rb")
    except OSError as error:
        yield SetAside(str(file), None, f"cannot be opened: {error.strerror}")
        return
    with stream:
        yield from _read_stream(stream, str(file), options)


def _read_stream(stream: BufferedReader, origin: str, options: ReadOptions) -> Iterator[ReadItem]:
    try:
        form = _format(stream, origin, options)
        yield from form.read(stream if form.packed else _unzipped(stream), origin, options)
    except ReadError as error:
        yield SetAside(origin, None, str(error))
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield SetAside(origin, None, f"the gzip file is damaged: {error}")
    except OSError as error:
        yield SetAside(origin, None, f"cannot be read: {error.strerror or error}")


def _unzipped(stream: BufferedReader) -> BufferedReader:
    if stream.peek(2)[:2] != _GZIP:
        return stream
    return BufferedReader(gzip.GzipFile(fileobj=stream), _HEAD_BYTES)


def _inflated(head: bytes) -> bytes:
    """The beginning of a file, without its compression."""
    return zlib.decompressobj(wbits=31).decompress(head, _HEAD_BYTES) if head.startswith(_GZIP) else head


def _format(stream: BufferedReader, origin: str, options: ReadOptions) -> Format:
    if options.format != "auto":
        return format_named(options.format)
    if named := format_of_name(origin):
        return named
    head = _inflated(stream.peek(_HEAD_BYTES)[:_HEAD_BYTES])
    if not head.strip(b" \t\r\n\0"):
        raise ReadError("empty: no words to read")
    return format_of_content(decode(head))
