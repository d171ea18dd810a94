"""The store keeps what was read, once, whatever happens."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from record_maker import ALL, ATTACK, EVENTS, MEETING, PLAN, SAME_MEETING
from tidings.errors import StoreError
from tidings.ontology import load_ontology
from tidings.record import Document
from tidings.store import EventQuery, Store

SEEN = datetime(2026, 1, 5, 12)


def filled(path: Path) -> Store:
    store = Store(path)
    store.add(ALL, load_ontology(), model="abc", seen=SEEN)
    store.write_events(EVENTS)
    return store


def dump(path: Path) -> dict[str, list[str]]:
    """All rows of all tables."""
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = [row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        return {table: sorted(map(repr, connection.execute(f"FROM {table}").fetchall())) for table in tables}


def test_twice_is_the_same_as_once(tmp_path: Path) -> None:
    filled(tmp_path / "once.duckdb").close()
    filled(tmp_path / "twice.duckdb").close()
    with filled(tmp_path / "twice.duckdb") as store:
        assert store.add(ALL, load_ontology()) == 0
        store.write_events(EVENTS)
    assert dump(tmp_path / "once.duckdb") == dump(tmp_path / "twice.duckdb")


def test_order_and_batches_do_not_matter(tmp_path: Path) -> None:
    filled(tmp_path / "a.duckdb").close()
    with Store(tmp_path / "b.duckdb") as store:
        for analysis in reversed(ALL):
            store.add([analysis, analysis], load_ontology(), model="abc", seen=SEEN)
        store.write_events(reversed(EVENTS))
    assert dump(tmp_path / "a.duckdb") == dump(tmp_path / "b.duckdb")


def test_a_report_met_again_keeps_its_first_day(tmp_path: Path) -> None:
    later = datetime(2026, 2, 1)
    with filled(tmp_path / "a.duckdb") as store:
        store.seen_again([MEETING.document.id, "doc-of-nobody"], later)
        store.seen_again([MEETING.document.id], SEEN)
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        rows = connection.execute("SELECT id = ?, first_seen, last_seen FROM documents", [MEETING.document.id])
        assert set(rows.fetchall()) == {(True, SEEN, later), (False, SEEN, SEEN)}


def test_known(tmp_path: Path) -> None:
    with Store(tmp_path / "a.duckdb") as store:
        store.add([MEETING], load_ontology())
        ids = [MEETING.document.id, ATTACK.document.id]
        assert store.known(ids) == {MEETING.document.id}
        assert store.known([]) == set()


def test_mentions_come_back_as_they_went_in(tmp_path: Path) -> None:
    with filled(tmp_path / "a.duckdb") as store:
        found = {told.mention.id: told for told in store.mentions()}
    for analysis in ALL:
        event = analysis.events[0]
        told = found[event.id]
        assert told.mention == event
        assert told.document_id == analysis.document.id
        assert told.published == analysis.document.published
    assert found[MEETING.events[0].id].actor_codes == ("EGY GOV",)
    assert found[PLAN.events[0].id].recipient_codes == ()


def test_hostile_words_are_kept_as_they_are(tmp_path: Path) -> None:
    text = 'Robert\'); DROP TABLE documents;-- \\ " \U0001f600 \u202e {"a": [1]} met Sudan.'
    document = Document.of(text, (), title="'; --", publisher='"', url="javascript:alert(1)")
    with Store(tmp_path / "a.duckdb") as store:
        store.add([replace(MEETING, document=document, events=(), actor_mentions=())], load_ontology())
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        assert connection.execute("SELECT text, title FROM documents").fetchall() == [(text, "'; --")]


def test_set_aside_is_not_doubled(tmp_path: Path) -> None:
    rows = [("a.csv", 3, "no text"), ("b.html", None, "a page of 3 elements"), ("a.csv", 3, "no text")]
    with Store(tmp_path / "a.duckdb") as store:
        store.set_aside(rows)
        store.set_aside(rows)
        assert store.count("set_aside") == 2


def test_events_of_an_earlier_merge_give_way(tmp_path: Path) -> None:
    with filled(tmp_path / "a.duckdb") as store:
        store.write_events(EVENTS[1:])
        assert len(store.events()) == 2
        assert store.count("event_mentions") == 4


def test_a_run_that_ended_before_merging_is_seen(tmp_path: Path) -> None:
    with Store(tmp_path / "a.duckdb") as store:
        assert store.merged()
        store.add(ALL, load_ontology())
        assert not store.merged()
        store.write_events(EVENTS, merging="1")
        assert store.merged("1")
        assert not store.merged("2")


def test_a_failed_batch_leaves_nothing(tmp_path: Path) -> None:
    broken = replace(SAME_MEETING, events=(replace(SAME_MEETING.events[0], event_type="DANCE"),))
    with Store(tmp_path / "a.duckdb") as store:
        with pytest.raises(Exception, match="DANCE"):
            store.add([MEETING, broken], load_ontology())
        assert store.count("documents") == 0
        assert store.add([MEETING], load_ontology()) == 1


def test_store_of_another_process_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with filled(path):
        code = (
            "import sys; from tidings.store import Store\n"
            f"try: Store({str(path)!r}, read_only={{}})\n"
            "except Exception as error: print(type(error).__name__, error)"
        )
        for read_only in (True, False):
            command = [sys.executable, "-c", code.format(read_only)]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            assert said.startswith("StoreError")
            assert f"process {os.getpid()}" in said


def test_two_readers_at_once(tmp_path: Path) -> None:
    filled(tmp_path / "a.duckdb").close()
    with Store(tmp_path / "a.duckdb", read_only=True) as one, Store(tmp_path / "a.duckdb", read_only=True) as other:
        assert one.count("documents") == other.count("documents") == 4


def test_reading_cannot_write(tmp_path: Path) -> None:
    filled(tmp_path / "a.duckdb").close()
    with Store(tmp_path / "a.duckdb", read_only=True) as store, pytest.raises(StoreError, match="could not be written"):
        store.write_events(EVENTS)


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("Egypt met Sudan. " * 1_000)
    with duckdb.connect(str(tmp_path / "other")) as connection:
        connection.execute("CREATE TABLE cats (name VARCHAR)")
    for name, reason in (("text", "not a Tidings store"), ("other", "not a Tidings store")):
        with pytest.raises(StoreError, match=reason):
            Store(tmp_path / name)
    with pytest.raises(StoreError, match="no store at"):
        Store(tmp_path / "none", read_only=True)
    with pytest.raises(StoreError, match="no folder"):
        Store(tmp_path / "none" / "a.duckdb")
    assert not (tmp_path / "none").exists()


KILLED = """
import sys
sys.path.insert(0, {tests!r})
from record_maker import numbered
from tidings.ontology import load_ontology
from tidings.store import Store
with Store({path!r}) as store:
    for number in range(0, 4_000, 8):
        store.add([numbered(n) for n in range(number, number + 8)], load_ontology())
        print(number, flush=True)
"""


def test_killed_writer_leaves_whole_batches(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    code = KILLED.format(tests=str(Path(__file__).parents[1]), path=str(path))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if int(line) >= 40:
                os.kill(process.pid, signal.SIGKILL)
                break
    with Store(path, read_only=True) as store:
        kept = store.count("documents")
    with Store(path) as store:
        assert store.count("documents") == kept >= 48
        assert kept % 8 == 0
        assert store.count("event_mentions") == kept


def test_adding_is_fast(tmp_path: Path) -> None:
    from record_maker import numbered

    reports = [numbered(n, events=25) for n in range(304)]
    load_ontology()
    start = time.perf_counter()
    with Store(tmp_path / "a.duckdb") as store:
        for first in range(0, 304, 16):
            store.add(reports[first : first + 16], load_ontology())
    assert time.perf_counter() - start < 15  # 1.5 s on an idle core


def test_questions_start_without_heavy_imports() -> None:
    code = "import sys, tidings.store; print(json.dumps([m for m in ('duckdb', 'matplotlib') if m in sys.modules]))"
    command = [sys.executable, "-c", f"import json\n{code}"]
    assert json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout) == []


def test_empty_store_answers(tmp_path: Path) -> None:
    with Store(tmp_path / "a.duckdb") as store:
        assert store.events() == []
        assert store.write_events([]) == 0
        assert list(store.mentions()) == []
        assert store.events(EventQuery(actor="CHN", since=date(2020, 1, 1))) == []
    with Store(tmp_path / "a.duckdb", read_only=True) as store:
        assert store.count("documents") == 0
