"""The dyad over time: its level with intervals, turning points, the strongest events, and the events of each quad."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import BinaryIO

from tidings.ties.event import TieEvent
from tidings.ties.picture.badges import number_events
from tidings.ties.picture.canvas import (
    FAINT,
    GREY,
    INK,
    LEVEL,
    Axes,
    Figure,
    blank,
    clean,
    dates,
    plain,
    room,
    save,
    signed,
    typeset,
    unit,
)
from tidings.ties.picture.quads import middle, span_of, stack, time_axis
from tidings.ties.series import Series, day_of
from tidings.ties.trend import Trend, strongest, trend

#: How many events are marked, and how many characters of a sentence stand in a line under the picture.
_MARKED, _LINE, _LINES = 6, 106, 2
#: Inches: the two panels with what stands between them, and a line of the notes.
_PANELS, _NOTE = 4.55, 0.145
#: Where the columns of the notes begin, in inches.
_COLUMNS = (0.12, 0.3, 1.0, 1.42)


def draw_dyad(
    series: Series, actor: str, other: str, out: BinaryIO, verdict: Trend | None = None, form: str = "png"
) -> None:
    """Writes the picture: 7.2 inches wide, 300 points an inch as PNG.

    Above, the mean score of a period (a dot, larger for more events), the level with its 80% and 95% intervals, and
    turning points; below, events per quad. The strongest events are numbered, and their sentences told underneath.
    """
    verdict = verdict or trend(series)
    marked = _marked(series)
    notes = [_note(number, day, event) for number, (day, event) in enumerate(marked, 1)]
    lines = sum(len(note[-1]) for note in notes)
    below = 0.1 + _NOTE * lines + 0.05 * len(notes)
    height = (0.62 + _PANELS if series.periods else 0.75) + below
    with typeset():
        figure = blank(height, f"{actor} and {other}: {verdict.verdict}", verdict.reason)
        if series.periods:
            _draw(figure, series, verdict, marked, below)
            _tell(figure, notes, below)
        save(figure, out, form)


def _draw(
    figure: Figure, series: Series, verdict: Trend, marked: Sequence[tuple[date, TieEvent]], below: float
) -> None:
    height = figure.get_size_inches()[1]
    upper = room(figure, left=0.72, right=0.25, top=0.86, bottom=below + 2.35)
    lower = room(figure, left=0.72, right=0.25, top=height - below - 1.98, bottom=below + 0.55)
    _levels(upper, series, verdict)
    _means(upper, series)
    _turns(upper, verdict)
    upper.set(ylim=(-11.5, 11.5), yticks=[-10, -5, 0, 5, 10])
    unit(upper, "mean score of an event\n(PLOVER points)")
    upper.set_xlim(*span_of(series))
    upper.tick_params(labelbottom=False)
    upper.legend(ncols=4, frameon=False, loc="lower left", bbox_to_anchor=(-0.01, 1.0), handlelength=1.4,
                 columnspacing=1.2, handletextpad=0.5, borderaxespad=0)  # fmt: skip
    plain(upper)
    stack(lower, series)
    time_axis(lower, series)
    _number(upper, marked)


def _means(axes: Axes, series: Series) -> None:
    told = [(middle(period), period.net_mean, period.events) for period in series.periods if period.events]
    sizes = [min(60.0, 9.0 + 5.0 * events) for _, _, events in told]
    days, means = [day for day, _, _ in told], [mean for _, mean, _ in told]
    axes.axhline(0, color=FAINT, linewidth=0.6)
    axes.scatter(days, means, sizes, color=INK, alpha=0.75, linewidth=0, zorder=3, label=f"mean of a {series.by}")


def _levels(axes: Axes, series: Series, verdict: Trend) -> None:
    """The level with its bands; before there is one, the two means that the verdict compares."""
    if not verdict.levels:
        _compared(axes, series, verdict)
        return
    days = [level.start + timedelta(days=3) for level in verdict.levels]
    for bounds, shade, label in (("outer", 0.16, "95%"), ("inner", 0.28, "80%")):
        edges = [getattr(level.interval, bounds) for level in verdict.levels]
        low, high = [max(-11.5, edge[0]) for edge in edges], [min(11.5, edge[1]) for edge in edges]
        axes.fill_between(days, low, high, color=LEVEL, alpha=shade, linewidth=0, label=f"{label} interval")
    means = [level.interval.mean for level in verdict.levels]
    axes.plot(days, means, color=LEVEL, linewidth=1.5, label="level")


def _compared(axes: Axes, series: Series, verdict: Trend) -> None:
    if verdict.turn is None:
        return
    first, last = series.periods[0].start, series.periods[-1].end
    for level, start, end in ((verdict.early, first, verdict.turn), (verdict.late, verdict.turn, last)):
        if level is not None:
            label = "means compared" if end == last else None
            axes.hlines(level, start, end, color=LEVEL, linewidth=2.4, alpha=0.6, label=label)


def _turns(axes: Axes, verdict: Trend) -> None:
    for turn in verdict.turning_points:
        axes.axvline(turn.day, color=GREY, linewidth=0.9, linestyle=(0, (4, 2)))
        words = f"{turn.day}: {signed(turn.before)} to {signed(turn.after)}"
        paper = {"boxstyle": "square,pad=0.12", "fc": "white", "ec": "none", "alpha": 0.8}
        axes.annotate(words, (turn.day, -11.2), (3.5, 0), textcoords="offset points", fontsize=7, color=GREY,
                      rotation=90, va="bottom", ha="left", bbox=paper, zorder=2.5)  # fmt: skip


def _number(axes: Axes, marked: Sequence[tuple[date, TieEvent]]) -> None:
    number_events(axes, [(float(dates().date2num(day)), event) for day, event in marked])


def _marked(series: Series) -> list[tuple[date, TieEvent]]:
    """The strongest events, in order of day."""
    chosen = set(strongest(series.events, _MARKED))
    return [(day, event) for event in series.events if event in chosen and (day := day_of(event, series.by))]


Note = tuple[str, str, str, list[str]]


def _note(number: int, day: date, event: TieEvent) -> Note:
    """Number, day, score, and the sentence it was read from: the report's own words, not the coder's."""
    lines = textwrap.wrap(clean(event.text or event.label), _LINE, max_lines=_LINES, placeholder=" …")
    return str(number), str(day), signed(event.score), lines or [""]


def _tell(figure: Figure, notes: Sequence[Note], below: float) -> None:
    width, height = figure.get_size_inches()
    for at, column, words in _lines(notes, below - 0.04):
        place = {"x": _COLUMNS[column] / width, "y": at / height, "va": "top", "parse_math": False}
        figure.text(s=words, fontsize=7.5, color=INK, weight="bold" if column == 0 else "normal", **place)


def _lines(notes: Sequence[Note], top: float) -> Iterator[tuple[float, int, str]]:
    """Height in inches from below, column and words of each piece of the notes."""
    for *head, lines in notes:
        for column, words in enumerate(head):
            yield top, column, str(words)
        for number, line in enumerate(lines):
            yield top - number * _NOTE, len(head), line
        top -= len(lines) * _NOTE + 0.05
