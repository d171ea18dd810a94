"""How fast a large store answers: `python -m bench.large_store [EVENTS]`, 5 million made-up events by default.

Two thousand actors of two hundred states, one in seven of them of the opposition from 2015 on, twenty years, one
mention an event; the store lies on disk, opened anew.
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

from tidings.store import EventQuery, Store
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
#: Some dyads are in the news every day, most never: the square of an even draw.
_EVENTS = """
    INSERT INTO events BY NAME
    SELECT concat('evt-', printf('%016x', hash(n))) AS id,
        ['CONSULT', 'ASSAULT', 'AID', 'AGREE'][1 + n % 4] AS event_type,
        [] AS contexts, '040' AS cameo, 1 + n % 4 AS quad, (n % 20) - 10.0 AS score,
        [concat('act-', a)] AS actor_ids, [coded(a, held(a, day))] AS actor_codes,
        [concat('Actor ', a)] AS actor_names,
        [concat('act-', b)] AS recipient_ids, [coded(b, held(b, day))] AS recipient_codes,
        [concat('Actor ', b)] AS recipient_names, day AS earliest, day AS latest, 'day' AS granularity,
        'positive' AS polarity, 'certain' AS certainty, 'past' AS time, 'asserted' AS mood, true AS counts,
        concat('evm-', printf('%016x', hash(-n))) AS best_mention, 1 AS mentions, 1 AS reports, 1 AS originals,
        row_number() OVER (ORDER BY year(day) // {together}, least(a, b), greatest(a, b), day) AS number,
        concat('A made-up sentence about ', id) AS sentence, 0.9 AS confidence
    FROM (SELECT n, date '2005-01-01' + CAST(n * 7300 // {events} AS INTEGER) AS day,
        CAST(pow(hash(n) % 1000 / 1000, 3) * 2000 AS INTEGER) % 2000 AS a,
        CAST(pow(hash(n + 7) % 1000 / 1000, 3) * 2000 AS INTEGER) % 2000 AS b FROM range({events}) t(n))
    ORDER BY number
"""
_MENTIONS = """
    INSERT INTO event_mentions BY NAME
    SELECT best_mention AS id, 'doc-1' AS document_id, event_type,
        sentence AS sentence_text, confidence FROM events
"""


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
        for statement in (_ACTORS, _CODES, _EVENTS.format(events=events, together=TOGETHER), _MENTIONS, FILL):
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
        print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most, building included")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else EVENTS)
