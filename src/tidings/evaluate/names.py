"""Names: spans and types, against sets with other inventories than ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tidings.encoder import Encoder
from tidings.errors import UsageError
from tidings.evaluate.scores import f1
from tidings.record import NameType, Sentence

#: What each label of a set is called when scored. Gold labels that are not here (UNER's OTH, CrossNER's misc, award,
#: literarygenre ...) are dropped, and so is what we find in their place.
_GOLD = {
    "PER": "PERSON",
    "LOC": "LOC",
    "ORG": "ORG",
    **dict.fromkeys(("person", "politician", "musicalartist", "scientist", "researcher", "writer"), "PERSON"),
    **dict.fromkeys(("organisation", "politicalparty", "band", "university"), "ORG"),
    **dict.fromkeys(("country", "location"), "LOC"),
    **dict.fromkeys(("event", "election", "conference"), "EVENT"),
}
#: Ours under the names of the sets, which do not tell states, land and buildings apart.
_OURS = {
    NameType.PERSON: "PERSON",
    NameType.ORG: "ORG",
    NameType.GPE: "LOC",
    NameType.LOC: "LOC",
    NameType.FAC: "LOC",
    NameType.EVENT: "EVENT",
}
#: First word, one past the last, type.
Found = tuple[int, int, str]


def score_names(path: Path, encoder: Encoder) -> tuple[int, dict[str, float]]:
    """How many sentences, and F1, precision and recall of names: span and type must both be right.

    Reads UNER's IOB2 (a file, or a folder: its test file) and CrossNER's columns (a file, a domain, or all of them:
    their test files). A type of ours that the set does not have at all is not counted against us.
    """
    sentences = [sentence for file in _files(path) for sentence in _read(file)]
    kinds = {_GOLD[kind] for _, tags in sentences for _, _, kind in _spans(tags) if kind in _GOLD}
    read = encoder.parse_words([words for words, _ in sentences])
    right = found = gold = 0
    for (_, tags), sentence in zip(sentences, read, strict=True):
        spans = list(_spans(tags))
        wanted = {(a, b, _GOLD[kind]) for a, b, kind in spans if kind in _GOLD}
        dropped = [(a, b) for a, b, kind in spans if kind not in _GOLD]
        ours = {name for name in _names(sentence, kinds) if not any(a < name[1] and name[0] < b for a, b in dropped)}
        right, found, gold = right + len(wanted & ours), found + len(ours), gold + len(wanted)
    figures = {"f1": f1(right, found, gold), "precision": right / (found or 1), "recall": right / (gold or 1)}
    return len(sentences), figures


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = sorted([*path.glob("*-test.iob2"), *path.glob("test.txt"), *path.glob("*/test.txt")])
    if not found:
        raise UsageError(f"{path} holds neither a test file of UNER (*-test.iob2) nor of CrossNER (test.txt)")
    return found


def _read(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Words and tags of each sentence."""
    word, tag = (1, 2) if path.suffix == ".iob2" else (0, -1)
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        cells = line.split("\t")
        if len(cells) > 1 and not line.startswith("# "):
            words.append(cells[word])
            tags.append("O" if cells[tag] == "B-O" else cells[tag])
        elif not line.strip() and words:
            yield words, tags
            words, tags = [], []


def _spans(tags: Sequence[str]) -> Iterator[Found]:
    start, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        place, _, name = tag.partition("-")
        if kind and (place != "I" or name != kind):
            yield start, index, kind
            kind = ""
        if place in "BI" and not kind:
            start, kind = index, name


def _names(sentence: Sentence, kinds: set[str]) -> Iterator[Found]:
    for name in sentence.names:
        kind = _OURS.get(name.type)
        if kind is not None and kind in kinds:
            yield name.first, name.last, kind
