"""Who acts on whom, a pair a row: what formats with one actor on each side need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from tidings.ontology import load_ontology
from tidings.record import content_id
from tidings.store.query import EventRow

#: The largest number that fits what readers of GDELT and ICEWS take an id for, in hexadecimal digits: 60 bits.
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Party:
    """One participant: the actor's id ("" where it is not known), country, sectors and name."""

    id: str
    country: str | None
    sectors: tuple[str, ...]
    name: str


Pair = tuple[Party | None, Party | None]


def sides(event: EventRow) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who acts, and who is acted upon."""
    actors = map(party, event.actor_ids, event.actor_codes, event.actor_names)
    return tuple(actors), tuple(map(party, event.recipient_ids, event.recipient_codes, event.recipient_names))


def party(id: str, code: str, name: str) -> Party:
    """A participant of the store; its PLOVER code is a country, sectors, or both.

    >>> party("", "EGY GOV", "Egypt").sectors, party("", "REB", "rebels").country
    (('GOV',), None)
    """
    parts = code.split()
    if parts and parts[0] not in load_ontology().sectors:
        return Party(id, parts[0], tuple(parts[1:]), name)
    return Party(id, None, tuple(parts), name)


def code_of(party: Party) -> str:
    """The PLOVER code of a participant, as `party` reads it."""
    return " ".join(filter(None, (party.country, *party.sectors)))


def pairs(event: EventRow) -> Iterator[tuple[int, Pair]]:
    """The pairs of an event with the number of each: every actor with every recipient.

    Those who did something together, with nobody on the other side, are paired among themselves, once.
    """
    actors, recipients = sides(event)
    found: list[Pair]
    if not recipients and len(actors) > 1:
        found = list(combinations(actors, 2))
    else:
        found = list(product(actors or (None,), recipients or (None,)))
    for number, pair in enumerate(found):
        yield row_number(event.id, number), pair


def row_number(event: str, number: int) -> int:
    """A whole number for a row. That of the first pair is the beginning of the event's id, so it leads back to it.

    >>> f"{row_number('evt-3f2a6c0d11e5b7a9', 0):x}", row_number("icews:32889836", 0)
    ('3f2a6c0d11e5b7a', 32889836)
    """
    system, _, own = event.partition(":")
    if number == 0 and system in ("gdelt", "icews") and own.isdecimal():
        return int(own)
    id = event if number == 0 and event.startswith("evt-") else content_id("row", (event, number))
    return int(id.rpartition("-")[2][:_DIGITS], 16)
