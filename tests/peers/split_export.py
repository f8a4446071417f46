# SPDX-License-Identifier: GPL-3.0-or-later
"""Outlier channel splitting (Zhao et al. 2019) of the bundled sample, exported and run by ONNX Runtime.

NumPy picks the channels, halves them and rounds every copy, w to (w - step / 2) / 2 and (w + step / 2) / 2 (section
3.3), from the FP32 weights of the model as exported without quantization. The exported file must have the same
channels gathered and the same codes in every layer, and its outputs must be the emulation's, which has no larger
graph. Gather must not cost the integer kernels around it.

usage: split_export.py QUANTOSCOPE_CLI [LIMIT]
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
from onnx import numpy_helper

from peer_cli import (Checks, agreement, emulates_on_codes, integer_kernels, openvino_outputs, ort_outputs,
                      ort_session, road_signs, sqnr_db)

EXACT = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
FUSED = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
SHARE = 0.05


class File:
    """A model's constants by name, and the nodes that make and read tensors."""

    def __init__(self, path):
        self.graph = onnx.load(str(path)).graph
        self.constants = {item.name: numpy_helper.to_array(item) for item in self.graph.initializer}
        self.maker = {name: node for node in self.graph.node for name in node.output}

    def layers(self):
        return [node for node in self.graph.node if node.op_type in ("Conv", "Gemm")]

    def weight(self, node):
        return self.constants[node.input[1]]

    def codes(self, node):
        """Codes and scales of a layer's weights; scales as a column a filter."""
        codes, scales, *_ = (self.constants[name] for name in self.maker[node.input[1]].input)
        return codes.astype(np.int64), np.atleast_1d(scales)

    def gathered(self, node):
        """Channels of the input that a layer reads; None where it reads them as they are."""
        name = node.input[0]
        while name in self.maker and self.maker[name].op_type in ("DequantizeLinear", "QuantizeLinear", "Clip"):
            name = self.maker[name].input[0]
        maker = self.maker.get(name)
        return self.constants[maker.input[1]] if maker is not None and maker.op_type == "Gather" else None


def attribute(node, name, default):
    return next((a.i for a in node.attribute if a.name == name), default)


def matrix(node, weight):
    """[filters, input channels, taps]"""
    if node.op_type == "Gemm" and not attribute(node, "transB", 0):
        weight = weight.T
    return weight.reshape(weight.shape[0], weight.shape[1], -1)


def split_plan(weights, share, per_tensor):
    """Copies that are split, one after the other, and the magnitudes that halving leaves, [copies, scales]."""
    largest = np.abs(weights).max(axis=2)
    largest = largest.max(axis=0, keepdims=True) if per_tensor else largest
    copies = [column.astype(float) for column in largest.T]
    plan = []
    for _ in range(int(np.ceil(share * weights.shape[1] - 1e-9))):
        table = np.array(copies)
        if per_tensor:  # the paper's: the channel with the largest weight
            chosen = int(table.max(axis=1).argmax())
        else:  # what takes most off the sum of the squared ranges of the filters
            ranges = (table.max(axis=0) ** 2).sum()
            after = [(np.maximum(np.delete(table, i, 0).max(axis=0), table[i] / 2) ** 2).sum()
                     for i in range(len(table))]
            gains = ranges - np.array(after)
            chosen = int(gains.argmax())
        copies[chosen] = copies[chosen] / 2
        copies.append(copies[chosen].copy())
        plan.append(chosen)
    return plan, np.array(copies)


def expected(weights, share, bits, per_tensor):
    """Gathered channels and codes of the paper's quantization-aware splitting."""
    plan, magnitudes = split_plan(weights, share, per_tensor)
    step = (magnitudes.max(axis=0) / (2 ** (bits - 1) - 1)).reshape(-1, 1)
    columns = [weights[:, i].astype(float) for i in range(weights.shape[1])]
    channels = list(range(weights.shape[1]))
    for parent in plan:
        w = columns[parent]
        columns[parent] = (w - step / 2) / 2
        columns.append((w + step / 2) / 2)
        channels.append(channels[parent])
    codes = np.floor(np.stack(columns, axis=1) / step[:, None] + 0.5)
    return np.array(channels), codes.astype(np.int64)


def check_layers(floats, file, bits, per_tensor, what, checks):
    wrong_channels = wrong_codes = split = total = added = 0
    for plain, node in zip(floats.layers(), file.layers()):
        codes, _ = file.codes(node)
        channels = file.gathered(node)
        if attribute(plain, "group", 1) > 1:
            wrong_channels += channels is not None
            continue
        wanted_channels, wanted = expected(matrix(plain, floats.weight(plain)), SHARE, bits, per_tensor)
        same = channels is not None and np.array_equal(channels, wanted_channels)
        wrong_channels += not same
        split += 1
        found = matrix(node, codes)
        total += found.size
        added += len(wanted_channels) - floats.weight(plain).shape[1]
        wrong_codes += np.count_nonzero(found != wanted) if same else found.size
    checks.at_least(f"{what}: layers with split channels", split, 20)
    checks.at_most(f"{what}: layers whose channels are others than NumPy's", wrong_channels, 0)
    # The step is a float32 in the file, a double in NumPy: what lies next to a tie may fall to its other side.
    checks.at_most(f"{what}: share of codes that are others than NumPy's", wrong_codes / total, 1e-4)


def check(material, cli, floats, options, checks):
    bits = int(options[1][1])
    per_tensor = "--per-tensor" in options
    what = " ".join(options)
    weights_only = "A" not in options[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        split = [*options, "--split-outliers", SHARE]
        report, tensors, emulated, plain = material.evaluate(cli, folder, *split)
        material.export(cli, folder / "split.onnx", *split)
        material.export(cli, folder / "whole.onnx", *options)
        file = File(folder / "split.onnx")
        outputs = ort_outputs(ort_session(folder / "split.onnx", EXACT), tensors)
        whole = ort_outputs(ort_session(folder / "whole.onnx", EXACT, folder / "whole_fused.onnx"), tensors)
        fused = ort_outputs(ort_session(folder / "split.onnx", FUSED, folder / "split_fused.onnx"), tensors)
        ort_session(folder / "whole.onnx", FUSED, folder / "whole_fused.onnx")
        kernels = [integer_kernels(folder / f"{each}_fused.onnx") for each in ("split", "whole")]
        other = openvino_outputs(folder / "split.onnx", tensors)
    if "--asymmetric-weights" not in options:
        check_layers(floats, file, bits, per_tensor, what, checks)
    print(f"     {what}: top-1 {report['quantized']['top1']:.4f}, SQNR of the outputs {sqnr_db(plain, outputs):.2f} dB, "
          f"without splitting {sqnr_db(plain, whole):.2f} dB")
    # Codes of split channels may leave int8; such segments run in floats, with FP32 biases. On codes some values
    # next to a tie fall to the other side of it in ONNX Runtime's floats, split or not (42 dB without splitting).
    on_codes = emulates_on_codes(options[1]) and bits < 8
    checks.at_least(f"{what}: SQNR of ONNX Runtime as written against the emulation, dB", sqnr_db(emulated, outputs),
                    90 if weights_only else 35 if on_codes else 15)
    checks.at_least(f"{what}: top-1 agreement with ONNX Runtime as written", agreement(emulated, outputs),
                    0.99 if weights_only else 0.96)
    checks.at_least(f"{what}: top-1 agreement with ONNX Runtime", agreement(emulated, fused),
                    0.99 if weights_only else 0.96)
    checks.at_least(f"{what}: top-1 agreement with OpenVINO", agreement(emulated, other),
                    0.99 if weights_only else 0.95)
    if not weights_only:
        print(f"     {what}: emulated on codes: {on_codes}")
        checks.at_least(f"{what}: integer kernels in ONNX Runtime, those without splitting", kernels[0], kernels[1])


def check_beside_pruning(material, cli, checks):
    """Channels that the layer before loses are zeros here, of which none is split, and leave the file."""
    layer = "block5/project/Conv"
    options = ["--bits", "W4", "--prune", "block5/expand/Conv=channels:0.25", "--split-outliers", f"{layer}=0.1"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        material.export(cli, folder / "whole.onnx", "--bits", "W4")
        material.export(cli, folder / "split.onnx", *options)
        _, tensors, emulated, _ = material.evaluate(cli, folder, *options)
        outputs = ort_outputs(ort_session(folder / "split.onnx", EXACT), tensors)
        nodes = [next(node for node in File(folder / each).layers() if node.name == layer)
                 for each in ("whole.onnx", "split.onnx")]
        whole, split = (File(folder / each).codes(node)[0].shape[1]
                        for each, node in zip(("whole.onnx", "split.onnx"), nodes))
        channels = File(folder / "split.onnx").gathered(nodes[1])
    left = whole - round(0.25 * whole)
    checks.at_most("beside pruning: channels of the layer that are not expected", abs(
        split - left - int(np.ceil(0.1 * whole - 1e-9))), 0)
    checks.at_most("beside pruning: largest channel that is gathered", channels.max(), left - 1)
    checks.at_least("beside pruning: SQNR of ONNX Runtime against the emulation, dB", sqnr_db(emulated, outputs), 90)


def main():
    cli, material = sys.argv[1], road_signs(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        material.export(cli, Path(name) / "floats.onnx", "--bits", "W32A32")
        floats = File(Path(name) / "floats.onnx")
    for options in ("--bits W4 --per-tensor", "--bits W4", "--bits W4 --per-tensor --asymmetric-weights",
                    "--bits W8A8 --per-tensor", "--bits W8A8", "--bits W4A8"):
        check(material, cli, floats, options.split(), checks)
    check_beside_pruning(material, cli, checks)
    checks.finish()


main()
