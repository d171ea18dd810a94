"""What all pictures share: the palette, the type, the head of a picture, and how it is written."""

from __future__ import annotations

import re
import textwrap
import warnings
from collections.abc import Sequence
from datetime import date
from typing import Any, BinaryIO, Literal

Axes = Any  # matplotlib is imported only when a picture is drawn, and has no types that hold under mypy --strict
Figure = Any
Form = Literal["png", "svg"]

#: Okabe and Ito's palette, safe for the colour-blind: blues for cooperation, orange and vermilion for conflict.
COLOURS = ("#56B4E9", "#0072B2", "#E69F00", "#D55E00")
LEVEL = "#009E73"
INK, GREY, FAINT, PALE = "#222222", "#5b6470", "#9a9a9a", "#e4e4e4"
#: From conflict to cooperation, vermilion to blue of the same palette; the middle is grey, so that white is no news.
FROM_CONFLICT = ("#8f3d00", "#D55E00", "#eda873", "#d3d0c9", "#86bde0", "#0072B2", "#00406a")
#: Inches: a page's column of text, so that 8 points stay 8 points where the picture is set half a page high.
WIDTH = 7.2
MARGIN = 0.12
_SMALL, _PLAIN, TITLE = 7.5, 8.5, 12.0
_REASON = 112
#: What would drive a reader of the picture, or is drawn as a box: control characters, marks that turn text.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")

_TYPE: Any = {
    "font.size": _PLAIN,
    "axes.labelsize": _PLAIN,
    "xtick.labelsize": _PLAIN,
    "ytick.labelsize": _PLAIN,
    "legend.fontsize": _PLAIN,
    "text.parse_math": False,
    "axes.unicode_minus": True,
    "svg.hashsalt": "tidings",
}


def clean(words: str, width: int = 0) -> str:
    """Words of a report, harmless in a picture: one line, no marks that turn text, `width` characters at most.

    >>> clean("Kyiv\\u202e\\n signs  a treaty", 12)
    'Kyiv signs …'
    """
    line = " ".join(_UNSAFE.sub(" ", words).split())
    return textwrap.shorten(line, width, placeholder=" …") if 0 < width < len(line) else line


def blank(height: float, title: str, reason: str, width: float = WIDTH) -> Figure:
    """A figure so many inches high, with its title and two lines of reason at most at the top: 0.66 inches."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Drawn

    figure = Drawn(figsize=(width, height), facecolor="white")
    FigureCanvasAgg(figure)
    head: Any = {"va": "top", "x": MARGIN / width, "parse_math": False}
    figure.text(y=1 - 0.08 / height, s=clean(title, 80), fontsize=TITLE, weight="bold", color=INK, **head)
    lines = textwrap.wrap(clean(reason).replace(" -> ", " → "), _REASON, max_lines=2, placeholder=" …")
    figure.text(y=1 - 0.34 / height, s="\n".join(lines), fontsize=_PLAIN, color=GREY, linespacing=1.15, **head)
    return figure


def room(figure: Figure, left: float, right: float, top: float, bottom: float) -> Axes:
    """Axes that leave so many inches free on each side."""
    width, height = figure.get_size_inches()
    box = (left / width, bottom / height, 1 - (left + right) / width, 1 - (top + bottom) / height)
    return figure.add_axes(box)


def save(figure: Figure, out: BinaryIO, form: str) -> None:
    """Writes the figure as PNG at 300 points an inch, or as SVG; the same figure gives the same bytes."""
    from matplotlib import rc_context

    stamp: Any = {"Software": "Tidings"} if form == "png" else {"Creator": "Tidings", "Date": None}
    with rc_context(_TYPE), warnings.catch_warnings():
        # A name in a script that the typeface lacks is drawn as boxes; that is no reason to complain on stderr.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure.savefig(out, format=form, dpi=300, metadata=stamp)


def typeset() -> Any:
    """The type of all pictures, as a context to draw in."""
    from matplotlib import rc_context

    return rc_context(_TYPE)


def scores() -> tuple[Any, Any]:
    """The colours of a mean score, and the scale from -10 to 10 they stand on."""
    from matplotlib.colors import LinearSegmentedColormap, Normalize

    return LinearSegmentedColormap.from_list("ties", FROM_CONFLICT), Normalize(-10, 10)


def score_bar(figure: Figure, right: float, top: float, wide: float = 1.9) -> None:
    """The legend of the colours of scores: a bar whose right end lies so many inches from the right and the top."""
    from matplotlib.cm import ScalarMappable

    width, height = figure.get_size_inches()
    colours, scale = scores()
    axes = figure.add_axes(((width - right - wide) / width, 1 - (top + 0.11) / height, wide / width, 0.11 / height))
    bar = figure.colorbar(ScalarMappable(scale, colours), cax=axes, orientation="horizontal", ticks=[-10, -5, 0, 5, 10])
    bar.outline.set_linewidth(0.4)
    axes.tick_params(labelsize=_SMALL, length=2, pad=1.5)
    axes.set_xlabel("mean PLOVER score of an event (points)", fontsize=_SMALL, labelpad=1)


def plain(axes: Axes, grid: str = "y") -> None:
    """Axes without a frame, with faint lines across."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.grid(axis=grid, color="#dddddd", linewidth=0.5)
    axes.set_axisbelow(True)


def unit(axes: Axes, words: str) -> None:
    """What stands up the axis, at the same distance whatever its figures."""
    axes.set_ylabel(words)
    axes.yaxis.set_label_coords(-0.42 * axes.figure.dpi / axes.get_window_extent().width, 0.5)


def dates() -> Any:
    """matplotlib's days, which it numbers, and their ticks."""
    from matplotlib import dates as untyped

    return untyped


def day_ticks(axes: Axes, words: str, at: float = 0.5) -> None:
    """The axis of days: ticks of days, months or years; below the first, what they leave out, its month and year.

    `words` stand under the axis, their middle at a share of its length.
    """
    formatter: type[Any] = dates().ConciseDateFormatter

    class Dated(formatter):  # type: ignore[misc]
        def format_ticks(self, values: Sequence[float]) -> list[str]:
            labels: list[str] = super().format_ticks(values)
            low, high = axes.get_xlim()
            first = next((n for n, value in enumerate(values) if low <= value <= high), None)
            if first is not None:
                labels[first] = _with_year(labels[first], dates().num2date(values[first]))
            return labels

    locator = dates().AutoDateLocator(minticks=4, maxticks=9)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(Dated(locator, show_offset=False))
    axes.set_xlabel(words)
    below = 0.3 * axes.figure.dpi / axes.get_window_extent().height  # beside that second line
    axes.xaxis.set_label_coords(at, -below)


def _with_year(label: str, day: date) -> str:
    """
    >>> _with_year("Nov", date(2022, 11, 1)), _with_year("2022", date(2022, 1, 1)), _with_year("14", date(2022, 11, 14))
    ('Nov\\n2022', '2022', '14\\nNov 2022')
    """
    if label == str(day.year):
        return label
    return f"{label}\n{day:%b %Y}" if label.isdigit() else f"{label}\n{day.year}"


def signed(score: float) -> str:
    """
    >>> signed(-9.5)
    '−9.5'
    """
    return f"{score:+.1f}".replace("-", "−")
