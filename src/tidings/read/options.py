"""What the caller may say about what is read, and what is handed back where nothing could be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BufferedReader

from tidings.record import Document

#: A report larger than this is not one report: bytes of a text or a page.
MAX_REPORT_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is known beforehand.

    `published` and `publisher` hold where the report does not tell; for a single text or page they go before what
    the page says. `format` is the name of a format, or "auto".
    """

    published: date | None = None
    publisher: str | None = None
    format: str = "auto"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A report, or a row, that could not be read: where it stands (`line` counts from 1) and why."""

    origin: str
    line: int | None
    reason: str


ReadItem = Document | SetAside


@dataclass(frozen=True, slots=True)
class Format:
    """One input format: its name, the ends of its file names, and its reader of an open file.

    The reader of a `packed` format is handed a gzipped file as it stands, to see where its members begin.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[BufferedReader, str, ReadOptions], Iterator[ReadItem]]
    packed: bool = False
