"""Who is named: states, organisations, people, and those whom only a noun names."""

from tidings.annotate.actor.find import find_actors

__all__ = ["find_actors"]
