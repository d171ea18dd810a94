"""A small writer of ONNX graphs: each call adds nodes and gives back the name of what they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
Array = NDArray[Any]

#: Weights are in 7 bits: on processors without VNNI, onnxruntime adds pairs of products in 16 bits, which 8 bits would
#: overflow, so that one file would read differently on two machines.
_LARGEST_WEIGHT = 63
_STEPS = 255


@dataclass(frozen=True)
class Bytes:
    """A matrix in 8 bits: the names of its values, its scale and its zero."""

    values: str
    scale: str
    zero: str


class Graph:
    """Nodes and constants under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def __call__(self, kind: str, *inputs: str, domain: str = "", outputs: int = 1, **attributes: Any) -> str:
        """Adds a node; with several outputs they are named NAME, NAME:1, NAME:2."""
        name = f"{kind}{len(self.nodes)}"
        names = [name, *(f"{name}:{i}" for i in range(1, outputs))]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name, domain=domain, **attributes))
        return name

    def constant(self, value: Array) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, dtype=np.int64))

    def scalar(self, value: int) -> str:
        return self.constant(np.array(value, dtype=np.int64))

    def linear(self, x: str, weight: Array, bias: Array) -> str:
        """x W + b in floats; `weight` is [in, out]."""
        return self("Add", self("MatMul", x, self.constant(weight)), self.constant(bias))

    def bytes(self, x: str, lowest: float, highest: float) -> Bytes:
        """x in 8 bits between two bounds that never change, so that a row does not depend on the other rows."""
        lowest, highest = min(lowest, 0.0), max(highest, 0.0)
        scale = np.float32((highest - lowest) / _STEPS)
        zero = np.uint8(np.clip(np.rint(-lowest / scale), 0, _STEPS))
        names = self.constant(np.array(scale)), self.constant(np.array(zero))
        return Bytes(self("QuantizeLinear", x, *names), *names)

    def small_linear(self, x: Bytes, weight: Array, bias: Array | None = None) -> str:
        """x W + b with W in 7 bits, a scale an output; `weight` is [in, out]."""
        quantised, scales = quantise(weight.T, _LARGEST_WEIGHT)
        inputs = [x.values, self.constant(quantised.T), x.scale, self.constant(scales.reshape(-1)), x.zero, ""]
        inputs += [] if bias is None else [self.constant(bias)]
        return self("MatMulIntegerToFloat", *inputs, domain=MICROSOFT)

    def levelled_linear(self, x: str, weight: Array, bias: Array) -> str:
        """The same for what a Gelu makes: each row is divided by its largest value first, and multiplied after.

        In the wide layers the marks around a sentence have values of fifty times the size of a word's. A Gelu is
        never below -.17, so the largest value is the largest in size, or .17.
        """
        largest = self("ReduceMax", x, axes=[-1], keepdims=1)
        largest = self("Max", largest, self.constant(np.array([[0.17]], dtype=np.float32)))
        level = self.bytes(self("Mul", x, self("Reciprocal", largest)), -1.0, 1.0)
        return self("Add", self("Mul", self.small_linear(level, weight), largest), self.constant(bias))

    def small_table(self, ids: str, table: Array) -> str:
        """Rows of a table kept in 8 bits, with a scale a row."""
        quantised, scales = quantise(table)
        rows = self("Cast", self("Gather", self.constant(quantised), ids), to=TensorProto.FLOAT)
        return self("Mul", rows, self("Gather", self.constant(scales), ids))

    def model(
        self, inputs: dict[str, tuple[int, int]], outputs: dict[str, str], kinds: dict[str, int]
    ) -> onnx.ModelProto:
        """The finished model; `inputs` give the ONNX type and the number of axes of each."""
        for name, made in outputs.items():
            self.nodes.append(helper.make_node("Identity", [made], [name]))
        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [helper.make_tensor_value_info(name, kind, [None] * axes) for name, (kind, axes) in inputs.items()],
            [helper.make_tensor_value_info(name, kinds[name], None) for name in outputs],
            self.constants,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def quantise(values: Array, largest: int = 127) -> tuple[Array, Array]:
    """int8 values of at most `largest` in size, and the scale of each row of the last axis."""
    scales = np.abs(values).max(axis=-1, keepdims=True).astype(np.float32) / largest
    scales = np.where(scales == 0, np.float32(1), scales)
    return np.clip(np.rint(values / scales), -largest, largest).astype(np.int8), scales
