"""What a tie is made of: one merged event between two actors."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from tidings.record import SPEECH_ACTS

#: Acts that are done in words alone; a meeting is one that happened.
WORDS = SPEECH_ACTS - {"CONSULT"}


@dataclass(frozen=True, slots=True)
class TieEvent:
    """One event between the two, once, however many reports told of it.

    `date` is the first and `latest` the last day it may have fallen on (None: the same day; a `date` of None is an
    event without a date). `quad` is 1 to 4: verbal and material cooperation, verbal and material conflict. `score`
    is PLOVER's and `goldstein` Goldstein's, both -10 to 10. `text` is the sentence it was read from, `label` a few
    words for a picture, `reports` the number of reports. `event_type` is PLOVER's. `direction` is 1 where the first
    actor acts on the second, -1 where the second acts on the first, 0 where they act together or it is not known.
    `sources` are those on whose word it was told, by code, name or words; "" is the reporter.
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
    event_type: str = ""
    direction: int = 0
    sources: tuple[str, ...] = ()

    @property
    def said(self) -> bool:
        """Whether it was done in words alone: an accusation, a promise, a request.

        >>> TieEvent("a", None, 3, -3.0, event_type="ACCUSE").said
        True
        """
        return self.event_type in WORDS if self.event_type else self.quad in (1, 3)
