"""How fast the encoder reads beside its bare transformer: `python -m bench.encoder [FOLDER] [PROCESSES]`.

The whole encoder: sentences and words, pieces, model, tree, relations, names, lemmas. The bare one: the transformer
alone, cut from the shipped model, over random pieces of the same lengths in the same batches. Both in one run, turn by
turn, on as many processes as asked for, because the speed of small machines swings.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from bench.places import SHARED
from tidings.encoder import Encoder
from tidings.encoder.batches import plan
from tidings.encoder.sentences import find_sentences
from tidings.read import ReadOptions, read_path
from tidings.record import Document

BATCH, ROUNDS = 16, 3


def main(folder: Path, processes: int) -> None:
    """Prints word pieces a second of both, the share, the time to load and the memory of a process."""
    documents = [item for item in read_path(folder, ReadOptions()) if isinstance(item, Document)]
    shares = [documents[index::processes] for index in range(processes)]
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(processes)
    with spawn.Pool(processes, _share_barrier, (start,)) as pool:
        rows = pool.map(_run, shares, chunksize=1)
    whole, bare = (sum(row[name] for row in rows) for name in ("whole", "bare"))
    print(f"whole encoder    {whole:9.0f} word pieces a second, {processes} processes")
    print(f"bare transformer {bare:9.0f} word pieces a second, {processes} processes")
    print(f"share            {whole / bare:9.3f}")
    print(f"load             {max(row['load'] for row in rows):9.3f} s")
    print(f"memory           {max(row['memory'] for row in rows):9.0f} MB a process, peak")


_barrier: list[Any] = []


def _share_barrier(barrier: Any) -> None:
    _barrier[:] = [barrier]


def _run(documents: list[Document]) -> dict[str, float]:
    started = time.perf_counter()
    encoder = Encoder.load()
    load = time.perf_counter() - started
    lengths = _lengths(encoder, documents)
    encoder.encode(documents[:BATCH])
    memory = 0.0
    seconds = {"whole": 0.0, "bare": 0.0}
    bare = _bare()
    for _ in range(ROUNDS):
        for name in seconds:
            _barrier[0].wait()
            started = time.perf_counter()
            _read_all(encoder, documents) if name == "whole" else _run_bare(bare, lengths)
            seconds[name] += time.perf_counter() - started
        memory = memory or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pieces = ROUNDS * sum(map(sum, lengths))
    return {name: pieces / spent for name, spent in seconds.items()} | {"load": load, "memory": memory}


def _read_all(encoder: Encoder, documents: list[Document]) -> None:
    for start in range(0, len(documents), BATCH):
        encoder.seen.clear()
        encoder.encode(documents[start : start + BATCH])


def _lengths(encoder: Encoder, documents: list[Document]) -> list[list[int]]:
    """The pieces of every sentence, a list for each batch of documents."""
    found = []
    for start in range(0, len(documents), BATCH):
        forms = {
            tuple(d.text[a:b] for a, b in words)
            for d in documents[start : start + BATCH]
            for zone in d.zones
            if zone.kind not in ("byline", "source", "boilerplate")
            for words in find_sentences(d.text, zone.span.start, zone.span.end)
        }
        found.append([len(encoder.network.pieces(words).ids) for words in sorted(forms)])
    return found


def _run_bare(session: Any, lengths: list[list[int]]) -> None:
    chance = np.random.default_rng(1)
    for batch in lengths:
        for rows in plan(batch):
            shape = (len(rows), min(batch[rows[0]], 512))
            feed = {"ids": chance.integers(1000, 30_000, shape)}
            session.run(None, feed | {name: np.ones(shape, np.int64) for name in ("shapes", "hints")})


def _bare() -> Any:
    """The shipped model up to the states of its last layer."""
    import onnx
    import onnxruntime

    model = onnx.load(str(files("tidings") / "data" / "model" / "encoder.onnx"))
    nodes = list(model.graph.node)
    last = max(place for place, node in enumerate(nodes) if node.op_type == "LayerNormalization")
    states = onnx.helper.make_tensor_value_info(nodes[last].output[0], onnx.TensorProto.FLOAT, None)
    inputs = [one for one in model.graph.input if one.name != "first"]
    graph = onnx.helper.make_graph(nodes[: last + 1], "bare", inputs, [states], model.graph.initializer)
    bare = onnx.helper.make_model(graph, opset_imports=model.opset_import, ir_version=model.ir_version)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(bare.SerializeToString(), options, providers=["CPUExecutionProvider"])


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if sys.argv[1:] else SHARED / "data/text/raw_wikinews",
        int(sys.argv[2]) if sys.argv[2:] else 2,
    )
