"""icews14 as a source of events between states: a coded record of world news of 2014, for measuring only.

A party counts for the state that its name gives: the bare name of a state, a body with its state in brackets
("Police_(Kenya)"), or somebody the registry of actors knows, coded as of the day. Events within one state, and those
with a party of no state, are left out, as are CAMEO's statements (root 01), which PLOVER does not count as events.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from tidings.lexicon import load_actors
from tidings.ontology import load_ontology
from tidings.ties import Coverage, TieEvent

FOLDER = Path("/work/shared/data/measure/icews14")
NAMES = Path(__file__).parent / "cameo_names.tsv"
FIRST = date(2014, 1, 1)
_BRACKET = re.compile(r"\(([^()]+)\)$")
_TURNED = {"Palestinian Territory, Occupied": "Palestine"}
Dyad = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Parties:
    """Which state each entity counts for on a day."""

    names: tuple[str, ...]

    def state(self, number: int, day: date) -> str | None:
        """The state's code, None where it is of no state."""
        return _state(self.names[number], day.replace(day=1))


_actors = cache(load_actors)


@cache
def _state(name: str, day: date) -> str | None:
    words = _BRACKET.search(name)
    known = _actors()
    said = words[1] if words else name
    said = _TURNED.get(said, said)
    parts = said.split()
    tries = [said] if words or len(parts) < 3 else [said, f"{parts[0]} {parts[-1]}", " ".join(parts[:2])]
    for one in tries:
        for form in known.forms.get(one):
            actor = known.bearer(form, day)
            if actor.country and "state:" + actor.country in known:
                return actor.country
    return None


def rows(folder: Path = FOLDER) -> Iterator[tuple[date, int, str, int]]:
    """Day, actor, CAMEO code and recipient of every event of the three files, each event once."""
    codes = {row["name"]: row["code"] for row in csv.DictReader(NAMES.open(encoding="utf-8"), delimiter="\t")}
    relations = [codes[name] for name in _names(folder / "relation2id.txt")]
    seen = set()
    for part in ("train", "valid", "test"):
        for line in (folder / f"{part}.txt").read_text().splitlines():
            actor, relation, recipient, hours = map(int, line.split()[:4])
            fact = (FIRST + timedelta(hours=hours), actor, relations[relation], recipient)
            if fact not in seen:
                seen.add(fact)
                yield fact


def _names(path: Path) -> list[str]:
    return [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()]


def dyads(folder: Path = FOLDER) -> dict[Dyad, list[TieEvent]]:
    """The events between every two states, codes in order of the alphabet."""
    ontology = load_ontology()
    parties = Parties(tuple(name.replace("_", " ") for name in _names(folder / "entity2id.txt")))
    labels = {row["code"]: row["name"] for row in csv.DictReader(NAMES.open(encoding="utf-8"), delimiter="\t")}
    found: dict[Dyad, list[TieEvent]] = {}
    for number, (day, actor, code, recipient) in enumerate(rows(folder)):
        sides = parties.state(actor, day), parties.state(recipient, day)
        crossed = ontology.plover_of(code)
        if sides[0] is None or sides[1] is None or sides[0] == sides[1] or crossed is None:
            continue
        first, second = sorted(side for side in sides if side)
        told = f"{parties.names[actor]}: {labels[code].replace('_', ' ').lower()}: {parties.names[recipient]}"
        event = TieEvent(
            event_id=f"icews-{number}",
            date=day,
            quad=ontology.quad(crossed[0]),
            score=ontology.score(*crossed),
            goldstein=ontology.goldstein(code),
            text=told,
            event_type=crossed[0],
            direction=1 if sides[0] == first else -1,
        )
        found.setdefault((first, second), []).append(event)
    return found


def coverage(found: dict[Dyad, list[TieEvent]]) -> list[Coverage]:
    """How many events of each day the source holds, between any two states."""
    days = Counter(event.date for events in found.values() for event in events if event.date)
    return [Coverage(day, 0, 0, number) for day, number in sorted(days.items())]
