"""What a kill, a full disk or another order leaves of the record: `python -m bench.kills --kills 200`.

Ingests of the reports of raw_wikinews, each cut to its first 200 characters and read by a stand-in (bench/stand_in.py),
so that hundreds of runs take minutes: what is tried here is the store. Each run is a forked process. One is killed with
SIGKILL at a random moment, or runs on a file system that is too small; then it is run again, and the whole record is
compared with that of an undisturbed run, by the hashes of all rows of each table. A record that differs is kept.
`--real N` kills the real program N times; `--workers` reads the first reports on one process and on two.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

import duckdb

from bench.stand_in import StandIn
from tidings.engine import Reader, ingest
from tidings.errors import TidingsError
from tidings.merge import Report, place_reports
from tidings.ontology import load_ontology
from tidings.read import ReadItem, ReadOptions, SetAside, read_path
from tidings.record import Document
from tidings.settings import Settings
from tidings.store import Store

REPORTS = Path(__file__).resolve().parents[2] / "shared" / "data" / "text" / "raw_wikinews"
SEEN = datetime(2026, 1, 1)
CUT = 200
FORK = multiprocessing.get_context("fork")


def items(path: Path) -> list[ReadItem]:
    """The reports, cut short, and one that was set aside."""
    read = [item for item in read_path(path, ReadOptions()) if isinstance(item, Document)]
    cut = [Document.of(one.text[:CUT], (), title=one.title, published=one.published) for one in read]
    return [*cut, SetAside("made-up.txt", 1, "no text")]


def fill(store: Path, reports: Sequence[ReadItem]) -> None:
    """One ingest, to its end."""
    with Store(store) as open_store:
        ingest(reports, open_store, StandIn(), lambda *_: None, SEEN)


def digest(store: Path) -> str:
    """For each table its number of rows and the sum of their hashes, and the faults that `tidings check` finds."""
    with Store(store, read_only=True) as open_store:
        found: dict[str, object] = {"faults": open_store.check()}
    with duckdb.connect(str(store), read_only=True) as connection:
        for (name,) in connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall():
            query = f"SELECT count(*), sum(hash(row)::HUGEINT) FROM {name} row"
            found[name] = connection.execute(query).fetchone()
    return json.dumps(found)


def differing(found: str, whole: str) -> str:
    """The tables in which two digests differ; what stands in the place of the first where it is none."""
    if not found.startswith("{"):
        return found
    mine, other = json.loads(found), json.loads(whole)
    return ", ".join(sorted(name for name in mine.keys() | other.keys() if mine.get(name) != other.get(name)))


def in_child(work: Callable[[], object], kill_after: float | None = None) -> str:
    """What `work` returned in a process of its own: "killed" where it was, its complaint where it raised one."""
    receiver, sender = FORK.Pipe(duplex=False)

    def run() -> None:
        try:
            sender.send(str(work()))
        except TidingsError as error:
            sender.send(f"refused: {error}")

    child = FORK.Process(target=run)
    child.start()
    sender.close()
    child.join(kill_after)
    if child.is_alive() and child.pid:
        os.kill(child.pid, signal.SIGKILL)
    child.join()
    try:
        return str(receiver.recv()) if child.exitcode == 0 else "killed" if child.exitcode == -9 else "crashed"
    except EOFError:
        return "crashed"


def fresh(folder: Path) -> Path:
    """The path of a store that is not there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder / "record.duckdb"


def again(store: Path, reports: Sequence[ReadItem], whole: str) -> bool:
    """Whether the record, after one more ingest, is that of an undisturbed run; says how it ended where it is not."""
    ended = in_child(partial(fill, store, reports))
    found = in_child(partial(digest, store))
    if found != whole:
        kept = Path(tempfile.mkdtemp(prefix="tidings-kills-"))
        shutil.copytree(store.parent, kept, dirs_exist_ok=True)
        told = f"the ingest ended with {ended}; other than expected: {differing(found, whole)}; kept in {kept}"
        print(f"  another record: {told}", file=sys.stderr, flush=True)
    return found == whole


def kills(number: int, reports: Sequence[ReadItem], whole: str, length: float, folder: Path) -> None:
    """Kill that many ingests, run each again, and compare.

    The machine's speed swings: how long an ingest takes is learned anew from each that came to its end, so that kills
    keep falling within it.
    """
    draw = random.Random(1)
    same = killed = 0
    for turn in range(number):
        store, started = fresh(folder), time.perf_counter()
        ended = in_child(partial(fill, store, reports), draw.uniform(0.0, length))
        between = time.perf_counter()
        killed += ended == "killed"
        same += again(store, reports, whole)
        length = max(length, time.perf_counter() - between) if ended == "killed" else between - started
        if turn % 20 == 19:
            print(f"  {turn + 1} runs: {killed} killed in time, {same} records equal", flush=True)
    print(f"kills: {same} of {number} records equal to the undisturbed one; {killed} were killed before they ended")


def orders(reports: Sequence[ReadItem], whole: str, folder: Path) -> None:
    """Five orders of the reports."""
    draw = random.Random(2)
    same = sum(again(fresh(folder), draw.sample(list(reports), len(reports)), whole) for _ in range(5))
    print(f"orders: {same} of 5 records equal", flush=True)


@contextmanager
def small_disk(size: int) -> Iterator[Path]:
    """A folder on a file system of that many bytes."""
    folder = Path(tempfile.mkdtemp())
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


def full_disks(number: int, reports: Sequence[ReadItem], whole: str, bytes: int, folder: Path) -> None:
    """Ingests onto disks from nearly none to nearly enough; what they left is carried to a larger one and run again."""
    same, ends = 0, Counter[str]()
    for turn in range(number):
        store = fresh(folder)
        with small_disk(bytes * (turn + 1) // (number + 1)) as disk:
            end = in_child(partial(fill, disk / store.name, reports))
            for file in disk.iterdir():
                shutil.copy(file, folder)
        ends[end.split(":")[0]] += 1
        same += again(store, reports, whole)
        if turn == 0:
            print(f"  the smallest disk: {end[:300]}", flush=True)
    print(f"full disks: {same} of {number} records equal; the runs ended: {dict(ends)}", flush=True)


def real(number: int, path: Path, folder: Path) -> None:
    """The same with the real program: `tidings ingest` in a process of its own."""
    command = [sys.executable, "-m", "tidings", "ingest", str(path), "--store"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    store = fresh(folder)
    started = time.perf_counter()
    subprocess.run([*command, str(store)], **quiet, check=False)  # type: ignore[call-overload]
    length = time.perf_counter() - started
    whole, draw, same = in_child(partial(without_clock, store)), random.Random(3), 0
    for _ in range(number):
        store = fresh(folder)
        with subprocess.Popen([*command, str(store)], start_new_session=True, **quiet) as child:  # type: ignore[call-overload]
            time.sleep(draw.uniform(0.3, 0.95) * length)
            os.killpg(child.pid, signal.SIGKILL)
        subprocess.run([*command, str(store)], **quiet, check=False)  # type: ignore[call-overload]
        same += in_child(partial(without_clock, store)) == whole
    print(f"real kills: {same} of {number} records equal ({length:.0f} s a run)", flush=True)


def workers(number: int, path: Path, folder: Path) -> None:
    """The first reports, read by the real program on one process and on two."""
    reports = [item for item in read_path(path, ReadOptions()) if isinstance(item, Document)][:number]
    records = []
    for processes in (1, 2):
        store = fresh(folder)
        with Store(store) as open_store:
            ingest(reports, open_store, Reader(Settings(workers=processes)), lambda *_: None, SEEN)
        records.append(digest(store))
    told = differing(*records) or "nothing"
    print(f"workers: {len(reports)} reports on one process and on two; tables that differ: {told}", flush=True)


def without_clock(store: Path) -> str:
    """A hash of the record but for when its reports were seen."""
    with duckdb.connect(str(store)) as connection:
        connection.execute("UPDATE documents SET first_seen = NULL, last_seen = NULL")
    return digest(store)


def warm(reports: Sequence[ReadItem]) -> None:
    """Load and work out once what every fork would for itself."""
    load_ontology()
    place_reports([Report(one.id, one.published, one.text) for one in reports if isinstance(one, Document)])


def main() -> None:
    """Run the trials asked for; figures on stdout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, default=REPORTS)
    parser.add_argument("--most", type=int, help="so many reports only")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--disks", type=int, default=20)
    parser.add_argument("--real", type=int, default=0)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--real-reports", type=Path, default=REPORTS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reports, place = items(given.reports)[-given.most if given.most else 0 :], Path(folder) / "run"
        warm(reports)
        store = fresh(place)
        started = time.perf_counter()
        in_child(partial(fill, store, reports))
        length = time.perf_counter() - started
        whole, size = in_child(partial(digest, store)), store.stat().st_size
        print(f"{len(reports) - 1} reports; one ingest takes {length:.1f} s and {size / 1e6:.1f} MB", flush=True)
        orders(reports, whole, place)
        if given.disks and os.geteuid() == 0:
            full_disks(given.disks, reports, whole, size, place)
        kills(given.kills, reports, whole, length, place)
        if given.real:
            real(given.real, given.real_reports, place)
        if given.workers:
            workers(given.workers, given.real_reports, place)


if __name__ == "__main__":
    main()
