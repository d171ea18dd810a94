"""The house in order: what the docs and the command line say is true."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from tidings.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]


def test_every_command_has_help_with_an_example() -> None:
    for name in COMMANDS:
        result = CliRunner().invoke(main, [name, "--help"])
        assert result.exit_code == 0, name
        assert f"tidings {name}" in result.output, f"{name} --help shows no example"


def test_every_command_of_the_readme_exists() -> None:
    text = "\n".join(path.read_text("utf-8") for path in [ROOT / "README.md", *ROOT.glob("docs/*.md")])
    named = set(re.findall(r"tidings ([a-z]+) ", text))
    assert named - {"reads", "will", "is", "finds", "does"} <= set(COMMANDS)


def test_every_link_of_the_docs_leads_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/**/*.md")]:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name} links to {link}, which is not there"


def test_the_python_of_the_docs_runs() -> None:
    for page in [ROOT / "README.md", *ROOT.glob("docs/*.md")]:
        for block in re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.S):
            done = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, timeout=60)
            assert done.returncode == 0, f"{page.name}: {done.stderr[-800:]}"


def test_wrong_use_is_one_line_and_status_2() -> None:
    for arguments in (
        ["read", "no-such-file.txt"],
        ["read", "x", "--published", "yesterday"],
        ["events", "--store", "none.duckdb"],
        ["why", "evt-1", "--store", "none.duckdb"],
        ["frobnicate"],
    ):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 2, arguments
        assert "Traceback" not in result.output


@pytest.mark.parametrize("module", ["tidings", "tidings.cli"])
def test_importing_loads_no_model_and_no_database(module: str) -> None:
    code = (
        f"import {module}, sys; print(*[m for m in ('onnxruntime','duckdb','matplotlib','numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_first_sentence_is_read_within_a_second_and_a_half() -> None:
    code = "import tidings; assert tidings.read('Egypt and Sudan held talks in Cairo.').events"
    subprocess.run([sys.executable, "-c", code], check=True)

    def seconds() -> float:
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - started

    # Twice the promise, and the best of four: the machine that runs the tests may be busy. bench measures it alone.
    assert min(seconds() for _ in range(4)) < 3.0


def test_no_sentence_of_the_gold_reports_is_in_the_project(shared: Path) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}

    gold = set[tuple[str, ...]]().union(*(runs(file.read_text("utf-8")) for file in shared.glob("gold/*/article.txt")))
    kinds = ("*.py", "*.md", "*.yaml", "*.tsv", "*.jsonl", "*.txt")
    listed = subprocess.run(["git", "ls-files", "-z", *kinds], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        shared_runs = runs((ROOT / name).read_text("utf-8", "replace")) & gold
        assert not shared_runs, f"{name} holds words of a gold report: {' '.join(min(shared_runs))}"
