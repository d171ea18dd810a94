"""icews14: series and verdicts of every two states, both ways together and each way by itself.

Usage: python -m bench.ties_speed
"""

from __future__ import annotations

import time
from collections import Counter
from datetime import date

from bench.icews import FIRST, FOLDER, coverage, dyads
from tidings.ties import TieEvent, choose, series, trends

LAST = date(2014, 12, 31)


def main() -> None:
    """Seconds, of the clock and of the processor; reading the files is not counted."""
    if not FOLDER.exists():
        print(f"{FOLDER} is not here")
        return
    found = dyads()
    read = coverage(found)
    lines = [line for both in found.values() for line in (both, choose(both, directed=True), _back(both)) if line]
    wall, busy = time.perf_counter(), time.process_time()
    verdicts = trends([series(events, "month", FIRST, LAST, coverage=read) for events in lines])
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    print(f"{len(found)} dyads, {len(lines)} series and verdicts: {wall:.1f} s, {busy:.1f} s of one processor")
    print(dict(Counter(one.verdict for one in verdicts)))


def _back(events: list[TieEvent]) -> list[TieEvent]:
    return [event for event in events if event.direction < 0]


if __name__ == "__main__":
    main()
