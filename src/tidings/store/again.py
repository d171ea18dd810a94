"""Reports that something else has read than would read them today, and what reading them again has changed."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from tidings.record import Document, Span, Zone, ZoneKind
from tidings.store.connection import Connection
from tidings.store.rows import Versions


@dataclass(frozen=True, slots=True)
class Act:
    """One mention as a line of a comparison has it; `trigger_start` is a code point of the report's text."""

    document_id: str
    trigger_start: int
    trigger_text: str
    event_type: str
    mode: str | None
    cameo: str | None
    actor_names: tuple[str, ...]
    recipient_names: tuple[str, ...]
    earliest: date | None
    latest: date | None
    place: str | None
    polarity: str
    certainty: str
    time: str
    mood: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an act: gone where `after` is None, new where `before` is, else changed."""

    before: Act | None
    after: Act | None


_ACT = ", ".join(f'"{field.name}"' for field in fields(Act))
_DOCUMENT = "id, text, zones, title, published, publisher, url, lang, sha256"


def stale_documents(connection: Connection, versions: Versions) -> list[Document]:
    """The reports that were not read by these versions, in order of id."""
    of = asdict(versions)
    other = " OR ".join(f"{column} IS DISTINCT FROM ?" for column in of)
    query = f"SELECT {_DOCUMENT} FROM documents WHERE {other} ORDER BY id"
    rows = connection.execute(query, list(of.values())).fetchall()
    return [_document(*row) for row in rows]


def _document(id: str, text: str, zones: str, *rest: Any) -> Document:
    spans = tuple(Zone(ZoneKind(kind), Span(start, end)) for kind, start, end in json.loads(zones))
    return Document(id, text, spans, *rest)


def acts(connection: Connection) -> Counter[Act]:
    """Every mention of a store, as a comparison has it."""
    rows = connection.execute(f"SELECT {_ACT} FROM event_mentions").fetchall()
    return Counter(map(_act, rows))


def _act(row: tuple[Any, ...]) -> Act:
    values: Any = (tuple(value) if isinstance(value, list) else value for value in row)
    return Act(*values)


def changes(before: Counter[Act], after: Counter[Act]) -> list[Change]:
    """What became of the acts, in order of report and text; what stands as it stood is left out.

    Acts with one trigger are taken for the same one, changed.
    """
    gone, new = _by_trigger((before - after).elements()), _by_trigger((after - before).elements())
    return [change for key in sorted(gone.keys() | new.keys()) for change in _paired(gone[key], new[key])]


def _by_trigger(acts: Iterable[Act]) -> defaultdict[tuple[str, int], list[Act]]:
    found: defaultdict[tuple[str, int], list[Act]] = defaultdict(list)
    for act in sorted(acts, key=repr):
        found[act.document_id, act.trigger_start].append(act)
    return found


def _paired(gone: list[Act], new: list[Act]) -> Iterator[Change]:
    shared = min(len(gone), len(new))
    yield from (Change(*pair) for pair in zip(gone, new, strict=False))
    yield from (Change(act, None) for act in gone[shared:])
    yield from (Change(None, act) for act in new[shared:])
