"""Checking one field of a data file at a time, so that a mistake is told with its place and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tidings.errors import DataError


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a file, and where it stands: the errors of its fields name file, entry and field."""

    file: str
    place: str
    values: Mapping[str, Any]

    @classmethod
    def of(cls, file: str, place: str, values: Any, known: Iterable[str]) -> Entry:
        """The entry, after a check that it is a mapping and holds known fields only."""
        known = tuple(known)
        if not isinstance(values, Mapping):
            raise DataError(f"{file}: {place}: must be a mapping with the fields {', '.join(known)}")
        unknown = [key for key in values if key not in known]
        if unknown:
            raise DataError(f"{file}: {place}: unknown field {unknown[0]!r}; the fields are {', '.join(known)}")
        return cls(file, place, values)

    def wrong(self, field: str, must: str) -> DataError:
        """The error that says what the field must be."""
        return DataError(f"{self.file}: {self.place}: {field} must be {must}, not {self.values.get(field)!r}")

    def text(self, field: str) -> str:
        value = self.values.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(field, "a text")
        return " ".join(value.split())

    def text_or_none(self, field: str) -> str | None:
        return None if self.values.get(field) is None else self.text(field)

    def number(self, field: str) -> float:
        value = self.values.get(field)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(field, "a number")
        return float(value)

    def flag(self, field: str) -> bool:
        value = self.values.get(field, False)
        if not isinstance(value, bool):
            raise self.wrong(field, "true or false")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        value = self.values.get(field, ())
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) and item for item in value):
            raise self.wrong(field, "a list of texts")
        return tuple(value)

    def mapping(self, field: str) -> Mapping[str, Any]:
        value = self.values.get(field) or {}
        if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
            raise self.wrong(field, "a mapping from names")
        return value

    def one_of(self, field: str, known: Mapping[str, Any] | Iterable[str], what: str) -> str | None:
        """The text of the field where it is given, which must be one of `known`."""
        value = self.text_or_none(field)
        if value is not None and value not in known:
            raise self.wrong(field, what)
        return value
