"""Whether a store is whole: tables as declared, ids unique, what is pointed at there, words and counts right."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.store.connection import Connection
from tidings.store.schema import TABLES

#: Faults of one kind that are listed; the rest is counted.
LISTED = 20

#: What must be there once: (table, columns).
_UNIQUE = (
    ("documents", "id"),
    ("actors", "id"),
    ("actor_codes", "actor, code"),
    ("attributions", "document_id, id"),
    ("event_mentions", "id"),
    ("events", "id"),
    ("events", "number"),
    ("event_dyads", "number, one, other, role"),
    ("event_members", "mention_id"),
    ("days", "day"),
    ("stories", "document_id"),
    ("user_merges", "number"),
    ("meta", "key"),
)
#: What points at what: (table, column, table it points into, column there).
_POINTERS = (
    ("attributions", "document_id", "documents", "id"),
    ("event_mentions", "document_id", "documents", "id"),
    ("event_mentions", "attribution", "attributions", "id"),
    ("events", "best_mention", "event_members", "mention_id"),
    ("actor_codes", "actor", "actors", "id"),
    ("event_dyads", "number", "events", "number"),
    ("report_actors", "actor", "actors", "id"),
    ("event_members", "event_id", "events", "id"),
    ("event_members", "mention_id", "event_mentions", "id"),
    ("event_members", "joined_to", "event_members", "mention_id"),
    ("stories", "document_id", "documents", "id"),
    ("stories", "copy_of", "documents", "id"),
)
#: What else is wrong with a row: a sentence with a place for the id, and the query that finds the ids.
_WRONG = (
    (
        "documents {}: the text is not the one that was stored (its SHA-256 differs)",
        "SELECT id FROM documents WHERE sha256(text) IS DISTINCT FROM sha256",
    ),
    (
        "event_mentions {}: the words of its sentence or trigger are not those of the report",
        "SELECT m.id FROM event_mentions m JOIN documents d ON d.id = m.document_id WHERE "
        "substring(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) != m.sentence_text "
        "OR substring(d.text, m.trigger_start + 1, m.trigger_end - m.trigger_start) != m.trigger_text",
    ),
    (
        "event_mentions {}: names an actor that is not in actors",
        "SELECT DISTINCT id FROM (SELECT id, unnest(actor_ids || recipient_ids) AS actor FROM event_mentions) "
        "WHERE actor != '' AND actor NOT IN (SELECT id FROM actors)",
    ),
    (
        "event_mentions {}: gives an actor a code that is not in actor_codes",
        "SELECT DISTINCT id FROM (SELECT id, unnest(list_zip(actor_ids || recipient_ids, actor_codes || "
        "recipient_codes)) AS party FROM event_mentions) "
        "WHERE party[1] != '' AND (party[1], party[2]) NOT IN (SELECT actor, code FROM actor_codes)",
    ),
    (
        "event_mentions {}: stands in no event; the next ingest merges it",
        "SELECT id FROM event_mentions WHERE id NOT IN (SELECT mention_id FROM event_members)",
    ),
    (
        "events {}: its number of mentions or reports is not that of its members",
        "SELECT e.id FROM events e LEFT JOIN (SELECT event_id, count(*) AS mentions, "
        "count(DISTINCT document_id) AS reports FROM event_members x JOIN event_mentions m ON m.id = x.mention_id "
        "GROUP BY 1) c ON c.event_id = e.id "
        "WHERE e.mentions IS DISTINCT FROM c.mentions OR e.reports IS DISTINCT FROM c.reports",
    ),
    (
        "documents {}: last seen before it was first seen",
        "SELECT id FROM documents WHERE last_seen < first_seen",
    ),
)


def faults(connection: Connection) -> Iterator[str]:
    """What is wrong with a store, a line a fault; nothing where it is whole.

    Where a table is not as declared, the rest is not looked at.
    """
    broken = list(_broken_tables(connection))
    yield from broken
    if not broken:
        for sentence, query in _questions():
            yield from _found(connection, sentence, query)


def _broken_tables(connection: Connection) -> Iterator[str]:
    query = "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
    there: dict[str, dict[str, str]] = {}
    for table, column, kind in connection.execute(query).fetchall():
        there.setdefault(table, {})[column] = kind
    for table, columns in TABLES.items():
        if table not in there:
            yield f"table {table} is missing"
            continue
        for column, kind in columns.items():
            found = there[table].get(column)
            if found != kind:
                yield f"{table}.{column} is {found or 'missing'}, not {kind}"


def _questions() -> Iterator[tuple[str, str]]:
    for table, columns in _UNIQUE:
        key = ", ".join(f'"{name}"' for name in columns.split(", "))
        yield (
            f"{table} {{}}: there more than once",
            f"SELECT concat_ws(' ', {key}) FROM {table} GROUP BY {key} HAVING count(*) > 1",
        )
    for table, column, other, there in _POINTERS:
        yield (
            f"{table}.{column} {{}}: not in {other}",
            f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL "
            f"AND {column} NOT IN (SELECT {there} FROM {other})",
        )
    yield from _WRONG


def _found(connection: Connection, sentence: str, query: str) -> Iterator[str]:
    ids = sorted(str(row[0]) for row in connection.execute(query).fetchall())
    yield from (sentence.format(id) for id in ids[:LISTED])
    if len(ids) > LISTED:
        yield f"{sentence.format('...')} ({len(ids) - LISTED} more)"
