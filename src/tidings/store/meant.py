"""Whom a name means: actors under any code, or only where they were coded so; and the conditions that ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

#: A condition in SQL, and the values of its places.
Condition = tuple[str, list[Any]]
_PAIRS = "list_zip(?::VARCHAR[], ?::VARCHAR[])"


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a code, an id or a name means.

    `ids` are meant under any code; `codings` are the (id, code) of others, who are meant only where they are coded so:
    who was a minister and is of the opposition is "ISR GOV" in some events and "ISR OPP" in others (decision 079).

    >>> minister = Meant(frozenset(["state:ISR"]), frozenset([("act-1", "ISR GOV")]))
    >>> minister.fits("act-1", "ISR GOV"), minister.fits("act-1", "ISR OPP"), minister.fits("state:ISR", "")
    (True, False, True)
    """

    ids: frozenset[str] = frozenset()
    codings: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.ids or self.codings)

    def __or__(self, other: Meant) -> Meant:
        return Meant(self.ids | other.ids, self.codings | other.codings)

    @property
    def everyone(self) -> list[str]:
        """All ids, under whatever code."""
        return sorted(self.ids.union(id for id, _ in self.codings))

    def fits(self, id: str, code: str) -> bool:
        """Whether an actor is meant where it has that code."""
        return id in self.ids or (id, code) in self.codings

    def any_of(self, ids: Sequence[str], codes: Sequence[str]) -> bool:
        """Whether one of a side, its ids and codes in step, is meant."""
        return any(map(self.fits, ids, codes))

    def shares(self, other: Meant) -> bool:
        """Whether somebody, coded somehow, is meant here and there.

        >>> Meant(frozenset("ab")).shares(Meant(codings=frozenset([("a", "EGY")]))), Meant().shares(Meant())
        (True, False)
        """
        partly = any(other.fits(*coding) for coding in self.codings)
        return partly or any(self.fits(*coding) for coding in other.codings) or bool(self.ids & other.ids)

    def within(self, other: Meant) -> bool:
        """Whether all who are meant here are meant there too; nobody is within nobody."""
        return bool(self) and self.ids <= other.ids and all(other.fits(*coding) for coding in self.codings)

    def party(self, id: str, code: str) -> Condition:
        """The condition that the actor in two columns is meant."""
        if not self.codings:
            return f"list_contains(?::VARCHAR[], {id})", [sorted(self.ids)]
        coded = f"list_contains(?::VARCHAR[], {id}) OR list_contains({_PAIRS}, ({id}, {code}))"
        return f"(list_contains(?::VARCHAR[], {id}) AND ({coded}))", [self.everyone, sorted(self.ids), *self._pairs]

    def side(self, side: str) -> Condition:
        """The condition that one of the actors of a side, "e.actor" or "e.recipient", is meant."""
        if not self.codings:
            return f"list_has_any({side}_ids, ?::VARCHAR[])", [sorted(self.ids)]
        coded = f"list_has_any(list_zip({side}_ids, {side}_codes), {_PAIRS})"
        so_coded = f"list_has_any({side}_ids, ?::VARCHAR[]) OR {coded}"
        values = [self.everyone, sorted(self.ids), *self._pairs]
        return f"(list_has_any({side}_ids, ?::VARCHAR[]) AND ({so_coded}))", values

    @property
    def _pairs(self) -> list[list[str]]:
        pairs = sorted(self.codings)
        return [[id for id, _ in pairs], [code for _, code in pairs]]
