"""The commands as a user runs them: what goes to stdout, what to stderr, and the exit status."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tidings.cli import main

MET = "Kenya's president met his Ugandan counterpart in Nairobi on Monday."
ROWS = [
    {"title": "Two presidents meet", "date": "2024-03-05", "text": MET},
    {"title": "Diplomats expelled", "date": "2024-04-02", "text": "Uganda expelled two Kenyan diplomats on Tuesday."},
    {"title": "Nothing", "date": "2024-04-02", "text": ""},
]  # fmt: skip


def run(*arguments: str | Path, given: bytes = b"") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "reports.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS), "utf-8")
    result = run("ingest", folder / "reports.jsonl", "--store", folder / "record.duckdb")
    assert result.exit_code == 1, result.output
    assert "2 reports read" in result.stdout
    assert "line 3" in result.stderr
    return folder / "record.duckdb"


def test_ingest_again_changes_nothing(store: Path) -> None:
    before = run("events", "--store", store, "--format", "json").stdout
    result = run("ingest", store.parent / "reports.jsonl", "--store", store)
    assert "0 reports read, 2 known already" in result.stdout
    assert run("events", "--store", store, "--format", "json").stdout == before


def test_events_by_actor_type_and_day(store: Path) -> None:
    events = json.loads(run("events", "--store", store, "--actor", "UGA", "--format", "json").stdout)
    assert [event["event_type"] for event in events] == ["SANCTION"]
    assert json.loads(run("events", "--store", store, "--until", "2024-03-31", "--format", "json").stdout) != events
    assert "no event fits" in run("events", "--store", store, "--type", "AID").stdout


def test_events_as_csv_and_parquet(store: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("events", "--store", store, "--format", "csv").stdout)))
    assert {row["event_type"] for row in rows} == {"CONSULT", "SANCTION"}
    target = tmp_path / "events.parquet"
    assert run("events", "--store", store, "--format", "parquet", "--out", target).exit_code == 0
    assert target.read_bytes()[:4] == b"PAR1"


def test_why_shows_sentence_rule_and_report(store: Path) -> None:
    event = json.loads(run("events", "--store", store, "--type", "SANCTION", "--format", "json").stdout)[0]
    shown = run("why", event["id"][:12], "--store", store).stdout
    for words in ("Uganda expelled two Kenyan diplomats", "plover/SANCTION.yaml:expel", "Diplomats expelled"):
        assert words in shown


def test_ties_in_every_format(store: Path) -> None:
    assert "too little news" in run("ties", "KEN", "UGA", "--store", store).stdout
    tie = json.loads(run("ties", "Kenya", "Uganda", "--store", store, "--format", "json").stdout)
    assert [event["score"] < 0 for event in tie["events"]] == [False, True]
    assert run("ties", "KEN", "UGA", "--store", store, "--format", "png").stdout_bytes[:4] == b"\x89PNG"
    page = run("ties", "KEN", "UGA", "--store", store, "--format", "html").stdout
    assert "<svg" in page and "default-src 'none'" in page.replace("&#39;", "'")
    assert run("ties", "KEN", "UGA", "--store", store, "--format", "svg").stdout.startswith("<?xml")


def test_read_from_standard_input_as_json() -> None:
    result = run("read", "-", "--published", "2024-04-02", "--json", given=b"Uganda expelled two Kenyan diplomats.")
    reading = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [event["event_type"] for event in reading["events"]] == ["SANCTION"]
    assert reading["document"]["published"] == "2024-04-02"


def test_read_shows_a_page_without_control_characters() -> None:
    text = (
        "Uganda expelled two Kenyan diplomats.\n\nA line with \x1b[2J and [bold]markup[/bold] in it, said the ministry."
    )
    shown = run("read", "-", given=text.encode()).stdout
    assert "\x1b" not in shown and "[bold]markup" in shown
    assert "SANCTION" in shown


def test_a_report_that_cannot_be_read_is_told_and_status_1() -> None:
    result = run("read", "-", given=b"\x00\x01\x02\xff\xfe" * 200)
    assert result.exit_code == 1
    assert "set aside" in result.stderr and result.stdout == ""


def test_relation() -> None:
    sentence = "Uganda expelled two Kenyan diplomats."
    result = run("relation", sentence, "--actor", "Uganda", "--recipient", "Kenyan diplomats", "--json")
    assert json.loads(result.stdout)["event_type"] == "SANCTION"
    assert run("relation", sentence, "--actor", "France", "--recipient", "Kenyan diplomats").exit_code == 2


def test_demo_reads_the_sample_and_draws_a_dyad(tmp_path: Path) -> None:
    result = run("demo", "--folder", tmp_path)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "demo.png").read_bytes()[:4] == b"\x89PNG"
    assert "2. The record" in result.stdout and "3. Ties" in result.stdout
    _check_brief(run("brief", "Saudi Arabia", "Iran", "--store", tmp_path / "demo.duckdb").stdout)


def test_a_user_merges_and_splits(store: Path) -> None:
    before = json.loads(run("events", "--store", store, "--format", "json").stdout)
    one, other = (
        next(event["id"] for event in before if event["event_type"] == type) for type in ("CONSULT", "SANCTION")
    )
    merged = run("merge", one, other, "--store", store)
    assert merged.exit_code == 0 and "now holds all 2 mentions, of 2 reports" in merged.stdout
    shown = run("why", merged.stdout.split()[0], "--store", store).stdout
    assert "on the user's word" in shown and "Told in different ways" in shown
    mention = shown.split("mention ")[1].split()[0]
    assert run("split", merged.stdout.split()[0], mention, "--store", store).exit_code == 0
    assert json.loads(run("events", "--store", store, "--format", "json").stdout) == before
    assert run("merge", one, "--store", store).exit_code == 2


def test_a_store_is_whole(store: Path) -> None:
    checked = run("check", "--store", store)
    assert checked.exit_code == 0 and "is whole: 2 reports" in checked.stdout


def _check_brief(note: str) -> None:
    """The note on the sample record: what it must say, each with a citation that is there."""
    body, _, sources = note.partition("## Sources")
    happened, said = (body.split(heading)[1].split("\n## ")[0] for heading in ("## What happened", "## What was said"))
    for words in ("executed 47 people", "severed diplomatic relations", "smashed furniture", "was received by"):
        assert words in happened
    assert "divine revenge" in said and "## What is disputed" in body
    lines = [line for line in body.splitlines() if line.startswith("- ")]
    assert len(lines) > 20 and all("](#c" in line for line in lines)
    numbers = set(re.findall(r"\(#(c\d+)\)", body))
    assert numbers == set(re.findall(r'<a id="(c\d+)">', sources))
