"""A file of another system's events into a store, batch by batch."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.errors import UsageError
from tidings.store.imports.fields import Layout, layout_of
from tidings.store.imports.kind import FieldError, Import, Row, row_of
from tidings.store.imports.lines import Line, lines_of

if TYPE_CHECKING:
    from tidings.store.store import Store

#: Lines in memory at a time, and written in one transaction.
_BATCH = 5_000


@dataclass(slots=True)
class ImportTally:
    """How an import went so far. `unknown` counts names of countries that Tidings does not know, `dropped` are columns
    that the system does not have."""

    system: str = ""
    added: int = 0
    known: int = 0
    aside: int = 0
    unknown: Counter[str] = field(default_factory=Counter)
    dropped: tuple[str, ...] = ()


Tell = Callable[[ImportTally, str | None], None]
Aside = tuple[int, str]


def import_file(store: Store, path: Path, forms: Sequence[Import], tell: Tell) -> ImportTally:
    """Puts the events of a file in that are not there yet; what is wrong is set aside with file, line and reason.

    The file is of one of `forms`. `tell` hears of every batch and every complaint. A run that ended early can be
    repeated. Raises `UsageError` where the file is of another format, or cannot be read.
    """
    lines = lines_of(path)
    first = next(lines, None)
    if first is None:
        raise UsageError(f"{path} is empty")
    layout, is_header = layout_of(path, first.text, forms)
    tally = ImportTally(layout.form.name, dropped=tuple(c for c in layout.columns if c not in layout.form.columns))
    rest: Iterable[Line] = lines if is_header else chain([first], lines)
    for batch in _batches(rest):
        rows, aside = _read(layout, batch, tally)
        added, known, differing = store.add_imported([row for _, row in rows])
        tally.added, tally.known = tally.added + added, tally.known + known
        numbers = {row["id"]: number for number, row in rows}
        reason = f"{layout.form.columns[0] if layout.form.columns else 'id'}: is there already, with other values"
        aside += [(numbers[id], reason) for id in differing]
        tally.aside += len(aside)
        if aside:
            store.set_aside((str(path), number, reason) for number, reason in aside)
        for number, reason in sorted(aside):
            tell(tally, f"{path}, line {number}: {reason}")
        tell(tally, None)
    return tally


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    rest = iter(lines)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _read(layout: Layout, lines: Iterable[Line], tally: ImportTally) -> tuple[list[tuple[int, Row]], list[Aside]]:
    rows: list[tuple[int, Row]] = []
    aside: list[Aside] = []
    for line in lines:
        try:
            rows.append((line.number, _row(layout, line, tally)))
        except FieldError as wrong:
            aside.append((line.number, str(wrong)))
    return rows, aside


def _row(layout: Layout, line: Line, tally: ImportTally) -> Row:
    if line.wrong:
        raise FieldError(*line.wrong.split(": ", 1))
    event = layout.form.parse(layout.fields(line.text))
    row = row_of(layout.form.name, event, layout.original(line.text))
    written = json.dumps(row)
    if "\\u0000" in written or ("\\ud" in written and not _is_text(row)):
        raise FieldError("line", "has characters that are no text")
    tally.unknown.update(event.unknown)
    return row


def _is_text(row: Row) -> bool:
    """Whether all of it can be written: half a surrogate pair cannot."""
    try:
        json.dumps(row, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
