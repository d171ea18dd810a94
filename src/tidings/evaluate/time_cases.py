"""Cases of time expressions from three sets, each in its own layout.

* `time_recognizers` (specification of Recognizers-Text, English DateTime): the kinds that news has - date, daterange,
  datetime, datetimerange - of the Parser and Model files. A case is one expected expression. Where a date has a past
  and a future reading, either is right. Its ranges end before their last bound, or with it where that is a day the
  words name, so both are right, and "from 2014 to 2018" may end with the first day of 2018. "Before" and "after"
  leave one bound open there; a time here does not hold its preposition, so the other bound must be its edge. A
  datetime is compared to the minute, a datetimerange by its days. "Two years ago" is a day there and a year here, so
  an offset of weeks or more is right if the year, month or week holds that day. A day that the calendar lacks (1
  January of the year 1 there) is right where nothing is found.
* `time_duckling` (Corpus.hs of Duckling): examples of the grain of a day or more, against 12 February 2013. The kinds
  that news has are dates and periods; the many holidays of its corpus (Ugadi, Boss's Day) are counted apart, as
  `holidays`.
* `dates.jsonl` of GUM: text, day of the document, and when, from-to, or bounds.

Assistants look ahead: the first two are read with future verbs, and Recognizers at the hour that it gives. GUM gives no
words around a date, so no verb is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

DAY = timedelta(days=1)
_KINDS = frozenset({"date", "daterange", "datetime", "datetimerange"})
_AGO = re.compile(r"\b(?:ago|later|earlier|before|after|from|in|back|hence|prior)\b", re.I)


@dataclass(frozen=True, slots=True)
class Want:
    """One right reading: first and last days allowed (none given: not asked), and the minute for a clock time.

    `edge` is a day at which the period begins or ends; `part` the first day of the last part of a range; `nothing` is
    wanted of a day that the calendar lacks.
    """

    first: frozenset[date] = frozenset()
    last: frozenset[date] = frozenset()
    minute: str | None = None
    value: str | None = None
    edge: date | None = None
    part: date | None = None
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the day it is read on, the part of it that is asked for, and the readings that are right."""

    text: str
    reference: date
    start: int
    end: int
    wanted: tuple[Want, ...]
    tense: str
    loose: bool = False
    holiday: bool = False
    clock: time | None = None


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file, or of all files of a folder that are laid out like one of the sets."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    for file in files:
        if file.suffix == ".json" and ("Parser" in file.name or file.name.startswith("DateTimeModel") or path == file):
            yield from _recognizers(json.loads(file.read_text("utf-8-sig")))
        elif file.suffix == ".hs":
            yield from _duckling(file.read_text("utf-8"))
        elif file.suffix == ".jsonl" and (path == file or file.name == "dates.jsonl"):
            yield from _gum(file.read_text("utf-8").strip().split("\n"))


def _recognizers(specification: list[dict[str, Any]]) -> Iterator[Case]:
    for entry in specification:
        designs = f"{entry.get('NotSupported', '')},{entry.get('NotSupportedByDesign', '')}"
        moment = entry.get("Context", {}).get("ReferenceDateTime")
        if "dotnet" in designs or not moment:
            continue
        for result in entry["Results"]:
            kind = str(result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")
            wanted = tuple(filter(None, map(_wanted, _resolutions(result))))
            if kind in _KINDS and wanted:
                start = result.get("Start", 0)
                end = result["End"] + 1 if "End" in result else start + len(result["Text"])
                loose = bool(_AGO.search(result["Text"]))
                now = datetime.fromisoformat(moment)
                yield Case(entry["Input"], now.date(), start, end, wanted, "future", loose, clock=now.time())


def _resolutions(result: dict[str, Any]) -> list[dict[str, str]]:
    value = result.get("Resolution") or result.get("Value") or {}
    if not isinstance(value, dict):
        return []
    if "values" in value:
        return list(value["values"] or [])
    return [found for key in ("FutureResolution", "PastResolution") if (found := value.get(key))]


def _wanted(resolution: dict[str, str]) -> Want | None:
    """One resolution of Recognizers-Text, in either of its two spellings."""
    start = _moment(resolution, "start", "startDate", "startDateTime")
    end = _moment(resolution, "end", "endDate", "endDateTime")
    if start or end:
        last = frozenset({end.date(), end.date() - DAY}) if end else frozenset()
        if start and end and start.date() == end.date():
            last = frozenset({end.date()})
        if start and end:
            return Want(frozenset({start.date()}), last, part=end.date())
        return Want(edge=(start or end or datetime.min).date())
    single = _moment(resolution, "value", "date", "dateTime")
    if not single:
        return None
    if single.year == 1:
        return Want(nothing=True)
    clock = any(len(resolution.get(key, "")) > 10 for key in ("value", "dateTime"))
    day = frozenset({single.date()})
    return Want(day, day, single.strftime("%Y-%m-%dT%H:%M") if clock else None)


def _moment(resolution: dict[str, str], *names: str) -> datetime | None:
    for name in names:
        text = resolution.get(name, "")
        if len(text) >= 10 and text[:4].isdecimal() and text[4] == "-":
            try:
                return datetime.fromisoformat(text)
            except ValueError:
                return None
    return None


_REFERENCE = date(2013, 2, 12)
_EXAMPLES = re.compile(r"examples\s*\((datetime\w*)\s(.*?)\[(.*?)\n\s*\]", re.S)
_TUPLE = re.compile(r"\((-?\d+),\s*(\d+),\s*(\d+),\s*\d+,\s*\d+,\s*[\d.]+\)")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_GRAIN = re.compile(r"\b(Day|Week|Month|Quarter|Year|Hour|Minute|Second)\b")


def _duckling(source: str) -> Iterator[Case]:
    begin, end = source.find("\nallExamples"), len(source)
    blocks = source[source.find("\ndefaultCorpus") : source.find("\nnegativeCorpus")] + source[begin:end]
    for kind, head, strings in _EXAMPLES.findall(blocks):
        days = [_day(*map(int, match)) for match in _TUPLE.findall(head)]
        grain = _GRAIN.search(head)
        if not days or None in days or not grain or grain.group() in ("Hour", "Minute", "Second"):
            continue
        known = [day for day in days if day]
        want = _duckling_want(kind, head, known, grain.group())
        for text in _STRING.findall(strings):
            named = "Holiday" in kind
            yield Case(text, _REFERENCE, 0, len(text), (want,), "future", bool(_AGO.search(text)), named)


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if year > 0 else None


def _duckling_want(kind: str, head: str, days: list[date], grain: str) -> Want:
    first = frozenset({days[0]})
    if "Open" in kind:
        return Want(edge=days[0])
    if "Interval" in kind and len(days) > 1:
        return Want(first, frozenset({days[1] - DAY}))
    return Want(first, frozenset({_end(days[0], grain)}))


def _end(first: date, grain: str) -> date:
    if grain in ("Day", "Week"):
        return first + DAY * (6 if grain == "Week" else 0)
    months = first.year * 12 + first.month - 1 + {"Month": 1, "Quarter": 3, "Year": 12}[grain]
    return date(months // 12, months % 12 + 1, 1) - DAY


def _gum(lines: list[str]) -> Iterator[Case]:
    for line in lines:
        row = json.loads(line)
        text = row["text"].replace(" ,", ",").replace(" - ", "-").replace("[ ", "").replace(" ]", "")
        starts, ends = bounds(row.get("when") or row.get("from") or row.get("notBefore")), None
        ends = bounds(row.get("when") or row.get("to") or row.get("notAfter"))
        want = Want(
            frozenset({starts[0]}) if starts else frozenset(), frozenset({ends[1]}) if ends else frozenset(),
            value=row.get("when"),
        )  # fmt: skip
        yield Case(text, date.fromisoformat(row["dct"]), 0, len(text), (want,), "unknown")


def bounds(text: str | None) -> tuple[date, date] | None:
    """The first and last day of a date of TEI: a year, a month, a day, or a moment."""
    parts = (text or "").split("T")[0].split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return None
    try:
        if len(parts) == 1:
            return date(int(parts[0]), 1, 1), date(int(parts[0]), 12, 31)
        first = date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else 1)
    except ValueError:
        return None
    return (first, first) if len(parts) == 3 else (first, _end(first, "Month"))
