"""From what readers wrote to rows of `training/reports/`: `python -m training.marking acts|cues|names MARKED OUT.tsv`.

Reports are parted by `=== id END`, read up to END; each line begins with the number of a sentence. Acts are marked in
the sentence itself, in the notation of `training/acts` ("3: [1 The minister] {1>2 CONSULT met} ..."). Cues and names
are listed ("3 | said | the minister | the talks ... the week", "3 | PERSON Jane Doe | NORP Danish"); words found
several times are those nearest to the cue, or the second with "#2". What cannot be placed is told on stderr.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tidings.record import Span
from training.acts import Written, parse
from training.real import real_reports
from training.reports import READ
from training.tags import TYPES
from training.written import read_sentences

Row = tuple[str, str, str, str, str, str]
#: Brackets of the report itself, as in "[it] failed", are no marks.
_LITERAL = re.compile(r"\[(?!\d )([^\[\]]*)\]")
_BRACKETS = str.maketrans("⟦⟧", "[]")
_PARTS = re.compile(r" *\| *")
_NUMBERED = re.compile(r"(.*?)#(\d)$")


def rows(kind: str, marked: Path) -> Iterator[Row]:
    """The rows of one file of marks."""
    report, text, at = "", "", 0
    spans: list[Span] = []
    for number, line in enumerate(marked.read_text("utf-8").splitlines(), 1):
        where = f"{marked.name}:{number}"
        if line.startswith("==="):
            _, report, end = line.split()
            document = real_reports()[report]
            text, at, spans = document.text, 0, [] if kind == "acts" else _spans(report)
            yield report, "0", end, READ, "", ""
            continue
        try:
            if kind == "acts" and line.strip():
                written = parse(_LITERAL.sub(r"⟦\1⟧", line.split(":", 1)[1].strip()), where)
                places = _places(written.text.translate(_BRACKETS), text, at)
                at = places[0]
                yield from _acts(report, written, places)
            elif line.strip():
                sentence, *parts = _PARTS.split(line.strip())
                found = _listed_cue if kind == "cues" else _listed_names
                yield from ((report, *row) for row in found(text, spans[int(sentence)], parts))
        except (ValueError, IndexError) as error:
            print(f"left out: {where}: {error}", file=sys.stderr)


def _spans(report: str) -> list[Span]:
    return [sentence.span for sentence in read_sentences(real_reports()[report])]


# --- acts, marked in the sentence -------------------------------------------------------------------------------------


def _places(sentence: str, text: str, at: int) -> list[int]:
    """Where each sign of the sentence, and its end, stands in the text; blanks count alike however many they are."""
    found = re.compile(r"\s+".join(map(re.escape, sentence.split()))).search(text, at)
    if found is None:
        raise ValueError(f"not in the report: {sentence[:60]}")
    places, here = [], found.start()
    for sign in sentence:
        if not sign.isspace():
            while text[here].isspace():
                here += 1
        places.append(here)
        here += not sign.isspace()
    return [*places, found.end()]


def _acts(report: str, written: Written, places: list[int]) -> Iterator[Row]:
    for act in written.acts:
        kind = act.event_type + (f"/{act.mode}" if act.mode else "") + (f"@{act.status}" if act.status else "")
        first, second = (
            ";".join(",".join(_range(places, *place) for place in written.parties[number]) for number in side)
            for side in (act.actors, act.recipients)
        )
        yield report, str(places[act.start]), str(places[act.end - 1] + 1), kind, first, second


def _range(places: list[int], start: int, end: int) -> str:
    return f"{places[start]}-{places[end - 1] + 1}"


# --- cues and names, listed after the sentence's number ---------------------------------------------------------------


def _listed_cue(text: str, sentence: Span, parts: Sequence[str]) -> Iterator[tuple[str, str, str, str, str]]:
    said, *sides = (*parts, "-", "-")[:3]
    cue = _find(text, sentence, said, None)
    if cue is None:
        return
    source, content = (_find(text, sentence, side, cue) for side in sides)
    yield str(cue.start), str(cue.end), "cue", _written(source), _written(content)


def _listed_names(text: str, sentence: Span, parts: Sequence[str]) -> Iterator[tuple[str, str, str, str, str]]:
    for part in filter(None, parts):
        kind, _, words = part.partition(" ")
        if kind not in TYPES:
            raise ValueError(f"no type of name: {part}")
        for place in _all(text, sentence, words):
            yield str(place.start), str(place.end), kind, "", ""


def _written(place: Span | None) -> str:
    return f"{place.start}-{place.end}" if place else ""


def _find(text: str, sentence: Span, words: str, near: Span | None) -> Span | None:
    """The place of these words, or of a stretch given by its first and last ones; the nearest to `near`."""
    if words == "-" or not words:
        return None
    if " ... " in words:
        first, last = words.split(" ... ", 1)
        begin = _all(text, sentence, first)[0]
        end = [place for place in _all(text, sentence, last) if place.end > begin.end][-1]
        return Span(begin.start, end.end)
    places = _all(text, sentence, words)
    return min(places, key=lambda place: abs(place.start - near.start)) if near else places[0]


def _all(text: str, sentence: Span, words: str) -> list[Span]:
    """Every place of these words in the sentence, or the one that "#2" names. Raises ValueError where there is none."""
    numbered = _NUMBERED.fullmatch(words)
    words = numbered[1] if numbered else words
    pattern = r"\s+".join(map(re.escape, words.split()))
    edged = rf"(?<!\w){pattern}(?!\w)" if words[:1].isalnum() and words[-1:].isalnum() else pattern
    found = [Span(m.start(), m.end()) for m in re.compile(edged).finditer(text, sentence.start, sentence.end)]
    if not found:
        raise ValueError(f"not in the sentence: {words[:60]}")
    return [found[int(numbered[2]) - 1]] if numbered else found


def main() -> None:
    """Appends the rows to a file."""
    kind, marked, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    with out.open("a", encoding="utf-8", newline="") as lines:
        csv.writer(lines, delimiter="\t", lineterminator="\n").writerows(rows(kind, marked))


if __name__ == "__main__":
    main()
