"""Rules and the learned judge together: which of them decides whether an act took place.

The order (decision 065): what the rules read stands, save in two cases. Where they found no word that puts the act in
doubt and the judge is sure that it hangs on a condition, it does. Where they took it for a mere purpose and
the judge is sure that it was done ("used force to evict them"), it was.
"""

from __future__ import annotations

from dataclasses import dataclass

from tidings.annotate.event.reading import Reading
from tidings.annotate.event.slots import Frame
from tidings.record import Factuality


@dataclass(frozen=True, slots=True)
class StatusBounds:
    """How sure the judge must be; chosen on `training/reports/dev.tsv` and the read half of the factuality set."""

    doubts: float = 0.65
    believes: float = 0.75


BOUNDS = StatusBounds()
#: What the rules read where no word said anything.
UNCUED = frozenset({Factuality(), Factuality(time="ongoing")})
#: The statuses of the judge that are heard. The others are left to the rules: where those found no word for it, he was
#: wrong more often than right ("was forced to release him", "ordered it to free him, and it did").
DONE, CONDITIONAL = "", "conditional"


def heard(frame: Frame, reading: Reading) -> Factuality:
    """What the rules read of an act, after the judge was heard."""
    read, opinion = reading.result(), frame.tree.opinion
    purpose = reading.purpose and read.mood == "desired" and read.polarity == "positive"
    if opinion is None or reading.settled or not (purpose or read in UNCUED):
        return read
    said = opinion.status(frame.head)
    status = max(said, key=said.__getitem__)
    if purpose and status == DONE and said[DONE] > BOUNDS.believes:
        return Factuality()
    if not purpose and status == CONDITIONAL and said[CONDITIONAL] > BOUNDS.doubts:
        return Factuality(time="future", mood="conditional")
    return read
