# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled sample with BatchNormalization kept apart, exported and run by ONNX Runtime.

NumPy rounds the weights of the file itself, per-channel and symmetric (scale = max|w| / (2^(bits - 1) - 1)); the
exported codes of layers that keep their BatchNormalization must be these, and the nodes must stand behind them. FP32
outputs are those of the file, as after folding (Jacob et al. 2018, section 3.2). Outputs of the exported file in ONNX
Runtime and in OpenVINO must be the emulation's: nearly exactly where weights alone are quantized, in their classes
where activations are, too.

usage: kept_batch_norm.py QUANTOSCOPE_CLI [LIMIT]
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
from onnx import numpy_helper

from peer_cli import Checks, agreement, openvino_outputs, ort_outputs, ort_session, road_signs, run_cli, sqnr_db

EXACT = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
FUSED = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
CHOICES = {"*": ["--keep-batch-norm"],
           "block5/*": ["--keep-batch-norm=block5/*"],
           "two layers": ["--keep-batch-norm=stem/Conv", "--keep-batch-norm=block9/project/Conv"]}


class File:
    def __init__(self, path):
        self.graph = onnx.load(str(path)).graph
        self.constants = {item.name: numpy_helper.to_array(item) for item in self.graph.initializer}
        self.maker = {name: node for node in self.graph.node for name in node.output}

    def kept(self):
        """Convolutions with a BatchNormalization behind them, by the name of the node."""
        norms = [node for node in self.graph.node if node.op_type == "BatchNormalization"]
        return {self.maker[node.input[0]].name: self.maker[node.input[0]] for node in norms}


def rounded(weight, bits):
    most = 2 ** (bits - 1) - 1
    scale = (np.abs(weight).max(axis=tuple(range(1, weight.ndim)), keepdims=True) / np.float32(most)).astype(np.float32)
    return np.clip(np.rint(weight / scale), -most, most).astype(np.int64)


def check_codes(what, original, exported, bits, checks):
    layers = {node.name: node for node in original.graph.node if node.op_type == "Conv"}
    differing, total = 0, 0
    for name, node in exported.kept().items():
        codes = exported.constants[exported.maker[node.input[1]].input[0]].astype(np.int64)
        wanted = rounded(original.constants[layers[name].input[1]], bits)
        differing += int((codes != wanted).sum())
        total += codes.size
    checks.at_most(f"{what}: codes that are not those of the file's weights", differing, total * 1e-4)


def check_choice(choice, count, material, cli, checks):
    original = File(material.model)
    for bits in ("W4", "W8", "W8A8", "W4A8"):
        options = [*CHOICES[choice], "--bits", bits]
        what = f"{choice}, {bits}"
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            report, tensors, emulated, floats = material.evaluate(cli, folder, *options)
            material.export(cli, folder / "q.onnx", *options)
            exported = File(folder / "q.onnx")
            exact, fused = (ort_outputs(ort_session(folder / "q.onnx", level), tensors) for level in (EXACT, FUSED))
            other, accurate = (openvino_outputs(folder / "q.onnx", tensors, hint) for hint in (False, True))
        checks.at_least(f"{what}: kept", len(exported.kept()), count)
        checks.at_most(f"{what}: kept", len(exported.kept()), count)
        checks.at_least(f"{what}: kept, as reported", len(report["model"]["simplification"]["keptBatchNorms"]), count)
        check_codes(what, original, exported, int(bits[1]), checks)
        if bits == "W4":
            plain = ort_outputs(ort_session(material.model, EXACT), tensors)
            checks.at_least(f"{choice}: SQNR of FP32 against ORT on the file, dB", sqnr_db(plain, floats), 90)
        if "A" not in bits:
            checks.at_least(f"{what}: SQNR of ORT, dB", sqnr_db(emulated, exact), 80)
            checks.at_least(f"{what}: SQNR of ORT as it optimizes, dB", sqnr_db(emulated, fused), 80)
            checks.at_least(f"{what}: SQNR of OpenVINO told to be accurate, dB", sqnr_db(emulated, accurate), 80)
            checks.at_least(f"{what}: top-1 agreement with OpenVINO", agreement(emulated, other), 0.98)
            continue
        print(f"     {what}: top-1 {report['quantized']['top1']:.4f}, {sqnr_db(emulated, exact):.1f} dB")
        bound = 0.97 if bits == "W4A8" else 0.98
        checks.at_least(f"{what}: top-1 agreement with ORT as written", agreement(emulated, exact), bound)
        checks.at_least(f"{what}: top-1 agreement with ORT", agreement(emulated, fused), bound)


def check_correction(material, cli, checks):
    """Corrected weights, fitted to the inputs of layers whose BatchNormalization is kept."""
    for options in (["--method", "reconstruction"], ["--equalize"]):
        arguments = ["--keep-batch-norm=block5/*", "--bits", "W4", *options]
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _, tensors, emulated, _ = material.evaluate(cli, folder, *arguments)
            material.export(cli, folder / "q.onnx", *arguments)
            exact = ort_outputs(ort_session(folder / "q.onnx", EXACT), tensors)
        checks.at_least(f"{options[-1]}: SQNR of ORT, dB", sqnr_db(emulated, exact), 80)


def check_refusal(material, cli, checks):
    """Scales of a folded model must not pass a BatchNormalization that is kept."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "equalized.json"
        run_cli(cli, "evaluate", material.model, "--images", material.images, "--calibration", material.calibration,
                "--limit", 16, "--noise-images", 0, "--equalize", "--config-out", file)
        try:
            run_cli(cli, "evaluate", material.model, "--images", material.images, "--limit", 16,
                    "--keep-batch-norm", "--config", file)
            refused = 0
        except SystemExit as error:
            refused = int("equaliz" in str(error))
    checks.at_least("equalized channels of the folded model refused", refused, 1)


def main():
    cli, limit = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0
    checks = Checks()
    material = road_signs(limit)
    norms = sum(node.op_type == "BatchNormalization" for node in onnx.load(str(material.model)).graph.node)
    for choice, count in (("*", norms), ("block5/*", 3), ("two layers", 2)):
        check_choice(choice, count, material, cli, checks)
    check_correction(material, cli, checks)
    check_refusal(material, cli, checks)
    checks.finish()


main()
