"""icews14: the sign of next month's change of the mean score, foretold for every two states with 60 events or more.

Shares and priors of the model were chosen on the changes to April to August; September to December are reported. The
foretold level says up where it lies above this month's mean. Beside it: the mean of all months so far, and the last
value, once as it stands (no change: half right) and once with the change before it going on. Months without news, and
changes of nothing, are left out. A sign is right or wrong, and most signs are told alike by all; how far off each way
is, in points, is told beside it, and says more of 276 changes.

Usage: python -m bench.ties_sign
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bench.icews import FIRST, FOLDER, Dyad, dyads
from tidings.ties.expectation import foretold, monthly
from tidings.ties.weeks import Scored

FEWEST = 60
CHOSEN_ON, REPORTED = range(4, 9), range(9, 13)


@dataclass(frozen=True, slots=True)
class Case:
    """A month of a dyad, the days and scores of its events, and its means by month."""

    dyad: Dyad
    month: date
    scored: Scored
    means: dict[date, float]

    @property
    def now(self) -> float:
        """The mean of the month before."""
        return self.means[self.month.replace(month=self.month.month - 1)]

    @property
    def change(self) -> float:
        """What is to be foretold."""
        return self.means[self.month] - self.now


def cases(months: range) -> list[Case]:
    """Every month with news after a month with news, where the mean changed."""
    found = []
    for dyad, events in sorted(dyads().items()):
        scored = sorted((event.date, event.score) for event in events if event.date)
        means = monthly(scored)
        for month in (date(2014, number, 1) for number in months):
            if len(events) >= FEWEST and month in means and month.replace(month=month.month - 1) in means:
                found.append(Case(dyad, month, scored, means))
    return [case for case in found if abs(case.change) > 1e-9]


def guesses(asked: list[Case]) -> dict[str, NDArray[np.float64]]:
    """What each way says of the change."""
    now = np.array([case.now for case in asked])
    before = [[value for month, value in case.means.items() if month < case.month] for case in asked]
    return {
        "Tidings": foretold([(case.scored, case.month) for case in asked], FIRST) - now,
        "mean": np.array([np.mean(values) for values in before]) - now,
        "last value": np.zeros(len(asked)),
        "last change": np.array([values[-1] - values[-2] if len(values) > 1 else 0.0 for values in before]),
    }


def report(name: str, asked: list[Case]) -> None:
    """Shares right and errors, and how much better than the others, with 95% of a bootstrap over dyads."""
    change = np.array([case.change for case in asked])
    said = guesses(asked)
    right = {way: np.where(guess == 0, 0.5, np.sign(guess) == np.sign(change)) for way, guess in said.items()}
    off = {way: np.abs(guess - change) for way, guess in said.items()}
    print(f"{name}: {len(asked)} changes of {len({case.dyad for case in asked})} dyads")
    for way, hits in right.items():
        print(f"  {way}: {hits.mean():.3f}, off by {off[way].mean():.3f} points")
    for other in ("mean", "last value", "last change"):
        signs, points = (_told(asked, gain) for gain in (right["Tidings"] - right[other], off[other] - off["Tidings"]))
        print(f"  gain on the {other}: {signs}; in points {points}")


def _told(asked: list[Case], gain: NDArray[np.float64]) -> str:
    """The mean of a gain, with 95% of a bootstrap over dyads."""
    names = sorted({case.dyad for case in asked})
    rows = {dyad: [n for n, case in enumerate(asked) if case.dyad == dyad] for dyad in names}
    chance = np.random.default_rng(0)
    drawn = []
    for _ in range(2000):
        taken = np.concatenate([rows[names[n]] for n in chance.integers(0, len(names), len(names))])
        drawn.append(gain[taken].mean())
    low, high = np.percentile(drawn, (2.5, 97.5))
    return f"{gain.mean():+.3f} ({low:+.3f} to {high:+.3f})"


def main() -> None:
    """The months that the parameters were chosen on, then those that are reported."""
    if not FOLDER.exists():
        print(f"{FOLDER} is not here")
        return
    report("chosen on, April to August", cases(CHOSEN_ON))
    report("reported, September to December", cases(REPORTED))


if __name__ == "__main__":
    main()
