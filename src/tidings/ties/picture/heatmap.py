"""Many dyads over time: one row a dyad, one cell a period, its colour the mean score of the events in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import BinaryIO

from tidings.ties.calendar import periods
from tidings.ties.picture.canvas import (
    GREY,
    PALE,
    Axes,
    blank,
    clean,
    dates,
    day_ticks,
    room,
    save,
    score_bar,
    scores,
    typeset,
)
from tidings.ties.series import Period, Series

#: The most rows that are legible on half a page, and the height of one in inches.
MOST_ROWS, _ROW = 30, 0.17
_NAME = 32


def draw_heatmap(dyads: Mapping[str, Series], title: str, out: BinaryIO, form: str = "png") -> None:
    """Writes a picture of the dyads with most events, those most friendly of late at the top.

    All series are by the same period. A cell without an event is left white: no news is not a score of nought.
    """
    most = sorted(dyads, key=lambda name: (-_events(dyads[name]), name))[:MOST_ROWS]
    rows = sorted((name for name in most if dyads[name].periods), key=lambda name: (-_late(dyads[name]), name))
    by = next((dyads[name].by for name in rows), "month")
    shown = (
        f"the {len(rows)} with most events of {len(dyads)} dyads" if len(rows) < len(dyads) else f"{len(rows)} dyads"
    )
    height = 1.45 + _ROW * max(1, len(rows))
    with typeset():
        figure = blank(height, title, f"{shown}, by {by}, the friendliest of late at the top; white: no event")
        if rows:
            axes = room(figure, left=2.25, right=0.55, top=0.72, bottom=0.68)
            _cells(axes, [dyads[name] for name in rows], by)
            _names(axes, [(_shortened(name), _events(dyads[name])) for name in rows])
            score_bar(figure, right=0.55, top=height - 0.42)
        save(figure, out, form)


def _shortened(name: str) -> str:
    """The parties of a dyad on one line; where they are long, the end of each is cut, so that both are told.

    >>> _shortened("International Criminal Court - Russian Federation")
    'International… - Russian Federa…'
    """
    one, between, other = clean(name).partition(" - ")
    left = _NAME - len(between)
    first = _cut(one, max(left // 2, left - len(other)))
    return first + between + _cut(other, left - len(first))


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"


def _events(series: Series) -> int:
    return sum(period.events for period in series.periods)


def _late(series: Series) -> float:
    """The mean of the last period that has any event."""
    return next((p.net_mean for p in reversed(series.periods) if p.net_mean is not None), 0.0)


def _cells(axes: Axes, rows: Sequence[Series], by: str) -> None:
    number = dates().date2num
    colours, scale = scores()
    for row, series in enumerate(rows):
        told: list[Period] = [period for period in series.periods if period.net_mean is not None]
        bars = [(number(p.start), (p.end - p.start).days + 1) for p in told]
        axes.broken_barh(bars, (row - 0.44, 0.88), facecolors=colours(scale([p.net_mean for p in told])), linewidth=0)
    first, last = _first(rows), _last(rows)
    axes.set_xlim(number(first), number(last) + 1)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.hlines([row + 0.5 for row in range(len(rows) - 1)], number(first), number(last) + 1, color=PALE, lw=0.4)
    day_ticks(axes, f"day of the event (by {by})", at=0.28)


def _first(rows: Sequence[Series]) -> date:
    return min(series.periods[0].start for series in rows)


def _last(rows: Sequence[Series]) -> date:
    by = rows[0].by
    last = max(series.periods[-1].end for series in rows)
    return next(end for _, end in periods(last, last, by))


def _names(axes: Axes, names: Sequence[tuple[str, int]]) -> None:
    axes.set_yticks(range(len(names)), [name for name, _ in names], parse_math=False)
    axes.tick_params(axis="y", length=0)
    for row, (_, events) in enumerate(names):
        axes.annotate(str(events), (1, row), (5, 0), ("axes fraction", "data"), "offset points", va="center",
                      color=GREY, fontsize=7.5, annotation_clip=False)  # fmt: skip
    axes.annotate("events", (1, 1), (5, 4), "axes fraction", "offset points", fontsize=7.5, color=GREY)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
