"""The quick quality gate of `make test`: figures that must not fall below their floors.

A floor is a figure that was reached, less a little for rounding on other processors. Where the data is not there the
measure is skipped, and says so.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bench.places import SHARED
from tidings.engine import Reader
from tidings.evaluate.measure import evaluate

FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    """Measure, compare, print a line for each figure; 1 where one fell below its floor."""
    reader = Reader()
    fallen = 0
    for entry in json.loads(FLOORS.read_text("utf-8")):
        path = SHARED / entry["path"]
        if not path.exists():
            print(f"skipped  {entry['set']}: there is no {path}")
            continue
        fallen += _compare(entry, evaluate(entry["set"], path, reader).metrics)
    return 1 if fallen else 0


def _compare(entry: dict[str, Any], metrics: dict[str, float]) -> int:
    fallen = 0
    for metric, floor in entry["floors"].items():
        below = metrics[metric] < floor
        fallen += below
        word = "FALLEN" if below else "held"
        print(f"{word:8} {entry['set']:12} {metric:28} {metrics[metric]:8.4g}  floor {floor:g}")
    return fallen


if __name__ == "__main__":
    sys.exit(main())
