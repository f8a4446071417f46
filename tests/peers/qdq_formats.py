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
    **AXES,
}
ACTIVATIONS = ["W8x0A8", "W8x1A8", "W4g32x1A8", "W8AFP16", "W8AFP8E4M3", "W8AFP8E5M2", "W8A8dyn"]
REFUSED = ["W8A4dyn", "WFP8AFP8dyn", "W8A8dyn --symmetric-activations"]


def one_by_one(file, tensors):
    session = ort_session(file, EXACT)
    feed = session.get_inputs()[0].name
    return np.concatenate([session.run(None, {feed: picture[None]})[0] for picture in tensors])


def check(variant, material, cli, checks, least):
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
    if variant in AXES:
        check_axes(variant, graph, checks)


def check_axes(variant, graph, checks):
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
    checks.at_least(f"{variant}: weights along axis {axis}", good, 10)
    checks.at_most(f"{variant}: weights along another axis", wrong, 0)


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
        first = cut_sample(Path(folder))
        for variant in ACTIVATIONS:
            check(variant, first, cli, checks, 60)
    for variant in REFUSED:
        check_refused(variant, road_signs(), cli, checks)
    checks.finish()


main()
