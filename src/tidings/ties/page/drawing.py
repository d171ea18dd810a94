"""The drawing of a dyad for a page: where each event, bar, band and line stands, in the units of the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.ties.event import TieEvent
from tidings.ties.level import Level
from tidings.ties.series import Period, Series, day_of
from tidings.ties.trend import Trend

#: The drawing's size, and its two panels: scores above, events per quad below.
WIDE, TALL = 960, 470
LEFT, RIGHT = 64, 950
TOP, BOTTOM = 16, 262
BARS_TOP, BARS_BOTTOM = 292, 424
_SHORTEST = timedelta(days=42)


@dataclass(frozen=True, slots=True)
class Dot:
    """An event at its day and score; larger where more reports told of it."""

    x: float
    y: float
    radius: float
    day: date
    event: TieEvent


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of one quad (1 to 4) in one period."""

    x: float
    y: float
    wide: float
    tall: float
    quad: int
    events: int
    start: date


@dataclass(frozen=True, slots=True)
class Line:
    """A line across or down the drawing, with what stands beside it."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn; the paths are SVG's. `first` and `last` are the days at the left and right edge."""

    first: date
    last: date
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    level: str
    inner: str
    outer: str
    turns: tuple[Line, ...]
    days: tuple[Line, ...]
    scores: tuple[Line, ...]
    numbers: tuple[Line, ...]
    zero: float


def drawing_of(series: Series, verdict: Trend) -> Drawing:
    """Where everything stands. The series has at least one period."""
    first, last = _days(series)
    places = _Places(first, last, _most(series.periods))
    levels = [level for level in verdict.levels if first <= level.start <= last]
    return Drawing(
        first,
        last,
        tuple(_dots(series, places)),
        tuple(_bars(series.periods, places)),
        _path([(places.x(_middle(level)), places.y(level.interval.mean)) for level in levels]),
        _band(levels, places, inner=True),
        _band(levels, places, inner=False),
        tuple(
            Line(places.x(turn.day), f"{turn.day}: {turn.before:+.1f} to {turn.after:+.1f}")
            for turn in verdict.turning_points
            if first <= turn.day <= last
        ),
        tuple(Line(places.x(day), words) for day, words in _ticks(first, last)),
        tuple(Line(places.y(score), f"{score:+d}" if score else "0") for score in (-10, -5, 0, 5, 10)),
        tuple(Line(places.up(number), str(abs(number))) for number in _steps(places.most)),
        places.up(0),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """From days, scores and numbers to units of the drawing. `most` are the highest bars down and up."""

    first: date
    last: date
    most: tuple[int, int]

    def x(self, day: date) -> float:
        return round(LEFT + (RIGHT - LEFT) * (day - self.first).days / (self.last - self.first).days, 2)

    def y(self, score: float) -> float:
        held = max(-11.0, min(11.0, score))
        return round(TOP + (BOTTOM - TOP) * (11 - held) / 22, 2)

    def up(self, number: float) -> float:
        below, above = self.most
        return round(BARS_TOP + (BARS_BOTTOM - BARS_TOP) * (above - number) / (above + below), 2)


def _days(series: Series) -> tuple[date, date]:
    first, last = series.periods[0].start, series.periods[-1].end
    spare = max(timedelta(days=3), (last - first) // 60, (_SHORTEST - (last - first)) // 2)
    return max(first, date.min + spare) - spare, min(last, date.max - spare) + spare


def _most(periods: Sequence[Period]) -> tuple[int, int]:
    return (
        max(1, *(period.counts[2] + period.counts[3] for period in periods), 0),
        max(1, *(period.counts[0] + period.counts[1] for period in periods), 0),
    )


def _dots(series: Series, places: _Places) -> Iterator[Dot]:
    for event in series.events:
        if day := day_of(event, series.by):
            yield Dot(places.x(day), places.y(event.score), min(9.0, 4.0 + event.reports / 2), day, event)


def _bars(periods: Sequence[Period], places: _Places) -> Iterator[Bar]:
    for period in periods:
        left, right = places.x(period.start), places.x(min(places.last, period.end + timedelta(days=1)))
        for pair, sign in (((1, 2), 1), ((3, 4), -1)):
            base = 0
            for quad in pair:
                events = period.counts[quad - 1]
                ends = sorted((places.up(sign * base), places.up(sign * (base + events))))
                if events:
                    yield Bar(
                        left, ends[0], round(right - left, 2), round(ends[1] - ends[0], 2), quad, events, period.start
                    )
                base += events


def _middle(level: Level) -> date:
    return level.start + (level.end - level.start) / 2


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) if points else ""


def _band(levels: Sequence[Level], places: _Places, *, inner: bool) -> str:
    """The outline of an interval: along its upper bounds, and back along the lower ones."""
    bounds = [(places.x(_middle(at)), at.interval.inner if inner else at.interval.outer) for at in levels]
    upper = [(x, places.y(high)) for x, (_, high) in bounds]
    lower = [(x, places.y(low)) for x, (low, _) in reversed(bounds)]
    return f"{_path([*upper, *lower])}Z" if bounds else ""


def _ticks(first: date, last: date) -> Iterator[tuple[date, str]]:
    """The first of each year, or of each month where the time is short."""
    years = (last - first).days > 800
    every = 1 if not years else max(1, (last.year - first.year) // 12)
    for year in range(first.year, last.year + 1):
        for month in (1,) if years else range(1, 13):
            day = date(year, month, 1)
            if first <= day <= last and (not years or year % every == 0):
                yield day, str(year) if years else f"{day:%b %Y}"


def _steps(most: tuple[int, int]) -> range:
    step = max(1, -(-sum(most) // 5))
    return range(-(most[0] // step) * step, most[1] + 1, step)
