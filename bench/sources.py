"""Who speaks, in GUM's open documents: `python -m bench.sources [dev|test|train] [--errors]`.

GUM's discourse trees mark attributions: the unit that holds source and cue hangs on the unit that holds the head of the
content, and a signal names the words of the source (eRST, Zeldes et al. 2024). Asked is whether the source is right
where the content is found: where an attribution covers at least half of that unit, and the narrowest one that does
has its source on one of those words. Errors are only ever shown of dev.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.places import SHARED
from tidings.evaluate.tree import Treebank, read_treebank
from tidings.record import Analysis, Attribution, Document, Span, Zone, ZoneKind

GUM = SHARED / "data/train/gum_open"
_SOURCE = re.compile(r"semantic-attribution_source-([\d,-]+)-")


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution of GUM: the words of the source, and the unit that holds the head of the content."""

    source: tuple[Span, ...]
    content: Span


@dataclass(frozen=True, slots=True)
class Text:
    """A document of GUM with its attributions."""

    document: Document
    attributed: tuple[Attributed, ...]


def load_texts(split: str, folder: Path = GUM) -> list[Text]:
    """The documents of a split that hold attributions with a source.

    Raises `LookupError` where the units of a document are not the words of its trees.
    """
    wanted: dict[str, list[tuple[str, str]]] = {}
    with (folder / "attributions_rst.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["split"] == split:
                wanted.setdefault(row["doc"], []).append((row["edu"], row["head"]))
    return [_text(folder, split, name, pairs) for name, pairs in wanted.items()]


def _text(folder: Path, split: str, name: str, pairs: Sequence[tuple[str, str]]) -> Text:
    treebank = read_treebank(folder / "ud" / split / f"{name}.conllu")
    words = [token.span for sentence in treebank.sentences for token in sentence.tokens]
    units, signals, at = {}, {}, 0
    for line in (folder / "rsd" / f"{name}.rsd").read_text("utf-8").splitlines():
        fields = line.split("\t")
        size = len(fields[1].split())
        units[fields[0]], signals[fields[0]] = Span(words[at].start, words[at + size - 1].end), fields[-1]
        at += size
    if at != len(words):
        raise LookupError(f"{name}: {at} words in the units, {len(words)} in the trees")
    found = (
        Attributed(tuple(words[number - 1] for number in _numbers(signal.group(1))), units[head])
        for unit, head in pairs
        if (signal := _SOURCE.search(signals[unit])) and head in units
    )
    return Text(_document(treebank), tuple(found))


def _numbers(ranges: str) -> Iterator[int]:
    """The word numbers of "121-124,130"."""
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _document(treebank: Treebank) -> Document:
    zones, start = [], 0
    for paragraph in treebank.text.split("\n\n"):
        zones.append(Zone(ZoneKind.BODY, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Document.of(treebank.text, tuple(zones))


def covering(unit: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution with the narrowest content that covers at least half of a unit."""
    fits = [
        one
        for one in attributions
        if 2 * (min(unit.end, one.content.end) - max(unit.start, one.content.start)) >= len(unit)
    ]
    return min(fits, key=lambda one: len(one.content), default=None)


def outcomes(texts: Sequence[Text], analyses: Sequence[Analysis]) -> Iterator[tuple[Attributed, Analysis, bool]]:
    """Each attribution whose content is found, with the report as it was read, and whether its source is right."""
    for text, analysis in zip(texts, analyses, strict=True):
        for one in text.attributed:
            if (found := covering(one.content, analysis.attributions)) is not None:
                source = found.source
                yield one, analysis, bool(source and any(source.span.overlaps(word) for word in one.source))


def main(arguments: list[str]) -> None:
    """Print the contents found and the share of them whose source is right, and with `--errors` those of dev."""
    from tidings.engine import Reader

    reader = Reader()
    for split in [one for one in ("dev", "test", "train") if one in arguments] or ["dev", "test"]:
        texts = load_texts(split)
        read = [one for one in reader.read([text.document for text in texts]) if isinstance(one, Analysis)]
        results = list(outcomes(texts, read))
        asked = sum(len(text.attributed) for text in texts)
        right = sum(hit for _, _, hit in results)
        print(f"{split:5} {asked:4} contents found {len(results):4} source right {right / len(results):.3f}")
        for one, analysis, hit in results if split == "dev" and "--errors" in arguments else ():
            if not hit:
                print(_told(one, analysis))


def _told(one: Attributed, analysis: Analysis) -> str:
    text, found = analysis.document.text, covering(one.content, analysis.attributions)
    read = found.source.span.slice(text) if found and found.source else None
    return f"{one.content.slice(text)}\n    {' '.join(word.slice(text) for word in one.source)}; read: {read}"


if __name__ == "__main__":
    main(sys.argv[1:])
