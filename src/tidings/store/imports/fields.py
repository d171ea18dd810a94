"""Which format a file is of, and the fields of its lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tidings.errors import UsageError
from tidings.store.columns import GDELT_MENTIONS
from tidings.store.imports.kind import FieldError, Fields, Import


@dataclass(frozen=True, slots=True)
class Layout:
    """A file's format, and its columns in the order they have there (none: JSON)."""

    form: Import
    columns: tuple[str, ...]

    def fields(self, text: str) -> Fields:
        """One line, by the names of its columns. Raises `FieldError`."""
        if not self.columns:
            return _json(text)
        parts = text.split("\t")
        if len(parts) != len(self.columns):
            raise FieldError("line", f"has {len(parts)} fields, not {len(self.columns)}")
        return dict(zip(self.columns, map(unquoted, parts), strict=True))

    def original(self, text: str) -> str:
        """The line as it is kept: with its columns in the order of the format."""
        wanted = self.form.columns
        if self.columns == wanted:
            return text
        held = dict(zip(self.columns, text.split("\t"), strict=True))
        return "\t".join(held[name] for name in wanted)


def unquoted(part: str) -> str:
    """A field without the quotes that some writers of tables put around it.

    >>> unquoted('"Cairo"'), unquoted('Cairo')
    ('Cairo', 'Cairo')
    """
    if len(part) > 1 and part[0] == part[-1] == '"':
        return part[1:-1].replace('""', '"')
    return part


def layout_of(path: Path, first: str, forms: Sequence[Import]) -> tuple[Layout, bool]:
    """The layout of a file that begins with this line, of one of `forms`, and whether the line is a header.

    Raises `UsageError` that says what would be right.
    """
    head = tuple(unquoted(part.strip()) for part in first.split("\t"))
    for form in forms:
        if not form.columns:
            if first.lstrip().startswith("{"):
                return Layout(form, ()), False
        elif form.header:
            columns = tuple(form.aliases.get(name, name) for name in head)
            if set(form.columns) <= set(columns) and len(set(columns)) == len(columns):
                return Layout(form, columns), True
        elif len(head) == len(form.columns):
            return Layout(form, form.columns), head == form.columns
    raise UsageError(f"{path}: {_refusal(head, forms)}")


def _refusal(head: Sequence[str], forms: Sequence[Import]) -> str:
    if len(head) == len(GDELT_MENTIONS) and head[0].isdecimal():
        return "these are GDELT's mentions; give the file of events (.export.CSV)"
    if len(forms) > 1:
        return "its columns are not those of GDELT 2 events, ICEWS, POLECAT or PLOVER records"
    (form,) = forms
    if not form.columns:
        return "PLOVER records are a JSON object a line; the first line is none"
    missing = [name for name in form.columns if name not in {form.aliases.get(name, name) for name in head}]
    if form.header and len(missing) < len(form.columns):
        return f"its header lacks the column {missing[0]!r} of {form.name}"
    header = " under a header" if form.header else ""
    return f"{form.name} has {len(form.columns)} tab-separated columns{header}; this has {len(head)}"


def _json(text: str) -> Fields:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise FieldError("line", "is not JSON") from None
    if not isinstance(value, dict):
        raise FieldError("line", "is not a JSON object")
    return value
