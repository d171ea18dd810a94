"""Whole reports read by hand: how much of each is found, and how right every part is.

The rules are those of the hand-made set's own scorer, so that its figures and ours agree: an event is found where its
type is one a careful coder might have given and its trigger overlaps or stands in the same sentence.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tidings.engine import Reader
from tidings.record.as_json import as_json

Json = dict[str, Any]
KM_NEAR = 161.0
EARTH_DIAMETER_KM = 12742.0


def score_gold(path: Path, reader: Reader) -> tuple[int, dict[str, float]]:
    """Counts summed over the reports at `path` (a folder of reports, or one report's folder), with precision.

    Metrics are named `events.found`, `attributions.source`, ... as the hand-made set's scorer prints them.
    """
    folders = [path] if (path / "gold.json").exists() else sorted(file.parent for file in path.glob("*/gold.json"))
    totals: Counter[str] = Counter()
    for folder in folders:
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        article = (folder / gold["article"]).read_text("utf-8")
        published = date.fromisoformat(gold["published"]) if gold.get("published") else None
        analysis = reader.read_text(article, published=published, publisher=gold.get("publisher"))
        totals.update(score_report(gold, as_json(analysis, reader.grade), article))
    metrics = {key: float(value) for key, value in totals.items()}
    metrics["events.precision"] = totals["events.explained"] / max(1, totals["events.counting"])
    return len(folders), metrics


def score_report(gold: Json, reading: Json, article: str) -> Counter[str]:
    """The counts of one report."""
    if reading["document"]["text"] != article:
        _relocate(gold, reading["document"]["text"])
    tally: Counter[str] = Counter()
    _score_events(gold, reading, tally)
    _score_statements(gold, reading, tally)
    _score_times(gold, reading, tally)
    _score_places(gold, reading, tally)
    zones = reading["document"]["zones"]
    tally["zones.gold"] = len(gold["zones"])
    tally["zones.found"] = sum(any(z["kind"] == g["zone"] and _overlap(z, g) > 0 for z in zones) for g in gold["zones"])
    return tally


def _overlap(a: Json, b: Json) -> int:
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def _iou(a: Json, b: Json) -> float:
    shared = max(0, _overlap(a, b))
    return float(shared / max(1, (a["end"] - a["start"]) + (b["end"] - b["start"]) - shared))


def _home(reading: Json, span: Json) -> int:
    spans = enumerate(reading["sentences"])
    return next((index for index, s in spans if s["start"] <= span["start"] < s["end"]), -1)


def _is_actor(code: str, actor: Json | None) -> bool:
    country, *sectors = code.split()
    return actor is not None and actor["country"] == country and set(sectors) <= set(actor["sectors"] or ())


def _happened(status: str, fact: Json) -> bool:
    real = fact["mood"] == "asserted" and fact["polarity"] == "positive"
    answers: dict[str, bool] = {
        "asserted": real and fact["time"] != "future",
        "ongoing": real and fact["time"] in ("ongoing", "past"),
        "desired": fact["mood"] in ("desired", "requested"),
        "conditional": fact["mood"] == "conditional",
        "denied": fact["polarity"] == "negative",
        "future": fact["time"] == "future" or fact["mood"] == "promised",
    }
    return answers[status]


class _Sides:
    """Whether the sides of an event are the actors a hand-made event names."""

    def __init__(self, gold: Json, reading: Json) -> None:
        self.codes = {key: actor["code"] for key, actor in gold["actors"].items()}
        self.actors = {actor["id"]: actor for actor in reading["actors"]}

    def any(self, keys: list[str], sides: list[Json]) -> bool:
        found = [self.actors.get(side["actor"]) for side in sides]
        return any(_is_actor(self.codes[key], actor) for key in keys for actor in found)

    def who(self, gold: Json, event: Json) -> bool:
        return self.any(gold["actors"], event["actors"]) if gold["actors"] else not event["actors"]

    def whom(self, gold: Json, event: Json) -> bool:
        if gold["recipients"]:
            return self.any(gold["recipients"], event["recipients"])
        return all(self.any(gold["actors"], [side]) for side in event["recipients"])


def _types(gold: Json) -> set[str]:
    return {gold["event_type"], *gold.get("or", ())}


def _fits(gold: Json, event: Json, reading: Json) -> bool:
    same = _home(reading, event["trigger"]) == _home(reading, gold["trigger"])
    return event["event_type"] in _types(gold) and (same or _overlap(event["trigger"], gold["trigger"]) > 0)


def _score_events(gold: Json, reading: Json, tally: Counter[str]) -> None:
    sides = _Sides(gold, reading)
    said = {attribution["id"]: attribution for attribution in reading["attributions"]}
    for wanted in gold["events"]:
        tally["events.gold"] += 1
        for name, asked in _asked(wanted):
            tally[f"events.of_{name}"] += asked
        fits = [event for event in reading["events"] if _fits(wanted, event, reading)]
        if fits:
            best = max(fits, key=lambda event: _worth(wanted, event, sides))
            tally.update({f"events.{name}": int(right) for name, right in _marks(wanted, best, sides, said)})
    counting = [event for event in reading["events"] if event["counts"]]
    tally["events.counting"] = len(counting)
    tally["events.explained"] = sum(any(_fits(g, event, reading) for g in gold["events"]) for event in counting)


def _worth(gold: Json, event: Json, sides: _Sides) -> tuple[int, bool]:
    who = sides.any(gold["actors"], event["actors"])
    return who + sides.whom(gold, event), _overlap(event["trigger"], gold["trigger"]) > 0


def _asked(gold: Json) -> Iterator[tuple[str, int]]:
    yield "when", int(any(key in gold for key in ("date", "date_start", "date_end")))
    yield "where", int("place" in gold)
    yield "word", int("attributed_to" in gold)


def _marks(gold: Json, event: Json, sides: _Sides, said: dict[str, Json]) -> Iterator[tuple[str, bool]]:
    who, whom = sides.who(gold, event), sides.whom(gold, event)
    yield "found", True
    yield "who", who
    yield "whom", whom
    yield "who_and_whom", who and whom
    yield "happened", _happened(gold["status"], event["factuality"])
    yield "cameo", str(event["cameo"] or "")[:2] == gold["cameo"][:2]
    wanted = gold.get("date") or gold.get("date_start") or gold.get("date_end")
    if wanted:
        yield "when", any(str(event[key] or "").startswith(wanted[:7]) for key in ("earliest", "latest"))
    if "place" in gold:
        place = event["place"] or {}
        named = gold["place"].lower() in json.dumps(place, ensure_ascii=False).lower()
        yield "where", named or place.get("country") == gold["place"]
    if "attributed_to" in gold:
        source = (said.get(event["attribution"] or "") or {}).get("source") or {}
        yield "word", _is_actor(sides.codes[gold["attributed_to"]], sides.actors.get(source.get("actor")))


def _score_statements(gold: Json, reading: Json, tally: Counter[str]) -> None:
    sides = _Sides(gold, reading)
    for wanted in gold["statements"]:
        tally["attributions.gold"] += 1
        fits = [(said, _iou(said["content"], wanted["content"])) for said in reading["attributions"]]
        best, shared = max(fits, key=lambda fit: fit[1], default=(None, 0.0))
        if best is None or shared < 0.5:
            continue
        source = sides.actors.get((best["source"] or {}).get("actor"))
        tally["attributions.found"] += 1
        tally["attributions.source"] += _is_actor(sides.codes[wanted["speaker"]], source)
        tally["attributions.cue"] += (wanted["cue"] or "").split(" ")[-1] in ((best["cue"] or {}).get("text") or "")
        tally["attributions.manner"] += best["manner"] == wanted["kind"]


def _score_times(gold: Json, reading: Json, tally: Counter[str]) -> None:
    for wanted in gold["timexes"]:
        fits = [time for time in reading["timexes"] if _overlap(time, wanted["timex"]) > 0]
        tally["timexes.gold"] += 1
        tally["timexes.found"] += bool(fits)
        tally["timexes.value"] += any(str(t["value"] or t["latest"])[:7] == wanted["value"][:7] for t in fits)


def _score_places(gold: Json, reading: Json, tally: Counter[str]) -> None:
    for wanted in gold["toponyms"]:
        name = wanted["toponym"]["text"].lower()
        fits = [top for top in reading["toponyms"] if top["text"].lower().split(" province")[0] in name]
        places = [top["place"] for top in fits if top["place"]]
        tally["toponyms.gold"] += 1
        tally["toponyms.found"] += bool(fits)
        tally["toponyms.country"] += any((t["place"] or {}).get("country") == wanted.get("country") for t in fits)
        if "lat" in wanted:
            tally["toponyms.of_near"] += 1
            tally["toponyms.near"] += any(
                place["latitude"] is not None and _km(wanted, place) <= KM_NEAR for place in places
            )


def _km(a: Json, b: Json) -> float:
    """The great-circle distance in kilometres (haversine)."""
    south, north = math.radians(a["lat"]), math.radians(b["latitude"])
    across = math.radians(a["lon"] - b["longitude"])
    h = math.sin((south - north) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(across / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(math.sqrt(h))


def _relocate(node: Any, text: str) -> None:
    """Move hand-made spans to where their words stand in a text that was normalised."""
    if isinstance(node, dict):
        if {"text", "start", "end"} <= node.keys():
            _move(node, text)
        for value in node.values():
            _relocate(value, text)
    elif isinstance(node, list):
        for value in node:
            _relocate(value, text)


def _move(span: Json, text: str) -> None:
    """The nearest place of the span's words; far from everything where they do not stand in the text."""
    places, at = [], text.find(span["text"])
    while at >= 0:
        places.append(at)
        at = text.find(span["text"], at + 1)
    start = min(places, key=lambda place: abs(place - span["start"]), default=-1)
    span.update(start=start, end=start + len(span["text"]) if places else -1)
