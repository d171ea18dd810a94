"""On whose word: source, cue, content, as in PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018)."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.record.mention import Evidence
from tidings.record.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Who is said to have said it: the words, and the id of the actor where it was resolved."""

    span: Span
    actor: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement and its speaker.

    `manner` is direct, indirect or mixed; `medium` the channel ("Twitter", "speech", "readout"); `addressee` the
    span of who it was said to; `parent` the id of the attribution this one is nested in. A quotation that floats
    free has a content, no cue, and the source of the paragraph it belongs to.
    """

    id: str
    source: Source | None
    cue: Span | None
    content: Span
    manner: str
    medium: str | None
    addressee: Span | None
    parent: str | None
    evidence: Evidence
