"""A map of events: where they took place, how many, and how friendly; no tile is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians, sqrt
from typing import Any, BinaryIO

from tidings.ties.picture.canvas import (
    GREY,
    INK,
    WIDTH,
    Axes,
    Figure,
    blank,
    clean,
    room,
    save,
    score_bar,
    scores,
    typeset,
)

#: Degrees: the narrowest map, and the margin around the places as a share of the map.
_NARROWEST, _MARGIN = 16.0, 0.12
#: Inches that the map may be high.
_LOWEST, _HIGHEST = 2.2, 4.6
MOST_NAMES = 16
_LAND, _SEA, _SHORE = "#eeebe3", "#ffffff", "#b9b4a6"
_ALIGNED: dict[int, Any] = {1: "left", -1: "right", 0: "center"}
#: Where a name may stand about its spot, best first.
_ABOUT = ((1, 0), (1, 1), (1, -1), (-1, 0), (-1, 1), (-1, -1), (0, 1), (0, -1))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in degrees, its name, the number of events there, and the mean of their PLOVER scores (-10 to 10).

    `vague` is a point in the middle of a state, for events of which no more is known.
    """

    name: str
    latitude: float
    longitude: float
    events: int
    score: float
    vague: bool = False


def draw_map(spots: Iterable[Spot], title: str, reason: str, out: BinaryIO, form: str = "png") -> None:
    """Writes the picture: a disc a place, its area the number of events, its colour their mean score.

    The coast is Natural Earth's (public domain), generalised; there are no borders, which are not ours to draw.
    Degrees are drawn as they are at the middle of the map (equirectangular).
    """
    shown = sorted(spots, key=lambda spot: (-spot.events, spot.name))
    west, east, south, north = bounds([(spot.longitude, spot.latitude) for spot in shown])
    shrink = cos(radians((south + north) / 2))
    wide = WIDTH - 0.72
    tall = wide * (north - south) / ((east - west) * shrink)
    height = tall + 1.62
    with typeset():
        figure = blank(height, title, reason)
        axes = room(figure, left=0.62, right=0.1, top=0.68, bottom=0.94)
        axes.set(xlim=(west, east), ylim=(south, north), aspect=1 / shrink)
        _coast(axes)
        _graticule(axes)
        _spots(axes, shown)
        _names(axes, figure, shown)
        score_bar(figure, right=0.3, top=height - 0.42)
        _areas(figure, height)
        save(figure, out, form)


def bounds(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """West, east, south and north of a map in degrees that shows all the points and is no strip.

    >>> bounds([])
    (-180.0, 180.0, -60.0, 85.0)
    """
    if not points:
        return -180.0, 180.0, -60.0, 85.0
    west, east = _widened(min(x for x, _ in points), max(x for x, _ in points), _NARROWEST, 180.0)
    south, north = _widened(min(y for _, y in points), max(y for _, y in points), _NARROWEST / 2, 85.0)
    shrink = cos(radians((south + north) / 2))
    share = (WIDTH - 0.72) / ((east - west) * shrink)  # inches a degree of latitude
    south, north = _widened(south, north, _LOWEST / share, 85.0, margin=0)
    if (north - south) * share > _HIGHEST:
        west, east = _widened(west, east, (WIDTH - 0.72) * (north - south) / _HIGHEST / shrink, 180.0, margin=0)
    return west, east, south, north


def _widened(low: float, high: float, least: float, limit: float, margin: float = _MARGIN) -> tuple[float, float]:
    """The stretch with a margin, at least so long, moved to lie within the limits."""
    length = min(2 * limit, max(least, (high - low) * (1 + 2 * margin)))
    middle = min(limit - length / 2, max(length / 2 - limit, (low + high) / 2))
    return middle - length / 2, middle + length / 2


@cache
def _rings() -> tuple[Any, ...]:
    """The coast as rings of longitude and latitude in degrees."""
    import numpy as np

    source = files("tidings") / "data" / "places" / "coast.npz"
    with source.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        return tuple(np.split(stored["points"] / 100, stored["ends"][:-1]))


def _coast(axes: Axes) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    axes.set_facecolor(_SEA)
    land = Path.make_compound_path(*(Path(ring, closed=True) for ring in _rings()))
    axes.add_patch(PathPatch(land, facecolor=_LAND, edgecolor=_SHORE, linewidth=0.4, zorder=0))


def _graticule(axes: Axes) -> None:
    from matplotlib.ticker import MaxNLocator

    for axis, most in ((axes.xaxis, 8), (axes.yaxis, 6)):
        axis.set_major_locator(MaxNLocator(most, steps=[1, 2, 5, 10], integer=True))
    axes.grid(color="#d5dbe2", linewidth=0.4, zorder=0.5)
    axes.set_axisbelow(True)
    axes.xaxis.set_major_formatter(lambda at, _: f"{abs(at):g}° {'E' if at > 0 else 'W' if at < 0 else ''}".strip())
    axes.yaxis.set_major_formatter(lambda at, _: f"{abs(at):g}° {'N' if at > 0 else 'S' if at < 0 else ''}".strip())
    axes.tick_params(labelsize=7, length=2, colors=GREY)
    axes.set_xlabel("longitude (degrees)", fontsize=7.5, labelpad=1)
    axes.set_ylabel("latitude (degrees)", fontsize=7.5, labelpad=1)
    for side in axes.spines.values():
        side.set(color=GREY, linewidth=0.5)


def area_of(events: int) -> float:
    """The area of a disc in square points.

    >>> area_of(4) / area_of(1)
    4.0
    """
    return 16.0 * min(events, 40)


def _spots(axes: Axes, spots: Sequence[Spot]) -> None:
    colours, scale = scores()
    across, up = [spot.longitude for spot in spots], [spot.latitude for spot in spots]
    areas = [area_of(spot.events) for spot in spots]
    paints = colours(scale([spot.score for spot in spots]))
    dashes: list[Any] = [(0, (1.5, 1.5)) if spot.vague else "solid" for spot in spots]
    axes.scatter(across, up, areas, color=paints, edgecolor=INK, linewidth=0.7, linestyle=dashes, zorder=3)


def _names(axes: Axes, figure: Figure, spots: Sequence[Spot]) -> None:
    """Names of the places with most events, where there is room; none on another name or another disc."""
    renderer = figure.canvas.get_renderer()
    frame = axes.get_window_extent(renderer)
    taken = [_disc(axes, spot) for spot in spots]
    for number, spot in enumerate(spots[:MOST_NAMES]):
        others = [box for index, box in enumerate(taken) if index != number]
        for across, up in _ABOUT:
            words = _name(axes, spot, across, up)
            box = words.get_window_extent(renderer).padded(2 * figure.dpi / 72)
            inside = frame.x0 < box.x0 and box.x1 < frame.x1 and frame.y0 < box.y0 and box.y1 < frame.y1
            if inside and not any(box.overlaps(other) for other in others):
                taken.append(box)
                break
            words.remove()


def _name(axes: Axes, spot: Spot, across: int, up: int) -> Any:
    from matplotlib.patheffects import withStroke

    reach = sqrt(area_of(spot.events) / 3.14) + 2
    far = 0.72 if across and up else 1.0
    halo = [withStroke(linewidth=2, foreground="white")]
    return axes.annotate(
        clean(spot.name, 28),
        (spot.longitude, spot.latitude),
        (across * reach * far, up * reach * far),
        textcoords="offset points",
        ha=_ALIGNED[across],
        va={1: "bottom", -1: "top", 0: "center"}[up],
        fontsize=7.5,
        zorder=4,
        path_effects=halo,
        parse_math=False,
    )


def _disc(axes: Axes, spot: Spot) -> Any:
    from matplotlib.transforms import Bbox

    x, y = axes.transData.transform((spot.longitude, spot.latitude))
    reach = sqrt(area_of(spot.events) / 3.14) * axes.figure.dpi / 72
    return Bbox([[x - reach, y - reach], [x + reach, y + reach]])


def _areas(figure: Figure, height: float) -> None:
    """The legend of the discs' area."""
    axes = room(figure, left=0.5, right=2.6, top=height - 0.5, bottom=0.12)
    axes.set(xlim=(0, WIDTH - 3.1), ylim=(0, 1))
    axes.axis("off")
    for at, number, words in ((0.12, 1, "1"), (0.55, 5, "5"), (1.06, 20, "20 events")):
        axes.scatter([at], [0.5], [area_of(number)], color=GREY, edgecolor=INK, linewidth=0.6, clip_on=False)
        axes.text(at + 0.06 + sqrt(area_of(number) / 3.14) / 72, 0.5, words, fontsize=7.5, va="center")
    axes.scatter(
        [2.1], [0.5], [area_of(5)], facecolor="none", edgecolor=INK, linewidth=0.7, linestyle=[(0, (1.5, 1.5))]
    )
    axes.text(2.28, 0.5, "only the state is known", fontsize=7.5, va="center")
