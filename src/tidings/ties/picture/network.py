"""The ego network of an actor: who it deals with, how much, how kindly, and who of them deal with each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, BinaryIO

from tidings.ties.picture.canvas import (
    FAINT,
    GREY,
    INK,
    Axes,
    Figure,
    blank,
    clean,
    room,
    save,
    score_bar,
    scores,
    signed,
    typeset,
)

#: The most partners whose names stay apart, on two sides.
MOST_PARTNERS = 24
_ROW = 0.27
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors by name, the number of events between them, and the mean of their PLOVER scores (-10 to 10)."""

    one: str
    other: str
    events: int
    score: float


def draw_network(ego: str, ties: Iterable[Tie], out: BinaryIO, form: str = "png") -> None:
    """Writes the picture: partners in conflict on the left, in cooperation on the right, most extreme in the middle.

    `ties` are those of the ego and those among its partners (drawn as thin grey lines). A line is as thick as the
    root of its number of events, and has the colour of their mean score.
    """
    ties = list(ties)
    own = sorted(
        (tie for tie in ties if ego in (tie.one, tie.other)), key=lambda tie: (-tie.events, tie.one, tie.other)
    )
    shown = own[:MOST_PARTNERS]
    sides = [[tie for tie in shown if tie.score < 0], [tie for tie in shown if tie.score >= 0]]
    number = f"{len(shown)} of {len(own)} partners" if len(shown) < len(own) else f"{len(own)} partners"
    events = sum(tie.events for tie in shown)
    height = 1.3 + max(1.6, _ROW * max(map(len, sides)))
    with typeset():
        reason = f"{events} events with {number}; beside a name: events, mean score (PLOVER points)"
        figure = blank(height, clean(f"{ego} and its partners", 80), reason)
        axes = room(figure, left=0.12, right=0.12, top=0.7, bottom=0.5)
        _draw(axes, figure, ego, sides, ties)
        save(figure, out, form)


def _draw(axes: Axes, figure: Figure, ego: str, sides: Sequence[list[Tie]], ties: Sequence[Tie]) -> None:
    axes.set(xlim=(-3.48, 3.48), ylim=(-1.08, 1.08))
    axes.axis("off")
    places: dict[str, Point] = {}
    for sign, side in zip((-1, 1), sides, strict=True):
        for at, tie in zip(_arc(len(side), sign), sorted(side, key=lambda tie: (-tie.score, tie.one)), strict=True):
            places[_partner(tie, ego)] = at
            _spoke(axes, at, tie, ego)
    _among(axes, [tie for tie in ties if ego not in (tie.one, tie.other)], places)
    box = {"boxstyle": "round,pad=0.35", "fc": "white", "ec": INK, "lw": 1.0}
    axes.text(0, 0, clean(ego, 24), ha="center", va="center", weight="bold", bbox=box, zorder=6, parse_math=False)
    score_bar(figure, right=2.65, top=figure.get_size_inches()[1] - 0.42)


def _partner(tie: Tie, ego: str) -> str:
    return tie.other if tie.one == ego else tie.one


def _arc(number: int, sign: int) -> list[Point]:
    """Places on one side, at even heights so that names never meet, farther out in the middle.

    >>> _arc(1, 1)
    [(1.7, 0.0)]
    """
    heights = [1 - 2 * (row + 0.5) / number for row in range(number)]
    return [(sign * (0.95 + 0.75 * sqrt(1 - up * up)), up) for up in heights]


def _spoke(axes: Axes, at: Point, tie: Tie, ego: str) -> None:
    colours, scale = scores()
    colour = colours(scale(tie.score))
    axes.plot([0, at[0]], [0, at[1]], color=colour, linewidth=min(9.0, 0.9 * sqrt(tie.events)), zorder=2,
              solid_capstyle="round")  # fmt: skip
    axes.plot(*at, "o", markersize=6, color=colour, mec=INK, mew=0.6, zorder=5)
    right = at[0] > 0
    words = clean(_partner(tie, ego), 26)
    figures = f"{tie.events}, {signed(tie.score)}"
    style = {"ha": "left" if right else "right", "va": "center", "annotation_clip": False, "parse_math": False}
    axes.annotate(
        f"{words}  {figures}",
        at,
        (7 if right else -7, 0),
        textcoords="offset points",
        color=INK,
        fontsize=8,
        **style,
    )


def _among(axes: Axes, ties: Sequence[Tie], places: dict[str, Point]) -> None:
    from matplotlib.patches import FancyArrowPatch

    for tie in ties:
        if tie.one in places and tie.other in places:
            style: dict[str, Any] = {"arrowstyle": "-", "connectionstyle": "arc3,rad=0.18", "color": FAINT, "zorder": 1}
            width = min(2.0, 0.4 + 0.2 * sqrt(tie.events))
            axes.add_patch(FancyArrowPatch(places[tie.one], places[tie.other], linewidth=width, alpha=0.7, **style))
    if ties:
        axes.annotate("grey: events among the partners", (1, 0), (-4, -18), "axes fraction", "offset points",
                      ha="right", va="top", fontsize=7.5, color=GREY, annotation_clip=False)  # fmt: skip
