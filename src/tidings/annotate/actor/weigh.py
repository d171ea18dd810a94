"""Which of the phrases around an agent noun says whose it is, and what they make of it together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tidings.annotate.actor.found import Noun
from tidings.record import Actor

#: Codes that stand where a country does, of actors that are of none.
ABROAD = frozenset({"IGO", "NGO", "MNC", "UNO", "EUR", "IMG", "ISM"})
#: Stands for the name of a body that nothing places.
UNKNOWN_BODY = "?"
#: Sectors of armed groups: whoever serves one is one of them, whatever the head noun says.
_ARMED = frozenset({"REB", "UAF", "CRM", "PRM"})
#: A "right-wing government" is no party, an "Orthodox" one no church.
_RULERS = frozenset({"government", "administration", "regime", "cabinet", "authorities"})
_CREEDS = frozenset({"PTY", "CVL", "REL"})
_KEEPS_SECTOR = frozenset({"CVL", "JRN", "REF", "MED"})


@dataclass(frozen=True, slots=True)
class Tie:
    """One phrase that says whose the head is: its words, and how strongly it does."""

    actor: Actor
    first: int
    last: int
    relation: str
    joined: bool = False


def choose(ties: list[Tie], noun: Noun) -> tuple[Tie | None, tuple[Tie, ...]]:
    """The phrase that says whose the head is, and the states named beside it ("Greek, Cypriot and French")."""
    before = [tie for tie in ties if tie.relation == "before"] or [tie for tie in ties if tie.relation == "poss"]
    within = [tie for tie in ties if tie.relation == "of"]
    where = [tie for tie in ties if tie.relation == "in"]
    inner = [tie for tie in ties if tie.relation == "inner"]
    organisation = next((t for t in (*within, *before) if t.actor.id.startswith("org:")), None)
    lead = before[0] if before else None
    if organisation and (noun.agent.inherits or lead is None) and not _outranks(lead, organisation):
        return organisation, ()
    if lead is not None:
        others = tuple(t for t in before[1:] if t.joined and t.actor.id.startswith(("state:", "org:")))
        if within and not within[0].actor.id and within[0].actor.sectors and noun.agent.inherits:
            inner = [within[0]]
        if others and inner:
            inner = [replace(inner[0], actor=replace(inner[0].actor, country=None))]
        return (_merge(lead, inner[0]) if inner else lead), others
    if inner and not (within and within[0].actor.country):
        return (
            inner[0] if inner[0].actor.country or not (within or where) else _merge((within + where)[0], inner[0])
        ), ()
    rest = within or where
    if not rest:
        return None, ()
    chosen = _merge(rest[0], inner[0]) if inner else rest[0]
    return chosen, tuple(t for t in rest[1:] if t.actor.id.startswith("state:"))


def _outranks(lead: Tie | None, organisation: Tie) -> bool:
    """Whether a state before the noun says more than an organisation: "Russia's NATO envoy" is Russian."""
    if lead is None or not lead.actor.id.startswith("state:") or organisation.relation == "of":
        return False
    return organisation.actor.country in ABROAD and lead.first < organisation.first


def _merge(lead: Tie, inner: Tie) -> Tie:
    """The country of the one with the sectors of the other: "China's | foreign ministry | spokesman"."""
    country = inner.actor.country or lead.actor.country
    if lead.actor.country in ABROAD and not inner.actor.country:
        country = lead.actor.country
    return Tie(
        Actor("", inner.actor.name, country, inner.actor.sectors), lead.first, max(lead.last, inner.last), lead.relation
    )


def combine(
    noun: Noun, main: Tie | None, modifiers: list[tuple[str, tuple[str, ...]]]
) -> tuple[str | None, tuple[str, ...]]:
    """The country and sectors of a noun with its master and modifiers."""
    agent = noun.agent
    country, sectors = agent.country, agent.sectors
    given = [s for kind, s in modifiers if kind == "modifier" and s]
    if agent.inherits and given and not (agent.noun in _RULERS and set(given[-1]) & _CREEDS):
        sectors = given[-1]
    elif any(set(s) & {"REB"} for s in given) and set(sectors) & {"MIL", "UAF", "GOV", "PRM"}:
        sectors = ("REB",)
    elif any("OPP" in s for s in given) and "OPP" not in sectors:
        sectors = (*sectors, "OPP")
    if main is not None:
        theirs = main.actor
        if sectors == ("PTY",) and agent.inherits and "LEG" in theirs.sectors:  # "Republican members of Congress"
            sectors = ("LEG",)
        if theirs.name == UNKNOWN_BODY and agent.inherits:
            sectors = ()
        country = country or theirs.country
        stateless = not theirs.id.startswith(("state:", "people:"))
        armed = bool(set(theirs.sectors) & _ARMED) or theirs.country == "IMG"
        if sectors == ("MIL",) and theirs.sectors == ("COP",):  # "a Metropolitan Police sergeant"
            sectors = theirs.sectors
        # "Smith's government" ruled then, and "citizens ... their government" are two
        past = agent.noun in _RULERS and (theirs.sectors == ("ELI",) or bool(set(theirs.sectors) & _KEEPS_SECTOR))
        if agent.inherits and stateless and (theirs.sectors or theirs.country in ABROAD) and not given and not past:
            sectors = theirs.sectors if theirs.sectors or (theirs.id and sectors == ("GOV",)) else sectors
        if armed and stateless and not set(sectors) & _KEEPS_SECTOR:
            sectors = theirs.sectors
        if theirs.id.startswith("people:") and theirs.sectors == ("REL",) and agent.inherits and not given:
            sectors = theirs.sectors
        if theirs.id.startswith("people:") and "PRE" in theirs.sectors and "PRE" not in sectors:
            sectors = (*sectors, "PRE") if sectors != ("PRE",) else sectors
    if any(kind == "former" for kind, _ in modifiers) and set(sectors) & {"GOV", "LEG"}:
        sectors = ("ELI",)
    if country in ABROAD and sectors == ("GOV",) and agent.inherits:
        sectors = main.actor.sectors if main and main.actor.id else ()
    return country, sectors
