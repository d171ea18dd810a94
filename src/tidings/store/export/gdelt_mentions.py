"""GDELT 2 mentions: the file beside the events, a row for each report that tells of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidings.store.columns import GDELT_MENTIONS as COLUMNS
from tidings.store.export.kind import About, Cell, Export, Reported
from tidings.store.export.lines import compact, write_lines
from tidings.store.party import Party, pairs
from tidings.store.why import Telling, Words

_WEB, _CITATION = 1, 2
_UNKNOWN = -1


def _rows(told: Reported, about: About) -> Iterator[Sequence[Cell]]:
    first = min((telling.published for telling in told.tellings if telling.published), default=None)
    for number, (actor, recipient) in pairs(told.event):
        for telling in told.tellings:
            known: dict[str, Cell] = {
                "GLOBALEVENTID": number,
                "EventTimeDate": f"{compact(first)}000000" if first else None,
                "MentionTimeDate": f"{compact(telling.published)}000000" if telling.published else None,
                **_source(telling),
                "SentenceID": telling.number + 1,
                "Actor1CharOffset": _offset(actor, (*telling.actors, *telling.recipients)),
                "Actor2CharOffset": _offset(recipient, (*telling.recipients, *telling.actors)),
                "ActionCharOffset": telling.trigger.span.start,
                "InRawText": 1,
                "Confidence": min(100, max(10, round(telling.confidence * 10) * 10)),
                "MentionDocLen": telling.length,
            }
            yield [known.get(column) for column in COLUMNS]


def _source(telling: Telling) -> dict[str, Cell]:
    return {
        "MentionType": _WEB if telling.url else _CITATION,
        "MentionSourceName": telling.publisher,
        "MentionIdentifier": telling.url or telling.title or telling.document_id,
    }


def _offset(party: Party | None, words: Sequence[Words]) -> int:
    """Where the report names the actor; -1, as GDELT has it, where it does not."""
    found = (said.span.start for said in words if party and party.name in (said.actor, said.text))
    return next(found, _UNKNOWN)


GDELT_MENTIONS = Export("gdelt-mentions", write_lines("gdelt-mentions", None, _rows), tellings=True, happened=True)
