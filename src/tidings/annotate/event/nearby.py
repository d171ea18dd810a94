"""The events told near another one, without a look at all the others of a long report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from tidings.record import EventMention

#: How far apart, in sentences, two tellings of one act may stand.
APART = 12
#: From an event and a number of sentences to the events, itself too, that stand no farther from it.
Near = Callable[[EventMention, int], Sequence[EventMention]]


def nearby(events: Sequence[EventMention]) -> Near:
    """Looks up what stands near; `events` in text order."""
    places = [event.sentence for event in events]

    def near(event: EventMention, reach: int) -> Sequence[EventMention]:
        return events[bisect_left(places, event.sentence - reach) : bisect_right(places, event.sentence + reach)]

    return near
