"""Writes the trained reader as the two ONNX models that ship. `python -m training.export READER.pt OUT_FOLDER`"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto

from tidings.encoder.shape import SHAPES
from training.base import base_vocabulary
from training.bricks import EPSILON, HEADS, LAYERS, WIDTH
from training.corpus import DATA, training_set
from training.graph import MICROSOFT, Array, Graph
from training.lemmas import write_lemmas
from training.model import LABEL

Weights = dict[str, Array]


def main() -> None:
    """Exports the weights and the vocabulary."""
    source, folder = map(Path, sys.argv[1:3])
    saved = torch.load(source, weights_only=True)
    weights = {name: tensor.float().numpy() for name, tensor in saved["weights"].items()}
    labels = {name: list(found) for name, found in saved["labels"].items()}
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(relations(weights, len(labels["relations"])), folder / "relations.onnx")
    model = reader(weights)
    entries = {name: json.dumps(found, ensure_ascii=False) for name, found in labels.items()}
    onnx.helper.set_model_props(model, {**entries, "shapes": json.dumps(SHAPES), "name": "tidings-encoder"})
    onnx.save(model, folder / "encoder.onnx")
    (folder / "vocabulary.txt").write_text("\n".join(base_vocabulary()) + "\n", "utf-8")
    write_lemmas(training_set(), DATA.parent / "lexicon/propbank_frames/rolesets.jsonl", folder / "lemmas.tsv")
    print(f"{folder / 'encoder.onnx'}: {(folder / 'encoder.onnx').stat().st_size / 1e6:.1f} MB")


def reader(weights: Weights) -> onnx.ModelProto:
    """All but the relations, which need a tree first: tags already chosen, scores of names and arcs, best heads, and
    what the relations are read from.
    """
    g = Graph()
    plain = _heads(g, weights, _words(g, weights, _encoder(g, weights)))
    sides = {name: g("Gelu", plain[name], domain=MICROSOFT) for name in (*_ARC_SIDES, *_SIDES)}
    arcs = _arcs(g, weights, *(sides[name] for name in _ARC_SIDES))
    outputs = {name: g("ArgMax", plain[name], axis=2, keepdims=0) for name in _TAGS}
    outputs |= {"names": plain["names"], "arcs": arcs, "heads": g("ArgMax", arcs, axis=2, keepdims=0)}
    outputs |= {side: sides[side] for side in _SIDES}
    inputs = dict.fromkeys(("ids", "shapes", "first"), (TensorProto.INT64, 2))
    kinds = dict.fromkeys(outputs, TensorProto.FLOAT) | dict.fromkeys((*_TAGS, "heads"), TensorProto.INT64)
    return g.model(inputs, outputs, kinds)


def relations(weights: Weights, count: int) -> onnx.ModelProto:
    """The relation of each word, from its own side and that of its head, both [word, place]."""
    g = Graph()
    word, head = _SIDES
    cube = weights["label"].reshape(LABEL + 1, count, LABEL + 1)
    mixed = g.small_linear(word, cube[:-1, :, :-1].reshape(LABEL, -1), cube[-1, :, :-1].reshape(-1))
    mixed = g("Reshape", mixed, g.ints(0, count, LABEL))
    scores = g("Squeeze", g("MatMul", mixed, g("Unsqueeze", head, g.ints(2))), g.ints(2))
    alone = g.linear(word, cube[:-1, :, -1], cube[-1, :, -1])
    chosen = g("ArgMax", g("Add", scores, alone), axis=1, keepdims=0)
    inputs = dict.fromkeys(_SIDES, (TensorProto.FLOAT, 2))
    return g.model(inputs, {"relations": chosen}, {"relations": TensorProto.INT64})


_SIDES = ("label_word", "label_head")
_ARC_SIDES = ("arc_word", "arc_head")
_TAGS = ("upos", "features", "scripts")


def _heads(g: Graph, weights: Weights, x: str) -> dict[str, str]:
    """The linear part of every head, by name: one product for all of them is faster than eight."""
    names = (*_TAGS, "names", *_ARC_SIDES, *_SIDES)
    weight = np.concatenate([weights[f"{name}.weight"] for name in names]).T
    bias = np.concatenate([weights[f"{name}.bias"] for name in names])
    widths = g.ints(*(len(weights[f"{name}.bias"]) for name in names))
    split = g("Split", g.small_linear(x, weight, bias), widths, axis=2, outputs=len(names))
    return {name: f"{split}:{index}" if index else split for index, name in enumerate(names)}


def _encoder(g: Graph, weights: Weights) -> str:
    w = {name.removeprefix("encoder."): value for name, value in weights.items() if name.startswith("encoder.")}
    length = g("Slice", g("Shape", "ids"), g.ints(1), g.ints(2))
    places = g.small_table(g("Range", g.scalar(0), g("Squeeze", length), g.scalar(1)), w["embedding.position.weight"])
    pieces = g.small_table("ids", w["embedding.piece.weight"])
    shapes = g("Gather", g.constant(w["embedding.shape.weight"]), "shapes")
    x = g("Add", g("Add", pieces, shapes), places)
    norm = [g.constant(w[f"embedding.norm.{part}"]) for part in ("weight", "bias")]
    x = g("LayerNormalization", x, *norm, axis=-1, epsilon=EPSILON)
    for layer in range(LAYERS):
        prefix = f"layers.{layer}."
        x = _layer(g, {n.removeprefix(prefix): v for n, v in w.items() if n.startswith(prefix)}, x)
    return x


def _layer(g: Graph, w: Weights, x: str) -> str:
    parts = ("query", "key", "value")
    weight = np.concatenate([w[f"attention.{part}.weight"] for part in parts]).T
    bias = np.concatenate([w[f"attention.{part}.bias"] for part in parts])
    mixed = g.small_linear(x, weight, bias)
    q = g("Split", mixed, g.ints(WIDTH, WIDTH, WIDTH), axis=2, outputs=3)
    seen = g("MultiHeadAttention", q, f"{q}:1", f"{q}:2", domain=MICROSOFT, num_heads=HEADS)
    seen = g.small_linear(seen, w["attention.out.weight"].T, w["attention.out.bias"])
    x = _residual(g, w, "attention_norm", x, seen)
    inner = g("BiasGelu", g.small_linear(x, w["inner.weight"].T), g.constant(w["inner.bias"]), domain=MICROSOFT)
    outer = g.levelled_linear(inner, w["outer.weight"].T, w["outer.bias"])
    return _residual(g, w, "norm", x, outer)


def _residual(g: Graph, w: Weights, norm: str, x: str, added: str) -> str:
    """Two nodes: the fused SkipLayerNormalization of onnxruntime takes four times as long on a processor."""
    parts = [g.constant(w[f"{norm}.{part}"]) for part in ("weight", "bias")]
    return g("LayerNormalization", g("Add", x, added), *parts, axis=-1, epsilon=EPSILON)


def _words(g: Graph, weights: Weights, states: str) -> str:
    """The state of the first piece of each word, and its case."""
    place = g("Unsqueeze", "first", g.ints(2))
    cases = g("Gather", g.constant(weights["shape.weight"]), g("GatherND", "shapes", place, batch_dims=1))
    return g("Concat", g("GatherND", states, place, batch_dims=1), cases, axis=2)


def _arcs(g: Graph, weights: Weights, word: str, head: str) -> str:
    """Scores [sentence, word, head]."""
    mixed = g.linear(word, weights["arc"][:-1], weights["arc"][-1])
    return g("MatMul", mixed, g("Transpose", head, perm=[0, 2, 1]))


if __name__ == "__main__":
    main()
