"""Tab-separated lines without quotes, as GDELT, ICEWS and POLECAT have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import BinaryIO

from tidings.store.export.kind import About, Cell, Reported
from tidings.store.query import EventRow

#: What would end a field or a line: every character that some reader of lines takes for an end.
_BREAKS = re.compile(r"[\t\n\r\v\f\x00\x1c-\x1e\x85\u2028\u2029]+")

Rows = Callable[[Reported, About], Iterable[Sequence[Cell]]]


def write_lines(
    system: str, columns: Sequence[str] | None, rows: Rows
) -> Callable[[Iterable[Reported], BinaryIO, About], None]:
    """What writes events as lines under a line of column names (None: without).

    An event that was imported from this very system is written as it came.
    """

    def write(events: Iterable[Reported], out: BinaryIO, about: About) -> None:
        if columns:
            out.write(line(columns))
        for told in events:
            if told.system == system and told.original is not None:
                out.write(told.original.encode("utf-8", "replace") + b"\n")
            else:
                out.writelines(map(line, rows(told, about)))

    return write


def line(cells: Sequence[Cell]) -> bytes:
    """The cells as one line; what is not known is empty, a date is written 2021-07-28.

    >>> line(["010", None, 3.4, "two\\nlines"])
    b'010\\t\\t3.4\\ttwo lines\\n'
    """
    return "\t".join(map(_text, cells)).encode("utf-8", "replace") + b"\n"


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return _BREAKS.sub(" ", str(cell)).strip()


#: Days that an event may have fallen on, beyond which no one of them stands for it.
_LONGEST = timedelta(days=7)


def day_of(event: EventRow) -> date | None:
    """The day an event gets in a format that has one: where only the last is known, that (it was reported then), else
    the first, and none where the days stretch over more than a week.
    """
    if event.earliest and event.latest and event.latest - event.earliest >= _LONGEST:
        return None
    return event.earliest or event.latest


def compact(day: date | None) -> str:
    """A day as GDELT writes it: 20210728."""
    return day.strftime("%Y%m%d") if day else ""
