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
from tidings.encoder.wordpiece import WordPiece
from tidings.errors import EncoderError

Ints = NDArray[np.int64]
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
    """What the model says of one sentence: a number a word and head (names and arcs: scores), without the root's."""

    upos: list[int]
    features: list[int]
    scripts: list[int]
    heads: list[int]
    relations: list[int]
    names: Floats
    arcs: Floats


class Network:
    """The model and its vocabulary, from one folder.

    Raises `EncoderError` where a file is missing or was made for another version.
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        self.folder = folder = Path(str(files("tidings") / "data" / "model")) if folder is None else folder
        try:
            model = (folder / "encoder.onnx").read_bytes()
            vocabulary = (folder / "vocabulary.txt").read_text("utf-8").splitlines()
        except OSError as error:
            raise EncoderError(f"the model is missing: {error.filename}; `make train` makes it") from error
        self.word_pieces = WordPiece(vocabulary)
        self._session = _session(model, threads)
        about = self._session.get_modelmeta().custom_metadata_map
        if json.loads(about.get("shapes", "[]")) != list(SHAPES):
            raise EncoderError(f"{folder / 'encoder.onnx'} was made for another version; `make train` makes it anew")
        self.labels: dict[str, list[str]] = {name: json.loads(about[name]) for name in _LABELS}
        self.origin = f"{about['name']}-{hashlib.sha256(model).hexdigest()[:8]}"
        self._shapes: dict[str, int] = {}

    def pieces(self, words: Sequence[str]) -> Pieces:
        """The words as numbers."""
        ids, shapes, first = [self.word_pieces.start], [0], [0]
        for word in words:
            pieces = self.word_pieces(word)
            shape = self._shapes.get(word)
            if shape is None:
                shape = self._shapes[word] = shape_of(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape] * len(pieces))
        if len(self._shapes) > 200_000:
            self._shapes.clear()
        return Pieces((*ids, self.word_pieces.end), (*shapes, 0), tuple(first))

    def read(self, batch: Sequence[Pieces], heads: Sequence[Sequence[int]] | None = None) -> list[Reading]:
        """What the model says of sentences of one and the same number of pieces; `heads` are taken where given."""
        widest = max(len(pieces.first) for pieces in batch)
        first = np.zeros((len(batch), widest), np.int64)
        forced = np.full((len(batch), widest), -1, np.int64)
        for row, pieces in enumerate(batch):
            first[row, : len(pieces.first)] = pieces.first
            if heads is not None:
                forced[row, 1 : len(pieces.first)] = heads[row]
        feed = {
            "ids": np.array([pieces.ids for pieces in batch], np.int64),
            "shapes": np.array([pieces.shapes for pieces in batch], np.int64),
            "first": first,
            "forced": forced,
        }
        out = dict(zip(_OUTPUTS, self._session.run(_OUTPUTS, feed), strict=True))
        return [_reading(out, row, len(pieces.first)) for row, pieces in enumerate(batch)]


_NUMBERS = ("upos", "features", "scripts", "heads", "relations")
_OUTPUTS = [*_NUMBERS, "names", "arcs"]


def _reading(out: dict[str, Any], row: int, words: int) -> Reading:
    upos, features, scripts, heads, relations = (out[name][row, 1:words].tolist() for name in _NUMBERS)
    names, arcs = out["names"][row, 1:words], out["arcs"][row, :words, :words]
    return Reading(upos, features, scripts, heads, relations, names, arcs)


def _session(model: bytes, threads: int) -> Any:
    import onnxruntime  # half of the time it takes to start: only who reads text pays for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise EncoderError(f"the model file cannot be loaded: {error}") from error
