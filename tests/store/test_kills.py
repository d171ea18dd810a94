"""A few of the trials of `bench/kills.py`: an ingest that is killed and run again leaves the same record."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Ministers of {0} and its neighbour met in round {0} of the talks. Rebels attacked post {0}. {0} more said no."


@pytest.mark.skipif(sys.platform == "win32", reason="the trials fork")
@pytest.mark.timeout(600)
def test_a_killed_ingest_run_again_gives_the_record_of_an_undisturbed_one(tmp_path: Path) -> None:
    rows = [{"text": TEXT.format(n), "title": f"Report {n}", "date": f"2024-03-{1 + n % 28:02}"} for n in range(80)]
    reports = tmp_path / "reports.jsonl"
    reports.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = [sys.executable, "-m", "bench.kills", "--reports", str(reports), "--kills", "4", "--disks", "0"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    assert "orders: 5 of 5" in done.stdout
    assert "kills: 4 of 4" in done.stdout, done.stdout
