"""The formats Tidings reads. To add one: a file that makes a `Format`, and its line here."""

from __future__ import annotations

from tidings.errors import UsageError
from tidings.read.json_file import JSON
from tidings.read.jsonl import JSONL
from tidings.read.options import Format
from tidings.read.page import HTML
from tidings.read.table import CSV, delimiter_of
from tidings.read.text import TEXT
from tidings.read.warc import WARC

FORMATS: tuple[Format, ...] = (TEXT, HTML, JSONL, JSON, CSV, WARC)


def format_named(name: str) -> Format:
    """The format of that name. Raises `UsageError` naming those there are.

    >>> format_named("jsonl").suffixes[0]
    '.jsonl'
    """
    for known in FORMATS:
        if known.name == name:
            return known
    raise UsageError(f"no format {name!r}; there are auto, {', '.join(known.name for known in FORMATS)}")


def format_of_name(file_name: str) -> Format | None:
    """The format that the end of a file name tells, ".gz" apart; None where it tells none."""
    name = file_name.lower().removesuffix(".gz")
    return next((known for known in FORMATS if name.endswith(known.suffixes)), None)


def format_of_content(head: str) -> Format:
    """The format that the beginning of a file shows; plain text where it shows no other."""
    start = head.lstrip("\ufeff \t\r\n\0")
    lowered = start[:2000].lower()
    if start.startswith("WARC/1."):
        return WARC
    if lowered.startswith(("<!doctype html", "<html", "<head", "<body", "<?xml")) or "<html" in lowered:
        return HTML
    first_line = start.split("\n", 1)[0]
    if start.startswith("{"):
        return JSONL if first_line.rstrip().endswith("}") or len(first_line) > 1_000 else JSON
    if start.startswith("[") and start[1:].lstrip().startswith("{"):
        return JSON
    return CSV if len(first_line) < 400 and first_line.count(" ") < 12 and delimiter_of(first_line) else TEXT
