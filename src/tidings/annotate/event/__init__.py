"""What political acts a report tells of."""

from tidings.annotate.event.relation import relation
from tidings.annotate.event.stage import find_events

__all__ = ["find_events", "relation"]
