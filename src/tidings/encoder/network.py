"""The ONNX model: arrays of numbers in, arrays of numbers out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.hints import Hints
from tidings.encoder.shape import SHAPES, shape_of
from tidings.encoder.tree import best_tree, is_tree
from tidings.encoder.wordpiece import WordPiece
from tidings.errors import EncoderError

Floats = NDArray[np.float32]
#: The places the model has learned.
LONGEST = 512
_LABELS = ("upos", "features", "scripts", "kinds", "relations", "names")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence as numbers: word pieces with case and hint, and where each word begins (the root at 0)."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    hints: tuple[int, ...]
    first: tuple[int, ...]


#: What the judge reads: scores of types, of statuses, states of acts; scores of cues, states of speech. A row a word.
Judged = tuple[Floats, Floats, NDArray[np.float16], Floats, NDArray[np.float16]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of one sentence, word by word.

    Numbers of labels, heads (from 1; 0 is the root) that make a tree, the scores of the tags of names, from -3 to 3
    whether what a word tells of happened, and what coreference and the judge read.
    """

    upos: list[int]
    features: list[int]
    scripts: list[int]
    kinds: list[int]
    heads: list[int]
    relations: list[int]
    names: Floats
    facts: list[float]
    coref: Floats
    judged: Judged


class Network:
    """The model, its vocabulary and its hints, from one folder.

    Raises `EncoderError` where a file is missing or was made for another version.
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        self.folder = folder = Path(str(files("tidings") / "data" / "model")) if folder is None else folder
        try:
            models = [(folder / name).read_bytes() for name in _MODELS]
            vocabulary = (folder / "vocabulary.txt").read_text("utf-8").splitlines()
            self.hints = Hints.load(folder / "hints.tsv")
        except OSError as error:
            raise EncoderError(f"the model is missing: {error.filename}; `make train` makes it") from error
        self.word_pieces = WordPiece(vocabulary)
        self._reader, self._relations = (_session(model, threads) for model in models)
        about = self._reader.get_modelmeta().custom_metadata_map
        if json.loads(about.get("shapes", "[]")) != list(SHAPES) or not about.keys() >= set(_LABELS):
            raise EncoderError(f"{folder / _MODELS[0]} was made for another version; `make train` makes it anew")
        self.labels: dict[str, list[str]] = {name: json.loads(about[name]) for name in _LABELS}
        self.origin = f"{about['name']}-{hashlib.sha256(b''.join(models)).hexdigest()[:8]}"
        self._looks: dict[str, tuple[int, int]] = {}

    def pieces(self, words: Sequence[str]) -> Pieces:
        """The words as numbers."""
        ids, shapes, hints, first = [self.word_pieces.start], [0], [0], [0]
        for word in words:
            pieces = self.word_pieces(word)
            shape, hint = self._look(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape] * len(pieces))
            hints.extend([hint] * len(pieces))
        return Pieces((*ids, self.word_pieces.end), (*shapes, 0), (*hints, 0), tuple(first))

    def _look(self, word: str) -> tuple[int, int]:
        look = self._looks.get(word)
        if look is None:
            if len(self._looks) > _MEMORY:
                self._looks.clear()
            look = self._looks[word] = shape_of(word), self.hints(word)
        return look

    def read(self, sentences: Sequence[Pieces]) -> list[Reading]:
        """What the model says of sentences of one length in pieces: what is read in one depends on no other."""
        feed = {name: np.array([getattr(p, name) for p in sentences], np.int64) for name in ("ids", "shapes", "hints")}
        length = feed["ids"].shape[1]
        feed["first"] = np.array([row * length + at for row, p in enumerate(sentences) for at in p.first], np.int64)
        found = dict(zip(_OUTPUTS, self._reader.run(_OUTPUTS, feed), strict=True))
        rows = list(_rows(sentences))
        trees = [_tree(found["arc_word"][row] @ found["arc_head"][row].T) for row in rows]
        words = np.concatenate([np.arange(row.start + 1, row.stop) for row in rows])
        above = np.concatenate([np.array(tree) + row.start for tree, row in zip(trees, rows, strict=True)])
        sides = {"label_word": found["label_word"][words], "label_head": found["label_head"][above]}
        (relations,) = self._relations.run(None, sides)
        return [
            _reading(found, tree, relations, index, row)
            for index, (tree, row) in enumerate(zip(trees, rows, strict=True))
        ]


_MODELS = ("encoder.onnx", "relations.onnx")
_COLUMNS = ("upos", "features", "scripts", "kinds", "facts")
_JUDGED = ("acts", "statuses", "sides", "cues", "speech")
_OUTPUTS = [*_COLUMNS, *_JUDGED, "names", "coref", "arc_word", "arc_head", "label_word", "label_head"]
_MEMORY = 200_000


def _rows(sentences: Sequence[Pieces]) -> Iterator[slice]:
    """The rows of the words of each sentence, the root first."""
    start = 0
    for pieces in sentences:
        yield slice(start, start + len(pieces.first))
        start += len(pieces.first)


def _reading(found: dict[str, Any], tree: list[int], relations: Any, index: int, row: slice) -> Reading:
    """The rows of one sentence without its root; relations have no rows for the roots before."""
    here = slice(row.start + 1, row.stop)
    upos, features, scripts, kinds, facts = (found[name][here].tolist() for name in _COLUMNS)
    related = relations[row.start - index : row.stop - index - 1].tolist()
    acts, statuses, states, cues, speech = (found[name][here] for name in _JUDGED)
    names, coref = found["names"][here], found["coref"][here]
    return Reading(
        upos, features, scripts, kinds, tree, related, names, facts, coref, (acts, statuses, states, cues, speech)
    )


def _tree(arcs: Floats) -> list[int]:
    """The best scored heads, or those of the best tree where they make none."""
    heads = arcs[1:].argmax(axis=1).tolist()
    return heads if is_tree(heads) else best_tree(arcs)


def _session(model: bytes, threads: int) -> Any:
    import onnxruntime  # half of the time it takes to start: only who reads text pays for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.enable_mem_pattern = False  # a plan of memory for every new length costs more than it saves
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise EncoderError(f"the model file cannot be loaded: {error}") from error
