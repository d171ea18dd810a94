"""What merging looks at: a mention, and the report and the actors it came with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidings.record import EventMention


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of an event as one report tells it.

    `actors` and `recipients` name the two sides in a way that holds across reports (actor ids, or codes such as
    "CHN GOV"); the words in `mention` stay those of the report. `published` is None for an undated report. `sentence`
    and `trigger` are the words of the report, "" where nobody kept them.
    """

    mention: EventMention
    document_id: str
    published: date | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    sentence: str = ""
    trigger: str = ""
