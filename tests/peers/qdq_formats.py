# SPDX-License-Identifier: GPL-3.0-or-later
"""Number formats beside integers (OCP OFP8 and MX among them): exported models of the bundled sample, run by ONNX Runtime, against the
emulation. With FP32 activations the weights are the same values, so the outputs agree but for the order of
sums. Formats of activations are compared on the first layers, where a value only differs where float
rounding moves it across a rounding boundary.

usage: qdq_formats.py QUANTOSCOPE_CLI
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort

from other_operators import other_operators
from peer_cli import Checks, ort_session, road_signs, sqnr_db
from qdq_cut import cut_sample

EXACT = ort.GraphOptimizationLevel.ORT_DISABLE_ALL

# Scales along an axis of the weights: of its indices (opset 13), or of blocks (opset 21), which may end short.
# Every axis of a convolution, of a Gemm the first two; layers without it keep their output channels.
AXES = {
    "W8x0": onnx.TensorProto.INT8,
    "W8x1": onnx.TensorProto.INT8,
    "W4x1 --asymmetric-weights": onnx.TensorProto.UINT4,
    "W1x1": onnx.TensorProto.INT4,
    "WTERNARYx1": onnx.TensorProto.INT4,
    "WFP8x2": onnx.TensorProto.FLOAT8E4M3FN,
    "WFP4x3": onnx.TensorProto.INT8,
    "W4g32x0": onnx.TensorProto.INT4,
    "W4g32x1": onnx.TensorProto.INT4,
    "W4g2x2 --asymmetric-weights": onnx.TensorProto.UINT4,
    "W8g2x3": onnx.TensorProto.INT8,
    "W16g32x1": onnx.TensorProto.INT16,
    "W4g32 --weight-axis 1": onnx.TensorProto.INT4,
    "WFP8g32x1": onnx.TensorProto.FLOAT8E4M3FN,
    "WFP4g16x0": onnx.TensorProto.INT8,
    "WTERNARYg32x1": onnx.TensorProto.INT4,
    "W8g7x1 --power-of-two-scales --weight-range mse": onnx.TensorProto.INT8,
}

# variant: an element type or an operator that the file must hold
WEIGHTS = {
    "WBF16": onnx.TensorProto.BFLOAT16,
    "WFP8E4M3": onnx.TensorProto.FLOAT8E4M3FN,
    "WFP8E5M2": onnx.TensorProto.FLOAT8E5M2,
    "WFP4": onnx.TensorProto.INT8,
    "WTERNARY": onnx.TensorProto.INT4,
    "W4g32": onnx.TensorProto.INT4,
    "W8g64": onnx.TensorProto.INT8,
    "WFP8g32": onnx.TensorProto.FLOAT8E4M3FN,
    "WMX8": onnx.TensorProto.INT8,
    "WMXFP8": onnx.TensorProto.FLOAT8E4M3FN,
    "WMXFP4": onnx.TensorProto.INT8,
    "W8 --power-of-two-scales": onnx.TensorProto.INT8,
    "W4g32 --correct": onnx.TensorProto.INT4,
    "WMXFP4 --correct": onnx.TensorProto.INT8,
    **AXES,
}
# of transposed convolutions in groups, of MatMul and of Gemm [inputs, outputs]; the number of layers with the axis
OTHERS = {"W8x0": 4, "W4x1 --asymmetric-weights": 4, "W8x2": 2, "W4g5x0": 4, "W4g5x1 --asymmetric-weights": 4,
          "WFP8g2x3": 2}
# Runtimes fuse quantized operators into integer kernels, which have a scale an output channel.
FUSED = ["W8x0A8", "W8x1A8", "W8x2A8", "W8g5x0A8", "W8g5x1A8", "W4g5x0A8", "W8x0A8dyn", "W8g5x1A8dyn"]
ACTIVATIONS = ["W8A10", "W8A12", "W4A15 --symmetric-activations", "W8x0A8", "W8x1A8", "W4g32x1A8", "W8AFP16", "W8AFP8E4M3", "W8AFP8E5M2", "W8A8dyn"]
REFUSED = ["W8A4dyn", "WFP8AFP8dyn", "W8A8dyn --symmetric-activations"]


def one_by_one(file, tensors, level=EXACT):
    session = ort_session(file, level)
    feed = session.get_inputs()[0].name
    return np.concatenate([session.run(None, {feed: picture[None]})[0] for picture in tensors])


def check(variant, material, cli, checks, least, layers=10):
    options = ["--bits", *variant.split()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, tensors, emulated, _ = material.evaluate(cli, folder, *options)
        material.export(cli, folder / "q.onnx", *options)
        written = one_by_one(folder / "q.onnx", tensors).reshape(emulated.shape)
        graph = onnx.load(str(folder / "q.onnx")).graph
        types = {item.data_type for item in graph.initializer}
    checks.at_least(f"{variant}: SQNR of ORT, dB", sqnr_db(emulated, written), least)
    if variant in WEIGHTS:
        checks.at_least(f"{variant}: weights are stored as such", float(WEIGHTS[variant] in types), 1)
    if variant in AXES or variant in OTHERS:
        check_axes(variant, graph, checks, layers)


def check_axes(variant, graph, checks, layers):
    """Every weight with the axis is dequantized along it, as the tensor it is."""
    axis = int(re.search(r"x(\d)|weight-axis (\d)", variant).group(0)[-1])
    size = int((re.search(r"g(\d+)", variant) or ["", "0"])[1])
    shapes = {item.name: tuple(item.dims) for item in graph.initializer}
    good = wrong = 0
    for node in graph.node:
        shape = shapes.get(node.input[0], ()) if node.op_type == "DequantizeLinear" else ()
        if len(shape) <= max(axis, 1):
            continue
        settings = {a.name: a.i for a in node.attribute}
        scales = list(shape) if size else [shape[axis]]
        if size:
            scales[axis] = -(-shape[axis] // size)
        fits = (settings["axis"] == axis and shapes[node.input[1]] == tuple(scales) and
                settings.get("block_size", 0) == (min(size, shape[axis]) if size else 0))
        good, wrong = good + fits, wrong + (not fits)
    checks.at_least(f"{variant}: weights along axis {axis}", good, layers)
    checks.at_most(f"{variant}: weights along another axis", wrong, 0)


def check_fused(variant, material, cli, checks):
    """A rounding of an activation may fall to the other side; a wrong scale would leave nothing."""
    options = ["--bits", variant]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, tensors, emulated, _ = material.evaluate(cli, folder, *options)
        material.export(cli, folder / "q.onnx", *options)
        written = one_by_one(folder / "q.onnx", tensors, ort.GraphOptimizationLevel.ORT_ENABLE_ALL)
    checks.at_least(f"{variant}: SQNR of ORT with its fusions, dB", sqnr_db(emulated, written.reshape(emulated.shape)), 40)


def check_refused(variant, material, cli, checks):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([cli, "export", material.model, "-o", Path(folder) / "q.onnx", "--calibration",
                               material.calibration, *material.preprocess, "--bits", *variant.split()],
                              capture_output=True, text=True)
    told = done.returncode != 0 and "tensor " in done.stderr and "choose" in done.stderr
    print(f"     {done.stderr.strip()}")
    checks.at_least(f"{variant}: refused with what to do", float(told), 1)


def main():
    cli, checks = sys.argv[1], Checks()
    for variant in WEIGHTS:
        check(variant, road_signs(60), cli, checks, 90)
    with tempfile.TemporaryDirectory() as folder:
        others = other_operators(Path(folder))
        for variant, layers in OTHERS.items():
            check(variant, others, cli, checks, 90, layers)
        for variant in FUSED:
            check(variant, others, cli, checks, 60)
            check_fused(variant, others, cli, checks)
    with tempfile.TemporaryDirectory() as folder:
        first = cut_sample(Path(folder))
        for variant in ACTIVATIONS:
            check(variant, first, cli, checks, 60)
    for variant in REFUSED:
        check_refused(variant, road_signs(), cli, checks)
    checks.finish()


main()
