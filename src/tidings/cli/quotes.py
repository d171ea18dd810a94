"""The sentences behind events, as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable

from tidings.store import Store, Telling
from tidings.store.pieces import pieces
from tidings.ties import Quote


def quotes_of(store: Store, events: Iterable[str]) -> dict[str, tuple[Quote, ...]]:
    """By the id of each event, the sentences that tell of it, the surest first."""
    return {id: tuple(map(_quote, store.why(id).tellings)) for id in events}


def _quote(telling: Telling) -> Quote:
    return Quote(
        pieces=pieces(telling),
        report=", ".join(filter(None, (telling.publisher, str(telling.published or "undated"), telling.title))),
        said_by=telling.source.actor or telling.source.text if telling.source else None,
        origin=telling.origin,
        confidence=telling.confidence,
    )
