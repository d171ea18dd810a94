"""A calendar of events: one square a day, its colour the mean score of the day's events, its size their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from statistics import fmean
from typing import BinaryIO

from tidings.ties.event import TieEvent
from tidings.ties.picture.canvas import GREY, INK, PALE, Axes, blank, room, save, score_bar, scores, typeset
from tidings.ties.series import day_of

#: The most years on one picture, the height of one in inches, and the day it is that starts a week (Monday).
MOST_YEARS, _YEAR = 8, 0.98
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: The side of a square for one event, two or three, and more.
_SIDES = ((4, 0.92), (2, 0.72), (1, 0.5))


def draw_calendar(events: Iterable[TieEvent], title: str, out: BinaryIO, form: str = "png") -> None:
    """Writes the picture: the last eight years that have events, a strip each; only events that took place count.

    An event whose day is not known to the week has no square; the line of reason says how many there are.
    """
    happened = list({event.event_id: event for event in events if event.counts}.values())
    days: defaultdict[date, list[float]] = defaultdict(list)
    for event in happened:
        if day := day_of(event, "week"):
            days[day].append(event.score)
    years = sorted({day.year for day in days})[-MOST_YEARS:]
    height = 1.2 + _YEAR * max(1, len(years))
    with typeset():
        figure = blank(height, title, _reason(happened, days, years))
        for row, year in enumerate(years):
            top = 0.72 + _YEAR * row
            axes = room(figure, left=0.62, right=0.12, top=top, bottom=height - top - _YEAR + 0.22)
            _year(axes, year, days)
        if years:
            _sizes(figure, height)
            score_bar(figure, right=0.3, top=height - 0.42)
        save(figure, out, form)


def _reason(happened: list[TieEvent], days: dict[date, list[float]], years: list[int]) -> str:
    shown = sum(len(scores) for day, scores in days.items() if day.year in years)
    vague = len(happened) - sum(map(len, days.values()))
    older = len(happened) - vague - shown
    parts = [f"{shown} events that took place, each once", f"{vague} without a day that is known" if vague else ""]
    gaps = years and years[-1] - years[0] >= len(years)
    parts += [f"{older} of earlier years" if older else "", "years without any are left out" if gaps else ""]
    return "; ".join(filter(None, parts))


def _year(axes: Axes, year: int, days: dict[date, list[float]]) -> None:
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    colours, scale = scores()
    empty, full, paints = [], [], []
    for ordinal in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
        day = date.fromordinal(ordinal)
        column, row = _week(day), day.weekday()
        empty.append(Rectangle((column - 0.46, row - 0.46), 0.92, 0.92))
        if found := days.get(day):
            side = next(side for least, side in _SIDES if len(found) >= least)
            full.append(Rectangle((column - side / 2, row - side / 2), side, side))
            paints.append(colours(scale(fmean(found))))
    axes.add_collection(PatchCollection(empty, facecolor="#f4f4f4", edgecolor=PALE, linewidth=0.3))
    axes.add_collection(PatchCollection(full, facecolor=paints, edgecolor=INK, linewidth=0.4))
    _frame(axes, year)


def _week(day: date) -> int:
    """The week of the year, from 0; it turns on Monday, and the first may be short.

    >>> _week(date(2024, 1, 1)), _week(date(2023, 1, 1)), _week(date(2023, 1, 2))
    (0, 0, 1)
    """
    return (day.timetuple().tm_yday - 1 + date(day.year, 1, 1).weekday()) // 7


def _frame(axes: Axes, year: int) -> None:
    axes.set(xlim=(-0.6, 53.6), ylim=(6.6, -0.6))
    axes.set_xticks([_week(date(year, month, 15)) for month in range(1, 13)], _MONTHS)
    axes.set_yticks([0, 2, 4], ["Mon", "Wed", "Fri"])
    axes.tick_params(length=0, labelsize=7, pad=1, colors=GREY)
    axes.annotate(str(year), (0, 0.5), (-26, 0), "axes fraction", "offset points", rotation=90, ha="right", va="center",
                  weight="bold", annotation_clip=False)  # fmt: skip
    for side in axes.spines.values():
        side.set_visible(False)


def _sizes(figure: object, height: float) -> None:
    """The legend of the squares' size: events a day."""
    axes = room(figure, left=0.62, right=3.6, top=height - 0.44, bottom=0.2)
    axes.set(xlim=(0, 54 * 2.98 / 6.46), ylim=(0.75, -0.75))
    axes.axis("off")
    from matplotlib.patches import Rectangle

    for at, (side, words) in zip(
        (0.6, 3.6, 7.9), ((0.5, "1"), (0.72, "2-3"), (0.92, "4 or more events a day")), strict=True
    ):
        axes.add_patch(Rectangle((at - side / 2, -side / 2), side, side, facecolor=GREY, edgecolor=INK, linewidth=0.4))
        axes.text(at + 0.8, 0, words, fontsize=7.5, va="center", color=INK)
