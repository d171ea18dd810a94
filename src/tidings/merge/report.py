"""What merging looks at: a report, and its standing among the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its id, its day (None for an undated one) and its text."""

    id: str
    published: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The story a report belongs to, and the report it is a copy of, with the share of words they have in common.

    `story` is None where too many reports of one week were handed in to be compared.
    """

    story: str | None
    copy_of: str | None = None
    likeness: float | None = None
