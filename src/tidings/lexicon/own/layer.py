"""The user's dictionaries over the registry: whose word counts for a name on a day.

An entry speaks for its names on the days it gives a coding for, and nowhere else. Of several that speak, the later
entry of the later file does; the registry speaks where none does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tidings.errors import DataError
from tidings.lexicon.actors import ActorRegistry, Form
from tidings.lexicon.agents import Agent, Agents
from tidings.lexicon.own.entry import Coding, Dictionary, OwnActor, OwnAgent
from tidings.lexicon.phrases import keys
from tidings.record import Actor

#: From one day to another, None where open.
Days = tuple[date | None, date | None]
#: The kinds of form by the kind of id. Whether a name without a kind is of a person, the report tells.
_KINDS = {"state": ("name",), "people": ("organisation",), "person": ("person",), "org": ("organisation", "person")}
#: What the registry knows under a name and a dictionary without ids may mean.
_BEARERS = frozenset({"organisation", "person"})


def lay_over(registry: ActorRegistry, dictionaries: Sequence[Dictionary]) -> ActorRegistry:
    """The registry with dictionaries over it, in their order.

    Raises `DataError` where a row takes an id of the registry for somebody else.
    """
    forms: list[Form] = []
    periods: dict[str, list[Actor]] = {}
    entries = (actor for dictionary in dictionaries for actor in dictionary.actors)
    for rank, entry in enumerate(entries, 1):
        id = _id(entry, registry)
        name = entry.name or (
            registry.names(id).name if id in registry else periods[id][0].name if id in periods else ""
        )
        known = periods.setdefault(id, [])
        for coding in entry.codings:
            days = (coding.start, coding.end)
            known.append(Actor(id, name or entry.names[0], coding.country, coding.sectors, days))
        for written in entry.names:
            forms.extend(_forms(entry, id, written, rank, registry))
    return registry.with_own(forms, periods)


def lay_agents_over(agents: Agents, dictionaries: Sequence[Dictionary]) -> Agents:
    """The agent nouns with those of dictionaries over them, a later one before an earlier one."""
    nouns = [agent for dictionary in dictionaries for agent in dictionary.agents]
    return agents.with_own(pair for noun in reversed(nouns) for pair in _agents(noun, agents))


def _agents(own: OwnAgent, agents: Agents) -> Iterator[tuple[str, Agent]]:
    """A noun in singular and plural; whether it is a person or a body, our own nouns tell where they know it."""
    known = agents.nouns.get(own.noun) or agents.nouns.get(own.noun.split()[-1])
    model = known[0] if known else Agent(own.noun, "person", None, (), False, None, False)
    for written, plural in ((own.noun, False), (own.plural, True)):
        sectors = own.sectors or model.sectors
        yield written, replace(model, noun=own.noun, country=own.country, sectors=sectors, plural=plural)


def _id(entry: OwnActor, registry: ActorRegistry) -> str:
    first = entry.names[0]
    if entry.id is not None:
        known = any(form.actor == entry.id for written in entry.names for form in registry.forms.get(written))
        if entry.id in registry and not known and not entry.id.startswith("state:"):
            raise DataError(
                f"{entry.origin.replace(':', ', line ')}, field id: {entry.id} is the registry's id of "
                f"{registry.names(entry.id).name}; give {first} an id of its own"
            )
        return entry.id
    bearer = next((f for f in registry.forms.get(first) if f.kind in _BEARERS and f.fits(first)), None)
    if bearer is not None:
        return bearer.actor
    id = f"org:{'-'.join(key for key in keys(first) if key.isalnum())}"
    return f"{id}-own" if id in registry else id


def _forms(entry: OwnActor, id: str, written: str, rank: int, registry: ActorRegistry) -> Iterator[Form]:
    """The forms of a name. Where the registry says the same of it, its actor and its grammar ("Afghan") stay."""
    known = [form for form in registry.forms.get(written) if form.fits(written)]
    own: list[Days] = []
    agreed: dict[Form, list[Days]] = {}
    for coding in entry.codings:
        same = [form for form in known if entry.id in (None, form.actor) and _agrees(registry, form.actor, coding)]
        for days in (agreed.setdefault(form, []) for form in same) if same else (own,):
            days.append((coding.start, coding.end))
    for form, days in agreed.items():
        yield Form(form.actor, form.kind, form.written, entry.origin, _bounded(days), rank)
    for kind in _KINDS[id.split(":")[0]] if own else ():
        yield Form(id, kind, written, entry.origin, _bounded(own), rank)


def _bounded(days: list[Days]) -> tuple[Days, ...]:
    return () if days == [(None, None)] else tuple(days)


def _agrees(registry: ActorRegistry, id: str, coding: Coding) -> bool:
    """Whether the registry has the same coding on both ends; a bare country is its state."""
    ends = [registry.on(id, day) for day in (coding.start, coding.end)]
    sectors = coding.sectors or (("GOV",) if id.startswith("state:") else ())
    return all(actor is not None and (actor.country, actor.sectors) == (coding.country, sectors) for actor in ends)
