"""Who says what, against marks by hand in real reports: `python -m bench.cues [dev|train] [--errors N]`.

`training/reports/cues.tsv` holds the marks, offsets into real reports. Those of `training/reports/dev.tsv` teach
nothing and are for choosing bounds (`dev`); the encoder's judge learned from the others (`train`). Counted as
`tidings evaluate attribution` counts: contents within another's content are left out. `--errors N` shows N statements
missed and N found that are none, of `train` only.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from training.reports import Mark, Marked, marked_reports

from tidings.engine import Reader
from tidings.evaluate.attribution import Roles, aligned, compare, figures, pairs
from tidings.record import Analysis

Spans = list[tuple[int, int]]


def reports(half: str) -> list[Marked]:
    """The reports that `dev.tsv` holds too, or all others."""
    held = {report.document.id for report in marked_reports("dev")}
    return [report for report in marked_reports("cues") if (report.document.id in held) == (half == "dev")]


def roles(report: Marked, analysis: Analysis) -> tuple[list[Roles], list[Roles]]:
    """The marked and the found statements of a report, up to where it was read, nested ones left out."""
    text = report.document.text
    marked = [_spans(mark) for mark in report.marks]
    marked = [one for one in marked if one["Content"] and not any(_holds(other, one) for other in marked)]
    gold, found = aligned({"text": text, "attributions": marked}, analysis)
    end = sum(sign.isalnum() for sign in text[: report.end])
    return gold, [one for one in found if min(one.content) < end]


def _spans(mark: Mark) -> dict[str, Spans]:
    source, content = ([place for party in side for place in party] for side in mark.sides)
    return {"Source": source, "Cue": [(mark.start, mark.end)], "Content": content}


def _holds(outer: dict[str, Spans], inner: dict[str, Spans]) -> bool:
    ours, theirs = (
        range(one["Content"][0][0], one["Content"][-1][1]) if one["Content"] else range(0) for one in (outer, inner)
    )
    holds = len(ours) > len(theirs) and theirs.start in ours and theirs[-1] in ours
    return holds and inner["Cue"][0][0] in ours


def errors(text: str, gold: Sequence[Roles], found: Sequence[Roles]) -> Iterator[tuple[str, str]]:
    """What was missed, and what was found and is none: the kind, and the words of its roles."""
    paired = {id(one) for pair in pairs(gold, found) for one in pair}
    letters = [place for place, sign in enumerate(text) if sign.isalnum()]
    for kind, rows in (("missed", gold), ("no statement", found)):
        for one in rows:
            if id(one) not in paired:
                shown = (text[letters[min(part)] : letters[max(part)] + 1] if part else "-" for part in _parts(one))
                yield kind, " | ".join(" ".join(words.split())[:100] for words in shown)


def _parts(one: Roles) -> tuple[frozenset[int], ...]:
    return one.source, one.cue, one.content


def main() -> None:
    """Prints the figures, and errors where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("half", nargs="?", choices=("dev", "train"), default="dev")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    marked = reports(options.half)
    read = list(Reader().read([report.document for report in marked]))
    both = [(report, roles(report, one)) for report, one in zip(marked, read, strict=True) if isinstance(one, Analysis)]
    tally = sum((compare(*pair) for _, pair in both), Counter[str]())
    for name, figure in figures(tally).items():
        print(f"{name:16} {figure:.3f}")
    wrong = [error for report, pair in both for error in errors(report.document.text, *pair)]
    for kind in ("missed", "no statement") if options.half == "train" else ():
        shown = [words for what, words in wrong if what == kind]
        print(*(f"{kind}: {words}" for words in shown[: options.errors]), sep="\n")


if __name__ == "__main__":
    main()
