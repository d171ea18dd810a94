"""Events of each quad over time, stacked: cooperation upwards, conflict downwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import BinaryIO

from tidings.ties.picture.canvas import COLOURS, INK, Axes, blank, day_ticks, plain, room, save, typeset, unit
from tidings.ties.series import QUADS, Period, Series

#: The fewest days a picture shows: half a year of months, six weeks of weeks, two of days.
_SHORTEST = {"month": 180, "week": 42, "day": 14}
#: Bars of a share of the period, and at least this share of the time shown, so that a month in thirty years is seen.
_SHARE, _THINNEST = 0.86, 1 / 400


def draw_quads(series: Series, title: str, out: BinaryIO, form: str = "png") -> None:
    """Writes a picture of how many events of each quad there were, period by period."""
    counted = sum(period.events for period in series.periods)
    with typeset():
        figure = blank(3.4, title, f"{counted} events that took place, each once, by {series.by} and quad")
        if series.periods:
            axes = room(figure, left=0.72, right=0.25, top=0.86, bottom=0.5)
            stack(axes, series)
            time_axis(axes, series)
        save(figure, out, form)


def stack(axes: Axes, series: Series) -> None:
    """The bars, their legend over them, and the axis of their number."""
    middles = [middle(period) for period in series.periods]
    widths = _widths(series.periods)
    for pair, sign in (((0, 1), 1), ((2, 3), -1)):
        base = [0] * len(middles)
        for quad in pair:
            heights = [sign * period.counts[quad] for period in series.periods]
            axes.bar(middles, heights, widths, base, color=COLOURS[quad], label=QUADS[quad], linewidth=0)
            base = [low + height for low, height in zip(base, heights, strict=True)]
    axes.axhline(0, color=INK, linewidth=0.6)
    axes.set_ylim(*_limits(series.periods))
    unit(axes, f"events a {series.by}\n(number; conflict below 0)")
    axes.yaxis.get_major_locator().set_params(integer=True, nbins=5)
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    axes.legend(ncols=4, frameon=False, loc="lower left", bbox_to_anchor=(-0.01, 0.98), handlelength=1.1,
                columnspacing=1.2, handletextpad=0.5, borderaxespad=0)  # fmt: skip
    plain(axes)


def time_axis(axes: Axes, series: Series) -> None:
    """The axis of days, with a margin on both sides."""
    day_ticks(axes, "day of the event")
    axes.set_xlim(*span_of(series))


def span_of(series: Series) -> tuple[date, date]:
    """The first and last day shown."""
    first, last = series.periods[0].start, series.periods[-1].end
    short = _SHORTEST.get(series.by, 42) - (last - first).days
    margin = timedelta(days=max(2, (last - first).days // 60, short // 2))
    return max(first, date.min + margin) - margin, min(last, date.max - margin) + margin


def middle(period: Period) -> date:
    """The day in the middle of a period."""
    return period.start + (period.end - period.start) / 2


def _widths(periods: Sequence[Period]) -> list[float]:
    least = ((periods[-1].end - periods[0].start).days + 1) * _THINNEST
    return [max(least, _SHARE * ((period.end - period.start).days + 1)) for period in periods]


def _limits(periods: Sequence[Period]) -> tuple[float, float]:
    lowest = max(1, *(period.counts[2] + period.counts[3] for period in periods), 0)
    highest = max(1, *(period.counts[0] + period.counts[1] for period in periods), 0)
    return -1.12 * lowest, 1.12 * highest
