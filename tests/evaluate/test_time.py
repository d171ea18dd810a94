"""How cases of time expressions are judged, each in the layout of its set."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tidings.errors import UsageError
from tidings.evaluate.time import score_time, verdicts


def _recognizers(folder: Path, words: str, moment: str, kind: str, **resolution: str) -> Path:
    """A file of one case."""
    values: dict[str, Any] = {"values": [resolution]}
    result = {"Text": words, "Start": 0, "TypeName": f"datetimeV2.{kind}", "Resolution": values}
    case = {"Input": words, "Context": {"ReferenceDateTime": moment}, "Results": [result]}
    path = folder / "DateTimeModel.json"
    path.write_text(json.dumps([case]), "utf-8")
    return path


def _kinds(path: Path) -> list[str]:
    return [verdict.kind for verdict in verdicts(path)]


def test_the_hour_of_the_reference_counts(tmp_path: Path) -> None:
    path = _recognizers(tmp_path, "in 5 minutes", "2021-07-28T19:15:00", "datetime", value="2021-07-28 19:20:00")
    assert _kinds(path) == ["right"]
    path = _recognizers(tmp_path, "in 5 minutes", "2021-07-28T19:15:00", "datetime", value="2021-07-28 00:05:00")
    assert _kinds(path) == ["wrong granularity"]


def test_a_day_that_the_calendar_lacks_is_right_where_nothing_is_found(tmp_path: Path) -> None:
    moment, lacking = "2021-07-28T00:00:00", "0001-01-01"
    assert _kinds(_recognizers(tmp_path, "February 30", moment, "date", value=lacking)) == ["right"]
    assert _kinds(_recognizers(tmp_path, "February 3", moment, "date", value=lacking)) == ["wrong value"]


def test_misses_are_told_apart(tmp_path: Path) -> None:
    rows = [
        {"dct": "2021-07-28", "text": text, "when": when}
        for text, when in (
            ("May 2019", "2019-05"), ("opening night", "2021-07-28"), ("two years", "2019-07-28"),
            ("last year", "2020-05-09"), ("yesterday", "2021-07-20"),
        )
    ]  # fmt: skip
    path = tmp_path / "dates.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert _kinds(path) == ["right", "not found", "not resolved", "wrong granularity", "wrong value"]
    assert score_time(path) == (5, {"value": 0.2, "found": 0.8})


def test_another_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give time_recognizers"):
        score_time(tmp_path)
