"""Numbered badges that stand near their points and never on each other."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.ties.event import TieEvent
from tidings.ties.picture.canvas import COLOURS, INK, Axes

#: The radius of a badge, and the steps it may be moved from its point, in points (1/72 inch).
_RADIUS, _STEP, _FARTHEST = 6.2, 4.0, 60
_WAYS = ((0, 1), (0, -1), (1, 0.6), (-1, 0.6), (1, -0.6), (-1, -0.6), (1, 0), (-1, 0))

Point = tuple[float, float]


def number_events(axes: Axes, placed: Sequence[tuple[float, TieEvent]]) -> None:
    """A badge with the number, from 1, of each event at its day (in days of matplotlib) and its score."""
    points = [tuple(axes.transData.transform((day, event.score)) * 72 / axes.figure.dpi) for day, event in placed]
    box = axes.get_window_extent()
    bounds = tuple(edge * 72 / axes.figure.dpi for edge in (box.x0, box.y0, box.x1, box.y1))
    for number, ((day, event), shift) in enumerate(zip(placed, shifts(points, bounds), strict=True), 1):
        axes.plot([day], [event.score], "o", markersize=3.2, color=COLOURS[event.quad - 1], mec=INK, mew=0.5, zorder=5)
        circle = {"boxstyle": "circle,pad=0.22", "fc": COLOURS[event.quad - 1], "ec": INK, "lw": 0.6}
        axes.annotate(
            str(number),
            (day, event.score),
            shift,
            textcoords="offset points",
            ha="center",
            va="center",
            fontsize=7.5,
            weight="bold",
            color="white" if event.quad in (2, 4) else "black",
            bbox=circle,
            arrowprops={"arrowstyle": "-", "color": INK, "lw": 0.6, "shrinkA": 0, "shrinkB": 0},
            zorder=6,
            annotation_clip=False,
        )


def shifts(points: Sequence[Point], bounds: tuple[float, float, float, float]) -> list[Point]:
    """How far to move the badge of each point so that none lies on another badge or point, nearest places first.

    All in points; `bounds` are left, bottom, right, top. Where there is no free place, the badge stays at its point.

    >>> shifts([(50, 50), (50, 50)], (0, 0, 100, 100))
    [(0.0, 12.0), (0.0, -12.0)]
    """
    taken: list[Point] = []
    found = []
    for x, y in points:
        shift = next((s for s in _places() if _free((x + s[0], y + s[1]), points, taken, bounds)), (0.0, 0.0))
        found.append(shift)
        taken.append((x + shift[0], y + shift[1]))
    return found


def _places() -> list[Point]:
    steps = range(3, _FARTHEST // int(_STEP))
    return [(across * _STEP * step, up * _STEP * step) for step in steps for across, up in _WAYS]


def _free(
    at: Point, points: Sequence[Point], taken: Sequence[Point], bounds: tuple[float, float, float, float]
) -> bool:
    left, bottom, right, top = bounds
    if not (left + _RADIUS <= at[0] <= right - _RADIUS and bottom + _RADIUS <= at[1] <= top - _RADIUS):
        return False
    return all(_apart(at, other, 2 * _RADIUS + 1.5) for other in taken) and all(
        _apart(at, point, _RADIUS + 2.5) for point in points
    )


def _apart(one: Point, other: Point, least: float) -> bool:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 >= least**2
