"""A dictionary by its file: which format, how large at most, in which letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tidings.errors import DataError
from tidings.lexicon.own.entry import Dictionary
from tidings.lexicon.own.listing import read_yaml
from tidings.lexicon.own.petrarch import read_petrarch
from tidings.lexicon.own.table import read_csv, read_tsv

#: The readers by the ending of the file's name; any other ending is PETRARCH's.
FORMATS: dict[str, Callable[[str, str], Dictionary]] = {
    ".csv": read_csv,
    ".tsv": read_tsv,
    ".yaml": read_yaml,
    ".yml": read_yaml,
}
MOST_BYTES = 16_000_000


def load_dictionary(path: Path) -> Dictionary:
    """The actors of a file of the user's.

    Raises `DataError` naming file, line and field where the file cannot be read or breaks its format.
    """
    read = FORMATS.get(path.suffix.lower(), read_petrarch)
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}; give a CSV, TSV, YAML or PETRARCH file") from error
    if len(content) > MOST_BYTES:
        raise DataError(f"{path.name}: larger than {MOST_BYTES // 1_000_000} MB; part it into several files")
    return read(_text(content, path, old=read is read_petrarch), path.name)


def _text(content: bytes, path: Path, *, old: bool) -> str:
    """The text of a file in UTF-8; dictionaries of PETRARCH's days may be in Latin-1."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not old:
            line = content[: error.start].count(b"\n") + 1
            raise DataError(f"{path.name}, line {line}: must be UTF-8; save the file as UTF-8") from error
        text = content.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
