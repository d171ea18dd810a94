"""Why a mention stands in an event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A mention, the mention of the same event it was joined to, and what spoke for and against it.

    `joined_to` is None for the mention the others were joined to. `reasons` are the parts of `likeness`, in points:
    positive for one event, negative against.
    """

    mention: str
    joined_to: str | None = None
    likeness: float | None = None
    reasons: tuple[tuple[str, float], ...] = ()
