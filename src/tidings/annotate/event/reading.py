"""What the climb from a trigger has gathered so far of whether its act took place."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.lexicon.factuality import Operator
from tidings.record import Factuality


@dataclass(slots=True)
class Reading:
    """What the climb has gathered so far; None is not yet said."""

    negative: bool = False
    certainty: str | None = None
    time: str | None = None
    mood: str | None = None
    planned: bool = False
    conditioned: bool = False
    purpose: bool = False
    settled: bool = False

    def apply(self, operator: Operator, flips: bool = True) -> None:
        """Take in a governing word; what an inner word said stands, save that doubt outweighs certainty."""
        if operator.flips and flips:
            self.negative = not self.negative
            if self.planned:  # a plot that was foiled is over
                self.certainty, self.time, self.planned = operator.certainty, operator.time or "past", False
        elif self.certainty is None and operator.certainty == "probable" and operator.time == "future":
            self.planned = True
        self.certainty = self.certainty or operator.certainty
        self.time = operator.time if operator.time == "future" and self.time != "past" else self.time or operator.time
        self.mood = self.mood or operator.mood

    def result(self) -> Factuality:
        """The reading with what is still unsaid filled in: certain, past, asserted."""
        if self.negative and self.conditioned and (self.mood, self.time) == ("conditional", "past"):
            return Factuality()  # "there would have been no war if they had listened": there was
        certainty = "certain" if self.negative and self.planned else self.certainty
        return Factuality(
            polarity="negative" if self.negative else "positive",
            certainty=certainty or "certain",
            time=self.time or "past",
            mood=self.mood or ("conditional" if self.conditioned and self.time == "future" else "asserted"),
        )

    def settle(self, negative: bool, time: str = "past") -> None:
        """What became of it is told: it was done, or it was not."""
        self.negative, self.certainty, self.time, self.mood = negative, "certain", time, "asserted"
        self.settled = True
