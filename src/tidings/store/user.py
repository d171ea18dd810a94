"""The user's own word on events: kept by mentions, in the order it was said, and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tidings.errors import UsageError
from tidings.store.connection import Connection


@dataclass(frozen=True, slots=True)
class StoredWord:
    """That all `mentions` are one event; or, not `together`, that none of them is of an event of `others`."""

    together: bool
    mentions: tuple[str, ...]
    others: tuple[str, ...]
    said: datetime | None


def stored_words(connection: Connection) -> list[StoredWord]:
    """All that the user said, in order."""
    query = "SELECT together, mentions, others, said FROM user_merges ORDER BY number"
    rows = connection.execute(query).fetchall()
    return [StoredWord(together, tuple(these), tuple(those), said) for together, these, those, said in rows]


def mentions_of(connection: Connection, event: str) -> list[str]:
    """The mentions of an event, in order of id."""
    query = "SELECT mention_id FROM event_members WHERE event_id = ? ORDER BY 1"
    return [row[0] for row in connection.execute(query, [event]).fetchall()]


def mentions_meant(known: list[str], said: list[str]) -> list[str]:
    """Those of the known mentions whose ids begin so, with or without "evm-".

    Raises `UsageError` where none begins so, or several do.
    """
    found = []
    for start in said:
        fits = [id for id in known if start and id.startswith((start, f"evm-{start}"))]
        if len(fits) != 1:
            amount = f"several mentions of this event begin with {start!r}" if fits else f"no mention {start!r}"
            raise UsageError(f"{amount}; it has {', '.join(known[:6])}{' ...' if len(known) > 6 else ''}")
        found.append(fits[0])
    return sorted(set(found))
