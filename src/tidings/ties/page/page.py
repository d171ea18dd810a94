"""The page: template, style and script of our own in one file, and a policy that lets nothing else in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files

from tidings.ties.page import drawing
from tidings.ties.page.drawing import drawing_of
from tidings.ties.page.quote import Quote
from tidings.ties.series import QUADS, Series
from tidings.ties.trend import Trend


def page(
    series: Series, actor: str, other: str, verdict: Trend, quotes: Mapping[str, Sequence[Quote]] | None = None
) -> bytes:
    """The page in UTF-8. `quotes` holds, by the id of an event, the sentences that tell of it, the surest first.

    It works without a network: the drawing is inline SVG, the script and the style are in the page, and its policy
    forbids everything else (a news text that got through as markup could load or run nothing). Without scripts it
    still shows the drawing and the evidence; with them it zooms, and a sentence shows under the pointer.
    """
    from jinja2 import Environment

    folder = files("tidings") / "data" / "pages"
    style, script = ((folder / name).read_text("utf-8") for name in ("ties.css", "ties.js"))
    template = Environment(autoescape=True).from_string((folder / "ties.html").read_text("utf-8"))
    return template.render(
        series=series,
        actor=actor,
        other=other,
        verdict=verdict,
        quotes=quotes or {},
        drawing=drawing_of(series, verdict) if series.periods else None,
        box=drawing,
        quads=QUADS,
        style=style,
        script=script,
        policy=_policy(style, script),
    ).encode()


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that allows this very style and script, and nothing from anywhere.

    >>> _policy("", "")[:21]
    "default-src 'none'; i"
    """
    sums = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{sums[0]}'; script-src 'sha256-{sums[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
