# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled sample with fixed-point multipliers, bit for bit against an interpreter in numpy integers that
follows TensorFlow Lite's reference kernels (Conv, FullyConnected, Add, Mean) over the exported model.

usage: fixed_point.py QUANTOSCOPE_CLI
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from peer_cli import Checks, road_signs

VARIANTS = ("W8A8", "W4A8", "W8A8 --per-tensor", "W6A8 --symmetric-activations", "W8A8 --correct")
PICTURES = 12


def quantize_multiplier(real):
    mantissa, shift = np.frexp(float(real))
    fixed = int(np.floor(mantissa * 2.0**31 + 0.5))
    if fixed == 2**31:
        fixed, shift = fixed // 2, shift + 1
    return (0, 0) if shift < -31 else (fixed, int(shift))


def multiply(x, multipliers):
    """MultiplyByQuantizedMultiplier of int64 arrays [..., channels] that hold int32, one multiplier a channel."""
    mantissa = np.array([m for m, _ in multipliers], np.int64)
    shift = np.array([s for _, s in multipliers], np.int64)
    product = (x << np.maximum(shift, 0)) * mantissa
    nudged = product + np.where(product >= 0, 2**30, 1 - 2**30)
    high = np.sign(nudged) * (np.abs(nudged) >> 31)  # C's division
    right = np.maximum(-shift, 0)
    mask = (np.int64(1) << right) - 1
    threshold = (mask >> 1) + (high < 0)
    return (high >> right) + ((high & mask) > threshold)


def rounded(x):
    """Half away from zero."""
    return np.sign(x) * np.floor(np.abs(x) + np.float32(0.5))


def convolve(codes, weights, node):
    """int64 sums [n, y, x, channels] of codes [n, c, y, x], zero point taken off."""
    attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
    group = attributes.get("group", 1)
    top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
    stride_y, stride_x = attributes.get("strides", [1, 1])
    padded = np.pad(codes, ((0, 0), (0, 0), (top, bottom), (left, right)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, weights.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride_y, ::stride_x]
    if group == 1:
        # Sums stay far below 2^53.
        return np.rint(np.einsum("ncyxhw,ochw->nyxo", windows.astype(np.float64), weights.astype(np.float64),
                                 optimize=True)).astype(np.int64)
    assert group == weights.shape[0] and weights.shape[1] == 1
    return np.einsum("ncyxhw,chw->nyxc", windows, weights[:, 0])


class Interpreter:
    def __init__(self, file):
        self.graph = onnx.load(str(file)).graph
        self.constants = {item.name: numpy_helper.to_array(item) for item in self.graph.initializer}
        for node in self.graph.node:
            if node.op_type == "Constant":
                self.constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
        self.readers = {}
        for node in self.graph.node:
            for name in node.input:
                self.readers.setdefault(name, []).append(node)
        self.grids = {}  # tensor of codes from zero: (codes, scale)
        self.maker = {output: node for node in self.graph.node for output in node.output}

    def weight(self, name):
        node = self.maker[name]
        codes = self.constants[node.input[0]].astype(np.int64)
        scales = self.constants[node.input[1]].astype(np.float64)
        zeros = self.constants[node.input[2]].astype(np.int64) if len(node.input) > 2 else np.int64(0)
        if np.ndim(zeros):
            zeros = zeros.reshape([-1] + [1] * (codes.ndim - 1))
        return codes - zeros, np.broadcast_to(scales.reshape(-1), len(codes)) if scales.size == 1 else scales

    def grid_behind(self, name):
        """(scale, lowest, highest) of codes from zero of the QuantizeLinear behind an operator, with the clips
        on the way, and its output's name; None: real values leave the model."""
        lowest, highest = -np.inf, np.inf
        while True:
            readers = self.readers.get(name, [])
            if not readers:
                return None
            node = readers[0]
            if node.op_type == "QuantizeLinear":
                scale, zero = self.constants[node.input[1]], self.constants[node.input[2]]
                info = np.iinfo(zero.dtype)
                low, high = info.min - int(zero), info.max - int(zero)
                ends = [float(rounded(np.clip(np.float32(end) / scale, low, high))) for end in (lowest, highest)]
                return scale, low, high, int(ends[0]), int(ends[1]), node.output[0]
            if node.op_type == "Relu":
                lowest = 0.0
            elif node.op_type == "Clip":
                lowest, highest = (float(self.constants[n]) for n in node.input[1:3])
            else:
                raise ValueError(f"{node.op_type} behind {name}")
            name = node.output[0]

    def put(self, sums, multipliers, out):
        _, _, _, lowest, highest, name = out
        codes = np.clip(multiply(sums, multipliers), lowest, highest)
        self.grids[name] = (codes, out[0])

    def codes(self, name):
        """Codes from zero and scale of what a DequantizeLinear reads."""
        node = self.maker[name]
        if node.op_type in ("Flatten", "Reshape"):
            codes, scale = self.codes(node.input[0])
            return codes.reshape(len(codes), -1), scale
        assert node.op_type == "DequantizeLinear", node.op_type
        return self.grids[self.source(node.input[0])]

    def source(self, name):
        while name not in self.grids:
            name = self.maker[name].input[0]
        return name

    def weighted(self, node):
        codes, scale = self.codes(node.input[0])
        weights, scales = self.weight(node.input[1])
        if node.op_type == "Conv":
            sums = convolve(np.moveaxis(codes, -1, 1), weights, node)
        else:
            sums = codes.reshape(len(codes), -1) @ weights.T
        if len(node.input) > 2:
            sums = sums + self.constants[self.maker[node.input[2]].input[0]].astype(np.int64)
        out = self.grid_behind(node.output[0])
        if out is None:
            steps = np.float32(scale) * scales.astype(np.float32)
            return sums.astype(np.float32) * steps
        real = [float(scale) * float(each) / float(out[0]) for each in scales]
        self.put(sums, [quantize_multiplier(each) for each in real], out)
        return None

    def add(self, node):
        (a, scale_a), (b, scale_b) = (self.codes(name) for name in node.input)
        out = self.grid_behind(node.output[0])
        widest = 2 * max(float(scale_a), float(scale_b))
        raised = [multiply(codes << 20, [quantize_multiplier(float(scale) / widest)])
                  for codes, scale in ((a, scale_a), (b, scale_b))]
        self.put(sum(raised), [quantize_multiplier(widest / (2.0**20 * float(out[0])))], out)

    def average(self, node):
        codes, scale = self.codes(node.input[0])
        out = self.grid_behind(node.output[0])
        pixels = codes.shape[1] * codes.shape[2]
        sums = multiply(codes.sum(axis=(1, 2), keepdims=True), [quantize_multiplier(float(scale) / float(out[0]))])
        nudged = sums + np.where(sums > 0, pixels // 2, -(pixels // 2))
        codes = np.clip(np.sign(nudged) * (np.abs(nudged) // pixels), out[1], out[2])
        self.grids[out[5]] = (codes, out[0])

    def run(self, tensors):
        scale, low, high, _, _, name = self.grid_behind(self.graph.input[0].name)
        codes = np.clip(np.rint(tensors / scale), low, high).astype(np.int64)
        self.grids[name] = (np.moveaxis(codes, 1, -1), scale)
        for node in self.graph.node:
            if node.op_type in ("Conv", "Gemm"):
                values = self.weighted(node)
                if values is not None:
                    return values
            elif node.op_type == "Add":
                self.add(node)
            elif node.op_type == "GlobalAveragePool":
                self.average(node)
        raise ValueError("no real values leave the model")


def main():
    checks = Checks()
    material = road_signs(limit=PICTURES)
    for variant in VARIANTS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            options = ["--bits", *variant.split()]
            report, tensors, emulated, _ = material.evaluate(Path(sys.argv[1]), folder, *options,
                                                             "--requantization", "fixed-point")
            material.export(Path(sys.argv[1]), folder / "q.onnx", *options)
            expected = Interpreter(folder / "q.onnx").run(tensors)
            checks.at_least(f"{variant}: share of the MACs", report["fixedPoint"]["macShare"], 1.0)
            checks.at_most(f"{variant}: outputs that differ", np.count_nonzero(expected != emulated), 0)
    checks.finish()


if __name__ == "__main__":
    main()
