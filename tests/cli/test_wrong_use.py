"""Wrong use gets one line on stderr that says what would be right, and exit status 2."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from tidings.cli import main
from tidings.cli.events import table_of
from tidings.engine import Reader, merge_store
from tidings.read import read_text
from tidings.store import Store


def run(*arguments: str | Path, width: int = 160) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env={"COLUMNS": str(width)})


@pytest.fixture(scope="module")
def store(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wrong") / "record.duckdb"
    with Store(path) as store:
        store.add([reader.analyse(read_text("Uganda expelled two Kenyan diplomats."))], reader.ontology)
        merge_store(store)
    return path


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["events", "--since", "2021-13-01"], "2021-07-28"),
        (["events", "--since", "2022-01-01", "--until", "2021-01-01"], "earlier day"),
        (["events", "--type", "NONSENSE"], "CONSULT"),
        (["events", "--out", "x.csv"], "--format csv"),
        (["events", "--format", "csv", "--out", "/no/such/folder/x.csv"], "No such file"),
        (["ties", "KEN", "UGA", "--out", "x.png"], "--format json, png"),
        (["ties", "KEN", "KEN"], "same actor"),
        (["ties", "KEN", "UGA", "--format", "png", "--out", "/no/such/folder/x.png"], "No such file"),
        (["ties", "KEN", "Atlantis"], "Atlantis"),
        (["ties", "KEN"], "ties --help"),
    ],
)
def test_one_line_that_says_what_would_be_right(store: Path, arguments: list[str], hint: str) -> None:
    result = run(*arguments, "--store", store)
    assert result.exit_code == 2 and result.stdout == ""
    assert len(result.stderr.splitlines()) == 1 and hint in result.stderr


def test_a_set_that_is_not_there_is_no_score_of_nothing(tmp_path: Path) -> None:
    result = run("evaluate", "gold", tmp_path)
    assert result.exit_code == 2 and "gold" in result.stderr


def test_an_address_that_cannot_be_reached_is_a_report_set_aside() -> None:
    result = run("read", "--private", "http://127.0.0.1:8089/")
    assert result.exit_code == 1 and result.stderr.startswith("set aside: http://127.0.0.1:8089/: no answer")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("width", [80, 160])
def test_a_table_fits_its_terminal(store: Path, width: int) -> None:
    with Store(store, read_only=True) as record:
        events = record.events()
    console = Console(file=io.StringIO(), width=width)
    console.print(table_of(events, console.width))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "SANCTION" in shown and events[0].id[:14] in shown and "yes" in shown
    assert max(map(len, shown.splitlines())) <= width


def test_python_m_tidings() -> None:
    shown = subprocess.run([sys.executable, "-m", "tidings", "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout.startswith("tidings")


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX does")
def test_ctrl_c_ends_an_ingest_in_one_line(tmp_path: Path) -> None:
    for number in range(300):
        lines = (
            f"Uganda said on Monday that it had expelled {number * 100 + line} Kenyan diplomats from the capital.\n"
            for line in range(20)
        )
        (tmp_path / f"{number}.txt").write_text("".join(lines), "utf-8")
    command = [sys.executable, "-m", "tidings", "ingest", str(tmp_path), "--store", str(tmp_path / "s.duckdb")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        time.sleep(4)
        os.killpg(running.pid, signal.SIGINT)
        _, complaints = running.communicate(timeout=60)
    assert running.returncode == 130
    assert complaints.splitlines() == ["tidings: stopped; what was written stays"]
