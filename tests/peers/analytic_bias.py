# SPDX-License-Identifier: GPL-3.0-or-later
"""Analytic bias correction against plain NumPy, on a small network written here.

usage: analytic_bias.py QUANTOSCOPE_CLI

Convolutions (one depthwise, one beside a shortcut), each with a batch normalization whose mean and variance are those
of the pictures, behind them ReLU6, SiLU or nothing; then pooling and a Gemm. Of the models exported with 4-bit weights
rounded to nearest, and with biases corrected without a picture (Nagel et al. 2019, "Data-Free Quantization Through
Weight Equalization and Bias Correction", section 4.2.1):
 - b' = b + (W - Q) E[x], E[x] of normal distributions N(beta, gamma^2) behind their functions, by quadrature; the first
   layer, whose inputs no normalization tells of, stays, and is told; codes stay;
 - on the pictures the error of every corrected layer's mean outputs falls, and so does that of the network's.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper

from peer_cli import SAMPLES, Checks, Material, ort_outputs, ort_session, road_signs

CLASSES = len((SAMPLES / "road-signs" / "classes.txt").read_text().splitlines())
EXACT = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
RNG = np.random.default_rng(11)
# name, input, filters, kernel, groups
CONVS = [("c1", "x", 12, 3, 1), ("c2", "r1", 12, 3, 12), ("c3", "s2", 12, 1, 1), ("c4", "sum", 16, 1, 1)]


def conv_nodes(name, source, kernel, groups):
    return [helper.make_node("Conv", [source, name + "_w"], [name], name, group=groups, pads=[kernel // 2] * 4),
            helper.make_node("BatchNormalization", [name] + [f"{name}_{part}" for part in ("g", "b", "m", "v")],
                             [name + "_n"], name + "_n", epsilon=1e-5)]


def network(constants, outputs):
    clip = lambda source, out: helper.make_node("Clip", [source, "zero", "six"], [out])
    convs = {name: conv_nodes(name, source, kernel, groups) for name, source, _, kernel, groups in CONVS}
    nodes = [*convs["c1"], clip("c1_n", "r1"), *convs["c2"], helper.make_node("Sigmoid", ["c2_n"], ["g2"]),
             helper.make_node("Mul", ["c2_n", "g2"], ["s2"]), *convs["c3"],
             helper.make_node("Add", ["c3_n", "r1"], ["sum"]), *convs["c4"], clip("c4_n", "r4"),
             helper.make_node("GlobalAveragePool", ["r4"], ["p"]), helper.make_node("Flatten", ["p"], ["f"]),
             helper.make_node("Gemm", ["f", "w", "b"], ["y"], "gemm", transB=1)]
    value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    shapes = {name: ["n", None, None, None] for name in outputs} | {"f": ["n", 16], "y": ["n", CLASSES]}
    graph = helper.make_graph(nodes, "small", [value("x", ["n", 3, 16, 16])], [value(o, shapes[o]) for o in outputs],
                              [numpy_helper.from_array(np.asarray(v, np.float32), k) for k, v in constants.items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def run(model, tensors, name):
    session = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run([name], {"x": tensors})[0].astype(np.float64)


def make_constants():
    constants = {"zero": 0.0, "six": 6.0, "w": RNG.normal(0, 0.3, (CLASSES, 16)), "b": RNG.normal(0, 0.1, CLASSES)}
    channels = {"x": 3, "r1": 12, "s2": 12, "sum": 12}
    for name, source, filters, kernel, groups in CONVS:
        shape = (filters, channels[source] // groups, kernel, kernel)
        constants[name + "_w"] = RNG.normal(0, 1 / np.sqrt(np.prod(shape[1:])), shape)
        constants |= {name + "_g": RNG.uniform(0.5, 2, filters) * RNG.choice([-1, 1], filters),
                      name + "_b": RNG.normal(1, 1, filters), name + "_m": np.zeros(filters), name + "_v": np.ones(filters)}
    return constants


def normalize(constants, tensors):
    """Batch normalizations take mean and variance of what they read, one after the other."""
    for name, *_ in CONVS:
        values = run(network(constants, [name]), tensors, name)
        constants[name + "_m"], constants[name + "_v"] = values.mean((0, 2, 3)), values.var((0, 2, 3))


def layers_of(file):
    """name: (weights as they count, bias) of every Conv and Gemm."""
    graph = onnx.load(str(file)).graph
    values = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    for node in graph.node:
        if node.op_type == "DequantizeLinear" and node.input[0] in values:
            codes, scale = values[node.input[0]].astype(np.float64), values[node.input[1]].astype(np.float64)
            axis = next((a.i for a in node.attribute if a.name == "axis"), 1)
            shape = [-1 if i == axis and scale.ndim else 1 for i in range(codes.ndim)]
            values[node.output[0]] = codes * scale.reshape(shape if scale.ndim else ())
    return {node.name: tuple(values[name].astype(np.float64) for name in node.input[1:3])
            for node in graph.node if node.op_type in ("Conv", "Gemm")}


def folded(constants):
    layers = {"gemm": (np.float32(constants["w"]).astype(float), np.float32(constants["b"]).astype(float))}
    for name, *_ in CONVS:
        factor = constants[name + "_g"] / np.sqrt(constants[name + "_v"] + 1e-5)
        layers[name] = (constants[name + "_w"] * factor[:, None, None, None],
                        constants[name + "_b"] - constants[name + "_m"] * factor)
    return layers


def expected_means(constants):
    x = np.linspace(-10, 10, 200001)
    density = np.exp(-x * x / 2) / np.sqrt(2 * np.pi) * (x[1] - x[0])
    of = lambda f, name: np.array([(density * f(m + abs(g) * x)).sum()
                                   for m, g in zip(constants[name + "_b"], constants[name + "_g"])])
    relu6 = lambda v: np.clip(v, 0, 6)
    r1 = of(relu6, "c1")
    return {"c2": r1, "c3": of(lambda v: v / (1 + np.exp(-v)), "c2"), "c4": constants["c3_b"] + r1,
            "gemm": of(relu6, "c4")}


def times_means(weights, means):
    """W E[x], taps summed; a depthwise filter has its own channel."""
    summed = weights.reshape(*weights.shape[:2], -1).sum(2)
    return summed[:, 0] * means if summed.shape[1] == 1 else summed @ means


def main():
    cli = sys.argv[1]
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder_name:
        folder = Path(folder_name)
        constants = make_constants()
        onnx.save(network(constants, ["y"]), str(folder / "net.onnx"))
        (folder / "p.json").write_text('{"preset": "efficientnet-lite", "width": 16, "height": 16, "fit": "stretch"}')
        pictures = road_signs().calibration
        material = Material(folder / "net.onnx", pictures, pictures, ["--preprocess", folder / "p.json"], limit=100)
        _, tensors, _, _ = material.evaluate(cli, folder, "--bits", "W32A32")
        normalize(constants, tensors)
        onnx.save(network(constants, ["y"]), str(folder / "net.onnx"))
        files = {}
        for method in ("nearest", "bias-correction-analytic"):
            files[method] = folder / f"{method}.onnx"
            pictures_where_needed = ["--calibration", pictures, *material.preprocess] if method == "nearest" else []
            told = subprocess.run([cli, "export", material.model, "-o", files[method], "--bits", "W4", "--method", method,
                                   *pictures_where_needed], capture_output=True, text=True, check=True).stdout
        print(told)
        checks.at_least("told that the first layer stays", told.count("Not corrected: c1;"), 1)
        float_layers, means = folded(constants), expected_means(constants)
        nearest, corrected = (layers_of(file) for file in files.values())
        reads = {name: source for name, source, *_ in CONVS} | {"gemm": "f"}
        for name, (weights, bias) in float_layers.items():
            codes_stay = np.abs(nearest[name][0] - corrected[name][0]).max()
            checks.at_most(f"{name}: weights of both differ by", codes_stay, 0)
            wanted = bias + (times_means(weights - corrected[name][0], means[name]) if name in means else 0)
            checks.at_most(f"{name}: b + (W - Q) E[x], relative difference",
                           np.abs(corrected[name][1] - wanted).max() / np.abs(wanted).max(), 2e-5)
            if name not in means:
                continue
            inputs = run(network(constants, [reads[name]]), tensors, reads[name])
            own = inputs.mean(0 if inputs.ndim == 2 else (0, 2, 3))
            off = [np.abs(times_means(weights - layer[0], own) + bias - layer[1]).mean()
                   for layer in (nearest[name], corrected[name])]
            checks.at_most(f"{name}: error of mean outputs, {off[0]:.4f} before, is now", off[1], 0.5 * off[0])
        floats = run(network(constants, ["y"]), tensors, "y")
        before, after = (np.abs((ort_outputs(ort_session(file, EXACT), tensors) - floats).mean(0)).mean()
                         for file in files.values())
        checks.at_most(f"error of the network's mean outputs, {before:.4f} before, is now", after, 0.7 * before)
    checks.finish()


main()
