"""Reports read by an earlier version are read again, and what changes is seen before it is kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tidings.engine import STORED_AT_ONCE, Failure, Reader, merge_store
from tidings.record import Analysis
from tidings.store import Change, Store, changes


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading again came to: reports read, those that could not be and stay as they were, events before and after,
    and what became of each act."""

    reports: int
    failed: tuple[Failure, ...]
    events: tuple[int, int]
    changes: tuple[Change, ...]


def reread(path: Path, reader: Reader, keep: bool, tell: Callable[[int, int], None]) -> Reread:
    """Read again the reports of the store at `path` that something else has read than `reader` would read with today.

    All is done in a copy beside the store, which takes the store's place in the end, or, without `keep`, goes: a run
    that is killed has changed nothing. `tell` is called with the number of reports read and of all to be read.
    Raises `StoreError` where another process writes to the store.
    """
    copy = path.with_name(path.name + ".reread")
    Store(path).close()  # what is still in the write-ahead log goes into the file
    with Store(path, read_only=True) as old:
        try:
            shutil.copyfile(path, copy)
            with Store(copy) as new:
                reports, failed = _read_again(new, reader, tell)
                counts = (old.count("events"), merge_store(new) if reports else old.count("events"))
                found = Reread(reports, failed, counts, tuple(changes(old.acts(), new.acts())))
            if keep and reports:
                copy.replace(path)
        finally:
            copy.unlink(missing_ok=True)
            copy.with_name(copy.name + ".wal").unlink(missing_ok=True)
    return found


def _read_again(store: Store, reader: Reader, tell: Callable[[int, int], None]) -> tuple[int, tuple[Failure, ...]]:
    stale = store.stale(reader.ontology, **reader.versions)
    done, failed = 0, list[Failure]()
    reads = reader.read(stale)
    while chunk := list(islice(reads, STORED_AT_ONCE)):
        analyses = [read for read in chunk if isinstance(read, Analysis)]
        failed += [read for read in chunk if isinstance(read, Failure)]
        store.replace(analyses, reader.ontology, **reader.versions)
        done += len(analyses)
        tell(done, len(stale))
    return done, tuple(failed)
