"""Turning points: the weeks in which the level of a dyad changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidings.ties.event import TieEvent


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A lasting change: the Monday from which the level is another, the mean before and after, and what drives it.

    `before` and `after` are mean scores an event (-10 to 10) back to the turning point before, and on to the one
    after. `events` are the three that pull hardest the new way, of the first weeks after the turn.
    """

    day: date
    before: float
    after: float
    events: tuple[TieEvent, ...]
