# SPDX-License-Identifier: GPL-3.0-or-later
"""The accumulator bits of every layer of the bundled sample, against the codes of the exported model: for every
output channel the input that drives its sum furthest up and down is built and summed up in int64.

usage: accumulators.py QUANTOSCOPE_CLI
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from peer_cli import Checks, road_signs

VARIANTS = ("W8A8", "W8A8 --asymmetric-weights", "W4A8", "W8A8 --per-tensor", "W8A8 --symmetric-activations",
            "W6A4", "W8A8 --equalize")


def extreme_sums(weights, low, high, bias):
    """Furthest up and down that a channel's partial sums get: products of one sign first."""
    terms = np.where(weights > 0, weights * high, weights * low)
    up = max(0, np.cumsum(np.sort(np.append(terms, bias))[::-1]).max())
    terms = np.where(weights > 0, weights * low, weights * high)
    return up, min(0, np.cumsum(np.sort(np.append(terms, bias))).min())


def bits_of(up, down):
    bits = 1
    while not -2**(bits - 1) <= down or not up <= 2**(bits - 1) - 1:
        bits += 1
    return bits


def layers_of(file):
    """Of every layer with weights: its name, codes by channel, zero point of its input, and bias codes."""
    graph = onnx.load(str(file)).graph
    constants = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    maker = {output: node for node in graph.node for output in node.output}
    for node in graph.node:
        if node.op_type not in ("Conv", "Gemm", "MatMul"):
            continue
        weight = maker[node.input[1]]
        codes = constants[weight.input[0]].astype(np.int64)
        axis = 0 if node.op_type == "Conv" or any(a.name == "transB" and a.i for a in node.attribute) else 1
        zeros = constants[weight.input[2]].astype(np.int64) if len(weight.input) > 2 else np.int64(0)
        shape = [-1 if i == axis else 1 for i in range(codes.ndim)]
        codes = codes - (zeros.reshape(shape) if np.ndim(zeros) == 1 else zeros)
        codes = np.moveaxis(codes, axis, 0).reshape(codes.shape[axis], -1)
        source = maker[node.input[0]]
        while source.op_type != "DequantizeLinear":
            source = maker[source.input[0]]
        bias = np.zeros(len(codes), np.int64)
        if len(node.input) > 2:
            bias = constants[maker[node.input[2]].input[0]].astype(np.int64)
        yield node.name, codes, constants[source.input[2]], bias


def input_limits(variant, zero_point):
    """Codes from zero that a quantized input takes; the file's types are wider where it has fewer than 8 bits."""
    bits = int(variant.split()[0].split("A")[1])
    least = -2**(bits - 1) if "--symmetric-activations" in variant else 0
    return least - int(zero_point), least + 2**bits - 1 - int(zero_point)


def check(variant, material, cli, checks):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        options = ["--bits", *variant.split()]
        report, *_ = material.evaluate(cli, folder, *options)
        material.export(cli, folder / "q.onnx", *options)
        figures = {layer["name"]: layer for layer in report["layers"]}
        layers = wrong = 0
        for node, codes, zero_point, bias in layers_of(folder / "q.onnx"):
            low, high = input_limits(variant, zero_point)
            needs = [bits_of(*extreme_sums(row, low, high, b)) for row, b in zip(codes, bias)]
            shown = figures[node]
            expected = (max(needs), len(needs), sum(n > 16 for n in needs), sum(n > 32 for n in needs))
            found = tuple(shown[key] for key in
                          ("accumulatorBits", "channels", "channelsOver16Bits", "channelsOver32Bits"))
            layers += 1
            if expected != found:
                wrong += 1
                print(f"     {node}: {found}, expected {expected} for inputs {low}..{high}")
        checks.at_least(f"{variant}: layers", layers, 10)
        checks.at_most(f"{variant}: layers with other figures", wrong, 0)


def main():
    checks = Checks()
    material = road_signs(limit=8)
    for variant in VARIANTS:
        check(variant, material, Path(sys.argv[1]), checks)
    checks.finish()


if __name__ == "__main__":
    main()
