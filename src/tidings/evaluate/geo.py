"""Toponyms against documents whose places are known: JSONL of `text` and `toponyms` (start, end, geonameid, lat, lon).

A row may have the report's `url`, which says where its publisher is at home.

Given the spans: `exact` is the share with the same GeoNames id, or within 25 km where the set gives none; `country`
the share in the right country, where the place lies in one; `within_161km` (100 miles, as the field counts) among all
that have coordinates. From raw text: `found_f1` counts a place as right if its words overlap and it lies within
161 km. The country of a gold place is that of its id, or else of the nearest town; where its name is that of a sea, a
continent or a region of several states, it is asked for none.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tidings.annotate.toponym import kilometres, resolve_names
from tidings.errors import UsageError
from tidings.evaluate.scores import f1
from tidings.lexicon.domains import home_of
from tidings.lexicon.places import Gazetteer
from tidings.record import Analysis, Span

NEAR = 161.0
SAME = 25.0


@dataclass(frozen=True, slots=True)
class Gold:
    """A place name of a document and where it lies; `number` is its GeoNames id, None where it has none."""

    span: Span
    number: int | None
    point: tuple[float, float]


def score_geo(path: Path, reader: Callable[[str], Analysis] | None = None) -> tuple[int, dict[str, float]]:
    """How many toponyms are resolved right when they are given, and with a reader, when they must be found."""
    gazetteer, tally, found = Gazetteer.load(), Counter[str](), Counter[str]()
    for text, url, golds in _documents(path):
        _given(text, home_of(url), golds, gazetteer, tally)
        if reader:
            _raw(reader(text), golds, found)
    if not tally["n"]:
        raise UsageError(f"{path}: no toponyms; give JSONL laid out like measure/geo, or a folder of it")
    metrics = {
        "exact": tally["exact"] / tally["n"],
        "country": tally["country"] / max(1, tally["of_country"]),
        "within_161km": tally["near"] / tally["n"],
    }
    if reader:
        metrics["found_f1"] = f1(found["right"], found["ours"], found["gold"])
    return tally["n"], metrics


def _documents(path: Path) -> Iterator[tuple[str, str | None, list[Gold]]]:
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        for line in file.read_text("utf-8").strip().split("\n"):
            row: dict[str, Any] = json.loads(line)
            golds = [
                Gold(
                    Span(t["start"], t["end"]),
                    int(t["geonameid"]) if t.get("geonameid") else None,
                    (t["lat"], t["lon"]),
                )
                for t in row.get("toponyms", ())
                if t.get("lat") is not None
            ]
            yield row["text"], row.get("url"), sorted(golds, key=lambda gold: gold.span)


def _given(text: str, home: str | None, golds: list[Gold], gazetteer: Gazetteer, tally: Counter[str]) -> None:
    for gold, index in zip(golds, resolve_names(text, [g.span for g in golds], gazetteer, home), strict=True):
        point = gazetteer.point(index) if index is not None else None
        near = point is not None and kilometres(point, gold.point) <= NEAR
        tally["n"] += 1
        tally["near"] += near
        if gold.number is not None:
            tally["exact"] += index is not None and index == gazetteer.numbers.get(gold.number)
        else:
            tally["exact"] += point is not None and kilometres(point, gold.point) <= SAME
        country = _country(gold, gold.span.slice(text), gazetteer)
        if country:
            ours = gazetteer.country(index) if index is not None else None
            tally["of_country"] += 1
            tally["country"] += ours == country or (index is not None and ours is None and near)


def _country(gold: Gold, name: str, gazetteer: Gazetteer) -> str | None:
    """The country of a gold place; None where it is a sea or a continent."""
    known = gazetteer.numbers.get(gold.number) if gold.number else None
    bearers = gazetteer.find(name)
    if known is None and bearers and gazetteer.country(bearers[0].index) is None:
        return None
    return gazetteer.country(gazetteer.nearest_town(gold.point) if known is None else known)


def _raw(analysis: Analysis, golds: list[Gold], found: Counter[str]) -> None:
    found["gold"] += len(golds)
    found["ours"] += len(analysis.toponyms)
    for gold in golds:
        for toponym in analysis.toponyms:
            place = toponym.place
            if place and place.latitude is not None and place.longitude is not None:
                inside = toponym.mention.span.overlaps(gold.span)
                if inside and kilometres((place.latitude, place.longitude), gold.point) <= NEAR:
                    found["right"] += 1
                    break
