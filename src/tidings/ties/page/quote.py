"""What a page shows of one telling of an event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that tells of an event, where it stands, and what read it.

    `pieces` is the sentence cut up, each piece with its mark ("trigger", "side" or ""); `report` names outlet, day
    and title; `said_by` is the source's words, None for the reporter's own; `origin` the rule or model, `confidence`
    from 0 to 1.
    """

    pieces: tuple[tuple[str, str], ...]
    report: str
    said_by: str | None
    origin: str
    confidence: float
