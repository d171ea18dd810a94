"""What a tie is made of: one merged event between two actors."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TieEvent:
    """One event between the two, once, however many reports told of it.

    `date` is the first and `latest` the last day it may have fallen on (None: the same day; a `date` of None is an
    event without a date). `quad` is 1 to 4: verbal and material cooperation, verbal and material conflict. `score`
    is PLOVER's and `goldstein` Goldstein's, both -10 to 10. `text` is the sentence it was read from, `label` a few
    words for a picture, `reports` the number of reports.
    """

    event_id: str
    date: datetime.date | None
    quad: int
    score: float
    goldstein: float | None = None
    text: str = ""
    label: str = ""
    counts: bool = True
    latest: datetime.date | None = None
    reports: int = 1
