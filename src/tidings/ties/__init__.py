"""Two actors over time: series, trend, picture."""

from tidings.ties.alert import Alert
from tidings.ties.event import TieEvent
from tidings.ties.expectation import Expectation
from tidings.ties.level import Interval, Level
from tidings.ties.page import Quote, page
from tidings.ties.series import QUADS, Line, Period, Series, series
from tidings.ties.sparkline import sparkline
from tidings.ties.trend import Trend, strongest, trend
from tidings.ties.turning import TurningPoint

__all__ = [
    "QUADS",
    "Alert",
    "Expectation",
    "Interval",
    "Level",
    "Line",
    "Period",
    "Quote",
    "Series",
    "TieEvent",
    "Trend",
    "TurningPoint",
    "page",
    "series",
    "sparkline",
    "strongest",
    "trend",
]
