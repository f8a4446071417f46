# SPDX-License-Identifier: GPL-3.0-or-later
"""High-bias absorption against plain NumPy, on a small network written here.

usage: bias_absorption.py QUANTOSCOPE_CLI

Conv, ReLU, Conv, ReLU, padding Conv, ReLU, pooling, Gemm; the first convolution has biases far above what its ReLU
cuts. Of the models exported in FP32 with channels equalized only, and with biases absorbed, too:
 - c = max(0, mean - 3 deviations) of the first convolution's outputs over the calibration pictures;
 - b1' = b1 - c and b2' = b2 + W2 c summed over the kernel (Nagel et al. 2019, "Data-Free Quantization Through Weight
   Equalization and Bias Correction", section 4.1.3), everything else stays;
 - the SQNR that the program tells is what ONNX Runtime gets from both files;
 - the range of the activations shrinks, and with these at 4 bits the error of the outputs falls.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper

from peer_cli import SAMPLES, Checks, Material, ort_outputs, ort_session, road_signs, run_cli, sqnr_db

CLASSES = len((SAMPLES / "road-signs" / "classes.txt").read_text().splitlines())
EXACT = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
RNG = np.random.default_rng(7)


def write_network(file):
    shapes = {"w1": (8, 3, 3, 3), "w2": (8, 8, 3, 3), "w3": (6, 8, 3, 3), "w4": (CLASSES, 6)}
    constants = {name: RNG.normal(0, 1 / np.sqrt(np.prod(shape[1:])), shape) for name, shape in shapes.items()}
    constants["w1"] *= np.exp2(RNG.uniform(-2, 2, 8))[:, None, None, None]
    for number in "1234":
        constants["b" + number] = RNG.normal(0, 0.2, shapes["w" + number][0])
    constants["b1"][:6] += 5 * np.abs(constants["w1"][:6]).sum((1, 2, 3))  # the other two are cut in earnest
    nodes = [helper.make_node("Conv", ["x", "w1", "b1"], ["c1"], "conv1"), helper.make_node("Relu", ["c1"], ["r1"]),
             helper.make_node("Conv", ["r1", "w2", "b2"], ["c2"], "conv2"), helper.make_node("Relu", ["c2"], ["r2"]),
             helper.make_node("Conv", ["r2", "w3", "b3"], ["c3"], "conv3", pads=[1, 1, 1, 1]),
             helper.make_node("Relu", ["c3"], ["r3"]), helper.make_node("GlobalAveragePool", ["r3"], ["p"]),
             helper.make_node("Flatten", ["p"], ["f"]),
             helper.make_node("Gemm", ["f", "w4", "b4"], ["y"], "gemm", transB=1)]
    value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    graph = helper.make_graph(nodes, "small", [value("x", ["n", 3, 16, 16])], [value("y", ["n", CLASSES])],
                              [numpy_helper.from_array(v.astype(np.float32), k) for k, v in constants.items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, str(file))


def constants_of(file):
    """Weights and biases of every Conv and Gemm, in order."""
    graph = onnx.load(str(file)).graph
    values = {item.name: numpy_helper.to_array(item).astype(np.float64) for item in graph.initializer}
    return [tuple(values[name] for name in node.input[1:3]) for node in graph.node if node.op_type in ("Conv", "Gemm")]


def pre_activation(x, weights, bias):
    view = np.lib.stride_tricks.sliding_window_view(x.astype(np.float64), (3, 3), axis=(2, 3))
    return np.einsum("ncyxij,ocij->noyx", view, weights) + bias[None, :, None, None]


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
        material.export(cli, folder / "equalized.onnx", "--bits", "W32A32", "--equalize")
        told = subprocess.run(
            [cli, "export", material.model, "-o", folder / "absorbed.onnx", "--calibration", pictures,
             *material.preprocess, "--bits", "W32A32", "--absorb-biases"], capture_output=True, text=True, check=True)
        print(told.stdout)
        files = [folder / f"{name}.onnx" for name in ("equalized", "absorbed")]
        (w1, b1), (w2, b2), *others = constants_of(files[0])
        (v1, d1), (v2, d2), *other = constants_of(files[1])
        before = pre_activation(tensors, w1, b1)
        c = np.maximum(0, before.mean((0, 2, 3)) - 3 * before.std((0, 2, 3)))
        error = lambda a, b: float(np.abs(a - b).max() / np.abs(b).max())
        checks.at_least("channels with something to absorb", int((c > 0).sum()), 6)
        checks.at_most("weights, relative difference", max(error(v1, w1), error(v2, w2)), 0)
        checks.at_most("other layers, relative difference",
                       max(error(a, b) for one, two in zip(other, others) for a, b in zip(one, two)), 0)
        checks.at_most("b1 - c, relative difference", error(d1, b1 - c), 1e-4)
        checks.at_most("b2 + W2 c, relative difference", error(d2, b2 + w2.sum((2, 3)) @ c), 1e-4)
        outputs = [ort_outputs(ort_session(file, EXACT), tensors) for file in files]
        checks.at_least("equalized in FP32, SQNR, dB", sqnr_db(floats, outputs[0]), 80)
        measured = sqnr_db(outputs[0], outputs[1])
        checks.at_least("absorbed in FP32, SQNR, dB", measured, 40)
        said = float(re.search(r"SQNR of FP32 outputs .* ([\d.]+) dB", told.stdout).group(1))
        checks.at_most(f"SQNR as told, {said} dB, differs by", abs(said - measured), 0.5)
        checks.at_least("padding is a reason", told.stdout.count("pads with zeros"), 1)
        ranges = [float(np.maximum(values, 0).max()) for values in (before, pre_activation(tensors, v1, d1))]
        checks.at_most(f"largest activation, {ranges[0]:.2f} before, shrinks to", ranges[1] / ranges[0], 0.75)
        run_cli(cli, "config", material.model, "--bits", "W32A4", "-o", folder / "c.json")
        configuration = json.loads((folder / "c.json").read_text())
        configuration["activations"] = {"r1": configuration["activations"]["r1"]}
        (folder / "c.json").write_text(json.dumps(configuration))
        quantized = [sqnr_db(floats, material.evaluate(cli, folder, "--config", folder / "c.json", option)[2])
                     for option in ("--equalize", "--absorb-biases")]
        checks.at_least(f"4 bits, SQNR {quantized[0]:.1f} dB before, now", quantized[1], quantized[0] + 3)
    checks.finish()


main()
