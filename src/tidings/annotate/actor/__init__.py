"""Who is named: states, organisations, people, and those whom only a noun names."""

from tidings.annotate.actor.find import find_actors
from tidings.annotate.actor.things import follow_things
from tidings.annotate.actor.voice import find_speakers

__all__ = ["find_actors", "find_speakers", "follow_things"]
