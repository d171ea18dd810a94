"""The beginning, middle and end of a period, and its halves."""

from __future__ import annotations

from dataclasses import replace

from tidings.annotate.timex.period import DAY, Period, months

#: Where the parts of a week (in days, Monday 0), of a month (in days) and of a year (in months) begin and end.
_WEEK = {"start": (0, 3), "early": (0, 3), "mid": (1, 5), "late": (3, 7), "end": (4, 7)}
_MONTH = {"start": (0, 10), "early": (0, 16), "mid": (10, 20), "late": (15, 31), "end": (20, 31)}
_YEAR = {"start": (0, 4), "early": (0, 6), "mid": (4, 8), "late": (6, 12), "end": (8, 12)}
_SHARES = {"start": (0.0, 1 / 3), "early": (0.0, 0.5), "mid": (1 / 3, 2 / 3), "late": (0.5, 1.0), "end": (2 / 3, 1.0)}


def part_of(whole: Period | None, part: str) -> Period | None:
    """A part of a period: its value stays, its bounds narrow. "Early" and "late" are its halves; "start", "mid" and
    "end" the thirds of a year or a month, the days around the middle of a week and its last three. A day ends at 23:59.

    >>> from tidings.annotate.timex.period import month_of
    >>> str(part_of(month_of(2021, 8), "end").earliest), str(part_of(month_of(2021, 8), "early").latest)
    ('2021-08-21', '2021-08-16')
    """
    if not whole or not whole.earliest or not whole.latest:
        return None
    match whole.granularity:
        case "day" if part == "end" and whole.value == str(whole.earliest):
            return replace(whole, value=f"{whole.value}T23:59", type="TIME")
        case "week":
            return _days(whole, *_WEEK[part])
        case "month":
            return _days(whole, *_MONTH[part])
        case "year":
            first, last = _YEAR[part]
            bounds = months(whole.earliest.year, first + 1, last - first)
            return replace(whole, earliest=bounds[0], latest=bounds[1])
        case "quarter" | "decade":
            days = (whole.latest - whole.earliest).days + 1
            before, after = _SHARES[part]
            return _days(whole, int(days * before + 0.5), int(days * after + 0.5))
    return whole


def _days(whole: Period, first: int, last: int) -> Period | None:
    """The days of a period between two counts; a stretch shorter than the counts keeps its last day."""
    if not whole.earliest or not whole.latest:
        return None
    latest = min(whole.latest, whole.earliest + DAY * (last - 1))
    return replace(whole, earliest=min(latest, whole.earliest + DAY * first), latest=latest)
