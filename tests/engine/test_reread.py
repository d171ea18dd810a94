"""What an earlier version read is read again; the difference is seen before it is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from tidings.cli import main
from tidings.engine import Reader, ingest
from tidings.read import read_text
from tidings.reread import reread
from tidings.store import Store

TEXTS = (
    "Kenya's president met his Ugandan counterpart in Nairobi on Monday.",
    "Uganda expelled two Kenyan diplomats on Tuesday.",
)


@pytest.fixture
def path(tmp_path: Path, reader: Reader) -> Path:
    """A store whose second report was read by another ontology, which took what it tells for something else."""
    path = tmp_path / "record.duckdb"
    with Store(path) as store:
        ingest([read_text(text, published=date(2024, 3, 5)) for text in TEXTS], store, reader, lambda *_: None)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE documents SET ontology = 'other' WHERE starts_with(text, 'Uganda')")
        connection.execute("UPDATE event_mentions SET event_type = 'AID', mode = NULL WHERE event_type = 'SANCTION'")
    return path


def types(path: Path) -> set[str]:
    with Store(path, read_only=True) as store:
        assert store.check() == []
        return {told.mention.event_type for told in store.mentions()}


def test_the_difference_is_shown_and_kept_only_when_asked(path: Path, reader: Reader) -> None:
    for keep, after in ((False, {"CONSULT", "AID"}), (True, {"CONSULT", "SANCTION"})):
        found = reread(path, reader, keep, lambda *_: None)
        (change,) = found.changes
        assert found.reports == 1 and not found.failed
        assert change.before and change.after
        assert (change.before.event_type, change.after.event_type) == ("AID", "SANCTION")
        assert types(path) == after
        assert list(path.parent.iterdir()) == [path]
    assert reread(path, reader, True, lambda *_: None).reports == 0


def test_reports_are_read_again_with_other_dictionaries(path: Path, tmp_path: Path, reader: Reader) -> None:
    with_own = with_sector(tmp_path, reader, "REB")
    assert reread(path, with_own, True, lambda *_: None).reports == 2
    with Store(path, read_only=True) as store:
        for other, reports in ((with_own, 0), (with_sector(tmp_path, reader, "OPP"), 2), (reader, 2)):
            assert len(store.stale(other.ontology, **other.versions)) == reports


def with_sector(folder: Path, reader: Reader, sector: str) -> Reader:
    """The reader with a dictionary of the user's, that gives Kenya that sector."""
    (folder / "own.csv").write_text(f"id,name,country,sectors\nkenya,Kenya,KEN,{sector}\n", "utf-8")
    found = Reader(replace(reader.settings, actors=(folder / "own.csv",)))
    found.__dict__["encoder"] = reader.encoder  # load it once for all tests
    return found


def test_a_reread_that_fails_changes_nothing(path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(reader, "read", lambda _: iter([1 / 0]))
    with pytest.raises(ZeroDivisionError):
        reread(path, reader, True, lambda *_: None)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_the_command_shows_a_line_an_act(path: Path) -> None:
    shown = CliRunner().invoke(main, ["reread", "--store", str(path), "--keep"])
    assert shown.exit_code == 0, shown.output
    assert "~ doc-" in shown.stdout and "AID" in shown.stdout and "SANCTION" in shown.stdout
    assert "0 acts gone, 0 new, 1 changed" in shown.stdout
    listed = CliRunner().invoke(main, ["events", "--store", str(path), "--format", "json"]).stdout
    assert {event["event_type"] for event in json.loads(listed)} == {"CONSULT", "SANCTION"}
