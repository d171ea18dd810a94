"""The report as it was stored, and its parts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tidings.errors import RecordError
from tidings.record.identity import content_id
from tidings.record.span import Span


class ZoneKind(StrEnum):
    """What a stretch of a report is for its reader."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CROSSHEAD = "crosshead"
    SOURCE = "source"
    BOILERPLATE = "boilerplate"


#: Zones that are kept but not read for events.
SILENT_ZONES = frozenset({ZoneKind.BYLINE, ZoneKind.SOURCE, ZoneKind.BOILERPLATE})


@dataclass(frozen=True, slots=True)
class Zone:
    """One paragraph of the report and its kind. Zones stand in order and never overlap."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One report: normalised text, its zones, and what is known of its origin.

    What is not known is None; an undated report stays undated. `sha256` is that of the text, in UTF-8.
    Use `Document.of` to make one: it fills in the id and the hash.
    """

    id: str
    text: str
    zones: tuple[Zone, ...]
    title: str | None
    published: date | None
    publisher: str | None
    url: str | None
    lang: str
    sha256: str

    def __post_init__(self) -> None:
        ends = 0
        for zone in self.zones:
            if zone.span.start < ends or zone.span.end > len(self.text):
                raise RecordError(f"zones stand in order inside the text; {zone} does not")
            ends = zone.span.end

    @classmethod
    def of(
        cls,
        text: str,
        zones: tuple[Zone, ...],
        *,
        title: str | None = None,
        published: date | None = None,
        publisher: str | None = None,
        url: str | None = None,
        lang: str = "en",
    ) -> Document:
        """A document whose id and hash follow from its content.

        >>> Document.of("Egypt said no.", ()).id == Document.of("Egypt said no.", ()).id
        True
        """
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        id = content_id("doc", (sha256, published, publisher, url))
        return cls(id, text, zones, title, published, publisher, url, lang, sha256)
