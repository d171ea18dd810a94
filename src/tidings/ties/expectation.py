"""What next month's level is expected to be, where the dyad's own past says that this can be known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tidings.ties.level import Interval


@dataclass(frozen=True, slots=True)
class Expectation:
    """The mean score expected of the events of a coming month, and how expectations of past months have fared.

    `error` is the mean absolute error of the expectation over `months` past months of this dyad, each foretold from
    the time before it; `baselines` holds those of the last value, the mean and the same month a year before (where
    there is one). It is made only where `error` is smaller than every one of them.
    """

    start: date
    end: date
    interval: Interval
    error: float
    baselines: Mapping[str, float]
    months: int
