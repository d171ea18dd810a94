"""Many mentions into one event, many reports into one story."""

from tidings.merge.events import merge_events
from tidings.merge.stories import cluster_stories
from tidings.merge.told import Told

__all__ = ["Told", "cluster_stories", "merge_events"]
