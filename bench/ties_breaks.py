"""Planted breaks in the weekly dyad series to April 1996: found within two weeks, and false ones a year.

A series is three years of blocks of four weeks, drawn with replacement from three neighbouring years of the real
series, with a step of a known size, in deviations of what was drawn, up or down at a week that is not within a
quarter of a year of an end. The price of a cut and the clipping were chosen on the first half of the weeks; the
second half is reported.

Usage: python -m bench.ties_breaks
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tidings.ties.breaks import breaks

FILE = Path("/work/shared/data/measure/dyad/israel_palestine_weekly_to_1996_04.csv")
WEEKS, BLOCK, EDGE, NEAR = 156, 4, 13, 2
PLANTED = 200
SIZES = ((0, 0), (1, 1), (1.5, 1.5), (2, 2), (3, 3), (1, 3))
Floats = NDArray[np.float64]


def drawn(real: Floats, chance: np.random.Generator) -> Floats:
    """Three years made of blocks of three real ones."""
    start = chance.integers(0, len(real) - WEEKS + 1)
    stretch = real[start : start + WEEKS]
    return np.concatenate([stretch[at : at + BLOCK] for at in chance.integers(0, WEEKS - BLOCK + 1, WEEKS // BLOCK)])


def trial(real: Floats, size: float, chance: np.random.Generator) -> tuple[bool, int]:
    """Whether the planted break was found, and how many others were."""
    series = drawn(real, chance)
    cut = int(chance.integers(EDGE, WEEKS - EDGE))
    series = series + size * series.std() * chance.choice((-1, 1)) * (np.arange(WEEKS) >= cut)
    found = breaks(series, np.ones(WEEKS))
    hit = any(abs(one - cut) <= NEAR for one in found) and size > 0
    return hit, len(found) - hit


def report(name: str, columns: list[Floats]) -> None:
    """Shares found and false ones a year, for each size and for sizes drawn from one deviation to three."""
    for low, high in SIZES:
        chance = np.random.default_rng(1996)
        tried = [trial(columns[n % 2], chance.uniform(low, high), chance) for n in range(PLANTED)]
        hits, false = (sum(part) for part in zip(*tried, strict=True))
        rates = f"found {hits / PLANTED:.3f}, false {false / PLANTED / (WEEKS / 52):.3f} a year"
        print(f"{name}, size {low} to {high}: {rates}")


def main() -> None:
    """The weeks that the parameters were chosen on, then those that are reported."""
    if not FILE.exists():
        print(f"{FILE} is not here")
        return
    rows = list(csv.DictReader(FILE.open(encoding="utf-8")))
    columns = [np.array([float(row[way]) for row in rows]) for way in ("i2p", "p2i")]
    half = len(rows) // 2
    report("chosen on", [column[:half] for column in columns])
    report("reported", [column[half:] for column in columns])


if __name__ == "__main__":
    main()
