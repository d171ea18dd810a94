"""The second pass over the written sentences: another reader labels them without seeing the labels.

`python -m training.review show FILE.txt EVERY` prints every so many-th sentence with its parties and the words of its
acts, but without types; `python -m training.review compare FILE.txt ANSWERS` says how often the answers differ. An
answer is the line's number, a tab, and for each word of an act in text order `A>B TYPE@status` or NONE, joined by `; `.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from training.acts import Act, parse

_LABELS = re.compile(r"\{(?:NONE|\S+ \S+) ([^{}]+)\}")


def show(path: Path, every: int) -> None:
    """Prints the sentences without the labels of their acts."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if number % every == 0 and line.strip() and not line.startswith("#"):
            print(number, _LABELS.sub(r"{\1}", line), sep="\t")


def compare(path: Path, answers: Path) -> None:
    """Prints how many acts were labelled twice, and how often type, sides and status differ."""
    lines = path.read_text("utf-8").splitlines()
    tally: Counter[str] = Counter()
    for answer in answers.read_text("utf-8").splitlines():
        number, _, labels = answer.partition("\t")
        written = parse(lines[int(number) - 1].strip(), f"{path.name}:{number}")
        given = [_label(label.strip()) for label in labels.split(";") if label.strip()]
        if len(given) != len(written.acts):
            print(f"{path.name}:{number}: {len(written.acts)} acts, {len(given)} answers")
            continue
        for first, second in zip(map(_written, written.acts), given, strict=True):
            tally["acts"] += 1
            differ = [name for name, a, b in zip(("type", "sides", "status"), first, second, strict=True) if a != b]
            tally.update(differ)
            if differ:
                print(f"{path.name}:{number}: {', '.join(differ)}: {first} or {second}")
    print(dict(tally))


_Label = tuple[str, str, str]


def _written(act: Act) -> _Label:
    if act.event_type == "NONE":
        return "NONE", "", ""
    return act.event_type, _sides(act.actors, act.recipients), act.status


def _label(answer: str) -> _Label:
    if answer == "NONE":
        return "NONE", "", ""
    act = parse(f"{{{answer} x}} [1 x] [2 x] [3 x] [4 x] [5 x] [6 x] [7 x] [8 x] [9 x]", answer).acts[0]
    return _written(act)


def _sides(*sides: tuple[int, ...]) -> str:
    return ">".join(",".join(map(str, sorted(side))) for side in sides)


def main() -> None:
    """Shows or compares."""
    if sys.argv[1] == "show":
        show(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        compare(Path(sys.argv[2]), Path(sys.argv[3]))


if __name__ == "__main__":
    main()
