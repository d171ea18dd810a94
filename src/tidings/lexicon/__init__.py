"""Words and names: what the stages of reading look things up in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from tidings.lexicon.actors import ActorRegistry, load_actors
from tidings.lexicon.agents import Agents, load_agents
from tidings.lexicon.contexts import ContextWords, load_contexts
from tidings.lexicon.cues import Cues, load_cues
from tidings.lexicon.own import Dictionary, lay_agents_over, lay_over, load_dictionary
from tidings.lexicon.places import Gazetteer
from tidings.lexicon.triggers import TriggerIndex
from tidings.ontology import load_ontology


class Lexicon:
    """Every resource of one language, each loaded when it is first asked for and then kept.

    One property a file of this room. A property raises `DataError` where its data file breaks its schema. `own` are
    the user's dictionaries of actors; they go before the registry, a later one before an earlier one.
    """

    def __init__(self, own: Sequence[Path] = ()) -> None:
        self._own = tuple(own)

    def load(self) -> None:
        """Load everything now, not when it is first asked for."""
        for name, resource in vars(type(self)).items():
            if isinstance(resource, cached_property):
                getattr(self, name)

    @cached_property
    def dictionaries(self) -> tuple[Dictionary, ...]:
        """The user's dictionaries of actors, in their order."""
        return tuple(load_dictionary(path) for path in self._own)

    @cached_property
    def own_checksum(self) -> str | None:
        """A checksum of the user's dictionaries in their order; None where there are none."""
        if not self._own:
            return None
        # The name stands in the evidence, and its ending says how the file is read.
        parts = (path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest() for path in self._own)
        return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]

    @cached_property
    def triggers(self) -> TriggerIndex:
        """The trigger words of every event type."""
        return TriggerIndex(load_ontology().triggers)

    @cached_property
    def cues(self) -> Cues:
        """The words that tie a statement to its source."""
        return load_cues()

    @cached_property
    def contexts(self) -> ContextWords:
        """The words that speak for each of PLOVER's contexts."""
        return load_contexts()

    @cached_property
    def actors(self) -> ActorRegistry:
        """The registry of states, peoples, organisations and people, the user's dictionaries over it."""
        return lay_over(load_actors(), self.dictionaries) if self._own else load_actors()

    @cached_property
    def agents(self) -> Agents:
        """The nouns for those who act, those of the user's dictionaries before ours."""
        return lay_agents_over(load_agents(), self.dictionaries) if self._own else load_agents()

    @cached_property
    def places(self) -> Gazetteer:
        """The gazetteer."""
        return Gazetteer.load()
