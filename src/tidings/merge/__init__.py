"""Many mentions into one event, many reports into one story."""

from tidings.merge.disputes import Dispute, disputes
from tidings.merge.events import USER, merge_events
from tidings.merge.likeness import ENOUGH
from tidings.merge.report import Report, Standing
from tidings.merge.standing import place_reports
from tidings.merge.stories import cluster_stories
from tidings.merge.told import Told
from tidings.merge.user import UserMerge, heard

#: The rules of merging, as the store notes them: a record merged by others is merged anew by the next ingest.
MERGING = "2"

__all__ = [
    "ENOUGH",
    "MERGING",
    "USER",
    "Dispute",
    "Report",
    "Standing",
    "Told",
    "UserMerge",
    "cluster_stories",
    "disputes",
    "heard",
    "merge_events",
    "place_reports",
]
