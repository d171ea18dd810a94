"""The sentences written for the judge (`training/acts/*.txt`): `python -m training.acts` checks and counts them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tidings.encoder.judge import STATUSES

FOLDER = Path(__file__).with_suffix("")
ONTOLOGY = Path(__file__).parents[1] / "src/tidings/data/ontologies/plover"
_MARK = re.compile(r"\[(\d) ([^\[\]{}]+)\]|\{([^\[\]{}]+)\}")
_ACT = re.compile(
    r"(?P<left>-|\d(?:,\d)*)(?P<arrow><?>)(?P<right>-|\d(?:,\d)*) (?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))?"
    r"(?:@(?P<status>[a-z]+))? (?P<words>.+)"
)


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger by its place in the text; `event_type` is "NONE" for a word that only looks like one."""

    start: int
    end: int
    event_type: str
    mode: str | None = None
    status: str = ""
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence without its marks, its parties (number to places in the text) and its acts."""

    text: str
    parties: dict[int, list[tuple[int, int]]]
    acts: list[Act]
    where: str


def read_acts(paths: list[Path] | None = None) -> Iterator[Written]:
    """Every sentence of the files. Raises ValueError with file and line at the first that is not well made."""
    for path in sorted(FOLDER.glob("*.txt")) if paths is None else paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield parse(line.strip(), f"{path.name}:{number}")


def parse(line: str, where: str) -> Written:
    """One marked line."""
    text, at = "", 0
    parties: dict[int, list[tuple[int, int]]] = {}
    acts: list[Act] = []
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        at, start = mark.end(), len(text)
        if mark[1]:
            text += mark[2]
            parties.setdefault(int(mark[1]), []).append((start, len(text)))
        else:
            act = _act(mark[3], start, where)
            text += mark[3][-(act.end - start) :]
            acts.append(act)
    text += line[at:]
    if any(sign in text for sign in "[]{}"):
        raise ValueError(f"{where}: a bracket is left over: {text}")
    for act in acts:
        for side in (*act.actors, *act.recipients):
            if side not in parties:
                raise ValueError(f"{where}: party {side} is not marked")
    return Written(text, parties, acts, where)


def _act(mark: str, start: int, where: str) -> Act:
    if mark.startswith("NONE "):
        return Act(start, start + len(mark) - 5, "NONE")
    found = _ACT.fullmatch(mark)
    if found is None:
        raise ValueError(f"{where}: not an act: {{{mark}}}")
    kind, mode, status = found["type"], found["mode"], found["status"] or ""
    if kind not in _modes():
        raise ValueError(f"{where}: no type {kind}")
    if mode and mode not in _modes()[kind]:
        raise ValueError(f"{where}: {kind} has no mode {mode}; it has {', '.join(sorted(_modes()[kind]))}")
    if status not in STATUSES:
        raise ValueError(f"{where}: no status {status}; there are {', '.join(STATUSES[1:])}")
    left, right = _numbers(found["left"]), _numbers(found["right"])
    both = tuple(dict.fromkeys((*left, *right)))
    sides = (both, both) if found["arrow"] == "<>" else (left, right)
    return Act(start, start + len(found["words"]), kind, mode, status, *sides)


def _numbers(side: str) -> tuple[int, ...]:
    return () if side == "-" else tuple(int(number) for number in side.split(","))


@cache
def _modes() -> dict[str, set[str]]:
    """The modes of each type."""
    files = ONTOLOGY.glob("[A-Z]*.yaml")
    return {path.stem: set(yaml.safe_load(path.read_text("utf-8")).get("modes") or {}) for path in files}


def main() -> None:
    """Prints every mistake, then the counts."""
    counts: Counter[str] = Counter()
    seen: dict[str, str] = {}
    bad = 0
    for path in sorted(FOLDER.glob("*.txt")) if len(sys.argv) == 1 else map(Path, sys.argv[1:]):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                written = parse(line.strip(), f"{path.name}:{number}")
            except ValueError as error:
                print(error)
                bad += 1
                continue
            if written.text in seen:
                print(f"{written.where}: the same as {seen[written.text]}")
            seen[written.text] = written.where
            counts["sentences"] += 1
            counts[f"file {path.name}"] += 1
            for act in written.acts:
                counts[act.event_type] += 1
                counts[f"@{act.status}"] += 1
    for name, count in sorted(counts.items()):
        print(f"{count:6} {name}")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
