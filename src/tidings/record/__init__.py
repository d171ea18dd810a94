"""The nouns of the record. Everything else speaks in them; they know of nothing else."""

from tidings.record.analysis import Analysis
from tidings.record.attribution import Attribution, Source
from tidings.record.document import SILENT_ZONES, Document, Zone, ZoneKind
from tidings.record.event import SPEECH_ACTS, Event, EventMention, Factuality, Participant, When
from tidings.record.identity import content_id
from tidings.record.link import Link
from tidings.record.mention import (
    Actor,
    ActorMention,
    Evidence,
    Mention,
    MentionKind,
    Place,
    Timex,
    Toponym,
)
from tidings.record.opinion import Opinion
from tidings.record.sentence import Name, NameType, Sentence, Token
from tidings.record.span import Span

__all__ = [
    "SILENT_ZONES",
    "SPEECH_ACTS",
    "Actor",
    "ActorMention",
    "Analysis",
    "Attribution",
    "Document",
    "Event",
    "EventMention",
    "Evidence",
    "Factuality",
    "Link",
    "Mention",
    "MentionKind",
    "Name",
    "NameType",
    "Opinion",
    "Participant",
    "Place",
    "Sentence",
    "Source",
    "Span",
    "Timex",
    "Token",
    "Toponym",
    "When",
    "Zone",
    "ZoneKind",
    "content_id",
]
