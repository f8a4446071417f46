# SPDX-License-Identifier: GPL-3.0-or-later
"""SmoothQuant against plain NumPy, on a small network of tokens written here.

usage: smooth_quant.py QUANTOSCOPE_CLI

A convolution makes tokens, behind it LayerNormalization, MatMul, ReLU, MatMul and a Gemm on their mean; the scale of the
normalization and the first MatMul's filters have outliers. Of the model exported in FP32 with and without smoothing:
 - s_j = max|X_j|^alpha / max|W_j|^(1 - alpha), X over the calibration pictures (Xiao et al. 2023, "SmoothQuant: Accurate
   and Efficient Post-Training Quantization for Large Language Models", equation 4): gamma / s, beta / s and diag(s) W;
 - ONNX Runtime gets the same outputs from both;
 - with 8-bit weights and activations, one scale a tensor, the error of the outputs falls, in the emulation and in ONNX
   Runtime.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper

from peer_cli import SAMPLES, Checks, Material, ort_outputs, ort_session, road_signs, sqnr_db

CLASSES = len((SAMPLES / "road-signs" / "classes.txt").read_text().splitlines())
EXACT = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
RNG = np.random.default_rng(3)


def write_network(file):
    constants = {"w0": RNG.normal(0, 0.2, (16, 3, 4, 4)), "b0": RNG.normal(0, 0.1, 16), "gamma": RNG.normal(1, 0.1, 16),
                 "beta": RNG.normal(0, 0.3, 16), "w1": RNG.normal(0, 0.25, (16, 32)), "b1": RNG.normal(0.1, 0.2, 32),
                 "w2": RNG.normal(0, 0.2, (32, 24)), "b2": RNG.normal(0, 0.1, 24),
                 "w3": RNG.normal(0, 0.3, (CLASSES, 24)), "b3": RNG.normal(0, 0.1, CLASSES)}
    for name in ("gamma", "beta"):
        constants[name][[3, 9]] *= 40
    constants["w1"][:, [5, 20]] *= 15
    nodes = [helper.make_node("Conv", ["x", "w0", "b0"], ["c"], "conv", strides=[4, 4]),
             helper.make_node("Reshape", ["c", "tokens"], ["r"]), helper.make_node("Transpose", ["r"], ["t"], perm=[0, 2, 1]),
             helper.make_node("LayerNormalization", ["t", "gamma", "beta"], ["n"], "norm", axis=-1),
             helper.make_node("MatMul", ["n", "w1"], ["m1"], "first"), helper.make_node("Add", ["m1", "b1"], ["a1"], "add1"),
             helper.make_node("Relu", ["a1"], ["h"]),
             helper.make_node("MatMul", ["h", "w2"], ["m2"], "second"), helper.make_node("Add", ["m2", "b2"], ["a2"], "add2"),
             helper.make_node("ReduceMean", ["a2"], ["p"], axes=[1], keepdims=0),
             helper.make_node("Gemm", ["p", "w3", "b3"], ["y"], "gemm", transB=1)]
    value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    initializers = [numpy_helper.from_array(v.astype(np.float32), k) for k, v in constants.items()]
    initializers.append(numpy_helper.from_array(np.array([0, 16, 16]), "tokens"))
    graph = helper.make_graph(nodes, "tokens", [value("x", ["n", 3, 16, 16])], [value("y", ["n", CLASSES])], initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, str(file))


def constants_of(file):
    """gamma, beta, W1, b1 and W2."""
    graph = onnx.load(str(file)).graph
    values = {item.name: numpy_helper.to_array(item).astype(np.float64) for item in graph.initializer}
    nodes = {node.name: node for node in graph.node}
    inputs = lambda name, *places: [values[nodes[name].input[i]] for i in places]
    return inputs("norm", 1, 2) + inputs("first", 1) + inputs("add1", 1) + inputs("second", 1)


def run(file, tensors, name):
    model = onnx.load(str(file))
    model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    session = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run([name], {"x": tensors})[0].astype(np.float64)


def main():
    cli = sys.argv[1]
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_network(folder / "net.onnx")
        (folder / "p.json").write_text('{"preset": "efficientnet-lite", "width": 16, "height": 16, "fit": "stretch"}')
        pictures = road_signs().calibration
        material = Material(folder / "net.onnx", pictures, pictures, ["--preprocess", folder / "p.json"], limit=100)
        _, tensors, floats, _ = material.evaluate(cli, folder, "--bits", "W32A32")
        error = lambda a, b: float(np.abs(a - b).max() / np.abs(b).max())
        for alpha in (0.5, 0.75):
            file = folder / "smooth.onnx"
            told = subprocess.run(
                [cli, "export", material.model, "-o", file, "--calibration", pictures, *material.preprocess, "--bits",
                 "W32A32", "--smooth-quant" + ("" if alpha == 0.5 else f"={alpha}")],
                capture_output=True, text=True, check=True).stdout
            print(told)
            checks.at_least("told of two groups and alpha", int(f"Smoothed 2 of 2 groups of layers, alpha {alpha:g}" in told), 1)
            gamma, beta, w1, b1, w2 = constants_of(folder / "net.onnx")
            scale = lambda x, w: np.abs(x).max((0, 1)) ** alpha / np.abs(w).max(1) ** (1 - alpha)
            s1 = scale(run(folder / "net.onnx", tensors, "n"), w1)
            s2 = scale(run(folder / "net.onnx", tensors, "h"), w2)
            expected = [gamma / s1, beta / s1, w1 * s1[:, None] / s2, b1 / s2, w2 * s2[:, None]]
            for what, got, wanted in zip(("gamma", "beta", "W1", "b1", "W2"), constants_of(file), expected):
                checks.at_most(f"{what}, relative difference", error(got, wanted), 1e-4)
            checks.at_least("in FP32, SQNR, dB", sqnr_db(floats, ort_outputs(ort_session(file, EXACT), tensors)), 80)
        bits = ["--bits", "W8A8", "--per-tensor"]
        plain = sqnr_db(floats, material.evaluate(cli, folder, *bits)[2])
        _, _, outputs, _ = material.evaluate(cli, folder, *bits, "--smooth-quant")
        checks.at_least(f"W8A8 per-tensor, SQNR {plain:.1f} dB before, now", sqnr_db(floats, outputs), plain + 3)
        material.export(cli, folder / "quantized.onnx", *bits, "--smooth-quant")
        there = ort_outputs(ort_session(folder / "quantized.onnx", EXACT), tensors)
        checks.at_least("the same in ONNX Runtime, dB", sqnr_db(floats, there), plain + 3)
    checks.finish()


main()
