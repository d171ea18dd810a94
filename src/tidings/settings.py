"""Every setting of a run, in one place."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """How reports are read.

    `model` is the encoder's folder (None: the one shipped in the package); `workers` the number of processes, each
    with one inference thread; `batch` the number of reports handed to one at a time; `actors` the user's dictionaries
    of actors (PETRARCH, CSV, TSV or YAML), which go before the registry, a later one before an earlier one.

    >>> Settings(workers=1).workers
    1
    """

    model: Path | None = None
    workers: int = field(default_factory=_processors)
    batch: int = 4
    actors: tuple[Path, ...] = ()
