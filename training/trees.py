"""Sentences of the treebanks, with the names that stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tidings.encoder.lemma import lemma_script

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "train"
EWT = DATA / "ud_ewt/en_ewt-ud-train.conllu"
#: Features of spelling and style say nothing of the grammar.
_UNREAD = ("Typo", "Style", "ExtPos", "Foreign", "Abbr")


@dataclass
class Told:
    """The acts of a sentence; words count from 1. `acts` are (trigger, type, status, actors, recipients)."""

    acts: list[tuple[int, int, int, list[int], list[int]]]
    parties: list[int]
    none: list[int]


@dataclass
class Example:
    """One sentence: its words and what is known of each; an empty list says nothing is known.

    `heads` count words from 1, 0 is the root; `names` are sets of tags (see `training.tags`); `facts` say from -3 to 3
    whether what the word tells of happened, None where nobody judged it; `kinds` are what a noun phrase with this head
    speaks of ("person", "event" ...), "" elsewhere; `plain` is how much the sentence teaches of plain names; `acts` are
    its political acts, and `cues` (cue, words of the source, of the content) its statements, None where nobody looked.
    """

    id: str
    forms: list[str]
    upos: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    facts: list[float | None] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    plain: float = 1.0
    acts: Told | None = None
    cues: list[tuple[int, list[int], list[int]]] | None = None


def read_trees(path: Path) -> Iterator[Example]:
    """The sentences of a CoNLL-U file."""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        name = next((line.split("=", 1)[1].strip() for line in lines if line.startswith("# sent_id")), "")
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            yield _example(name, rows)


def _example(name: str, rows: list[list[str]]) -> Example:
    return Example(
        name,
        [row[1] for row in rows],
        [row[3] for row in rows],
        [grammar_of(row[5]) for row in rows],
        [row[2] for row in rows],
        [int(row[6]) for row in rows],
        [row[7] for row in rows],
        misc=[row[9] for row in rows],
        scripts=[lemma_script(row[1], row[2]) for row in rows],
    )


def grammar_of(features: str) -> str:
    """The features without those of spelling and style; "" for none."""
    return "|".join(f for f in features.split("|") if f != "_" and f.split("=")[0] not in _UNREAD)
