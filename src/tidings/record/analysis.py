"""All that was read in one report. Stages add to it by making a new one."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.record.attribution import Attribution
from tidings.record.document import Document
from tidings.record.event import EventMention
from tidings.record.mention import Actor, ActorMention, Timex, Toponym
from tidings.record.opinion import Opinion
from tidings.record.sentence import Sentence
from tidings.record.span import Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document and what each stage found in it, every list in text order.

    `notes` are plain words about what could not be read ("undated: 'Wednesday' stays unresolved"); `opinions` are what
    the judge says of each sentence, `things` the spans that speak of one thing each; none where nobody asked.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    timexes: tuple[Timex, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    actors: tuple[Actor, ...] = ()
    actor_mentions: tuple[ActorMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[EventMention, ...] = ()
    notes: tuple[str, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    things: tuple[tuple[Span, ...], ...] = ()

    def text(self, span: Span) -> str:
        """The words of a span."""
        return span.slice(self.document.text)
