"""One page on a dyad that works without a network: the picture, and every sentence behind it."""

from __future__ import annotations

from base64 import b64encode
from importlib.resources import files

from tidings.ties.series import QUADS, Series
from tidings.ties.trend import Trend


def page(series: Series, actor: str, other: str, verdict: Trend, picture: bytes) -> bytes:
    """The page in UTF-8, with the PNG inside it; every word of a report is escaped."""
    from jinja2 import Environment

    source = (files("tidings") / "data" / "pages" / "ties.html").read_text("utf-8")
    template = Environment(autoescape=True).from_string(source)
    encoded = b64encode(picture).decode()
    return template.render(
        series=series, actor=actor, other=other, verdict=verdict, picture=encoded, quads=QUADS
    ).encode()
