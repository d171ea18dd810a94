"""What a dictionary of the user's holds, whatever format it is written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Coding:
    """Who an actor is from one day to another, both included; None is open."""

    country: str | None
    sectors: tuple[str, ...]
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the coding is that of this day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class OwnActor:
    """One actor: the ways it is named, and its codings in the order of time, no two on one day.

    `id` is None where the format has none, `name` where the registry's own name should stay; `origin` is file and line.
    """

    id: str | None
    name: str | None
    names: tuple[str, ...]
    codings: tuple[Coding, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class OwnAgent:
    """A noun for those who act, and what it says of them: "border guard", MIL. `country` is NGO and the like."""

    noun: str
    plural: str
    country: str | None
    sectors: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All of one file; `complaints` say which of its lines were passed over, and why."""

    file: str
    actors: tuple[OwnActor, ...] = ()
    agents: tuple[OwnAgent, ...] = ()
    complaints: tuple[str, ...] = ()


def timeline(codings: Sequence[Coding]) -> tuple[Coding, ...]:
    """The same codings in the order of time, cut so that no two share a day: of two, the first given keeps it.

    >>> office = Coding("FRA", ("GOV",), date(2001, 1, 1), date(2005, 12, 31))
    >>> [(str(coding.start), coding.sectors) for coding in timeline([office, Coding("FRA", ("ELI",))])]
    [('None', ('ELI',)), ('2001-01-01', ('GOV',)), ('2006-01-01', ('ELI',))]
    """
    begins = {coding.start or date.min for coding in codings}
    begins |= {coding.end + _DAY for coding in codings if coding.end and coding.end < date.max}
    days = sorted(begins | {date.min})
    found: list[Coding] = []
    for first, following in zip(days, [*days[1:], None], strict=True):
        chosen = next((coding for coding in codings if coding.holds(first)), None)
        if chosen is None:
            continue
        start, end = None if first == date.min else first, following - _DAY if following else None
        before = found[-1] if found else None
        joins = before is not None and before.end is not None and before.end + _DAY == first
        if before is not None and joins and (before.country, before.sectors) == (chosen.country, chosen.sectors):
            found[-1] = replace(before, end=end)
        else:
            found.append(replace(chosen, start=start, end=end))
    return tuple(found)
