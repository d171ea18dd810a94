"""Friendly and hostile acts over time: did the balance between them turn, and when?

The mean score of an event misses what a newspaper calls warming: a visit where there was no contact leaves it as it
was, and in a crisis the talk about it hides the blows. So each kind of acts is asked by itself how its pace changed:
the logarithm of the ratio of its points an event of the record, friendly F and hostile H. It got warmer by F - H: where
both pace up or down together nothing turned. It got cooler by H - max(0, F) / 2: half of the talk of a crisis is about
the crisis, and where friendly acts only ebb with nothing hostile in their place it got quiet, which is not cooling.
Counting against all events of the record, instead of days, keeps a record that reads more news from warming every tie;
counting events, instead of reports, keeps an echo from doing it.

When it turned is not known beforehand. Some weeks of the second half are tried, and each has its say by how likely it
makes the acts of all weeks (a change point of unknown place: Carlin, Gelfand and Smith 1992).

The weeks are the witnesses, not the events: a visit is told as a meeting, a pledge and a word of praise. So the acts of
a busy week count less than one each, and all count the less, the more the dyad's own weeks scatter within the two
stretches. F and H each stay exactly as they were with one chance, else they move by a normal deviation: without the
first, whatever few weeks happen to hold would be taken for a turn.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tidings.ties.acts import Acts
from tidings.ties.kalman import BATCH
from tidings.ties.weeks import Floats

Whole = NDArray[np.int64]

#: The chance that the pace of one kind of acts stayed, and by how much its logarithm moves where it did not.
STAYED, USUAL = 0.3, 1.0
#: How many acts of one kind are one witness before the weeks of a dyad are seen, and how many weeks that guess weighs.
WITNESS, GUESSED = 1.3, 10.0
#: The share of all of a dyad's acts that is a trifle: it weighs on either kind, so that two harsh words between close
#: friends are no war.
TRIFLE = 0.05
#: A turn of the balance is told from this size on: one kind of acts gains a quarter on the other.
LEAST_TURN = float(np.log(1.25))

#: The shares of the weeks that may lie on the far side of a turn, and how many weeks between are tried for one.
SHORTEST, LONGEST, TRIED = 1 / 6, 1 / 2, 6

#: The changes of pace that are looked at, in logarithms, and how likely each is before any news.
_MOVES = np.linspace(-4.0, 4.0, 81)
_SLAB = np.exp(-0.5 * (_MOVES / USUAL) ** 2)
_PRIOR = np.log((1 - STAYED) * _SLAB / _SLAB.sum() + STAYED * (np.abs(_MOVES) < 1e-9))


def turn_odds(friendly: Acts, hostile: Acts, share: Floats) -> tuple[Floats, Whole]:
    """The chances that the balance of each dyad turned, and since how many weeks it most likely did, if it did.

    A row a dyad: to the friendly side, to the hostile side, and to neither. `share` has, for every dyad and week, the
    part of all that the record could hold (a row adds up to 1).

    >>> met = Acts(np.array([[0.0, 0.0, 0.0, 0.0, 10.0, 12.0]]), np.array([2.5]))
    >>> odds, late = turn_odds(met, Acts(np.zeros((1, 6)), np.ones(1)), np.full((1, 6), 1 / 6))
    >>> odds.round(1).tolist(), late.tolist()
    ([[0.8, 0.0, 0.2]], [2])
    """
    parts = [
        _odds(friendly.rows(at, at + BATCH), hostile.rows(at, at + BATCH), share[at : at + BATCH])
        for at in range(0, len(share), BATCH)
    ]
    odds, late = zip(*parts, strict=True) if parts else ((), ())
    return np.concatenate([np.empty((0, 3)), *odds]), np.concatenate([np.empty(0, dtype=np.int64), *late])


def turns(weeks: int) -> list[int]:
    """How many weeks may lie on the far side of a turn.

    >>> turns(52), turns(1)
    ([9, 12, 16, 19, 23, 26], [1])
    """
    shortest, longest = (max(1, round(weeks * share)) for share in (SHORTEST, LONGEST))
    return sorted({round(late) for late in np.linspace(shortest, longest, TRIED)})


def _odds(friendly: Acts, hostile: Acts, share: Floats) -> tuple[Floats, Whole]:
    tried = turns(share.shape[1])
    kinds = [_damped(kind) for kind in (friendly, hostile)]
    trifle = TRIFLE * sum(kind.sum(axis=1, keepdims=True) for kind in kinds) + 1e-9
    witness = [np.mean([_witness(kind, share, late) for late in tried], axis=0) for kind in kinds]
    by_turn = [_at(kinds, witness, trifle, share, late) for late in tried]
    told, likely = (np.stack(part) for part in zip(*by_turn, strict=True))
    weight = np.exp(likely - likely.max(axis=0))
    odds: Floats = (told * (weight / weight.sum(axis=0))[:, :, None]).sum(axis=0)
    return odds, np.array(tried)[likely.argmax(axis=0)]


def _at(
    kinds: Sequence[Floats], witness: Sequence[Floats], trifle: Floats, share: Floats, late: int
) -> tuple[Floats, Floats]:
    """The chances of a turn `late` weeks before the end, and how likely that makes the acts (a logarithm)."""
    early = share.shape[1] - late
    before = np.clip(share[:, :early].sum(axis=1), 0.01, 0.99)[:, None]
    (friendly, fits), (hostile, suits) = (_chances(*one, before, early) for one in zip(kinds, witness, strict=True))
    f, h = (_moved(kind, before, trifle) for kind in kinds)
    short_of_warm = _below(h, hostile, f - LEAST_TURN)
    short_of_cool = _below(h, hostile, np.maximum(0.0, f) / 2 + LEAST_TURN)
    ways = (short_of_warm, 1 - short_of_cool, np.maximum(0.0, short_of_cool - short_of_warm))
    return np.stack([(friendly * way).sum(axis=1) for way in ways], axis=1), fits + suits


def _below(values: Floats, chance: Floats, bounds: Floats) -> Floats:
    """The chance that a dyad's value lies below each of its bounds; the values grow along a row."""
    rows, columns = values.shape
    apart = 100.0 * np.arange(rows)[:, None]  # one row after another on one line, so that one search does for all
    place = np.searchsorted((values + apart).ravel(), bounds + apart) - columns * np.arange(rows)[:, None]
    so_far = np.concatenate((np.zeros((rows, 1)), chance.cumsum(axis=1)), axis=1)
    return np.take_along_axis(so_far, place, axis=1)


def _damped(kind: Acts) -> Floats:
    """The acts of every week, drawn in as by a square root, which makes the scatter of bursts alike (Anscombe 1948)."""
    damped: Floats = 2 * (np.sqrt(1 + kind.points / kind.size[:, None]) - 1)
    return damped


def _chances(acts: Floats, witness: Floats, before: Floats, early: int) -> tuple[Floats, Floats]:
    """How likely each change of pace is, so many witnesses before, so many since; and how likely they all make it."""
    told, late_told = acts.sum(axis=1) / witness, acts[:, early:].sum(axis=1) / witness
    grown = np.log(before + (1 - before) * np.exp(_MOVES))
    likely = late_told[:, None] * _MOVES - told[:, None] * grown + _PRIOR
    most = likely.max(axis=1)
    chance = np.exp(likely - most[:, None])
    total = chance.sum(axis=1)
    return chance / total[:, None], most + np.log(total)


def _witness(acts: Floats, share: Floats, late: int) -> Floats:
    """How many acts are one witness: how much more the weeks within the stretches scatter than single acts would."""
    early = acts.shape[1] - late
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
