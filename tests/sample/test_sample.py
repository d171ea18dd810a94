"""The sample reports are well-formed, dated, spread over years, and marked as samples."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from importlib import resources

import pytest

FIELDS = {"id", "title", "published", "publisher", "url", "text"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def reports() -> tuple[dict[str, str], ...]:
    path = resources.files("tidings") / "data" / "sample" / "reports.jsonl"
    return tuple(json.loads(line) for line in path.read_text("utf-8").splitlines())


def test_there_are_enough_reports_and_each_has_its_own_id() -> None:
    assert len(reports()) >= 34
    assert len({report["id"] for report in reports()}) == len(reports())


@pytest.mark.parametrize("report", reports(), ids=lambda report: report["id"])
def test_report_is_well_formed(report: dict[str, str]) -> None:
    assert set(report) == FIELDS
    assert report["url"] is None
    assert "Sample" in report["publisher"]
    assert report["text"].split("\n\n")[0] == report["title"]
    assert 100 <= len(report["text"].split()) <= 230
    assert report["text"] == report["text"].strip()


@pytest.mark.parametrize("report", reports(), ids=lambda report: report["id"])
def test_dateline_is_the_day_of_publication(report: dict[str, str]) -> None:
    published = date.fromisoformat(report["published"])
    assert report["id"].split("-wire")[0].split("-courier")[0].split("-broadcasting")[0].endswith(report["published"])
    datelines = [line for line in report["text"].split("\n\n")[1:2] if " - " in line[:40]]
    for line in datelines:
        assert line.split(" - ")[0].endswith(f" {published:%b} {published.day}") or line.split(" - ")[0].endswith(
            (f" {published:%B} {published.day}", f" Sept {published.day}")
        )


def test_reports_stand_in_order_and_span_a_year() -> None:
    days = [date.fromisoformat(report["published"]) for report in reports()]
    assert days == sorted(days)
    assert (days[-1] - days[0]).days >= 365


def test_one_dyad_has_enough_reports_for_a_curve() -> None:
    dyads = Counter("-".join(report["id"].split("-")[:2]) for report in reports())
    assert dyads["sa-ir"] >= 10
    assert dyads["au-cn"] >= 8


def test_the_last_weekday_named_in_a_dateline_story_is_not_in_the_future() -> None:
    """A lead that names the day of the report names its weekday."""
    for report in reports():
        lead = report["text"].split("\n\n")[1]
        if f"{date.fromisoformat(report['published']):%b} " in lead[:40] and " on " in lead:
            named = {day for day in WEEKDAYS if f" on {day}" in lead}
            today = WEEKDAYS[date.fromisoformat(report["published"]).weekday()]
            assert not named or today in named
