"""CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from tidings.store.export.kind import COLUMNS, About, Cell, Export, Reported, flat

#: The signs that begin a formula, as wide characters too, and what some programs skip before them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: text that would begin one gets a leading apostrophe.

    >>> safe_cell("=1+1"), safe_cell(-3.0)
    ("'=1+1", -3.0)
    """
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _write(events: Iterable[Reported], out: BinaryIO, about: About) -> None:
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        writer.writerows([safe_cell(cell) for cell in flat(told.event).values()] for told in events)
    finally:
        text.detach()


CSV = Export("csv", _write)
