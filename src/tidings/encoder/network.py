"""The ONNX model: arrays of numbers in, arrays of numbers out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.shape import SHAPES, shape_of
from tidings.encoder.tree import best_tree, is_tree
from tidings.encoder.wordpiece import WordPiece
from tidings.errors import EncoderError

Floats = NDArray[np.float32]
#: The places the model has learned.
LONGEST = 512
_LABELS = ("upos", "features", "scripts", "relations", "names")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence as numbers: word pieces with their case, and where each word begins (the root at 0)."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of one sentence, word by word.

    Numbers of labels, heads (from 1; 0 is the root) that make a tree, and the scores of the tags of names.
    """

    upos: list[int]
    features: list[int]
    scripts: list[int]
    heads: list[int]
    relations: list[int]
    names: Floats


class Network:
    """The model and its vocabulary, from one folder.

    Raises `EncoderError` where a file is missing or was made for another version.
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        self.folder = folder = Path(str(files("tidings") / "data" / "model")) if folder is None else folder
        try:
            models = [(folder / name).read_bytes() for name in _MODELS]
            vocabulary = (folder / "vocabulary.txt").read_text("utf-8").splitlines()
        except OSError as error:
            raise EncoderError(f"the model is missing: {error.filename}; `make train` makes it") from error
        self.word_pieces = WordPiece(vocabulary)
        self._reader, self._relations = (_session(model, threads) for model in models)
        about = self._reader.get_modelmeta().custom_metadata_map
        if json.loads(about.get("shapes", "[]")) != list(SHAPES):
            raise EncoderError(f"{folder / _MODELS[0]} was made for another version; `make train` makes it anew")
        self.labels: dict[str, list[str]] = {name: json.loads(about[name]) for name in _LABELS}
        self.origin = f"{about['name']}-{hashlib.sha256(b''.join(models)).hexdigest()[:8]}"
        self._shapes: dict[str, int] = {}

    def pieces(self, words: Sequence[str]) -> Pieces:
        """The words as numbers."""
        ids, shapes, first = [self.word_pieces.start], [0], [0]
        for word in words:
            pieces = self.word_pieces(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([self._shape(word)] * len(pieces))
        return Pieces((*ids, self.word_pieces.end), (*shapes, 0), tuple(first))

    def _shape(self, word: str) -> int:
        shape = self._shapes.get(word)
        if shape is None:
            if len(self._shapes) > _MEMORY:
                self._shapes.clear()
            shape = self._shapes[word] = shape_of(word)
        return shape

    def read(self, pieces: Pieces) -> Reading:
        """What the model says of a sentence: the best scored heads, or those of the best tree where they make none."""
        feed = {name: np.array([getattr(pieces, name)], np.int64) for name in ("ids", "shapes", "first")}
        *numbers, names, arcs, word, head = (out[0] for out in self._reader.run(_OUTPUTS, feed))
        upos, features, scripts, heads = (found[1:].tolist() for found in numbers)
        if not is_tree(heads):
            heads = best_tree(arcs)
        (relations,) = self._relations.run(None, {"label_word": word[1:], "label_head": head[heads]})
        return Reading(upos, features, scripts, heads, relations.tolist(), names[1:])


_MODELS = ("encoder.onnx", "relations.onnx")
_OUTPUTS = ["upos", "features", "scripts", "heads", "names", "arcs", "label_word", "label_head"]
_MEMORY = 200_000


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
