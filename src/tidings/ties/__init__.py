"""Two actors over time: series, trend, picture."""

from tidings.ties.agreement import Agreement, agreement
from tidings.ties.alert import Alert
from tidings.ties.choose import choose
from tidings.ties.coverage import Coverage
from tidings.ties.event import TieEvent
from tidings.ties.expectation import Expectation
from tidings.ties.level import Interval, Level, level_on
from tidings.ties.page import Quote, page
from tidings.ties.series import QUADS, Line, Period, Series, series
from tidings.ties.sparkline import sparkline
from tidings.ties.trend import Trend, strongest, trend, trends
from tidings.ties.turning import TurningPoint

__all__ = [
    "QUADS",
    "Agreement",
    "Alert",
    "Coverage",
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
    "agreement",
    "choose",
    "level_on",
    "page",
    "series",
    "sparkline",
    "strongest",
    "trend",
    "trends",
]
