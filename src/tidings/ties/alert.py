"""Alerts: what a watcher of a dyad would want to be told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidings.ties.event import TieEvent

#: Kinds of alert.
BAND, CONTACT, FORCE = "outside its band", "first contact", "first use of force"


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert: its kind, the day of it, a sentence of reason, and the events behind it."""

    kind: str
    day: date
    reason: str
    events: tuple[TieEvent, ...]
