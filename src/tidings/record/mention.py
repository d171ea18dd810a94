"""What the text mentions: times, places, actors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tidings.errors import RecordError
from tidings.record.identity import content_id
from tidings.record.span import Span


class MentionKind(StrEnum):
    """The kinds of mentions."""

    ACTOR = "ACTOR"
    TOPONYM = "TOPONYM"
    TIMEX = "TIMEX"
    EVENT = "EVENT"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that speaks of something; `head` is the span of its head word."""

    id: str
    span: Span
    head: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with the names of TIMEX3 (TimeML 1.2.1).

    `type` is DATE, TIME, DURATION or SET; `value` the TIMEX3 value, or None where it cannot be resolved (an undated
    report). `earliest` and `latest` bound it in days, both included; `granularity` is day, week, month, quarter,
    year, decade, or None. `anchor` is the date it was resolved against, None for an absolute expression.
    """

    mention: Mention
    type: str
    value: str | None
    earliest: date | None
    latest: date | None
    granularity: str | None
    anchor: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise RecordError(f"earliest {self.earliest} is after latest {self.latest}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the world: GeoNames id where it has one ("geonames:1792947"), ISO 3166-1 alpha-3 country."""

    id: str
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    feature: str | None

    @property
    def is_state(self) -> bool:
        """Whether it is a state or a territory of its own, and not a part of one."""
        return (self.feature or "").startswith("PCL")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text; `place` is None where no place is known by that name."""

    mention: Mention
    place: Place | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: `country` is ISO alpha-3 or one of PLOVER's codes (IGO, NGO, MNC ...), `sectors` are PLOVER's.

    `valid` is the first and last day on which this coding holds, either of them None where open.
    """

    id: str
    name: str
    country: str | None
    sectors: tuple[str, ...]
    valid: tuple[date | None, date | None] = (None, None)

    @property
    def code(self) -> str:
        """The PLOVER code, e.g. "CHN GOV"."""
        return " ".join(filter(None, (self.country, *self.sectors)))

    def as_people(self, name: str) -> Actor:
        """The people of a state, under a name, apart from the state itself."""
        return replace(self, id=f"{self.id}:people", name=name, sectors=("CVL",))


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A mention of an actor, by the id of the actor."""

    mention: Mention
    actor: str
    evidence: Evidence

    @classmethod
    def of(cls, document: str, span: Span, head: Span, actor: str, origin: str, score: float) -> ActorMention:
        """A mention of an actor in a document, both by their ids; its own id follows from where it stands."""
        id = content_id("acm", (document, span.start, span.end, actor))
        return cls(Mention(id, span, head, MentionKind.ACTOR), actor, Evidence(document, span, origin, score))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value was read and what read it.

    `origin` names the rule (data file and entry, "plover/CONSULT.yaml:meet") or the model (name and checksum);
    `score` is its confidence, 0 to 1.
    """

    document_id: str
    span: Span
    origin: str
    score: float
