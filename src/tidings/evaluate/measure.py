"""The measures by name: `tidings evaluate SET PATH`."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tidings.engine import Reader
from tidings.errors import UsageError
from tidings.evaluate.attribution import score_attribution
from tidings.evaluate.cameo_class import score_cameo_class
from tidings.evaluate.coref import score_coref
from tidings.evaluate.factuality import score_factuality
from tidings.evaluate.geo import score_geo
from tidings.evaluate.gold import score_gold
from tidings.evaluate.names import score_names
from tidings.evaluate.petrarch import score_petrarch
from tidings.evaluate.plv import score_plv
from tidings.evaluate.speed import score_speed
from tidings.evaluate.stories import score_stories
from tidings.evaluate.time import score_time
from tidings.evaluate.tree import score_tree

#: How many cases were scored, and the figures.
Scored = tuple[int, dict[str, float]]

#: The whole registry: a measure is added here, with a file of its own.
SETS: dict[str, Callable[[Path, Reader], Scored]] = {
    "tree": lambda path, reader: score_tree(path, reader.encoder),
    "names": lambda path, reader: score_names(path, reader.encoder),
    "coref": score_coref,
    "factuality": score_factuality,
    "geo": lambda path, reader: score_geo(path, reader.read_text),
    "time": lambda path, _: score_time(path),
    "plv": score_plv,
    "cameo_class": score_cameo_class,
    "petrarch": score_petrarch,
    "attribution": lambda path, reader: score_attribution(path, reader.read_text),
    "stories": lambda path, _: score_stories(path),
    "gold": score_gold,
    "speed": score_speed,
}


@dataclass(frozen=True, slots=True)
class Result:
    """One measure taken: the set and where it lay, how many cases, how long, and the figures."""

    set: str
    path: str
    n: int
    seconds: float
    metrics: dict[str, float]


def evaluate(name: str, path: Path, reader: Reader | None = None) -> Result:
    """Score one measure on the data at `path`, laid out like the folder the measure was made for.

    Raises `UsageError` where the measure or the path is not known.
    """
    if name not in SETS:
        raise UsageError(f"there is no measure {name!r}; the measures are {', '.join(SETS)}")
    if not path.exists():
        raise UsageError(f"there is nothing at {path}; give a file or folder laid out like the set {name!r}")
    started = time.perf_counter()
    n, metrics = SETS[name](path, reader or Reader())
    seconds = round(time.perf_counter() - started, 2)
    return Result(name, str(path), n, seconds, {key: round(value, 4) for key, value in metrics.items()})
