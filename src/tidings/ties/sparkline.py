"""A curve in one line of text."""

from __future__ import annotations

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[float | None], low: float | None = None, high: float | None = None) -> str:
    """One bar a value, from the lowest to the highest of them (or from `low` to `high`); "·" for None.

    >>> sparkline([0, 5, None, 10])
    '▁▅·█'
    """
    known = [value for value in values if value is not None]
    if not known:
        return "·" * len(values)
    low = min(known) if low is None else low
    high = max(known) if high is None else high
    return "".join("·" if value is None else _bar(value, low, high) for value in values)


def _bar(value: float, low: float, high: float) -> str:
    if high <= low:
        return _BARS[3]
    share = (min(max(value, low), high) - low) / (high - low)
    return _BARS[min(len(_BARS) - 1, int(share * len(_BARS)))]
