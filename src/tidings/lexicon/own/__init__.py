"""The user's own dictionaries of actors: PETRARCH's format, a table, or a YAML list, one file a format."""

from __future__ import annotations

from tidings.lexicon.own.entry import Coding, Dictionary, OwnActor, OwnAgent
from tidings.lexicon.own.layer import lay_agents_over, lay_over
from tidings.lexicon.own.load import load_dictionary

__all__ = ["Coding", "Dictionary", "OwnActor", "OwnAgent", "lay_agents_over", "lay_over", "load_dictionary"]
