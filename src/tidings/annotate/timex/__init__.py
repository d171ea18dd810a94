"""Time expressions: found, resolved to TIMEX3 values, bounded in days."""

from tidings.annotate.timex.find import find_timexes
from tidings.annotate.timex.resolve import Resolved, resolve

__all__ = ["Resolved", "find_timexes", "resolve"]
