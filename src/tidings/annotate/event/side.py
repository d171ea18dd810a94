"""One side of an act: the actors that its slots name, and what they are to each other."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.annotate.event.participants import political, resolve
from tidings.annotate.event.slots import Frame, fillers
from tidings.record import Participant

Side = tuple[Participant, ...]
Sides = tuple[Side, Side]

#: Sectors that are sent rather than acted on.
FORCES = frozenset({"MIL", "COP"})


def fill_side(frame: Frame, slots: Sequence[str], own: frozenset[str] = frozenset()) -> Side:
    """The first list of slots that names a political actor, better none of a country's `own` forces that it moves."""
    first: Side = ()
    forces: Side = ()
    for slot in slots:
        found = resolve(frame.tree, (filler for filler in fillers(frame, slot) if filler not in frame.words))
        if any(political(frame.tree, participant) for participant in found):
            if not all(is_force_of(frame, one, own) for one in found):
                return found
            forces = forces or found
        first = first or found
    return forces or first


def has_party(frame: Frame, side: Side) -> bool:
    """Whether a side names a political actor."""
    return any(political(frame.tree, one) for one in side)


def countries(frame: Frame, side: Side) -> frozenset[str]:
    """The countries of those on a side."""
    known = (frame.tree.known.get(one.actor or "") for one in side)
    return frozenset(actor.country for actor in known if actor is not None and actor.country is not None)


def is_force_of(frame: Frame, one: Participant, own: frozenset[str]) -> bool:
    """Whether a participant is a force of one of these countries: "Spain sent soldiers to Mali"."""
    actor = frame.tree.known.get(one.actor or "")
    return actor is not None and actor.country in own and not FORCES.isdisjoint(actor.sectors)
