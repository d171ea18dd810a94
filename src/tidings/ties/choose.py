"""Which events of a dyad are asked for: what happened or what was said, which way, on whose word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tidings.ties.event import TieEvent

#: The word of the reporter, where nobody else is named.
REPORTER = "reporter"


def choose(
    events: Iterable[TieEvent], *, said: bool | None = None, source: str | None = None, directed: bool = False
) -> list[TieEvent]:
    """The events that fit, in their order.

    `said` is True for those done in words alone, False for those done, None for both. `source` is on whose word: words
    that stand in a source's code or name in any case, or "reporter". `directed` leaves out what the second actor does
    to the first.

    >>> told = TieEvent("a", None, 3, -3.0, sources=("its envoy (USA GOV)",))
    >>> len(choose([told], source="usa")), len(choose([told], source="reporter"))
    (1, 0)
    """
    return [
        event
        for event in events
        if (said is None or event.said == said)
        and (source is None or _on_word(event, source))
        and (not directed or event.direction >= 0)
    ]


def _on_word(event: TieEvent, source: str) -> bool:
    if source.strip().lower() == REPORTER:
        return "" in event.sources
    return any(f" {_words(source)} " in f" {_words(one)} " for one in event.sources)


def _words(said: str) -> str:
    return " ".join(re.findall(r"\w+", said.lower()))
