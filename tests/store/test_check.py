"""A store that was tampered with is found out, a line a fault."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from record_maker import ALL
from tidings.cli import main
from tidings.engine import merge_store
from tidings.ontology import load_ontology
from tidings.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store(tmp_path / "a.duckdb") as store:
        store.add(ALL, load_ontology())
        merge_store(store)
    return tmp_path / "a.duckdb"


def test_a_whole_store_has_no_fault(path: Path) -> None:
    with Store(path, read_only=True) as store:
        assert store.check() == []


@pytest.mark.parametrize(
    ("done", "fault"),
    [
        ("UPDATE documents SET text = text || '.'", "the text is not the one that was stored"),
        ("UPDATE event_mentions SET trigger_text = 'x'", "sentence or trigger are not those of the report"),
        ("INSERT INTO events SELECT * FROM events LIMIT 1", "there more than once"),
        ("INSERT INTO documents SELECT * FROM documents", "there more than once"),
        ("DELETE FROM documents", "event_mentions.document_id doc-"),
        ("DELETE FROM attributions", "event_mentions.attribution att-"),
        ("DELETE FROM actors", "names an actor that is not in actors"),
        ("DELETE FROM event_members", "stands in no event"),
        ("DELETE FROM event_mentions", "event_members.mention_id evm-"),
        ("UPDATE events SET reports = 9", "number of mentions or reports"),
        ("UPDATE documents SET last_seen = '2001-01-01'", "last seen before"),
        ("ALTER TABLE events DROP COLUMN originals", "events.originals is missing, not INTEGER"),
        ("DROP TABLE stories", "table stories is missing"),
    ],
)
def test_faults(path: Path, done: str, fault: str) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute(done)
    shown = CliRunner().invoke(main, ["check", "--store", str(path)])
    assert shown.exit_code == 1, shown.output
    assert fault in shown.stdout
    assert "Traceback" not in shown.output


def test_many_faults_of_a_kind_are_counted(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO event_members (event_id, mention_id) SELECT 'evt-x', n FROM range(50) t(n)")
    with Store(path, read_only=True) as store:
        assert "event_members.mention_id ...: not in event_mentions (30 more)" in store.check()
