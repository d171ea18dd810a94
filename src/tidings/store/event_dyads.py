"""Events by dyad: a narrow table, sorted, that says which events two actors share without a look at every event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tidings.store.rows import Row

#: So many years of a dyad lie together. Each place costs a question some 12 ms: by single years a series of twenty lies
#: in twenty (decision 088); by all years at once a month of everyone would be strewn over the whole table.
TOGETHER = 5
#: Fills `event_dyads` from `events`: a row for every two different actors of an event, whichever is asked for first.
#: `role` is what `one` is to `other`: the "actor" or the "recipient", or both act "together" with nobody opposite.
FILL = """
    INSERT INTO event_dyads BY NAME
    WITH known AS (
        SELECT number, coalesce(earliest, latest) AS earliest, coalesce(latest, earliest) AS latest,
            list_distinct(list_filter(actor_ids, lambda id: id <> '')) AS actors,
            list_distinct(list_filter(recipient_ids, lambda id: id <> '')) AS recipients,
            coalesce(len(recipient_names) = 0, false) AS alone
        FROM events
    ),
    first AS (SELECT *, unnest(actors) AS a FROM known),
    pairs AS (
        SELECT a, unnest(CASE WHEN alone THEN actors ELSE recipients END) AS b, number, earliest, latest, alone
        FROM first
    )
    SELECT a AS one, b AS other, CASE WHEN alone THEN 'together' ELSE 'actor' END AS role,
        earliest, latest, number
    FROM pairs WHERE a <> b
    UNION ALL
    SELECT b, a, 'recipient', earliest, latest, number FROM pairs WHERE a <> b AND NOT alone
    ORDER BY one, other, number
"""


def in_order(rows: Sequence[Row]) -> list[Row]:
    """The rows of events numbered by five years and dyad: what a question asks for lies in few places.

    >>> rows = [dict(id=i, actor_ids=[], recipient_ids=[to], earliest=None, latest=None) for i, to in ("ab", "ca")]
    >>> [(row["id"], row["number"]) for row in in_order(rows)]
    [('c', 1), ('a', 2)]
    """
    return [row | {"number": number} for number, row in enumerate(sorted(rows, key=_place), 1)]


def _place(row: Row) -> tuple[int, list[str], str, str]:
    day = row["earliest"] or row["latest"] or "9999"
    known = [*filter(None, row["actor_ids"])][:1] + [*filter(None, row["recipient_ids"])][:1]
    return int(day[:4]) // TOGETHER, sorted(known), day, row["id"]


def shared(
    one: Sequence[str], other: Sequence[str], role: str | None, since: date | None, until: date | None
) -> tuple[str, list[Any]]:
    """The condition that an event is one of `one` and `other`, in SQL, and its values; `role` None for any.

    `one` and `other` have no actor in common: an actor is no dyad with itself.
    """
    wanted = [("list_contains(?::VARCHAR[], one)", list(one)), ("list_contains(?::VARCHAR[], other)", list(other))]
    limits = [("role = ?", role), ("latest >= ?", since), ("earliest <= ?", until)]
    parts: list[tuple[str, Any]] = [*wanted, *(limit for limit in limits if limit[1] is not None)]
    conditions = " AND ".join(condition for condition, _ in parts)
    return f"e.number IN (SELECT number FROM event_dyads WHERE {conditions})", [value for _, value in parts]
