"""The documents of OntoGUM as the reader sees them: gold words, predicted trees and names, states, gold clusters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from tidings.encoder.decode import Grammar, make_sentence
from tidings.encoder.hints import Hints
from tidings.encoder.lemma import known_lemmas
from tidings.encoder.network import Reading
from tidings.encoder.tree import best_tree, is_tree
from tidings.record import Sentence
from training.export import PLAIN_WEIGHT
from training.measure import load
from training.model import TAGGERS
from training.tags import TAGS, plain
from training.trees import DATA, Example, read_trees

#: A mention is its sentence, its first word and its last word + 1.
Span = tuple[int, int, int]


@dataclass(frozen=True)
class Report:
    """One document: sentences, the state of each word [words, WORD_WIDTH] of each, and the gold clusters."""

    name: str
    sentences: tuple[Sentence, ...]
    forms: tuple[tuple[str, ...], ...]
    states: tuple[Tensor, ...]
    clusters: tuple[frozenset[Span], ...]


class Eyes:
    """The reader with its labels: words in, a sentence and the states of its words out.

    `rough` is for a reader whose heads of kinds and plain names have not learned yet.
    """

    def __init__(self, path: Path, rough: bool = False) -> None:
        self.model, labels, self.numbers = load(path)
        kinds = [""] * len(labels.kinds) if rough else list(labels.kinds)
        lists = list(labels.upos), list(labels.features), list(labels.scripts), kinds, list(labels.relations)
        shipped = Path(str(files("tidings") / "data" / "model"))
        self.grammar = Grammar(*lists, known_lemmas(shipped), {}, Hints.load(shipped / "hints.tsv"))
        self.rough = rough

    def read(self, forms: Sequence[str]) -> tuple[Sentence, Tensor]:
        """A sentence as the encoder reads it, with offsets of the words joined by blanks."""
        batch = self.numbers.batch([Example("", list(forms))])
        with torch.inference_mode():
            words = self.model.words(batch)
            arcs = self.model.arcs(words, torch.ones_like(batch.first, dtype=torch.bool))[0]
            heads = arcs.argmax(1)[1:].tolist()
            heads = heads if is_tree(heads) else best_tree(arcs.numpy())
            relations = self.model.labels(words, torch.tensor([[0, *heads]])).argmax(2)[0, 1:].tolist()
            upos, features, scripts, kinds = (getattr(self.model, n)(words)[0, 1:].argmax(1).tolist() for n in TAGGERS)
            names = self.model.names(words)[0, 1:].log_softmax(1)
            if not self.rough:
                coarse = self.model.plain(words)[0, 1:].log_softmax(1)
                names = names + PLAIN_WEIGHT * coarse[:, [plain(1 << i).bit_length() - 1 for i in range(len(TAGS))]]
        facts, nothing = [0.0] * len(forms), np.zeros((len(forms), 0), np.float32)
        reading = Reading(
            upos,
            features,
            scripts,
            kinds,
            heads,
            relations,
            names.numpy(),
            facts,
            nothing,
            (nothing,) * 3,
        )
        ends = list(accumulate(len(form) + 1 for form in forms))
        ranges = [(end - len(form) - 1, end - 1) for form, end in zip(forms, ends, strict=True)]
        return make_sentence(self.grammar, forms, [reading], ranges), words[0, 1:].half().clone()


def reports(eyes: Eyes, split: str, folders: Sequence[str]) -> list[Report]:
    """The documents of a split of GUM that OntoGUM has, in the order of their names."""
    found = []
    for folder in folders:
        for path in sorted((DATA / folder / "ud" / split).glob("*.conllu")):
            forms = [tuple(example.forms) for example in read_trees(path)]
            sentences, states = zip(*map(eyes.read, forms), strict=True)
            clusters = _gold(DATA / folder / "ontogum" / f"{path.stem}.conll", [len(words) for words in forms])
            found.append(Report(path.stem, sentences, tuple(forms), states, clusters))
    return found


def _gold(path: Path, lengths: list[int]) -> tuple[frozenset[Span], ...]:
    places = [(sentence, word) for sentence, length in enumerate(lengths) for word in range(length)]
    clusters: defaultdict[str, set[Span]] = defaultdict(set)
    open_at: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    rows = [line.split("\t") for line in path.read_text("utf-8").split("\n") if line[:1].isdigit()]
    for place, row in zip(places, rows, strict=True):
        for opened, name, closed in re.findall(r"(\(?)(\d+)(\)?)", row[-1]):
            if opened:
                open_at[name].append(place)
            if closed and open_at[name]:
                sentence, first = open_at[name].pop()
                if sentence == place[0]:
                    clusters[name].add((sentence, first, place[1] + 1))
    return tuple(frozenset(found) for found in clusters.values() if len(found) > 1)
