"""The picture of a dyad: what happened each period, and how friendly it was."""

from __future__ import annotations

import textwrap
from datetime import date, timedelta
from typing import Any, BinaryIO

from tidings.ties.event import TieEvent
from tidings.ties.series import QUADS, Series, day_of
from tidings.ties.trend import Trend, strongest, trend

Axes = Any  # matplotlib is imported only when a picture is drawn
Notes = list[tuple[str, str, str, str]]

#: Okabe and Ito's palette, safe for the colour-blind: blues for cooperation, orange and vermilion for conflict.
COLOURS = ("#56B4E9", "#0072B2", "#E69F00", "#D55E00")
_INK = "#222222"
_FAINT = "#9a9a9a"
_LABELS = 5
_LABEL_WIDTH = 100
#: Where the columns of the notes begin, as shares of the width.
_NOTE_COLUMNS = (0.085, 0.105, 0.192, 0.242)
_LEVEL = "#009E73"
#: The fewest days a picture shows: half a year of months, six weeks, a fortnight of days.
_SHORTEST = {"month": 180, "week": 42, "day": 14}


def plot(series: Series, actor: str, other: str, out: BinaryIO, verdict: Trend | None = None) -> None:
    """Writes a PNG (2,000 by about 1,400 points at 200 an inch): mean score above, events per quad below.

    Cooperation is stacked upwards and conflict downwards; the strongest events are numbered, and told underneath.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    verdict = verdict or trend(series)
    notes = _notes(_marked(series))
    height = (5.2 if series.periods else 1.0) + 0.21 * len(notes)
    figure = Figure(figsize=(10, height), dpi=200, facecolor="white")
    FigureCanvasAgg(figure)
    _title(figure, height, actor, other, verdict)
    if series.periods:
        _draw(figure, height, series, verdict, notes)
    figure.savefig(out, format="png", metadata={"Software": "Tidings"})


def _draw(figure: Any, height: float, series: Series, verdict: Trend, notes: Notes) -> None:
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    bottom = (0.72 + 0.21 * len(notes)) / height
    figure.subplots_adjust(left=0.085, right=0.985, top=1 - 0.78 / height, bottom=bottom, hspace=0.1)
    _draw_scores(above, series, _marked(series), verdict)
    _draw_quads(below, series)
    _draw_time(below, series)
    for line, note in enumerate(reversed(notes)):
        for left, words in zip(_NOTE_COLUMNS, note, strict=True):
            at = (left, (0.12 + 0.21 * line) / height)
            figure.text(*at, words, fontsize=9.5, color=_INK, va="bottom", parse_math=False)


def _title(figure: Any, height: float, actor: str, other: str, verdict: Trend) -> None:
    title = textwrap.shorten(f"{actor} and {other}", 70, placeholder=" ...") + f": {verdict.verdict}"
    plain = {"va": "top", "parse_math": False}
    figure.text(0.085, 1 - 0.13 / height, title, fontsize=15, weight="bold", **plain)
    figure.text(0.085, 1 - 0.47 / height, verdict.reason, fontsize=10.5, color="#444444", **plain)


def _marked(series: Series) -> list[tuple[date, TieEvent]]:
    """The strongest events, in order of day."""
    chosen = set(strongest(series.events, _LABELS))
    return [(day, event) for event in series.events if event in chosen and (day := day_of(event, series.by))]


def _notes(marked: list[tuple[date, TieEvent]]) -> Notes:
    """Number, day, score and words of each marked event."""
    return [
        (str(number), str(day), _signed(event.score), _short(event)) for number, (day, event) in enumerate(marked, 1)
    ]


def _signed(score: float) -> str:
    return f"{score:+.1f}".replace("-", "−")


def _short(event: TieEvent) -> str:
    words = ": ".join(filter(None, (event.label, event.text)))
    return textwrap.shorten(words, _LABEL_WIDTH, placeholder=" ...")


def _draw_scores(axes: Axes, series: Series, marked: list[tuple[date, TieEvent]], verdict: Trend) -> None:
    told = [(_middle(p.start, p.end), p.net_mean) for p in series.periods if p.net_mean is not None]
    axes.axhline(0, color=_FAINT, linewidth=0.8)
    days, means = [day for day, _ in told], [mean for _, mean in told]
    axes.plot(days, means, color=_INK, linewidth=1.8, marker="o", markersize=4, label=f"mean of a {series.by}")
    _draw_levels(axes, series, verdict)
    for number, (day, event) in enumerate(marked, 1):
        dark = event.quad in (2, 4)
        label = "strongest events" if number == 1 else None
        axes.scatter([day], [event.score], s=165, color=COLOURS[event.quad - 1], edgecolor=_INK, zorder=4, label=label)
        style = {"ha": "center", "va": "center_baseline", "fontsize": 9, "weight": "bold", "zorder": 5}
        axes.annotate(str(number), (day, event.score), color="white" if dark else "black", **style)
    axes.set_ylim(-12, 13)
    axes.set_yticks([-10, -5, 0, 5, 10])
    if told:
        axes.legend(ncols=3, fontsize=9.5, frameon=False, loc="upper right", bbox_to_anchor=(1, 1.04))
    axes.set_ylabel("mean score of an event\n(PLOVER, -10 to 10)", fontsize=10.5)
    _plain(axes)


def _draw_levels(axes: Axes, series: Series, verdict: Trend) -> None:
    """The two means that the verdict compares."""
    if verdict.turn is None:
        return
    first, last = series.periods[0].start, series.periods[-1].end
    for level, start, end in ((verdict.early, first, verdict.turn), (verdict.late, verdict.turn, last)):
        if level is not None:
            label = "means compared" if end == last else None
            axes.hlines(level, start, end, color=_LEVEL, linewidth=3, alpha=0.55, label=label)


def _draw_quads(axes: Axes, series: Series) -> None:
    starts = [_middle(period.start, period.end) for period in series.periods]
    widths = [0.82 * ((period.end - period.start).days + 1) for period in series.periods]
    for pair, sign in (((0, 1), 1), ((2, 3), -1)):
        base = [0] * len(starts)
        for quad in pair:
            heights = [sign * period.counts[quad] for period in series.periods]
            axes.bar(
                starts, heights, widths, base, color=COLOURS[quad], label=QUADS[quad], edgecolor="white", linewidth=0.4
            )
            base = [low + height for low, height in zip(base, heights, strict=True)]
    axes.axhline(0, color=_INK, linewidth=0.8)
    lowest = max(1, *(period.counts[2] + period.counts[3] for period in series.periods))
    highest = max(1, *(period.counts[0] + period.counts[1] for period in series.periods))
    axes.set_ylim(-1.1 * lowest, 1.1 * highest)
    axes.set_ylabel(f"events a {series.by}\n(conflict below 0)", fontsize=10.5)
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    _plain(axes)


def _draw_time(axes: Axes, series: Series) -> None:
    from matplotlib import dates

    untyped: Any = dates
    locator = untyped.AutoDateLocator(minticks=4, maxticks=10)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(untyped.ConciseDateFormatter(locator))
    axes.set_xlabel(f"{series.by} of the event", fontsize=10.5)
    first, last = series.periods[0].start, series.periods[-1].end
    margin = timedelta(days=max(3, (last - first).days // 60, (_SHORTEST[series.by] - (last - first).days) // 2))
    axes.set_xlim(first - margin, last + margin)
    axes.legend(ncols=4, fontsize=9.5, frameon=False, loc="upper center", bbox_to_anchor=(0.5, 1.17))


def _middle(start: date, end: date) -> date:
    return start + (end - start) / 2


def _plain(axes: Axes) -> None:
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.grid(axis="y", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=10)
