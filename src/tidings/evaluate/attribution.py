"""Who said what, against PolNeAR (Newell, Margolin & Ruths 2018)."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, count, groupby
from pathlib import Path
from typing import Any

from tidings.evaluate.scores import f1
from tidings.record import Analysis, Span

#: Letters and digits of a text by their number.
Letters = frozenset[int]
FIGURES = ("cue", "source_exact", "source_overlap", "content_exact", "content_overlap", "all_overlap")


@dataclass(frozen=True, slots=True)
class Roles:
    """One attribution: the letters that each role covers."""

    source: Letters
    cue: Letters
    content: Letters


def score_attribution(path: Path, reader: Callable[[str], Analysis]) -> tuple[int, dict[str, float]]:
    """F1 of cue, source and content over a file or folder of JSONL: `text` and `attributions` with lists of spans.

    Spans are compared by their letters and digits only, so that blanks, quote marks and punctuation at an edge do not
    count; `exact` asks for the same letters, `overlap` for one in common (Pareti 2016 and Newell et al. 2018 count
    per role in this way). Attributions are paired one to one, the largest overlap of contents first, then of cues;
    a role that one side leaves empty is not counted on that side. `cue_f1` asks for overlap; `all_overlap_f1` for
    overlap in every role that the gold one has.

    PolNeAR is flat, and gives one attribution all the stretches of a content that its cue interrupts. So predictions
    that share a cue are taken as one, and predictions nested in another are left out.

    Returns the number of gold attributions and the figures.
    """
    tally: Counter[str] = Counter()
    for row in _rows(path):
        tally.update(compare(*aligned(row, reader(row["text"]))))
    return tally["gold_all"], {f"{name}_f1": figure for name, figure in figures(tally).items()}


def figures(tally: Mapping[str, int]) -> dict[str, float]:
    """The F1 of each of `FIGURES`, from what `compare` counted.

    >>> one = Roles(frozenset({1}), frozenset({2}), frozenset({3, 4}))
    >>> figures(compare([one], [one, Roles(frozenset(), frozenset({7}), frozenset({8}))]))["source_exact"]
    1.0
    """
    roles = {name: name.split("_")[0] for name in FIGURES}
    return {name: f1(tally[name], tally[f"predicted_{role}"], tally[f"gold_{role}"]) for name, role in roles.items()}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        with file.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def aligned(row: dict[str, Any], analysis: Analysis) -> tuple[list[Roles], list[Roles]]:
    """The gold and the predicted attributions over the same letters: those of the text as it was given."""
    text = row["text"]
    number = list(accumulate((sign.isalnum() for sign in text), initial=0))
    gold = [
        Roles(*(_letters(number, one.get(role, ())) for role in ("Source", "Cue", "Content")))
        for one in row["attributions"]
        if one.get("Content")
    ]
    return gold, _predicted(analysis, text)


def _letters(number: Sequence[int], spans: Iterable[Sequence[int]]) -> Letters:
    return frozenset(letter for start, end in spans for letter in range(number[start], number[end]))


def _predicted(analysis: Analysis, text: str) -> list[Roles]:
    place = _places(analysis.document.text, text)

    def letters(span: Span | None) -> Letters:
        found = () if span is None else (place[at] for at in range(span.start, span.end))
        return frozenset(letter for letter in found if letter is not None)

    sources: dict[Span, Letters] = {}
    contents: defaultdict[Span, set[int]] = defaultdict(set)
    flat = []
    for one in analysis.attributions:
        if one.parent is not None:
            continue
        source = letters(one.source.span) if one.source else frozenset()
        if one.cue is None:
            flat.append(Roles(source, frozenset(), letters(one.content)))
        else:
            sources[one.cue] = source
            contents[one.cue] |= letters(one.content)
    return flat + [Roles(sources[cue], letters(cue), frozenset(found)) for cue, found in contents.items()]


def _places(stored: str, given: str) -> list[int | None]:
    """For each sign of the stored text the number of that letter in the given one; None for signs that are no letters.

    Storing may normalise a text; where the letters changed, they are aligned by the words in common.
    """
    if [sign for sign in stored if sign.isalnum()] == [sign for sign in given if sign.isalnum()]:
        number = count()
        return [next(number) if sign.isalnum() else None for sign in stored]
    places: list[int | None] = [None] * len(stored)
    ours, theirs = _words(stored), _words(given)
    matcher = SequenceMatcher(None, [word for word, _, _ in ours], [word for word, _, _ in theirs], autojunk=False)
    for block in matcher.get_matching_blocks():
        for (_, start, _), (word, _, number_of) in zip(ours[block.a :][: block.size], theirs[block.b :], strict=False):
            places[start : start + len(word)] = range(number_of, number_of + len(word))
    return places


def _words(text: str) -> list[tuple[str, int, int]]:
    """Runs of letters and digits: the run, where it stands, and the number of its first letter."""
    runs, letters = [], 0
    for is_word, signs in groupby(enumerate(text), key=lambda pair: pair[1].isalnum()):
        if is_word:
            run = list(signs)
            runs.append(("".join(sign for _, sign in run), run[0][0], letters))
            letters += len(run)
    return runs


def compare(gold: Sequence[Roles], predicted: Sequence[Roles]) -> Counter[str]:
    """How many of each role there are on both sides, and how many of the pairs agree.

    >>> one = Roles(frozenset({1}), frozenset({2}), frozenset({3, 4}))
    >>> compare([one], [one])["content_exact"]
    1
    """
    tally: Counter[str] = Counter(gold_all=len(gold), predicted_all=len(predicted))
    for side, rows in (("gold", gold), ("predicted", predicted)):
        for role in ("source", "cue", "content"):
            tally[f"{side}_{role}"] += sum(bool(getattr(one, role)) for one in rows)
    for ours, theirs in pairs(gold, predicted):
        shared = {role: bool(getattr(ours, role) & getattr(theirs, role)) for role in ("source", "cue", "content")}
        tally["cue"] += shared["cue"]
        for role in ("source", "content"):
            tally[f"{role}_overlap"] += shared[role]
            tally[f"{role}_exact"] += shared[role] and getattr(ours, role) == getattr(theirs, role)
        tally["all_overlap"] += all(hit or not getattr(ours, role) for role, hit in shared.items())
    return tally


def pairs(gold: Sequence[Roles], predicted: Sequence[Roles]) -> list[tuple[Roles, Roles]]:
    """One to one, the largest overlap of contents first, then of cues."""
    ranked = sorted(
        (
            (len(ours.content & theirs.content), len(ours.cue & theirs.cue), -row, -column)
            for row, ours in enumerate(gold)
            for column, theirs in enumerate(predicted)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for content, cue, row, column in ranked:
        if (content or cue) and row not in found and column not in taken:
            found[row] = column
            taken.add(column)
    return [(gold[-row], predicted[-column]) for row, column in found.items()]
