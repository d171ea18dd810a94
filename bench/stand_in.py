"""A reader that reads nothing: the same made-up acts for the same report, at once. For benches of what comes after."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import islice
from typing import Any

from tidings.engine import Failure, Reader
from tidings.record import (
    Actor,
    Analysis,
    Attribution,
    Document,
    EventMention,
    Evidence,
    Factuality,
    Participant,
    Sentence,
    Source,
    Span,
    When,
    content_id,
)
from tidings.settings import Settings

_SENTENCE = re.compile(r"[^.!?\n]*\w[^.!?\n]*[.!?]?")
_STATES = tuple(Actor(f"state:{code}", code.title(), code, ("GOV",)) for code in ("EGY", "SDN", "ETH", "KEN", "UGA"))
_TYPES = ("CONSULT", "ASSAULT", "AGREE", "SANCTION", "AID")
_MOST = 2


@dataclass(frozen=True)
class NoEncoder:
    """What a store asks of an encoder."""

    origin: str = "stand-in"


class StandIn(Reader):
    """Finds an act in each of the first sentences of a report, drawn from the sentence's own hash."""

    def __init__(self) -> None:
        super().__init__(Settings(workers=1))

    @cached_property
    def encoder(self) -> Any:
        """None that reads."""
        return NoEncoder()

    def read_batch(self, documents: Sequence[Document]) -> list[Analysis | Failure]:
        """Each document with its acts."""
        return [made_up(document) for document in documents]


def made_up(document: Document) -> Analysis:
    """The made-up acts of a report."""
    spans = [Span(*match.span()) for match in islice(_SENTENCE.finditer(document.text), _MOST)]
    acts = [_act(document, index, span) for index, span in enumerate(spans)]
    return Analysis(
        document,
        tuple(Sentence(span, ()) for span in spans),
        actors=_STATES,
        attributions=tuple(said for _, said in acts),
        events=tuple(event for event, _ in acts),
    )


def _act(document: Document, index: int, span: Span) -> tuple[EventMention, Attribution]:
    drawn = hashlib.sha256(span.slice(document.text).encode()).digest()
    evidence = Evidence(document.id, span, "stand-in:1", round(0.5 + drawn[0] / 600, 3))
    word = Span(span.start, min(span.end, span.start + 6))
    actor, recipient = _STATES[drawn[1] % 5], _STATES[drawn[2] % 5]
    said = Attribution(
        id=content_id("att", (document.id, index)),
        source=Source(word, actor.id),
        cue=None,
        content=span,
        manner="indirect",
        medium=None,
        addressee=None,
        parent=None,
        evidence=evidence,
    )
    day = document.published - timedelta(drawn[3] % 3) if document.published else None
    event = EventMention(
        id=content_id("evm", (document.id, index)),
        trigger=word,
        event_type=_TYPES[drawn[4] % 5],
        mode=None,
        contexts=(),
        cameo=None,
        actors=(Participant(word, actor.id),),
        recipients=(Participant(word, recipient.id),),
        when=When(day, day, "day", "stand-in") if day else None,
        place=None,
        attribution=said.id if drawn[5] % 2 else None,
        factuality=Factuality(),
        sentence=index,
        evidence=evidence,
    )
    return event, said
