"""The dyads of docs/ties-2014.md, whose verdicts were written down before any was computed.

Usage: python -m bench.ties_verdicts
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.icews import FOLDER, Dyad, coverage, dyads
from tidings.lexicon import load_actors
from tidings.ties import series, trend

WRITTEN = Path(__file__).parents[1] / "docs" / "ties-2014.md"
_ROW = re.compile(r"\| \d+ \| ([^,|]+), ([^|]+) \| (\S+) to (\S+) \| (\w+) \|")


def written() -> Iterator[tuple[Dyad, date, date, str]]:
    """Dyad, first and last day, and the verdict expected."""
    known = load_actors()
    for one, other, first, last, verdict in _ROW.findall(WRITTEN.read_text(encoding="utf-8")):
        codes = sorted(known.bearer(known.forms.get(name)[0], date(2014, 1, 1)).country or "" for name in (one, other))
        yield (codes[0], codes[1]), date.fromisoformat(first), date.fromisoformat(last), verdict


def main() -> None:
    """A line a dyad, with the reason, the evidence and the turning points."""
    if not FOLDER.exists():
        print(f"{FOLDER} is not here")
        return
    events, right, asked = dyads(), [], list(written())
    read = coverage(events)
    for dyad, first, last, verdict in asked:
        found = trend(series(events.get(dyad, []), "month", first, last, coverage=read))
        right.append(found.verdict == verdict)
        asked_of = f"{dyad[0]} {dyad[1]} {first}..{last}"
        print(f"{asked_of}: expected {verdict}, found {found.verdict} {found.probability or 0:.2f}")
        print(f"  {found.reason}")
        for event in found.evidence:
            print(f"    {event.date} {event.score:+.1f} {event.text}")
        for turn in found.turning_points:
            print(f"  turned in the week of {turn.day}: {turn.before:+.1f} -> {turn.after:+.1f}")
    print(f"as written down: {sum(right[:10])} of the first ten, {sum(right[10:])} of the ten more")


if __name__ == "__main__":
    main()
