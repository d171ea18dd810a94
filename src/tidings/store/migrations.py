"""How a store of an earlier version is brought up to today's tables.

To change the tables: change `TABLES` in `schema.py` (a new column goes last in its table) and add one step at the end
of `STEPS`. A step is written out in full and never changed once released: what it has to do must not move when
`TABLES` moves on. A test brings up a store of every version and compares it with a new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FIRST_VERSION = 1


@dataclass(frozen=True, slots=True)
class Step:
    """From one version of the tables to the next: what it is for, and the statements that do it."""

    name: str
    statements: tuple[str, ...]


#: The first leads from version 1 to 2, the next from 2 to 3, and so on.
STEPS: tuple[Step, ...] = (
    Step(
        "what came second, when a report was seen, why mentions were joined, stories, the user's own merges, feeds and "
        "their pages, events of other systems, events by dyad, the last watch",
        (
            "ALTER TABLE event_mentions ADD COLUMN runner_up JSON",
            "ALTER TABLE documents ADD COLUMN first_seen TIMESTAMP",
            "ALTER TABLE documents ADD COLUMN last_seen TIMESTAMP",
            "ALTER TABLE events ADD COLUMN originals INTEGER",
            "ALTER TABLE event_members ADD COLUMN joined_to VARCHAR",
            "ALTER TABLE event_members ADD COLUMN likeness DOUBLE",
            "ALTER TABLE event_members ADD COLUMN reasons JSON",
            "CREATE TABLE stories (document_id VARCHAR, story VARCHAR, copy_of VARCHAR, likeness DOUBLE)",
            "CREATE TABLE user_merges (number INTEGER, together BOOLEAN, mentions VARCHAR[], others VARCHAR[], "
            "said TIMESTAMP)",
            "CREATE TABLE feeds (url VARCHAR, title VARCHAR, added TIMESTAMP, polled TIMESTAMP, due TIMESTAMP, "
            "etag VARCHAR, modified VARCHAR, failures INTEGER, problem VARCHAR)",
            "CREATE TABLE fetched_pages (url VARCHAR, feed VARCHAR, fetched TIMESTAMP, tries INTEGER, problem VARCHAR)",
            "CREATE TABLE imported_events (system VARCHAR, id VARCHAR, event_type VARCHAR, mode VARCHAR, contexts "
            "VARCHAR[], cameo VARCHAR, quad INTEGER, score DOUBLE, goldstein DOUBLE, actor_ids VARCHAR[], "
            "actor_codes VARCHAR[], actor_names VARCHAR[], recipient_ids VARCHAR[], recipient_codes VARCHAR[], "
            "recipient_names VARCHAR[], earliest DATE, latest DATE, granularity VARCHAR, place_id VARCHAR, place "
            "VARCHAR, place_country VARCHAR, place_admin1 VARCHAR, latitude DOUBLE, longitude DOUBLE, "
            "place_feature VARCHAR, polarity VARCHAR, certainty VARCHAR, time VARCHAR, mood VARCHAR, counts "
            "BOOLEAN, mentions INTEGER, reports INTEGER, sentence VARCHAR, original VARCHAR)",
            "CREATE TABLE imported_actors (system VARCHAR, id VARCHAR, name VARCHAR, country VARCHAR, sectors "
            "VARCHAR[])",
            "ALTER TABLE events ADD COLUMN number INTEGER",
            "ALTER TABLE events ADD COLUMN said_by VARCHAR",
            "ALTER TABLE events ADD COLUMN sentence VARCHAR",
            "ALTER TABLE events ADD COLUMN confidence DOUBLE",
            "UPDATE events SET number = rowid + 1",
            "UPDATE events SET said_by = m.source_text, sentence = m.sentence_text, confidence = m.confidence "
            "FROM event_mentions m WHERE m.id = best_mention",
            "CREATE TABLE event_dyads (one VARCHAR, other VARCHAR, role VARCHAR, earliest DATE, latest DATE, number "
            "INTEGER)",
            """
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
            """,
            "CREATE TABLE last_watch (watched TIMESTAMP, seen_until TIMESTAMP, dyads JSON)",
        ),
    ),
    Step(
        "the codes of an actor, all of them, and in the events by dyad those that they are told with",
        (
            "CREATE TABLE actor_codes (actor VARCHAR, code VARCHAR)",
            """
            INSERT INTO actor_codes
            WITH coded AS (
                SELECT id AS actor, trim(concat_ws(' ', country, array_to_string(sectors, ' '))) AS code FROM actors
                UNION ALL SELECT unnest(actor_ids), unnest(actor_codes) FROM event_mentions
                UNION ALL SELECT unnest(recipient_ids), unnest(recipient_codes) FROM event_mentions
                UNION ALL SELECT source_actor, source_code FROM event_mentions
            )
            SELECT DISTINCT actor, code FROM coded WHERE actor <> '' AND code IS NOT NULL ORDER BY actor, code
            """,
            "DROP TABLE event_dyads",
            "CREATE TABLE event_dyads (one VARCHAR, one_code VARCHAR, other VARCHAR, other_code VARCHAR, role VARCHAR, "
            "earliest DATE, latest DATE, number INTEGER)",
            """
            INSERT INTO event_dyads BY NAME
            WITH known AS (
                SELECT number, coalesce(earliest, latest) AS earliest, coalesce(latest, earliest) AS latest,
                    list_distinct(list_filter(list_zip(actor_ids, actor_codes), lambda o: o[1] <> ''))
                        AS actors,
                    list_distinct(list_filter(list_zip(recipient_ids, recipient_codes), lambda o: o[1] <> ''))
                        AS recipients,
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
            """,
        ),
    ),
    Step(
        "on whose word events are told, who is named in which report, reports and events by day, and the user's "
        "dictionaries that a report was read with",
        (
            "ALTER TABLE documents ADD COLUMN dictionaries VARCHAR",
            "ALTER TABLE events ADD COLUMN sources VARCHAR[]",
            """
            UPDATE events SET sources = told.sources FROM (
                SELECT event_id, list(source ORDER BY source = '', source) AS sources FROM (
                    SELECT DISTINCT x.event_id, CASE WHEN words <> '' AND m.source_code <> ''
                        THEN words || ' (' || m.source_code || ')' ELSE words END AS source
                    FROM event_members x JOIN (
                        SELECT *, trim(regexp_replace(coalesce(source_text, ''), '\\s+', ' ', 'g')) AS words
                        FROM event_mentions
                    ) m ON m.id = x.mention_id
                ) GROUP BY event_id
            ) told WHERE told.event_id = events.id
            """,
            "CREATE TABLE report_actors (actor VARCHAR, code VARCHAR, published DATE, report INTEGER)",
            """
            INSERT INTO report_actors BY NAME
            WITH dated AS (SELECT published, actors, row_number() OVER (ORDER BY id) AS report FROM documents),
            named AS (
                SELECT published, report, unnest(from_json(actors, '[{"id": "VARCHAR", "code": "VARCHAR"}]')) AS one
                FROM dated WHERE published IS NOT NULL
            )
            SELECT DISTINCT one.id AS actor, one.code AS code, published, report FROM named
            ORDER BY actor, report, code
            """,
            "CREATE TABLE days (day DATE, reports INTEGER, events INTEGER)",
            """
            INSERT INTO days BY NAME
            WITH each AS (
                SELECT published AS day, 1 AS reports, 0 AS events FROM documents
                UNION ALL SELECT coalesce(earliest, latest), 0, 1 FROM events WHERE counts
            )
            SELECT day, sum(reports) AS reports, sum(events) AS events FROM each
            WHERE day IS NOT NULL GROUP BY day ORDER BY day
            """,
        ),
    ),
)

#: The version of today's tables; a store of a later one is refused, one of an earlier is brought up.
SCHEMA_VERSION = FIRST_VERSION + len(STEPS)


def statements_from(version: int) -> Iterator[str]:
    """The statements that bring a store of `version` up to `SCHEMA_VERSION`; none where it is there.

    >>> list(statements_from(SCHEMA_VERSION))
    []
    """
    for step in STEPS[version - FIRST_VERSION :]:
        yield from step.statements
