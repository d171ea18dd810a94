"""Friendly and hostile acts of two stretches of time: did the balance between them turn?

The mean score of an event misses what a newspaper calls warming: a visit where there was no contact leaves it as it
was, and in a crisis the talk about it hides the blows. So each kind of acts is asked by itself how its pace changed:
the logarithm of the ratio of its points an event of the record, friendly F and hostile H. It got warmer by max(F,
min(0, H)) - H: where both pace up or down together nothing turned, and where friendly acts only ebb with nothing
hostile in their place it got quiet, which is not cooling. It got cooler by H - max(0, F) / 2: half of the talk of a
crisis is about the crisis. Counting against all events of the record, instead of days, keeps a record that reads more
news from warming every tie; counting events, instead of reports, keeps an echo from doing it.

The weeks are the witnesses, not the events: a visit is told as a meeting, a pledge and a word of praise. So the acts of
a busy week count less than one each, and all count the less, the more the dyad's own weeks scatter within the two
stretches. F and H each stay exactly as they were with one chance, else they move by a normal deviation: without the
first, whatever few weeks happen to hold would be taken for a turn.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tidings.ties.acts import Acts
from tidings.ties.kalman import BATCH
from tidings.ties.weeks import Floats

#: The chance that the pace of one kind of acts stayed, and by how much its logarithm moves where it did not.
STAYED, USUAL = 0.3, 1.0
#: How many acts of one kind are one witness before the weeks of a dyad are seen, and how many weeks that guess weighs.
WITNESS, GUESSED = 1.3, 10.0
#: The share of all of a dyad's acts that is a trifle: it weighs on either kind, so that two harsh words between close
#: friends are no war.
TRIFLE = 0.05
#: A turn of the balance is told from this size on: one kind of acts gains a quarter on the other.
LEAST_TURN = float(np.log(1.25))

#: The changes of pace that are looked at, in logarithms, and how likely each is before any news.
_MOVES = np.linspace(-4.0, 4.0, 81)
_SLAB = np.exp(-0.5 * (_MOVES / USUAL) ** 2)
_PRIOR = np.log((1 - STAYED) * _SLAB / _SLAB.sum() + STAYED * (np.abs(_MOVES) < 1e-9))


def turn_odds(friendly: Acts, hostile: Acts, share: Floats, late: int) -> Floats:
    """A row a dyad: the chances that the balance turned to the friendly side, to the hostile side, and to neither.

    `share` has, for every dyad and week, the part of all that the record could hold (a row adds up to 1); the last
    `late` weeks are compared with those before.

    >>> met = Acts(np.array([[0.0, 0.0, 0.0, 0.0, 10.0, 12.0]]), np.array([2.5]))
    >>> turn_odds(met, Acts(np.zeros((1, 6)), np.ones(1)), np.full((1, 6), 1 / 6), 2).round(1).tolist()
    [[0.9, 0.0, 0.1]]
    """
    parts = [
        _odds(friendly.rows(at, at + BATCH), hostile.rows(at, at + BATCH), share[at : at + BATCH], late)
        for at in range(0, len(share), BATCH)
    ]
    return np.concatenate([np.empty((0, 3)), *parts])


def _odds(friendly: Acts, hostile: Acts, share: Floats, late: int) -> Floats:
    early = share.shape[1] - late
    before = np.clip(share[:, :early].sum(axis=1), 0.01, 0.99)[:, None]
    kinds = [_damped(kind) for kind in (friendly, hostile)]
    trifle = TRIFLE * sum(kind.sum(axis=1, keepdims=True) for kind in kinds) + 1e-9
    f, h = (_moved(kind, before, trifle) for kind in kinds)
    chances = [_chances(kind, share, before, early) for kind in kinds]
    chance = chances[0][:, :, None] * chances[1][:, None, :]
    warmer, cooler = _turned(f[:, :, None], h[:, None, :])
    told = ((chance * ways).sum(axis=(1, 2)) for ways in (warmer, cooler, ~(warmer | cooler)))
    return np.stack(list(told), axis=1)


def _turned(f: Floats, h: Floats) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    warmer = np.maximum(f, np.minimum(0.0, h)) - h > LEAST_TURN
    cooler = h - np.maximum(0.0, f) / 2 > LEAST_TURN
    return warmer, cooler


def _damped(kind: Acts) -> Floats:
    """The acts of every week, drawn in as by a square root, which makes the scatter of bursts alike (Anscombe 1948)."""
    damped: Floats = 2 * (np.sqrt(1 + kind.points / kind.size[:, None]) - 1)
    return damped


def _chances(acts: Floats, share: Floats, before: Floats, early: int) -> Floats:
    """How likely each change of pace is: so many witnesses before, so many since."""
    sides = acts[:, :early].sum(axis=1), acts[:, early:].sum(axis=1)
    witness = _witness(acts, share, early)
    since = (1 - before) * np.exp(_MOVES) / ((1 - before) * np.exp(_MOVES) + before)
    early_told, late_told = ((side / witness)[:, None] for side in sides)
    likely = early_told * np.log1p(-since) + late_told * np.log(since) + _PRIOR
    chance = np.exp(likely - likely.max(axis=1, keepdims=True))
    found: Floats = chance / chance.sum(axis=1, keepdims=True)
    return found


def _witness(acts: Floats, share: Floats, early: int) -> Floats:
    """How many acts are one witness: how much more the weeks within the stretches scatter than single acts would."""
    scatter, freedom = np.full(len(acts), WITNESS * GUESSED), np.full(len(acts), GUESSED)
    for seen, part in ((acts[:, :early], share[:, :early]), (acts[:, early:], share[:, early:])):
        total = seen.sum(axis=1, keepdims=True)
        expected = total * part / np.maximum(part.sum(axis=1, keepdims=True), 1e-9)
        scatter += ((seen - expected) ** 2 / np.maximum(expected, 1e-9)).sum(axis=1)
        freedom += np.where(total[:, 0] > 0, seen.shape[1] - 1, 0)
    found: Floats = np.maximum(1.0, scatter / freedom)
    return found


def _moved(acts: Floats, before: Floats, trifle: Floats) -> Floats:
    """Each change of pace as it weighs beside a trifle."""
    pace = acts.sum(axis=1, keepdims=True) / (before + (1 - before) * np.exp(_MOVES))
    moved: Floats = np.log((pace * np.exp(_MOVES) + trifle) / (pace + trifle))
    return moved
