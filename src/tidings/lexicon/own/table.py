"""A dictionary as a table: CSV, or TSV, whose first line names its columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tidings.errors import DataError
from tidings.lexicon.own.entry import Dictionary
from tidings.lexicon.own.rows import COLUMNS, check_columns, gather
from tidings.lexicon.tables import Row


def read_csv(text: str, file: str) -> Dictionary:
    """The actors of a table parted by commas.

    >>> read_csv("id,name,country,sectors\\ngarin,Garin Guard,GAR,MIL", "own.csv").actors[0].codings[0].sectors
    ('MIL',)
    """
    return Dictionary(file, gather(_rows(text, file, ",")))


def read_tsv(text: str, file: str) -> Dictionary:
    """The same, parted by tabs."""
    return Dictionary(file, gather(_rows(text, file, "\t")))


def _rows(text: str, file: str, delimiter: str) -> Iterator[Row]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] | None = None
    try:
        for fields in lines:
            if not any(field.strip() for field in fields) or fields[0].startswith("#"):
                continue
            fields = [field.strip() for field in fields]
            if columns is None:
                check_columns(file, lines.line_num, fields)
                columns = fields
                continue
            if len(fields) != len(columns):
                raise DataError(f"{file}, line {lines.line_num}: {len(columns)} fields wanted, not {len(fields)}")
            yield Row(file, lines.line_num, dict.fromkeys(COLUMNS, "") | dict(zip(columns, fields, strict=True)))
    except csv.Error as error:
        raise DataError(
            f"{file}, line {lines.line_num}: not a table ({error}); see the README of data/actors"
        ) from error
    if columns is None:
        raise DataError(f"{file}, line 1: the first line must name the columns: {','.join(COLUMNS)}")
