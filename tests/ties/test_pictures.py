"""Every picture is drawn from any series, in both forms, with hostile words, and the same again."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import BinaryIO
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.ties import Interval, Level, Series, TieEvent, TurningPoint, series, trend
from tidings.ties.picture import Spot, Tie, draw_calendar, draw_dyad, draw_heatmap, draw_map, draw_network, draw_quads
from tidings.ties.picture.badges import shifts
from tidings.ties.picture.canvas import clean
from tidings.ties.picture.map import bounds

START = date(2021, 1, 4)
HOSTILE = "$x_1^{2}$ \\frac \u202e<script>alert(1)</script>\x1b[2J " + "long " * 60
EVENTS = [
    TieEvent(f"evt-{n}", START + timedelta(days=11 * n), 1 + n % 4, (2.5, 7.0, -3.0, -9.0)[n % 4], text=HOSTILE)
    for n in range(40)
]
SERIES = {
    "none": series([]),
    "one": series(EVENTS[:1]),
    "many": series(EVENTS),
    "weeks": series(EVENTS, "week"),
    "days": series(EVENTS[:3], "day"),
}
TIES = [Tie("Ego", f"{HOSTILE[:30]} {n}", 1 + n, 10 - n) for n in range(30)] + [Tie("A", "B", 2, 0.0)]
SPOTS = [Spot(HOSTILE, 10.0 + n, 20.0 + 3 * n, 1 + n, n - 5.0, n % 2 == 0) for n in range(10)]

Draw = Callable[[BinaryIO, str], None]


def dyad(of: Series) -> Draw:
    return lambda out, form: draw_dyad(of, HOSTILE, "Sudan " * 40, out, form=form)


def levelled(out: BinaryIO, form: str) -> None:
    """A verdict with levels and turning points, whose interval leaves the scale."""
    weeks = [START + timedelta(days=7 * n) for n in range(60)]
    levels = tuple(Level(day, day, 0, Interval(0.0, (-5.0, 5.0), (-20.0, 20.0))) for day in weeks)
    turns = (TurningPoint(weeks[20], -3.0, 2.0, tuple(EVENTS[:3])), TurningPoint(weeks[21], 2.0, -1.0, ()))
    verdict = replace(trend(SERIES["many"]), levels=levels, turning_points=turns)
    draw_dyad(SERIES["many"], "A", "B", out, verdict, form)


PICTURES: dict[str, Draw] = {
    **{f"dyad, {name}": dyad(of) for name, of in SERIES.items()},
    "dyad with levels": levelled,
    "quads": lambda out, form: draw_quads(SERIES["many"], HOSTILE, out, form),
    "quads, none": lambda out, form: draw_quads(SERIES["none"], "A and B", out, form),
    "heat map": lambda out, form: draw_heatmap({f"{HOSTILE} {n}": SERIES["many"] for n in range(35)}, "T", out, form),
    "heat map, none": lambda out, form: draw_heatmap({}, "Nobody", out, form),
    "network": lambda out, form: draw_network("Ego", TIES, out, form),
    "network, none": lambda out, form: draw_network("Ego", [], out, form),
    "calendar": lambda out, form: draw_calendar(EVENTS, HOSTILE, out, form),
    "calendar, none": lambda out, form: draw_calendar([], "Nobody", out, form),
    "map": lambda out, form: draw_map(SPOTS, HOSTILE, HOSTILE, out, form),
    "map, none": lambda out, form: draw_map([], "Nowhere", "no place", out, form),
}


@pytest.mark.parametrize("name", PICTURES)
def test_picture_is_drawn_and_the_same_again(name: str) -> None:
    png, svg, again = io.BytesIO(), io.BytesIO(), io.BytesIO()
    PICTURES[name](png, "png")
    PICTURES[name](svg, "svg")
    PICTURES[name](again, "svg")
    assert png.getvalue().startswith(b"\x89PNG")
    root = ElementTree.fromstring(svg.getvalue())
    assert root.tag.endswith("svg") and not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert svg.getvalue() == again.getvalue()


@given(st.text())
def test_clean_words_are_one_safe_line(words: str) -> None:
    line = clean(words, 40)
    assert len(line) <= 40 and line == " ".join(line.split())
    assert not set(line) & set("\x00\x1b\u202e\u2066\n")


POINTS = st.lists(st.tuples(st.floats(20, 480), st.floats(20, 180)), max_size=8)


@given(POINTS)
def test_badges_do_not_collide_while_there_is_room(points: list[tuple[float, float]]) -> None:
    moved = shifts(points, (0.0, 0.0, 500.0, 200.0))
    at = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, moved, strict=True) if (dx, dy) != (0.0, 0.0)]
    assert len(at) == len(points)
    for number, one in enumerate(at):
        for other in at[:number]:
            assert (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 >= 12.4**2


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 84)), min_size=1, max_size=9))
def test_a_map_holds_its_places_and_is_no_strip(points: list[tuple[float, float]]) -> None:
    west, east, south, north = bounds(points)
    assert all(west - 1e-6 <= x <= east + 1e-6 and south - 1e-6 <= y <= north + 1e-6 for x, y in points)
    assert -180 <= west < east <= 180.001 and -85.001 <= south < north <= 85.001
