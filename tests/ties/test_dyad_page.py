"""The page of a dyad: whole without a network, hostile news is text, its policy fits its script and style."""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.ties import Interval, Level, Quote, TieEvent, TurningPoint, page, series, trend
from tidings.ties.page.drawing import BARS_BOTTOM, BARS_TOP, BOTTOM, LEFT, RIGHT, TOP, drawing_of

START = date(2021, 1, 4)
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \" ' {{ 7 * 7 }}"
EVENTS = [
    TieEvent(f"evt-{n}", START + timedelta(days=11 * n), 1 + n % 4, (2.5, 7.0, -3.0, -9.0)[n % 4], text=HOSTILE)
    for n in range(40)
]
QUOTE = Quote(((HOSTILE, "trigger"), (HOSTILE, "")), HOSTILE, HOSTILE, HOSTILE, 0.5)


class Page(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def made() -> str:
    found = series(EVENTS)
    weeks = [START + timedelta(days=7 * n) for n in range(60)]
    levels = tuple(Level(day, day, 0, Interval(0.0, (-5.0, 5.0), (-20.0, 20.0))) for day in weeks)
    turns = (TurningPoint(weeks[20], -3.0, 2.0, tuple(EVENTS[:3])),)
    verdict = replace(trend(found), levels=levels, turning_points=turns, probability=0.9)
    return page(found, HOSTILE, "B", verdict, {event.event_id: [QUOTE] for event in EVENTS}).decode()


def test_hostile_news_is_text() -> None:
    found = Page(made())
    assert found.tags.count("script") == 1 and "img" not in found.tags
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "style")]
    assert "7 * 7" in made()


def test_nothing_leads_out_of_the_page() -> None:
    found = Page(made())
    leads = {value for name, value in found.attributes if name in ("href", "src", "action")}
    assert all(value.startswith(("#", "data:,")) for value in leads)
    assert {value[1:] for value in leads if value.startswith("#")} <= set(found.ids)
    assert len(set(found.ids)) == len(found.ids)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", made())


def test_the_policy_fits_script_and_style() -> None:
    text = made()
    policy = re.search(r'content="(default-src[^"]*)"', text)
    assert policy
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.S)
        assert inside
        digest = b64encode(sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1]


def test_a_dyad_without_events_has_a_page() -> None:
    text = page(series([]), "A", "B", trend(series([]))).decode()
    assert "No event with a known day" in text and "<svg" not in text


@pytest.mark.skipif(not shutil.which("node"), reason="there is no node to parse the script")
def test_the_script_parses() -> None:
    script = str(files("tidings") / "data" / "pages" / "ties.js")
    done = subprocess.run(["node", "--check", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


NO_TREND = trend(series([]))
ROWS = st.lists(
    st.builds(
        lambda n, day, quad, score: TieEvent(f"evt-{n}", START + timedelta(days=day), quad, score),
        st.integers(0, 99),
        st.integers(0, 4000),
        st.integers(1, 4),
        st.floats(-10, 10),
    ),
    min_size=1,
    max_size=20,
)


@settings(max_examples=20, deadline=None)
@given(ROWS, st.sampled_from(["week", "month"]))
def test_everything_stands_inside_the_drawing(rows: list[TieEvent], by: str) -> None:
    found = series(rows, by)
    drawing = drawing_of(found, NO_TREND)
    assert len(drawing.dots) == len(found.events)
    assert all(LEFT <= dot.x <= RIGHT and TOP <= dot.y <= BOTTOM for dot in drawing.dots)
    assert sum(bar.events for bar in drawing.bars) == len(found.events)
    for bar in drawing.bars:
        assert bar.x >= LEFT and bar.x + bar.wide <= RIGHT + 0.02
        assert bar.y >= BARS_TOP - 0.02 and bar.y + bar.tall <= BARS_BOTTOM + 0.02
