"""Many mentions into one event, many reports into one story."""

from tidings.merge.events import merge_events
from tidings.merge.told import Told

__all__ = ["Told", "merge_events"]
