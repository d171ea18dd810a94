"""Events by dyad: a narrow table, sorted, that says which events two actors share without a look at every event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tidings.store.meant import Condition, Meant
from tidings.store.rows import Row

#: So many years of a dyad lie together. Each place costs a question some 12 ms: by single years a series of twenty lies
#: in twenty (decision 088); by all years at once a month of everyone would be strewn over the whole table.
TOGETHER = 5
#: Fills `event_dyads` from `events`: a row for every two different actors of an event, whichever is asked for first.
#: `role` is what `one` is to `other`: the "actor" or the "recipient", or both act "together" with nobody opposite. An
#: actor is no dyad with itself.
FILL = """
    INSERT INTO event_dyads BY NAME
    WITH known AS (
        SELECT number, coalesce(earliest, latest) AS earliest, coalesce(latest, earliest) AS latest,
            list_distinct(list_filter(list_zip(actor_ids, actor_codes), lambda o: o[1] <> '')) AS actors,
            list_distinct(list_filter(list_zip(recipient_ids, recipient_codes), lambda o: o[1] <> '')) AS recipients,
            coalesce(len(recipient_names) = 0, false) AS alone
        FROM events
    ),
    first AS (SELECT *, unnest(actors) AS a FROM known),
    pairs AS (
        SELECT a, unnest(CASE WHEN alone THEN actors ELSE recipients END) AS b, number, earliest, latest, alone
        FROM first
    )
    SELECT a[1] AS one, a[2] AS one_code, b[1] AS other, b[2] AS other_code,
        CASE WHEN alone THEN 'together' ELSE 'actor' END AS role, earliest, latest, number
    FROM pairs WHERE a[1] <> b[1]
    UNION ALL
    SELECT b[1], b[2], a[1], a[2], 'recipient', earliest, latest, number
    FROM pairs WHERE a[1] <> b[1] AND NOT alone
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


def shared(one: Meant, other: Meant, role: str | None, since: date | None, until: date | None) -> Condition:
    """The condition that an event is one of `one` and `other`, two different actors, in SQL, and its values.

    `role` None asks for any.
    """
    limits = [("role = ?", role), ("latest >= ?", since), ("earliest <= ?", until)]
    parts = [one.party("one", "one_code"), other.party("other", "other_code")]
    parts += [(limit, [value]) for limit, value in limits if value is not None]
    conditions = " AND ".join(condition for condition, _ in parts)
    return f"e.number IN (SELECT number FROM event_dyads WHERE {conditions})", [
        value for _, values in parts for value in values
    ]
