"""Tab-separated tables of the data folder, checked while they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from tidings.errors import DataError


@dataclass(slots=True)  # not frozen: there are 20,000 at every start, and a frozen one takes twice as long to make
class Row:
    """One line of a table, by the names of its columns."""

    file: str
    line: int
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a field that holds several, parted by semicolons."""
        return _parts(self.fields[column])

    def broken(self, column: str, wanted: str) -> DataError:
        """The error that names file, line and field."""
        return DataError(f"{self.file}, line {self.line}, field {column}: {wanted}, not {self.fields[column]!r}")

    def number(self, column: str) -> int | None:
        """A whole number, or none where the field is empty. Raises `DataError` where it is no number."""
        text = self.fields[column]
        if text and not text.isdecimal():
            raise self.broken(column, "a whole number")
        return int(text) if text else None

    def day(self, column: str, *, last: bool = False) -> date | None:
        """A date written as 2021-08-14, 2021-08 or 2021; the first such day, or the last.

        Raises `DataError` where there is no such day.
        """
        text = self.fields[column]
        if not text:
            return None
        try:
            return _read_day(text, last)
        except (ValueError, TypeError) as error:
            raise self.broken(column, "a date such as 2021-08-14") from error


@lru_cache(maxsize=16384)
def _parts(field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.split(";") if part.strip()) if field else ()


@lru_cache(maxsize=16384)
def _read_day(text: str, last: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(parts[0], parts[1], parts[2])
    if len(parts) == 2:
        return _month_end(parts[0], parts[1]) if last else date(parts[0], parts[1], 1)
    return date(parts[0], 12, 31) if last else date(parts[0], 1, 1)


def _month_end(year: int, month: int) -> date:
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


def data_folder() -> Traversable:
    """The folder of Tidings' own data files."""
    return files("tidings") / "data"


def read_table(path: Traversable, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table whose first line names its columns.

    Raises `DataError` where the columns are others or a line has too few or too many fields.
    """
    lines = path.read_text("utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise DataError(f"{path.name}, line 1: the columns are {', '.join(columns)}")
    file, width = path.name, len(columns)
    for number, line in enumerate(lines[1:], 2):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != width:
            raise DataError(f"{file}, line {number}: {width} fields wanted, not {len(fields)}")
        yield Row(file, number, dict(zip(columns, fields, strict=False)))
