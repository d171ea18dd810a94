"""Friendly and hostile acts of two stretches of time: did the balance between them turn?

The mean score of an event misses what a newspaper calls warming: a visit where there was no contact leaves it as it
was, and in a crisis the talk about it hides the blows. So each side is asked by itself how its pace changed: the
logarithm of the ratio of its points an event of the record, friendly F and hostile H. It got warmer by max(F, min(0,
H)) - H: where both pace up or down together nothing turned, and where friendly acts only ebb with nothing hostile in
their place it got quiet, which is not cooling. It got cooler by H - max(0, F) / 2: half of the talk of a crisis is
about the crisis. Counting against all events of the record, instead of days, keeps a record that reads more news from
warming every tie; counting events, instead of reports, keeps an echo from doing it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from tidings.ties.event import TieEvent
from tidings.ties.weeks import Floats

#: Events of one kind that count for one witness: a visit is told as a meeting, a pledge and a word of praise.
WITNESS = 1.5
#: How far the pace of one kind of acts changes between two stretches anyhow: a deviation of its logarithm.
USUAL = 1.5
#: The share of all of a dyad's points that is a trifle: it weighs on either kind, so that two harsh words between close
#: friends are no war.
TRIFLE = 0.05
#: Of each distribution so many points of equal chance are looked at.
_POINTS = np.array([NormalDist().inv_cdf((point + 0.5) / 41) for point in range(41)])


@dataclass(frozen=True, slots=True)
class Pace:
    """Acts of one kind before and since a day: their points (sums of scores, as positive numbers) and squares."""

    before: float
    since: float
    squares: float

    @property
    def total(self) -> float:
        """The points of both stretches."""
        return self.before + self.since

    @property
    def size(self) -> float:
        """The points of a typical act; 1 where there is none."""
        return self.squares / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Balance:
    """The acts of both kinds, and the share of all that the record could hold which lies before the day."""

    friendly: Pace
    hostile: Pace
    share: float


def balance(before: Sequence[TieEvent], since: Sequence[TieEvent], share: float) -> Balance:
    """The balance of the events before and since a day.

    >>> balance([], [TieEvent("a", None, 1, 2.5), TieEvent("b", None, 4, -9.0)], 0.5).hostile.since
    9.0
    """
    return Balance(_pace(before, since, 1), _pace(before, since, -1), share)


def _pace(before: Sequence[TieEvent], since: Sequence[TieEvent], sign: int) -> Pace:
    sides = [[max(0.0, sign * event.score) for event in events] for events in (before, since)]
    return Pace(sum(sides[0]), sum(sides[1]), sum(points**2 for points in (*sides[0], *sides[1])))


def turns(many: Sequence[Balance]) -> tuple[Floats, Floats]:
    """How much warmer and how much cooler each dyad got: a row a dyad, a column for each pair of points of F and H."""
    share = np.array([one.share for one in many])
    every = np.array([one.friendly.total + one.hostile.total for one in many])
    friendly = _drawn([one.friendly for one in many], share, every)[:, :, None]
    hostile = _drawn([one.hostile for one in many], share, every)[:, None, :]
    warmer = np.maximum(friendly, np.minimum(0.0, hostile)) - hostile
    cooler = hostile - np.maximum(0.0, friendly) / 2
    return warmer.reshape(len(many), -1), cooler.reshape(len(many), -1)


def _drawn(paces: Sequence[Pace], share: Floats, every: Floats) -> Floats:
    """Points of equal chance of the logarithm of since over before: what was counted, and what is usual, weighed."""
    before, since, size = (np.array([getattr(one, name) for one in paces]) for name in ("before", "since", "size"))
    witness = size * WITNESS
    early, late = before / witness + share, since / witness + 1 - share
    trifle = TRIFLE * every / witness
    weighed = early + trifle * share, late + trifle * (1 - share)
    ratio = np.log(weighed[1] / (1 - share)) - np.log(weighed[0] / share)
    doubt = early / weighed[0] ** 2 + late / weighed[1] ** 2
    weight = USUAL**2 / (USUAL**2 + doubt)
    found: Floats = (ratio * weight)[:, None] + np.sqrt(doubt * weight)[:, None] * _POINTS
    return found
