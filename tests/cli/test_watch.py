"""Watch: takes stock once, then tells what only new reports show, and remembers it."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from record_maker import EGYPT, SUDAN, report
from tidings.cli import main
from tidings.cli.watch.changes import changes, standing, watched
from tidings.engine import merge_store
from tidings.ontology import load_ontology
from tidings.record import Analysis
from tidings.store import EventQuery, Store, Watch, Watched

START = date(2021, 1, 4)


def told(number: int, days: int, event_type: str, trigger: str) -> Analysis:
    return report(
        f"Egypt {trigger} Sudan, for the {number}th time.",
        trigger,
        event_type,
        (("Egypt", EGYPT),),
        (("Sudan", SUDAN),),
        published=START + timedelta(days=days),
        day=START + timedelta(days=days),
    )


EARLY = [told(n, 12 * n, "ACCUSE", "accused") for n in range(16)]
LATE = [told(100 + n, 200 + 9 * n, "AID", "helped") for n in range(12)] + [told(200, 310, "ASSAULT", "attacked")]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def add(path: Path, analyses: list[Analysis]) -> None:
    with Store(path) as store:
        store.add(analyses, load_ontology())
        merge_store(store)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    add(tmp_path / "record.duckdb", EARLY)
    return tmp_path / "record.duckdb"


def test_the_first_watch_takes_stock_and_the_second_finds_nothing(store: Path) -> None:
    first = run("watch", "--store", store)
    assert first.exit_code == 0 and "16 events" in first.stdout and "watched: 1" in first.stdout
    assert "nothing has changed" in run("watch", "--store", store).stdout


def test_new_reports_are_told_once(store: Path) -> None:
    run("watch", "--store", store)
    add(store, LATE)
    peeked = run("watch", "--store", store, "--peek").stdout
    shown = run("watch", "--store", store).stdout
    assert shown == peeked
    assert "13 new events" in shown and "Egypt - Sudan: warming" in shown and "first use of force" in shown
    assert "nothing has changed" in run("watch", "--store", store).stdout


def test_as_json(store: Path) -> None:
    assert json.loads(run("watch", "--store", store, "--json").stdout) == {"since": None, "changes": [], "events": []}
    add(store, LATE[:1])
    found = json.loads(run("watch", "--store", store, "--json").stdout)
    assert [event["event_type"] for event in found["events"]] == ["AID"]
    assert found["since"]


def test_a_report_of_which_it_is_not_known_when_it_came_in_is_old(store: Path) -> None:
    with Store(store) as open_store:
        assert open_store.new_events(None) == {row.id for row in open_store.events()}
        open_store._connection.execute("UPDATE documents SET first_seen = NULL")
        assert open_store.new_events(None) == set()


def test_the_last_watch_comes_back_as_it_was(tmp_path: Path) -> None:
    watch = Watch(datetime(2024, 1, 2, 3, 4), None, {"A - “B”": Watched("steady", ("2023-01-02",), ("2023-01-02 x",))})
    with Store(tmp_path / "record.duckdb") as store:
        assert store.last_watch() is None
        for _ in range(2):
            store.remember_watch(watch)
        assert store.last_watch() == watch


def test_of_a_dyad_not_watched_before_only_what_is_new_is_told(store: Path) -> None:
    add(store, LATE)
    with Store(store, read_only=True) as open_store:
        rows = open_store.events(EventQuery(counts_only=True))
    now = standing(rows)
    assert not list(changes(now, watched(now)))
    old = list(changes(now, {}))
    assert [change.what.split(" (")[0] for change in old] == ["warming"]
    new = list(changes(now, {}, {row.id for row in rows}))
    assert len(new) > len(old)
