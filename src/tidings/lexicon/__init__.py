"""Words and names: what the stages of reading look things up in."""

from __future__ import annotations

from functools import cached_property

from tidings.lexicon.actors import ActorRegistry, load_actors
from tidings.lexicon.agents import Agents, load_agents
from tidings.lexicon.contexts import ContextWords, load_contexts
from tidings.lexicon.cues import Cues, load_cues
from tidings.lexicon.places import Gazetteer
from tidings.lexicon.triggers import TriggerIndex
from tidings.ontology import load_ontology


class Lexicon:
    """Every resource of one language, each loaded when it is first asked for and then kept.

    One property a file of this room. A property raises `DataError` where its data file breaks its schema.
    """

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
        """The registry of states, peoples, organisations and people."""
        return load_actors()

    @cached_property
    def agents(self) -> Agents:
        """The nouns for those who act."""
        return load_agents()

    @cached_property
    def places(self) -> Gazetteer:
        """The gazetteer."""
        return Gazetteer.load()
