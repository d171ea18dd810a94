"""The lines of a file, plain, gzipped or zipped, however long: bounded, and never read whole."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tidings.errors import UsageError

#: GDELT's longest lines have a few thousand characters; what is longer than this is no line of these formats.
LONGEST = 1_000_000


class _Readable(Protocol):
    def readline(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line, from 1: its text without the end of line; or, where it cannot be one, `wrong` says why."""

    number: int
    text: str
    wrong: str | None = None


def lines_of(path: Path) -> Iterator[Line]:
    """Every line that is not empty. Raises `UsageError` where the file, or its packing, cannot be read."""
    try:
        with _opened(path) as stream:
            yield from _lines(stream)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{path}: cannot be read: {reason}; what was read before stays, run again to go on") from error


@contextmanager
def _opened(path: Path) -> Iterator[_Readable]:
    with path.open("rb") as file:
        start = file.read(4)
        file.seek(0)
        if start[:2] == b"\x1f\x8b":
            with gzip.open(file, "rb") as unpacked:
                yield unpacked
        elif start == b"PK\x03\x04":
            with zipfile.ZipFile(file) as archive, archive.open(_member(path, archive)) as member:
                yield member
        else:
            yield file


def _member(path: Path, archive: zipfile.ZipFile) -> str:
    members = [name for name in archive.namelist() if not name.endswith("/")]
    if len(members) != 1:
        raise UsageError(f"{path} holds {len(members)} files; unpack it and import them one by one")
    return members[0]


def _lines(stream: _Readable) -> Iterator[Line]:
    number = 0
    while raw := stream.readline(LONGEST):
        number += 1
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if len(raw) == LONGEST and not raw.endswith(b"\n"):
            while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
                pass
            yield Line(number, "", f"line: longer than {LONGEST} bytes")
        elif b"\0" in raw:
            yield Line(number, "", "line: has a NUL byte")
        elif raw.strip():
            yield Line(number, _decoded(raw.removesuffix(b"\n").removesuffix(b"\r")))


def _decoded(raw: bytes) -> str:
    """UTF-8, or what it was before: older releases of POLECAT and ICEWS are in Latin-1."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
