"""Who did what to whom, whether it happened, and what says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidings.record.link import Link
from tidings.record.mention import Evidence, Place
from tidings.record.span import Span

#: Types that are themselves acts of speech: they took place when they were said.
SPEECH_ACTS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Factuality:
    """Whether it happened.

    `polarity` positive or negative; `certainty` certain, probable or possible; `time` past, ongoing or future;
    `mood` asserted, desired, requested, promised, threatened or conditional.
    """

    polarity: str = "positive"
    certainty: str = "certain"
    time: str = "past"
    mood: str = "asserted"

    @property
    def happened(self) -> bool:
        """Positive, past or ongoing, and asserted: what PLOVER counts as an event.

        >>> Factuality(mood="promised", time="future").happened
        False
        """
        return self.polarity == "positive" and self.time != "future" and self.mood == "asserted"

    @property
    def in_words(self) -> str:
        """Whether it happened, in a word or two for people.

        >>> Factuality(mood="promised", time="future").in_words, Factuality(time="ongoing").in_words
        ('no: promised', 'yes, ongoing')
        """
        if self.happened:
            yes = "yes" if self.certainty == "certain" else self.certainty
            return f"{yes}, ongoing" if self.time == "ongoing" else yes
        if self.polarity == "negative":
            return "no: denied or absent"
        return f"no: {self.mood if self.mood != 'asserted' else self.time}"

    @property
    def auxiliary_modes(self) -> tuple[str, ...]:
        """PLOVER's four auxiliary modes (manual 2.0), in the order of the manual, without "historical"."""
        modes = []
        if self.time == "future" or self.mood in ("promised", "threatened"):
            modes.append("future")
        if self.mood in ("desired", "requested", "conditional") or self.certainty == "possible":
            modes.append("hypothetical")
        if self.polarity == "negative":
            modes.append("negation")
        return tuple(modes)


@dataclass(frozen=True, slots=True)
class Participant:
    """One side of an event: the words, and the id of the actor where it was resolved."""

    span: Span
    actor: str | None


@dataclass(frozen=True, slots=True)
class When:
    """The days an event may have fallen on, both included, and how precisely that is known."""

    earliest: date | None
    latest: date | None
    granularity: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One political act in one sentence of one report. `attribution` is an id, None for the reporter's own word.

    `runner_up` is the type that came second where there was a choice, with its probability.
    """

    id: str
    trigger: Span
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    when: When | None
    place: Place | None
    attribution: str | None
    factuality: Factuality
    sentence: int
    evidence: Evidence
    runner_up: tuple[str, float] | None = None

    @property
    def counts(self) -> bool:
        """Whether the act took place, on the word of whoever tells of it (DESIGN section 2)."""
        return self.factuality.happened


@dataclass(frozen=True, slots=True)
class Event:
    """One thing in the world, told by one or more mentions; the values are those of the best told mention.

    `mentions` holds ids; merging keeps every mention, so it can be undone. `links` say why each is here.
    """

    id: str
    event_type: str
    mode: str | None
    cameo: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: When | None
    place: Place | None
    counts: bool
    mentions: tuple[str, ...]
    links: tuple[Link, ...] = ()
