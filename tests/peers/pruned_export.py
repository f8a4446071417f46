# SPDX-License-Identifier: GPL-3.0-or-later
"""Pruned models of the bundled sample, exported and run by ONNX Runtime.

Channels (Li et al. 2017): NumPy picks those of least L1 norm from the model file, makes them zero there, and
ONNX Runtime runs that model beside the exported one, which must lack them. The emulation, which holds zeros, must
agree with both. Other patterns: every layer of the exported file holds as many zeros as the pattern asks for, at
the places NumPy finds, and its outputs are the emulation's.

usage: pruned_export.py QUANTOSCOPE_CLI [LIMIT]
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
from onnx import numpy_helper

from peer_cli import Checks, agreement, emulates_on_codes, ort_outputs, ort_session, road_signs, sqnr_db

EXACT = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
FUSED = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
EXPAND, DEPTHWISE, PROJECT = (f"block5/{part}/Conv" for part in ("expand", "depthwise", "project"))
SHARE = 0.25


class File:
    """A model's constants by name, and the nodes that read them."""

    def __init__(self, path):
        self.model = onnx.load(str(path))
        self.constants = {item.name: numpy_helper.to_array(item) for item in self.model.graph.initializer}
        self.nodes = {node.name: node for node in self.model.graph.node}

    def weights(self, layer):
        name = self.nodes[layer].input[1]
        if name in self.constants:
            return self.constants[name]
        maker = next(node for node in self.model.graph.node if name in node.output)
        if maker.op_type == "Cast":  # of FP16
            return self.constants[maker.input[0]].astype(float)
        codes, scales = (self.constants[each] for each in maker.input[:2])
        zeros = self.constants[maker.input[2]] if len(maker.input) > 2 else np.zeros_like(scales)
        axis = next((a.i for a in maker.attribute if a.name == "axis"), 0)
        shape = [-1 if i == axis else 1 for i in range(codes.ndim)] if scales.size > 1 else [1]
        return (codes.astype(float) - zeros.reshape(shape)) * scales.reshape(shape)

    def batch_norm(self, layer):
        output = self.nodes[layer].output[0]
        return next((node for node in self.model.graph.node
                     if node.op_type == "BatchNormalization" and node.input[0] == output), None)

    def folded(self, layer):
        norm = self.batch_norm(layer)
        epsilon = next((a.f for a in norm.attribute if a.name == "epsilon"), 1e-5)
        scale, _, _, variance = (self.constants[name].astype(float) for name in norm.input[1:5])
        return self.weights(layer) * (scale / np.sqrt(variance + epsilon)).reshape(-1, 1, 1, 1)

    def silence(self, layer, channels):
        """Makes what a convolution and its normalization write zero."""
        for name in self.batch_norm(layer).input[1:3]:
            self.constants[name] = self.constants[name].copy()
            self.constants[name][channels] = 0
            item = next(item for item in self.model.graph.initializer if item.name == name)
            item.CopyFrom(numpy_helper.from_array(self.constants[name], name))


def check_channels(material, cli, checks):
    source = File(material.model)
    norms = np.abs(source.folded(EXPAND)).sum(axis=(1, 2, 3))
    count = round(SHARE * len(norms))
    gone = np.sort(np.argsort(norms, kind="stable")[:count])
    for layer in (EXPAND, DEPTHWISE):
        source.silence(layer, gone)
    options = ["--prune", f"{EXPAND}=channels:{SHARE}", "--bits", "W32A32"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        onnx.save(source.model, str(folder / "zeros.onnx"))
        _, tensors, emulated, _ = material.evaluate(cli, folder, *options)
        material.export(cli, folder / "small.onnx", *options)
        zeros = ort_outputs(ort_session(folder / "zeros.onnx", EXACT), tensors)
        small = ort_outputs(ort_session(folder / "small.onnx", EXACT), tensors)
        exported = File(folder / "small.onnx")
    left = len(norms) - count
    for layer, axis in ((EXPAND, 0), (DEPTHWISE, 0), (PROJECT, 1)):
        checks.at_most(f"channels of {layer}", exported.weights(layer).shape[axis], left)
    scale = np.abs(zeros).max()
    checks.at_most("smaller model and zeros in ONNX Runtime, largest difference", np.abs(small - zeros).max() / scale,
                   1e-5)
    checks.at_most("smaller model and emulation, largest difference", np.abs(small - emulated).max() / scale, 1e-5)


def check_quantized_channels(material, cli, checks):
    for extra in (["--bits", "W8A8"], ["--bits", "W8A8", "--correct"], ["--bits", "W4"], ["--bits", "W4x1"],
                  ["--bits", "W8A8", "--per-tensor", "--asymmetric-weights"], ["--bits", "W32A32", "--correct"]):
        options = ["--prune", "channels:0.1", *extra]
        what = " ".join(extra)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            report, tensors, emulated, _ = material.evaluate(cli, folder, *options)
            material.export(cli, folder / "small.onnx", *options)
            # the emulation's biases are FP32 unless it runs on codes as integer kernels do; see qdq_sample.py
            on_codes = emulates_on_codes(extra[1]) and "--asymmetric-weights" not in extra
            outputs = ort_outputs(ort_session(folder / "small.onnx", FUSED if on_codes else EXACT), tensors)
            stem = File(folder / "small.onnx").weights("stem/Conv")
        checks.at_most(f"{what}: channels of the stem", stem.shape[0],
                       round(16 * 0.9))
        checks.at_least(f"{what}: agreement with the emulation", agreement(outputs, emulated),
                        0.97 if on_codes or "W4" in what else 0.85)
        bound = 90 if extra[1].startswith("W4") or "A32" in what else 60 if on_codes else 15
        checks.at_least(f"{what}: SQNR, dB", sqnr_db(emulated, outputs), bound)


def mask_of(weights, pattern):
    if pattern == "unstructured:0.5":
        mask = np.zeros(weights.size, bool)
        mask[np.argsort(np.abs(weights).ravel(), kind="stable")[:round(weights.size / 2)]] = True
        return mask.reshape(weights.shape)
    rows = np.moveaxis(np.abs(weights), 1, -1)
    mask = np.zeros(rows.shape, bool)
    for start in range(0, rows.shape[-1], 4):
        run = rows[..., start:start + 4]
        order = np.argsort(run, axis=-1, kind="stable")
        np.put_along_axis(mask[..., start:start + 4], order[..., :max(run.shape[-1] - 2, 0)], True, axis=-1)
    return np.moveaxis(mask, -1, 1)


def check_pattern(material, cli, pattern, checks):
    source = File(material.model)
    layers = [EXPAND, PROJECT, "stem/Conv", DEPTHWISE]
    for extra in (["--bits", "W32A32"], ["--bits", "W32A32", "--correct"], ["--bits", "W4"],
                  ["--bits", "WFP16", "--correct"], ["--bits", "W8", "--asymmetric-weights", "--correct"]):
        options = ["--prune", pattern, *extra]
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _, tensors, emulated, _ = material.evaluate(cli, folder, *options)
            material.export(cli, folder / "pruned.onnx", *options)
            outputs = ort_outputs(ort_session(folder / "pruned.onnx", EXACT), tensors)
            exported = File(folder / "pruned.onnx")
        what = f"{pattern} {' '.join(extra)}"
        wrong = sum(int(np.count_nonzero(exported.weights(layer)[mask_of(source.folded(layer), pattern)]))
                    for layer in layers)
        checks.at_most(f"{what}: pruned weights that are not zero", wrong, 0)
        checks.at_least(f"{what}: SQNR of ONNX Runtime against the emulation, dB", sqnr_db(emulated, outputs), 90)


def main():
    cli, material = sys.argv[1], road_signs(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    checks = Checks()
    check_channels(material, cli, checks)
    check_quantized_channels(material, cli, checks)
    for pattern in ("unstructured:0.5", "2:4"):
        check_pattern(material, cli, pattern, checks)
    checks.finish()


main()
