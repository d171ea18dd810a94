"""Every measure of docs/measures.md, as a Markdown table: `python -m bench.measures [SET ...]`."""

from __future__ import annotations

import sys
from datetime import date

from bench.places import MEASURES, SHARED
from tidings.engine import Reader
from tidings.evaluate.measure import evaluate


def main(wanted: list[str]) -> None:
    """Print a row a figure; sets whose data is not there are named as skipped."""
    reader = Reader()
    print("| measure | set | n | figure | value | date | seconds |\n|---|---|---|---|---|---|---|")
    for name, where in MEASURES:
        if wanted and name not in wanted:
            continue
        path = SHARED / where
        if not path.exists():
            print(f"| {name} | {where} | | skipped: not there | | | |")
            continue
        result = evaluate(name, path, reader)
        for metric, value in result.metrics.items():
            print(
                f"| {name} | {where} | {result.n} | {metric} | {value:g} | {date.today()} | {result.seconds} |",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
