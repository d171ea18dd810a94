"""How far two mentions speak of one event: a readable list of what counts for and against, in points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from tidings.merge.features import Days, Features

#: Reports of one event may date it a day or two early or late (time zones, the day of the act or of its announcement).
SLACK = timedelta(days=2)
#: A date vaguer than a week says little about which day is meant.
NARROW = timedelta(days=7)

Reasons = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is looked at: its name, as `why` prints it, what it is worth, and how far it holds (-1 to 1)."""

    name: str
    points: float
    holds: Callable[[Features, Features], float]


def who(one: Features, other: Features) -> float:
    """The sides: all the same, or some of them; nothing where a side is not known in both."""
    shares = [_share(*sides) for sides in zip(one.sides, other.sides, strict=True)]
    return sum(shares) / len(shares)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def day(one: Features, other: Features) -> float:
    """The days: the same, overlapping, a day apart, two days apart; nothing where they are not known."""
    if one.days is None or other.days is None:
        return 0.0
    if one.days == other.days:
        return 1.0
    return (0.75, 0.5, 0.25, 0.0)[min(days_apart(one.days, other.days), 3)]


def days_apart(one: Days, other: Days) -> int:
    """The days between two stretches of days, 0 where they overlap."""
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)


def is_vague(days: Days) -> bool:
    """Whether a stretch of days is longer than a week."""
    return days[1] - days[0] > NARROW


def place(one: Features, other: Features) -> float:
    """The place: the same, two of one state, or of two states."""
    if one.place is None or other.place is None:
        return 0.0
    if one.place.id == other.place.id:
        return 1.0
    if one.place.country is None or one.place.country != other.place.country:
        return -1.0
    # "in Lyon" and "in France" go together, "in Lyon" and "in Nice" do not.
    return -0.5 if one.place.admin1 and other.place.admin1 else 0.25


def story(one: Features, other: Features) -> float:
    """The reports: one and the same, or of one story; two stories speak against."""
    if one.document_id == other.document_id:
        return 1.0
    if one.story is None or other.story is None:
        return 0.0
    return 1.0 if one.story == other.story else -0.5


def same_sentence(one: Features, other: Features) -> float:
    """The same sentence in two reports, as wire copy has it."""
    return float(bool(one.sentence) and one.sentence == other.sentence)


def words(one: Features, other: Features) -> float:
    """The share of the longer words of the sentences that both have."""
    return len(one.stems & other.stems) / min(len(one.stems), len(other.stems)) if one.stems and other.stems else 0.0


def trigger(one: Features, other: Features) -> float:
    """The word for the act."""
    return float(bool(one.trigger) and one.trigger == other.trigger)


def mode(one: Features, other: Features) -> float:
    """The mode: a visit is no telephone call."""
    return 0.0 if one.mode is None or other.mode is None else 1.0 if one.mode == other.mode else -1.0


#: What makes two mentions one event; decision 071 says where the points come from.
PARTS: tuple[Part, ...] = (
    Part("who", 6.0, who),
    Part("day", 2.0, day),
    Part("place", 1.0, place),
    Part("story", 2.0, story),
    Part("same sentence", 3.0, same_sentence),
    Part("words", 2.0, words),
    Part("trigger", 1.0, trigger),
    Part("mode", 0.5, mode),
)
#: Two mentions with as many points are of one event.
ENOUGH = 6.5


def likeness(one: Features, other: Features) -> Reasons:
    """The parts that say something, in points; their sum is how much the two are alike."""
    found = ((part.name, round(part.points * part.holds(one, other), 2)) for part in PARTS)
    return tuple((name, points) for name, points in found if points)


def excluded(one: Features, other: Features) -> bool:
    """Whether the two cannot be one event, whatever else they share: other days, or nobody in common on a side.

    A vague date ("in 2020") goes with the very same one only.
    """
    return _other_days(one.days, other.days) or any(
        a and b and not a & b for a, b in zip(one.sides, other.sides, strict=True)
    )


def _other_days(one: Days | None, other: Days | None) -> bool:
    if one is None or other is None or one == other:
        return False
    return days_apart(one, other) > SLACK.days or is_vague(one) or is_vague(other)
