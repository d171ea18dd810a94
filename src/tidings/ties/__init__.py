"""Two actors over time: series, trend, picture."""

from tidings.ties.agreement import Agreement, agreement
from tidings.ties.event import TieEvent
from tidings.ties.page import page
from tidings.ties.plot import plot
from tidings.ties.series import QUADS, Period, Series, series
from tidings.ties.sparkline import sparkline
from tidings.ties.trend import Trend, strongest, trend

__all__ = [
    "QUADS",
    "Agreement",
    "Period",
    "Series",
    "TieEvent",
    "Trend",
    "agreement",
    "page",
    "plot",
    "series",
    "sparkline",
    "strongest",
    "trend",
]
