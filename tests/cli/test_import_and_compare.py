"""`tidings import`, `tidings compare` and the formats of `tidings events`, as a user runs them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tidings.cli import main
from tidings.engine import Reader, merge_store
from tidings.read import read_text
from tidings.store import Store

SENTENCES = (
    "Uganda expelled two Kenyan diplomats on Tuesday.",
    "Kenya's president met his Ugandan counterpart in Nairobi on Tuesday.",
    "Kenya may send aid to Uganda next year.",
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def store(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formats") / "record.duckdb"
    with Store(path) as store:
        reports = [read_text(text, published=date(2024, 4, 2 + n)) for n, text in enumerate(SENTENCES)]
        store.add([reader.analyse(report) for report in reports], reader.ontology)
        merge_store(store)
    return path


@pytest.fixture(scope="module")
def both(store: Path) -> Path:
    """The store with its own events once more, as if ICEWS had coded them, and one that only ICEWS has."""
    file = store.parent / "events.tab"
    assert run("events", "--store", store, "--format", "icews", "--out", file).exit_code == 0
    more = ["1", "2024-05-06", "Kenya", "", "Kenya", "Threaten", "130", "-4.4", "Uganda", "", "Uganda", *([""] * 9)]
    file.write_text(file.read_text("utf-8") + "\t".join(more) + "\n", "utf-8")
    result = run("import", file, "--store", store)
    assert result.exit_code == 0, result.output
    assert "events of icews imported, 0 known already, 0 set aside" in result.stdout
    return store


def test_what_did_not_happen_is_left_out_aloud(store: Path, tmp_path: Path) -> None:
    result = run("events", "--store", store, "--format", "gdelt", "--out", tmp_path / "x.CSV")
    assert result.exit_code == 0 and "did not take place" in result.stderr and result.stdout == ""
    rows = [row.split("\t") for row in (tmp_path / "x.CSV").read_text("utf-8").splitlines()]
    assert rows and all(len(row) == 61 for row in rows)
    records = [json.loads(row) for row in run("events", "--store", store, "--format", "plover").stdout.splitlines()]
    assert len(records) > len(rows)
    assert any("future" in record.get("mode", []) for record in records)


def test_import_twice_changes_nothing(both: Path) -> None:
    again = run("import", both.parent / "events.tab", "--store", both)
    assert again.exit_code == 0 and ": 0 events of icews imported, 3 known already" in again.stdout


def test_a_wrong_line_is_told_and_status_1(both: Path, tmp_path: Path) -> None:
    file = tmp_path / "wrong.tab"
    head, first, *_ = (both.parent / "events.tab").read_text("utf-8").splitlines()
    file.write_text("\n".join([head, first.replace("\t0", "\t", 1), first[:20]]), "utf-8")
    result = run("import", file, "--store", both, "--from", "icews")
    assert result.exit_code == 1
    assert f"set aside: {file}, line 3: line: has" in result.stderr and "Traceback" not in result.output


def test_imported_events_are_asked_for_by_name(both: Path) -> None:
    ours = json.loads(run("events", "--store", both, "--format", "json").stdout)
    theirs = json.loads(run("events", "--store", both, "--from", "icews", "--format", "json").stdout)
    assert all(event["id"].startswith("evt-") for event in ours)
    assert len(theirs) == 3 and all(event["id"].startswith("icews:") for event in theirs)
    assert "THREATEN" in run("events", "--store", both, "--from", "icews", "--actor", "Kenya", "--type", "13").stdout
    assert run("events", "--store", both, "--from", "icews", "--format", "icews").stdout == (
        (both.parent / "events.tab").read_text("utf-8")
    )


def test_ties_of_an_imported_system(both: Path) -> None:
    tie = json.loads(run("ties", "KEN", "Uganda", "--store", both, "--from", "icews", "--format", "json").stdout)
    assert [event["quad"] for event in tie["events"]][-1] == 3 and len(tie["events"]) == 3


def test_compare_two_actors(both: Path, tmp_path: Path) -> None:
    shown = run("compare", "KEN", "UGA", "--store", both)
    assert shown.exit_code == 0, shown.output
    assert "2 events ours, 3 in icews, 2 in both, 67% of all" in shown.stdout
    assert "only icews: 2024-05-06 quad 3 icews:1" in shown.stdout
    assert run("compare", "KEN", "UGA", "--store", both, "--format", "json", "--out", tmp_path / "c").exit_code == 0
    found = json.loads((tmp_path / "c").read_text("utf-8"))
    (dyad,) = found["dyads"]
    assert (found["with"], dyad["matched"], dyad["only_ours"], dyad["only_theirs"]) == ("icews", 2, [], ["icews:1"])
    assert [sum(period["ours"]["counts"].values()) for period in dyad["periods"]] == [2, 0]


def test_compare_every_two_countries(both: Path) -> None:
    assert "KEN - UGA" in run("compare", "--store", both).stdout
    (dyad,) = json.loads(run("compare", "--store", both, "--by", "week", "--format", "json").stdout)["dyads"]
    assert (dyad["dyad"], dyad["ours"], dyad["theirs"], dyad["matched"]) == ("KEN - UGA", 2, 3, 2)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["compare", "KEN"], "give two actors"),
        (["compare", "--with", "gdelt"], "no events of gdelt were imported"),
        (["compare", "KEN", "Atlantis"], "Atlantis"),
        (["compare", "--out", "x"], "--format json"),
        (["import", "none.tab"], "does not exist"),
        (["ties", "KEN", "Kenya", "--from", "icews"], "same actor"),
    ],
)
def test_wrong_use_is_a_line(both: Path, arguments: list[str], hint: str) -> None:
    result = run(*arguments, "--store", both)
    assert result.exit_code == 2 and hint in result.stderr and len(result.stderr.splitlines()) == 1


def test_nothing_to_compare_with(tmp_path: Path) -> None:
    Store(tmp_path / "s.duckdb").close()
    assert "tidings import" in run("compare", "--store", tmp_path / "s.duckdb").stderr
