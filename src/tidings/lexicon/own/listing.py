"""A dictionary as a YAML list: each item has the fields of a row of the table.

Only the parser's events are used: nothing is constructed, every value is text ("NO" is no boolean), and the depth is
bounded before anything is nested.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from tidings.errors import DataError
from tidings.lexicon.own.entry import Dictionary
from tidings.lexicon.own.rows import COLUMNS, check_columns, gather
from tidings.lexicon.tables import Row

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
#: Fields that may be a list of their own.
_LISTS = ("sectors", "aliases")
_SHAPE = "a list of entries, each with fields such as `id: ...`, `name: ...`, `country: ...`"


def read_yaml(text: str, file: str) -> Dictionary:
    """The actors of a YAML list.

    >>> read_yaml("- {id: garin, name: Garin Guard, country: GAR, sectors: [MIL]}", "own.yaml").actors[0].names
    ('Garin Guard',)
    """
    return Dictionary(file, gather(_Events(text, file).rows()))


class _Events:
    """Walks the events of one text, an event at a time."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))

    def rows(self) -> Iterator[Row]:
        """A row for each entry of the list."""
        event = self._next(yaml.StreamStartEvent, yaml.DocumentStartEvent)
        if isinstance(event, yaml.StreamEndEvent):
            raise DataError(f"{self.file}, line 1: the file is empty; it must be {_SHAPE}")
        if not isinstance(event, yaml.SequenceStartEvent):
            raise self._wrong(event, _SHAPE)
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if not isinstance(event, yaml.MappingStartEvent):
                raise self._wrong(event, "an entry with fields such as `id: ...`, `name: ...`")
            yield self._row(event.start_mark.line + 1)
        event = self._next(yaml.DocumentEndEvent)
        if not isinstance(event, yaml.StreamEndEvent):
            raise self._wrong(event, "one list only")

    def _row(self, line: int) -> Row:
        fields: list[tuple[str, str]] = []
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._wrong(event, "the name of a field")
            fields.append((event.value, self._value(event.value)))
        check_columns(self.file, line, (name for name, _ in fields))
        return Row(self.file, line, dict.fromkeys(COLUMNS, "") | dict(fields))

    def _value(self, field: str) -> str:
        event = self._next()
        if isinstance(event, yaml.ScalarEvent):
            return _text(event)
        if not isinstance(event, yaml.SequenceStartEvent) or field not in _LISTS:
            raise self._wrong(event, "text, or a list of texts for sectors and aliases", field)
        parts = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._wrong(event, "a list of texts", field)
            parts.append(_text(event))
        return ";".join(parts)

    def _next(self, *passed: type[Any]) -> Any:
        try:
            event = next(self._events)
            while passed and isinstance(event, passed):
                event = next(self._events)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            raise DataError(
                f"{self.file}, line {line}: not YAML: {getattr(error, 'problem', None) or error}"
            ) from error
        return event

    def _wrong(self, event: Any, wanted: str, field: str | None = None) -> DataError:
        where = f", field {field}" if field else ""
        return DataError(f"{self.file}, line {event.start_mark.line + 1}{where}: must be {wanted}")


def _text(event: Any) -> str:
    plain = event.value.strip()
    return "" if not event.style and plain in ("null", "~") else plain
