"""`tidings statements` and `tidings events --source` as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tidings.cli import main

REPORT = (
    "Kenya's president said Uganda had attacked a border post on Monday. Uganda denied that it had attacked the post. "
    'A senior US official, on condition of anonymity, told reporters: "=Uganda jailed two drivers."'
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    row = {"title": "A border post", "date": "2024-03-05", "publisher": "[b]Wire", "text": REPORT}
    (folder / "reports.jsonl").write_text(json.dumps(row), "utf-8")
    assert run("ingest", folder / "reports.jsonl", "--store", folder / "record.duckdb").exit_code == 0
    return folder / "record.duckdb"


def test_table(store: Path) -> None:
    result = run("statements", "--store", store)
    assert result.exit_code == 0, result.output
    assert "denied" in result.stdout
    assert "[b]Wire" in result.stdout
    assert "3 statements" in result.stdout


def test_json(store: Path) -> None:
    rows = json.loads(run("statements", "--store", store, "--source", "Uganda", "--format", "json").stdout)
    assert [(row["source"]["name"], row["strength"]) for row in rows] == [("Uganda", "denied")]
    assert rows[0]["content"]["text"].startswith("that it had attacked")
    rows = json.loads(
        run("statements", "--store", store, "--about", "UGA", "--source", "KEN", "--format", "json").stdout
    )
    assert [party["name"] for party in rows[0]["about"]] == ["Uganda"]
    assert json.loads(run("statements", "--store", store, "--until", "2020-01-01", "--format", "json").stdout) == []


def test_csv_is_safe_in_a_spreadsheet(store: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("statements", "--store", store, "--format", "csv").stdout)))
    assert [row["content"] for row in rows][-1] == "'=Uganda jailed two drivers."
    assert rows[-1]["source_code"] == "USA GOV"


def test_nothing_fits_says_what_to_do(store: Path) -> None:
    result = run("statements", "--store", store, "--since", "2030-01-01")
    assert result.exit_code == 0
    assert "leave out a filter" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--source", "Atlantis"), "no actor named 'Atlantis'"),
        (("--since", "2024-02-02", "--until", "2024-01-01"), "is after --until"),
    ],
)
def test_wrong_use(store: Path, arguments: tuple[str, ...], told: str) -> None:
    result = run("statements", "--store", store, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_events_on_the_word_of(store: Path) -> None:
    rows = json.loads(run("events", "--store", store, "--source", "Kenya", "--format", "json").stdout)
    assert {row["said_by"] for row in rows} == {"Kenya's president"}
