"""Writes the trained reader as the two ONNX models that ship. `python -m training.export READER.pt OUT_FOLDER`"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto

from tidings.encoder.shape import SHAPES
from training.base import base_vocabulary
from training.bricks import BRANCH, EPSILON, HEADS, LAYERS, OWN, WIDTH
from training.corpus import treebanks
from training.graph import MICROSOFT, Array, Bytes, Graph
from training.hints import write_hints
from training.lemmas import write_lemmas
from training.measure import load
from training.model import LABEL, TAGGERS
from training.ranges import Ranges, ranges_of
from training.tags import TAGS, plain
from training.trees import DATA

Weights = dict[str, Array]

#: How much the head of plain names weighs against that of all names; chosen on UNER EWT dev.
PLAIN_WEIGHT = 1.0


def main() -> None:
    """Exports the weights, the vocabulary, the lemmas and the hints."""
    source, folder = map(Path, sys.argv[1:3])
    model, labels, numbers = load(source)
    weights = {name: tensor.float().numpy() for name, tensor in model.state_dict().items()}
    folder.mkdir(parents=True, exist_ok=True)
    ranges = ranges_of(model, numbers)
    onnx.save(relations(weights, len(labels.relations), ranges), folder / "relations.onnx")
    graph = reader(weights, ranges)
    kept = ("upos", "features", "scripts", "kinds", "relations", "names")
    about = {name: json.dumps(getattr(labels, name), ensure_ascii=False) for name in kept}
    onnx.helper.set_model_props(graph, {**about, "shapes": json.dumps(SHAPES), "name": "tidings-encoder"})
    onnx.save(graph, folder / "encoder.onnx")
    np.savez_compressed(folder / "judge.npz", allow_pickle=False, **_judge(weights))
    (folder / "vocabulary.txt").write_text("\n".join(base_vocabulary()) + "\n", "utf-8")
    write_lemmas(treebanks(), DATA.parent / "lexicon/propbank_frames/rolesets.jsonl", folder / "lemmas.tsv")
    write_hints(folder / "hints.tsv")
    print(f"{folder / 'encoder.onnx'}: {(folder / 'encoder.onnx').stat().st_size / 1e6:.1f} MB")


def _judge(weights: Weights) -> dict[str, Array]:
    """What the judge adds up outside the model, as `tidings.encoder.judge.Weights` names it."""
    w = {name.removeprefix("judge."): value for name, value in weights.items()}
    return {
        "nobody": w["nobody"],
        "decide": w["decide.weight"].T,
        "decided": w["decide.bias"],
        "facing": w["facing"],
        "spoken": w["spoken"],
    }


def reader(weights: Weights, ranges: Ranges) -> onnx.ModelProto:
    """All but the relations, which need a tree first.

    In: word pieces with their case and hint, [sentence, piece], of sentences of one length; the place of the first
    piece of each word among all pieces, the root's too. Out, a row a word: tags already chosen, scores of names, the
    value of factuality, and what arcs, relations and coreference are read from.
    """
    g = Graph()
    folded = g("Concat", g("Shape", "ids"), g.ints(WIDTH), axis=0)
    early = _layers(g, weights, ranges, "encoder.layers", range(BRANCH), _embedding(g, weights), folded)
    last = _layers(g, weights, ranges, "encoder.layers", range(BRANCH, LAYERS), early, folded)
    own = _layers(g, weights, ranges, "judge.layers", range(OWN), early, folded)
    words = _words(g, weights, last)
    judged = g("Concat", words, g("Gather", own, "first"), axis=1)
    heads = _heads(g, weights, g.bytes(words, *ranges["words"]), (*_PLAIN, *_ARC_SIDES, *_SIDES, "coref"))
    heads |= _heads(g, weights, g.bytes(judged, *ranges["judged"]), tuple(f"judge.{part}" for part in _JUDGED.values()))
    sides = {name: g("Gelu", heads[name], domain=MICROSOFT) for name in (*_ARC_SIDES, *_SIDES)}
    outputs = {name: g("ArgMax", heads[name], axis=1, keepdims=0) for name in TAGGERS}
    outputs["names"] = _names(g, heads)
    outputs["facts"] = g("Squeeze", heads["facts"], g.ints(1))
    outputs |= {name: heads[f"judge.{part}"] for name, part in _JUDGED.items()}
    outputs |= {name: g("Cast", outputs[name], to=TensorProto.FLOAT16) for name in _FACING}
    outputs["arc_word"] = g.linear(sides["arc_word"], weights["arc"][:-1], weights["arc"][-1])
    outputs |= {name: sides[name] for name in ("arc_head", *_SIDES)}
    if "coref" in heads:
        outputs["coref"] = heads["coref"]
    inputs = {**dict.fromkeys(("ids", "shapes", "hints"), (TensorProto.INT64, 2)), "first": (TensorProto.INT64, 1)}
    kinds = dict.fromkeys(outputs, TensorProto.FLOAT) | dict.fromkeys(TAGGERS, TensorProto.INT64)
    kinds |= dict.fromkeys(_FACING, TensorProto.FLOAT16)
    return g.model(inputs, outputs, kinds)


def relations(weights: Weights, count: int, ranges: Ranges) -> onnx.ModelProto:
    """The relation of each word, from its own side and that of its head, both [word, place]."""
    g = Graph()
    word, head = _SIDES
    cube = weights["label"].reshape(LABEL + 1, count, LABEL + 1)
    small = g.bytes(word, *ranges["labels"])
    mixed = g.small_linear(small, cube[:-1, :, :-1].reshape(LABEL, -1), cube[-1, :, :-1].reshape(-1))
    mixed = g("Reshape", mixed, g.ints(0, count, LABEL))
    scores = g("Squeeze", g("MatMul", mixed, g("Unsqueeze", head, g.ints(2))), g.ints(2))
    alone = g.linear(word, cube[:-1, :, -1], cube[-1, :, -1])
    chosen = g("ArgMax", g("Add", scores, alone), axis=1, keepdims=0)
    inputs = dict.fromkeys(_SIDES, (TensorProto.FLOAT, 2))
    return g.model(inputs, {"relations": chosen}, {"relations": TensorProto.INT64})


_SIDES = ("label_word", "label_head")
_ARC_SIDES = ("arc_word", "arc_head")
#: The outputs of the judge, and its layers; those that hold states are given in half precision.
_JUDGED = {"acts": "types", "statuses": "statuses", "sides": "sides", "cues": "cues", "speech": "speech"}
_FACING = ("sides", "speech")


#: The heads that need no more than one layer.
_PLAIN = (*TAGGERS, "names", "plain", "facts")


def _heads(g: Graph, weights: Weights, x: Bytes, names: Sequence[str]) -> dict[str, str]:
    """The linear part of these heads, by name: one product for all of them is faster than twelve."""
    names = tuple(name for name in names if f"{name}.weight" in weights)
    weight = np.concatenate([weights[f"{name}.weight"] for name in names]).T
    bias = np.concatenate([weights[f"{name}.bias"] for name in names])
    widths = g.ints(*(len(weights[f"{name}.bias"]) for name in names))
    split = g("Split", g.small_linear(x, weight, bias), widths, axis=1, outputs=len(names))
    return {name: f"{split}:{index}" if index else split for index, name in enumerate(names)}


def _names(g: Graph, heads: dict[str, str]) -> str:
    """The scores of all tags of names: what both heads say of them, multiplied."""
    fine, coarse = (g("LogSoftmax", heads[name], axis=1) for name in ("names", "plain"))
    coarse = g("Gather", coarse, g.ints(*(plain(1 << i).bit_length() - 1 for i in range(len(TAGS)))), axis=1)
    return g("Add", fine, g("Mul", coarse, g.constant(np.array(PLAIN_WEIGHT, dtype=np.float32))))


def _embedding(g: Graph, weights: Weights) -> str:
    """What stands for each piece before the first layer, [piece, place]."""
    start = "encoder.embedding."
    w = {name.removeprefix(start): value for name, value in weights.items() if name.startswith(start)}
    length = g("Slice", g("Shape", "ids"), g.ints(1), g.ints(2))
    places = g.small_table(g("Range", g.scalar(0), g("Squeeze", length), g.scalar(1)), w["position.weight"])
    looks = (g("Gather", g.constant(w[f"{name}.weight"]), f"{name}s") for name in ("shape", "hint"))
    x = g.small_table("ids", w["piece.weight"])
    for more in (*looks, places):
        x = g("Add", x, more)
    norm = [g.constant(w[f"norm.{part}"]) for part in ("weight", "bias")]
    return g("Reshape", g("LayerNormalization", x, *norm, axis=-1, epsilon=EPSILON), g.ints(-1, WIDTH))


def _layers(g: Graph, weights: Weights, ranges: Ranges, stack: str, which: range, x: str, folded: str) -> str:
    """The states of all pieces, [piece, place], after some layers of a stack."""
    for layer in which:
        prefix = f"{stack}.{layer}."
        mine = {n.removeprefix(prefix): v for n, v in weights.items() if n.startswith(prefix)}
        bounds = {n.removeprefix(prefix): v for n, v in ranges.items() if n.startswith(prefix)}
        x = _layer(g, mine, bounds, x, folded)
    return x


def _layer(g: Graph, w: Weights, ranges: Ranges, x: str, folded: str) -> str:
    parts = ("query", "key", "value")
    small = g.bytes(x, *ranges["attention.query"])
    three = [g.small_linear(small, w[f"attention.{part}.weight"].T, w[f"attention.{part}.bias"]) for part in parts]
    seen = g("MultiHeadAttention", *(g("Reshape", y, folded) for y in three), domain=MICROSOFT, num_heads=HEADS)
    small = g.bytes(g("Reshape", seen, g.ints(-1, WIDTH)), *ranges["attention.out"])
    x = _residual(
        g, w, "attention_norm", x, g.small_linear(small, w["attention.out.weight"].T, w["attention.out.bias"])
    )
    inner = g.small_linear(g.bytes(x, *ranges["inner"]), w["inner.weight"].T)
    inner = g("FastGelu", inner, g.constant(w["inner.bias"]), domain=MICROSOFT)
    return _residual(g, w, "norm", x, g.levelled_linear(inner, w["outer.weight"].T, w["outer.bias"]))


def _residual(g: Graph, w: Weights, norm: str, x: str, added: str) -> str:
    """Two nodes: the fused SkipLayerNormalization of onnxruntime takes four times as long on a processor."""
    parts = [g.constant(w[f"{norm}.{part}"]) for part in ("weight", "bias")]
    return g("LayerNormalization", g("Add", x, added), *parts, axis=-1, epsilon=EPSILON)


def _words(g: Graph, weights: Weights, states: str) -> str:
    """The state of the first piece of each word, its case and its hint."""
    columns = [g("Gather", states, "first")]
    for name in ("shape", "hint"):
        looks = g("Gather", g("Reshape", f"{name}s", g.ints(-1)), "first")
        columns.append(g("Gather", g.constant(weights[f"{name}.weight"]), looks))
    return g("Concat", *columns, axis=1)


if __name__ == "__main__":
    main()
