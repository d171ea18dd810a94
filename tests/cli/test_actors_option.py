"""`--actors FILE`: the user's dictionaries, for every command that reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tidings.cli import main
from tidings.engine import Reader
from tidings.read import read_text
from tidings.record import Analysis
from tidings.settings import Settings

WORLD = (
    "VALDORIA [VLD]\n+VALDORIAN\nMARAVIA [MRV]\n+MARAVIAN\nRIVER_LEAGUE\n\t[VLDREB <20191231]\n\t[VLDGOV >20200101]\n"
)
SENTENCE = "Valdoria accused Maravia of arming the River League."


def run(*arguments: str | Path, given: bytes = b"") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("world") / "world.actors.txt"
    path.write_text(WORLD, "utf-8")
    return path


@pytest.mark.parametrize(("day", "code"), [("2015-05-05", ["REB"]), ("2022-05-05", ["GOV"])])
def test_read_knows_an_invented_world_on_the_day(world: Path, day: str, code: list[str]) -> None:
    result = run("read", "-", "--published", day, "--json", "--actors", world, given=SENTENCE.encode())
    reading = json.loads(result.stdout)
    actors = {actor["id"]: actor for actor in reading["actors"]}
    assert actors["org:river-league"]["sectors"] == code
    event = next(event for event in reading["events"] if event["event_type"] == "ACCUSE")
    assert [side["actor"] for side in event["actors"]] == ["state:VLD"]
    assert [side["actor"] for side in event["recipients"]] == ["state:MRV"]
    assert actors["state:VLD"]["country"] == "VLD"


def test_ingest_and_relation_take_dictionaries(world: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(SENTENCE, "utf-8")
    store = tmp_path / "record.duckdb"
    assert run("ingest", tmp_path / "report.txt", "--store", store, "--actors", world).exit_code == 0
    events = json.loads(run("events", "--store", store, "--actor", "VLD", "--format", "json").stdout)
    assert "ACCUSE" in {event["event_type"] for event in events}
    sides = ("--actor", "Valdoria", "--recipient", "Maravia")
    assert json.loads(run("relation", SENTENCE, *sides, "--actors", world, "--json").stdout)["event_type"] == "ACCUSE"


@pytest.mark.parametrize("command", [["read", "-"], ["ingest", ".", "--store", "x.duckdb"], ["evaluate", "gold", "."]])
def test_a_broken_dictionary_is_one_line_and_wrong_use(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "own.csv").write_text("id,name,country\na,A,Valdoria\n", "utf-8")
    result = run(*command, "--actors", tmp_path / "own.csv", given=b"A text.")
    assert result.exit_code == 2 and result.stdout == ""
    assert len(result.stderr.splitlines()) == 1 and "own.csv, line 2, field country: three capital" in result.stderr


def test_lines_passed_over_are_told_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(WORLD + "GARIN [GARMIL >9001]\n" * 30, "utf-8")
    result = run("read", "-", "--json", "--actors", tmp_path / "old.txt", given=SENTENCE.encode())
    assert result.exit_code == 0 and len(json.loads(result.stdout)["actors"]) >= 3
    assert "old.txt, line 8, field code: a day of six or eight digits" in result.stderr
    assert "old.txt: 10 more lines passed over" in result.stderr


@pytest.mark.parametrize("command", ["read", "ingest", "relation"])
def test_help_says_who_beats_whom(command: str) -> None:
    told = " ".join(run(command, "--help").stdout.split())
    assert "beats Tidings' registry for the same name on the same day" in told
    assert "the later file beats the earlier" in told


def test_worker_processes_load_the_same_dictionaries(world: Path) -> None:
    reader = Reader(Settings(workers=2, batch=1, actors=(world,)))
    reads = list(reader.read([read_text(SENTENCE), read_text(f"Once more: {SENTENCE}")]))
    assert all(isinstance(read, Analysis) and "state:VLD" in {a.id for a in read.actors} for read in reads)
