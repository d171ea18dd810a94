"""How fast a large store answers: `python -m bench.large_store [EVENTS]`, 5 million made-up events by default.

Two thousand actors of two hundred states, one in seven of them of the opposition from 2015 on, twenty years, one
mention an event, five to a report; the store lies on disk, opened anew. The series of a dyad is asked bare and as
`tidings ties` asks it, with who said so and what the record could know of each day.
Prints the best and the median of several askings, and the memory that the asking process took.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from tidings.cli.ties import dyad_events
from tidings.store import EventQuery, Store
from tidings.store.coverage import FILLS
from tidings.store.event_dyads import FILL, TOGETHER

EVENTS = 5_000_000
ASKED = 7
_ACTORS = """
    INSERT INTO actors SELECT concat('act-', n), concat('Actor ', n), code(n), ['GOV'], NULL, NULL FROM range(2000) t(n)
"""
_CODES = """
    INSERT INTO actor_codes SELECT concat('act-', n), coded(n, sector)
    FROM range(2000) t(n), (VALUES ('GOV'), ('OPP')) s(sector) WHERE sector = 'GOV' OR n % 7 = 0
"""
#: Some dyads are in the news every day, most never: the cube of an even draw.
_MADE = """
    CREATE TEMP TABLE made AS
    SELECT n, concat('evt-', printf('%016x', hash(n))) AS id, concat('evm-', printf('%016x', hash(-n))) AS mention,
        concat('doc-', printf('%016x', hash(n // 5))) AS document,
        date '2005-01-01' + CAST(n * 7300 // {events} AS INTEGER) AS day,
        CAST(pow(hash(n) % 1000 / 1000, 3) * 2000 AS INTEGER) % 2000 AS a,
        CAST(pow(hash(n + 7) % 1000 / 1000, 3) * 2000 AS INTEGER) % 2000 AS b FROM range({events}) t(n)
"""
_DOCUMENTS = """
    INSERT INTO documents BY NAME
    SELECT document AS id, any_value(day) AS published, 'A made-up report.' AS text, sha256(text) AS sha256,
        to_json(list_transform(list_distinct(flatten(list([a, b]))), lambda n: {{
            'id': concat('act-', n), 'code': coded(n, held(n, any_value(day))),
            'mentions': [{{'start': 0, 'end': 9, 'text': concat('Actor ', n)}}]}})) AS actors
    FROM made GROUP BY document
"""
_EVENTS = """
    INSERT INTO events BY NAME
    SELECT id, ['CONSULT', 'ASSAULT', 'AID', 'AGREE'][1 + n % 4] AS event_type,
        [] AS contexts, '040' AS cameo, 1 + n % 4 AS quad, (n % 20) - 10.0 AS score,
        [concat('act-', a)] AS actor_ids, [coded(a, held(a, day))] AS actor_codes,
        [concat('Actor ', a)] AS actor_names,
        [concat('act-', b)] AS recipient_ids, [coded(b, held(b, day))] AS recipient_codes,
        [concat('Actor ', b)] AS recipient_names, day AS earliest, day AS latest, 'day' AS granularity,
        'positive' AS polarity, 'certain' AS certainty, 'past' AS time, 'asserted' AS mood, true AS counts,
        mention AS best_mention, 1 AS mentions, 1 AS reports, 1 AS originals,
        row_number() OVER (ORDER BY year(day) // {together}, least(a, b), greatest(a, b), day) AS number,
        concat('A made-up sentence about ', id) AS sentence, 0.9 AS confidence,
        [CASE WHEN n % 3 = 0 THEN concat('a spokesman (', coded(a, 'GOV'), ')') ELSE '' END] AS sources
    FROM made
    ORDER BY number
"""
_MENTIONS = """
    INSERT INTO event_mentions BY NAME
    SELECT m.mention AS id, m.document AS document_id, event_type, sentence AS sentence_text, confidence,
        CASE WHEN n % 3 = 0 THEN 'a spokesman' END AS source_text, CASE WHEN n % 3 = 0 THEN coded(a, 'GOV') END AS
        source_code
    FROM made m JOIN events e ON e.id = m.id ORDER BY n
"""
_MEMBERS = "INSERT INTO event_members BY NAME SELECT id AS event_id, best_mention AS mention_id FROM events"


_MACROS = (
    "code(n) AS chr(CAST(65 + n // 10 // 26 AS INTEGER)) || chr(CAST(65 + n // 10 % 26 AS INTEGER)) || 'X'",
    "coded(n, sector) AS concat(code(n), ' ', sector)",
    "held(n, day) AS CASE WHEN n % 7 = 0 AND day >= date '2015-01-01' THEN 'OPP' ELSE 'GOV' END",
)


def build(path: Path, events: int) -> None:
    """A store of that many events."""
    Store(path).close()
    with duckdb.connect(str(path)) as connection:
        for macro in _MACROS:
            connection.execute(f"CREATE TEMP MACRO {macro}")
        made = (_MADE, _ACTORS, _CODES, _DOCUMENTS, _EVENTS, _MENTIONS, _MEMBERS)
        for statement in (*(one.format(events=events, together=TOGETHER) for one in made), FILL, *FILLS):
            connection.execute(statement)


def timed(ask: Callable[[], int]) -> str:
    """How many rows came, and how long they took."""
    seconds = []
    for _ in range(ASKED):
        started = time.perf_counter()
        rows = ask()
        seconds.append(time.perf_counter() - started)
    best, middle = 1000 * min(seconds), 1000 * statistics.median(seconds)
    return f"{rows:7} rows  best {best:7.1f} ms  median {middle:7.1f} ms"


def main(events: int) -> None:
    """Build, ask, and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.duckdb"
        started = time.perf_counter()
        build(path, events)
        size = path.stat().st_size / 1e6
        print(f"{events:,} events in {size:,.0f} MB, built in {time.perf_counter() - started:.0f} s", flush=True)
        with Store(path, read_only=True) as store:
            month = EventQuery(between=("act-3", "act-7"), since=date(2015, 3, 1), until=date(2015, 3, 31))
            whole = EventQuery(between=("act-3", "act-7"))
            state = EventQuery(actor="AAX", recipient="ABX", since=date(2015, 3, 1), until=date(2015, 3, 31))
            coded = replace(state, actor="AAX GOV", recipient="ABX GOV")
            asked = {"dyad and month": month, "two states, a month": state, "dyad series": whole, "two codes": coded}
            for name, query in asked.items():
                print(f"{name:20}", timed(lambda query=query: len(store.events(query))), flush=True)  # type: ignore[misc]
            print(f"{'ties, all of it':20}", timed(lambda: len(dyad_events(store, "act-3", "act-7")[0])), flush=True)
        print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most, building included")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else EVENTS)
