# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the sample with ONNX Runtime: FP32, quantized, and each layer alone at few bits.

    python check.py ..          every figure that the README quotes
    python check.py .. --brief  without the table of layers

Batch normalization is folded first. Weights: symmetric, narrow range (-(2^(b-1)-1)..2^(b-1)-1),
min-max, round to nearest, one scale for each output channel. Activations: asymmetric, one scale
for each tensor, min-max over the calibration pictures, at the input, behind each layer's
activation function, behind each Add and behind the pooling; the logits and biases stay in float.
The exit status is 1 when a figure leaves the span that the sample is made for.
"""

import argparse
import copy
import csv
import json
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper
from PIL import Image

BATCH = 64
PRESETS = {"tensorflow": (127.5, 127.5)}  # mean and standard deviation, in 0..255


def read_pictures(folder, files):
    """Pictures as the model wants them: float32 [N, 3, 64, 64]."""
    wanted = json.loads((folder / "model.preprocess.json").read_text())
    mean, deviation = PRESETS[wanted["preset"]]
    pictures = [np.asarray(Image.open(file).convert("RGB"), np.float32) for file in files]
    shapes = {p.shape for p in pictures}
    if shapes != {(wanted["height"], wanted["width"], 3)}:
        raise SystemExit(f"pictures of {folder} have the shapes {shapes}")
    return ((np.stack(pictures) - mean) / deviation).transpose(0, 3, 1, 2).astype(np.float32)


def read_validation(folder):
    """Pictures and labels of val/: a label is the index of its sub-folder in sorted order."""
    names = sorted(p.name for p in (folder / "val").iterdir())
    if names != (folder / "classes.txt").read_text().split():
        raise SystemExit("classes.txt does not list the sub-folders of val/ in sorted order")
    files = sorted((folder / "val").glob("*/*.jpg"))
    return read_pictures(folder, files), np.array([names.index(f.parent.name) for f in files])


def read_calibration(folder):
    with open(folder / "calib.csv", newline="") as stream:
        return read_pictures(folder, [folder / row["file"] for row in csv.DictReader(stream)])


class Network:
    """The model with batch normalization folded, and its weights apart from the graph."""

    def __init__(self, model):
        self.model = copy.deepcopy(model)
        graph = self.model.graph
        self.arrays = {i.name: numpy_helper.to_array(i).copy() for i in graph.initializer}
        self.fold()
        self.layers = {n.name: n.input[1] for n in graph.node if n.op_type in ("Conv", "Gemm")}

    def fold(self):
        nodes, kept = {n.output[0]: n for n in self.model.graph.node}, []
        for node in self.model.graph.node:
            if node.op_type != "BatchNormalization":
                kept.append(node)
                continue
            conv = nodes[node.input[0]]
            scale, shift, mean, variance = (self.arrays.pop(name) for name in node.input[1:])
            epsilon = next(a.f for a in node.attribute if a.name == "epsilon")
            factor = scale / np.sqrt(variance + epsilon)
            self.arrays[conv.input[1]] *= factor[:, None, None, None]
            conv.input.append(conv.name + "/bias")
            self.arrays[conv.input[2]] = shift - mean * factor
            conv.output[0] = node.output[0]
        del self.model.graph.node[:]
        self.model.graph.node.extend(kept)

    def quantized_tensors(self):
        """Names of the tensors that carry an activation quantizer."""
        readers = {}
        for node in self.model.graph.node:
            for name in node.input:
                readers.setdefault(name, []).append(node.op_type)
        makers = ("Conv", "Clip", "Add", "GlobalAveragePool")
        made = [n.output[0] for n in self.model.graph.node
                if n.op_type in makers and readers.get(n.output[0]) != ["Clip"]]
        return [self.model.graph.input[0].name] + made

    def session(self, arrays, nodes=None, outputs=None):
        model = copy.deepcopy(self.model)
        if nodes is not None:
            del model.graph.node[:]
            model.graph.node.extend(nodes)
        if outputs is not None:
            del model.graph.output[:]
            model.graph.output.extend(helper.make_empty_tensor_value_info(o) for o in outputs)
        del model.graph.initializer[:]
        model.graph.initializer.extend(numpy_helper.from_array(np.asarray(a, np.float32), name)
                                       for name, a in arrays.items())
        return onnxruntime.InferenceSession(model.SerializeToString())

    def ranges(self, pictures):
        """Smallest and largest value of each quantized tensor over the pictures."""
        names = self.quantized_tensors()
        runner = self.session(self.arrays, outputs=names[1:])
        values = [pictures] + runner.run(None, {names[0]: pictures})
        return {name: (float(v.min()), float(v.max())) for name, v in zip(names, values)}

    def with_activation_quantizers(self, ranges, bits):
        """Nodes of the network with quantizers between them, and the scalars these read."""
        renamed, nodes, scalars = {}, [], {}

        def quantize(name):
            low, high = min(ranges[name][0], 0.0), max(ranges[name][1], 0.0)
            scale = (high - low) / (2 ** bits - 1)
            zero = round(-low / scale)
            numbers = {"scale": scale, "min": -zero, "max": 2 ** bits - 1 - zero}
            scalars.update({f"{name}/{key}": value for key, value in numbers.items()})
            chain = (("Div", "scale"), ("Round", None), ("Clip", "min max"), ("Mul", "scale"))
            source = name
            for op_type, keys in chain:
                inputs = [source] + [f"{name}/{key}" for key in (keys or "").split()]
                source = f"{name}/{op_type}"
                nodes.append(helper.make_node(op_type, inputs, [source]))
            renamed[name] = source

        quantize(self.model.graph.input[0].name)
        for node in self.model.graph.node:
            changed = copy.deepcopy(node)
            changed.input[:] = [renamed.get(name, name) for name in node.input]
            nodes.append(changed)
            if node.output[0] in ranges:
                quantize(node.output[0])
        return nodes, scalars


def quantize_weight(weight, bits, per_channel=True):
    """Fake-quantized weights; axis 0 is the output channel."""
    largest = 2 ** (bits - 1) - 1
    axes = tuple(range(1, weight.ndim)) if per_channel else None
    span = np.abs(weight).max(axis=axes, keepdims=True)
    scale = np.where(span > 0, span, 1) / largest
    return np.clip(np.round(weight / scale), -largest, largest) * scale


def logits_of(session, pictures):
    name = session.get_inputs()[0].name
    return np.concatenate([session.run(None, {name: pictures[i:i + BATCH]})[0]
                           for i in range(0, len(pictures), BATCH)])


class Measure:
    """Top-1 in percent and SQNR of the logits in dB, for one choice of bits after another."""

    def __init__(self, folder):
        model = onnx.load(folder / "model.onnx")
        self.pictures, self.labels = read_validation(folder)
        self.network = Network(model)
        self.ranges = self.network.ranges(read_calibration(folder))
        as_written = onnxruntime.SessionOptions()  # so that ONNX Runtime folds nothing itself
        as_written.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        plain = onnxruntime.InferenceSession(model.SerializeToString(), as_written)
        self.reference = logits_of(plain, self.pictures)
        folded = logits_of(self.network.session(self.network.arrays), self.pictures)
        self.folding_error = float(np.abs(folded - self.reference).max())

    def top1(self, logits):
        return 100 * float((logits.argmax(1) == self.labels).mean())

    def quantized(self, weight_bits=None, activation_bits=None, only=None, per_channel=True):
        arrays, nodes = dict(self.network.arrays), None
        for layer, name in self.network.layers.items():
            if weight_bits and only in (None, layer):
                arrays[name] = quantize_weight(arrays[name], weight_bits, per_channel)
        if activation_bits:
            nodes, scalars = self.network.with_activation_quantizers(self.ranges, activation_bits)
            arrays |= scalars
        logits = logits_of(self.network.session(arrays, nodes), self.pictures)
        noise = np.square(logits - self.reference).sum()
        return self.top1(logits), 10 * np.log10(np.square(self.reference).sum() / noise)


def report(measure):
    """Prints the figures of the whole network; gives top-1 by name."""
    found = {"FP32": measure.top1(measure.reference)}
    weights = sum(a.size for n, a in measure.network.arrays.items() if n.endswith("weight"))
    print(f"{len(measure.labels)} pictures, {weights} weights, "
          f"folding changes the logits by {measure.folding_error:.1e} at most")
    print(f"{'FP32':18} {found['FP32']:6.2f} %")
    rows = [(f"W{w}A{a}", {"weight_bits": w, "activation_bits": a})
            for w, a in ((8, 8), (4, 8), (8, 6), (8, 4))]
    rows += [(f"W{w}", {"weight_bits": w}) for w in (8, 6, 5, 4, 3, 2)]
    rows += [(f"W{w} per-tensor", {"weight_bits": w, "per_channel": False}) for w in (8, 6, 4)]
    rows += [(f"A{a}", {"activation_bits": a}) for a in (8, 6, 4)]
    for name, choice in rows:
        found[name], sqnr = measure.quantized(**choice)
        print(f"{name:18} {found[name]:6.2f} %   SQNR {sqnr:6.2f} dB")
    return found


def report_layers(measure, bits):
    """Prints each layer quantized alone; gives the SQNRs."""
    print(f"\n| layer at W{bits} alone | weights | top-1 (%) | SQNR (dB) |\n|---|---|---|---|")
    ratios = []
    for layer, name in measure.network.layers.items():
        top1, sqnr = measure.quantized(weight_bits=bits, only=layer)
        ratios.append(sqnr)
        print(f"| {layer} | {measure.network.arrays[name].size} | {top1:.2f} | {sqnr:.1f} |")
    return ratios


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--brief", action="store_true")
    options = parser.parse_args()
    measure = Measure(options.folder)
    found = report(measure)
    spans = {"FP32 is high, not perfect": 93 <= found["FP32"] <= 98,
             "W8A8 stays within 0.5 points": abs(found["W8A8"] - found["FP32"]) <= 0.5,
             "W4 is visibly worse": found["W4"] <= found["FP32"] - 3,
             "W2 collapses": found["W2"] <= 30,
             "folding is exact": measure.folding_error < 1e-3}
    if not options.brief:
        ratios = report_layers(measure, 4)
        spans["layers differ in sensitivity"] = max(ratios) - min(ratios) > 10
    for text, holds in spans.items():
        print(f"{'yes' if holds else 'NO '} {text}")
    sys.exit(0 if all(spans.values()) else 1)


if __name__ == "__main__":
    main()
