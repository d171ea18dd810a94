"""How far two records of one dyad agree: ours, and another system's."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.ties.event import TieEvent
from tidings.ties.series import Period, Series, day_of, series

#: Events of one quad that lie this many days apart or less may be the same: systems date by the report or by the event.
WITHIN = 3
#: A correlation of fewer periods says nothing.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two records of a dyad, side by side.

    `periods` are pairs of ours and theirs of the same days. `matched` counts events of the same quad within `WITHIN`
    days, one to one; the others stand in `only_ours` and `only_theirs`. `of_scores` is Pearson's correlation of the
    mean scores in periods in which both have events, `of_counts` that of the numbers of events in all periods; None
    where there are fewer than three, or one of the two never varies.
    """

    by: str
    periods: tuple[tuple[Period, Period], ...]
    ours: int
    theirs: int
    matched: int
    only_ours: tuple[TieEvent, ...]
    only_theirs: tuple[TieEvent, ...]
    of_scores: float | None
    of_counts: float | None

    @property
    def shared(self) -> float | None:
        """Events in both, as a share of those in either; None where there are none."""
        either = self.ours + self.theirs - self.matched
        return self.matched / either if either else None


def agreement(ours: Iterable[TieEvent], theirs: Iterable[TieEvent], by: str = "month") -> Agreement:
    """Compares two records of a dyad, by "week" or "month". Events that did not take place or have no day are left out.

    >>> met, raid = TieEvent("a", date(2021, 7, 28), 1, 2.5), TieEvent("b", date(2021, 8, 9), 4, -9.0)
    >>> found = agreement([met, raid], [TieEvent("c", date(2021, 7, 30), 1, 1.0)])
    >>> found.matched, [event.event_id for event in found.only_ours], found.shared
    (1, ['b'], 0.5)
    """
    own, other = series(ours, by), series(theirs, by)
    days = [day for event in (*own.events, *other.events) if (day := day_of(event, by))]
    if days:
        own, other = (series(one.events, by, min(days), max(days)) for one in (own, other))
    only_ours, only_theirs = _unmatched(own, other)
    pairs = tuple(zip(own.periods, other.periods, strict=True)) if days else ()
    both = [(mine.net_mean, theirs.net_mean) for mine, theirs in pairs]
    return Agreement(
        by=by,
        periods=pairs,
        ours=len(own.events),
        theirs=len(other.events),
        matched=len(own.events) - len(only_ours),
        only_ours=only_ours,
        only_theirs=only_theirs,
        of_scores=_correlation([(x, y) for x, y in both if x is not None and y is not None]),
        of_counts=_correlation([(mine.events, theirs.events) for mine, theirs in pairs]),
    )


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    if len(pairs) < _FEWEST:
        return None
    try:
        return statistics.correlation(*zip(*pairs, strict=True))
    except statistics.StatisticsError:
        return None


def _unmatched(own: Series, other: Series) -> tuple[tuple[TieEvent, ...], tuple[TieEvent, ...]]:
    alone: tuple[list[TieEvent], list[TieEvent]] = ([], [])
    for quad in (1, 2, 3, 4):
        ours, theirs = (_placed(one, quad) for one in (own, other))
        for side, events in zip(alone, _pair_off(ours, theirs), strict=True):
            side.extend(events)
    mine, their = (tuple(sorted(events, key=lambda e: (str(e.date), e.event_id))) for events in alone)
    return mine, their


def _placed(one: Series, quad: int) -> list[tuple[date, TieEvent]]:
    return [(day, event) for event in one.events if event.quad == quad and (day := day_of(event, one.by))]


def _pair_off(
    ours: Sequence[tuple[date, TieEvent]], theirs: Sequence[tuple[date, TieEvent]]
) -> tuple[list[TieEvent], list[TieEvent]]:
    """Those that are left when as many as can be are paired: in order of day, the earliest that fits is best."""
    left: list[TieEvent] = []
    right: list[TieEvent] = []
    i = j = 0
    while i < len(ours) and j < len(theirs):
        apart = theirs[j][0] - ours[i][0]
        if apart < -timedelta(days=WITHIN):
            right.append(theirs[j][1])
            j += 1
        elif apart > timedelta(days=WITHIN):
            left.append(ours[i][1])
            i += 1
        else:
            i, j = i + 1, j + 1
    left.extend(event for _, event in ours[i:])
    right.extend(event for _, event in theirs[j:])
    return left, right
