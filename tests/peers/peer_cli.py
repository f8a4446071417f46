# SPDX-License-Identifier: GPL-3.0-or-later
"""What the peer scripts share: quantoscope-cli, the peers' runtimes and the figures."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import openvino as ov

SKIPPED = 77
BATCH = 25

SHARED = Path(os.environ.get("QUANTOSCOPE_SHARED_DATA", "../shared/data"))
SAMPLES = Path(os.environ.get("QUANTOSCOPE_SAMPLES", "samples"))


def skip(reason):
    print("SKIPPED:", reason)
    sys.exit(SKIPPED)


def run_cli(cli, *arguments):
    command = [str(cli), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")


class Material:
    """A model, its pictures and the options that name them."""

    def __init__(self, model, images, calibration, preprocess=(), limit=0):
        self.model = model
        self.images = images
        self.calibration = calibration
        self.preprocess = list(preprocess)
        self.limit = limit

    def evaluate(self, cli, folder, *arguments):
        """Runs the emulation; returns the report, the pictures as tensors, FP32 and quantized outputs."""
        files = {name: folder / f"{name}.npy" for name in ("tensors", "outputs", "float-outputs")}
        run_cli(cli, "evaluate", self.model, "--images", self.images, "--calibration", self.calibration,
                *self.preprocess, "--limit", self.limit, "--noise-images", 0, "--predictions",
                "--json", folder / "report.json",
                *(part for name, file in files.items() for part in (f"--save-{name}", file)), *arguments)
        report = json.loads((folder / "report.json").read_text())
        return report, *(np.load(file) for file in files.values())

    def export(self, cli, file, *arguments):
        run_cli(cli, "export", self.model, "-o", file, "--calibration", self.calibration,
                *self.preprocess, *arguments)
        onnx.checker.check_model(str(file), full_check=True)


def road_signs(limit=0):
    folder = SAMPLES / "road-signs"
    return Material(folder / "model.onnx", folder / "val", folder / "calib", limit=limit)


def efficientnet(limit=0):
    model = SHARED / "models" / "efficientnet-lite0.onnx"
    data = SHARED / "imagenet-dev"
    if not model.exists() or not data.exists():
        skip(f"{model} or {data} is not there")
    return Material(model, data / "val", data / "calib", ["--preprocess", "efficientnet-lite"], limit)


def batches(tensors):
    return (tensors[start:start + BATCH] for start in range(0, len(tensors), BATCH))


def processor_flags():
    """Features of the processor as Linux names them; empty where it does not say."""
    try:
        return set(Path("/proc/cpuinfo").read_text().split())
    except OSError:
        return set()


def has_exact_int8():
    """Whether the processor adds products of 8-bit numbers exactly. Without VNNI (x86-64) a pair of products
    of uint8 and int8 saturates at 16 bits inside the runtimes' kernels as soon as weights use all 8 bits."""
    flags = processor_flags()
    return "fpu" not in flags or bool(flags & {"avx512_vnni", "avx_vnni"})


def emulates_on_codes(bits):
    """Whether the program computes a configuration such as W8A8 on 8-bit codes on this processor, with int32
    biases, as integer kernels do."""
    widths = re.fullmatch(r"W(\d+)A(\d+)", bits)
    return "avx512_vnni" in processor_flags() and widths is not None and max(map(int, widths.groups())) <= 8


def ort_session(file, level, optimized=None):
    options = ort.SessionOptions()
    # Where the processor lacks VNNI: kernels that do not saturate (uint8 by uint8).
    options.add_session_config_entry("session.x64quantprecision", "1")
    options.graph_optimization_level = level
    options.log_severity_level = 3
    if optimized:
        options.optimized_model_filepath = str(optimized)
    return ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def ort_outputs(session, tensors, names=None):
    """Outputs of all pictures, or one array a name."""
    feed = session.get_inputs()[0].name
    results = [session.run(names, {feed: batch}) for batch in batches(tensors)]
    joined = [np.concatenate(parts) for parts in zip(*results)]
    return joined if names else joined[0]


def openvino_outputs(file, tensors, accurate=False):
    """accurate: without what OpenVINO does by itself to be faster, as quantizing what fully connected layers with
    8-bit weights read."""
    # On processors with AMX the default precision would be bfloat16.
    hints = {"INFERENCE_PRECISION_HINT": "f32", **({"EXECUTION_MODE_HINT": "ACCURACY"} if accurate else {})}
    compiled = ov.Core().compile_model(str(file), "CPU", hints)
    return np.concatenate([next(iter(compiled(batch).values())).copy() for batch in batches(tensors)])


def integer_kernels(file):
    """How many operators of an optimized model compute in integers."""
    names = [node.op_type for node in onnx.load(str(file), load_external_data=False).graph.node]
    return sum(name.startswith(("QLinear", "QGemm", "ConvInteger", "MatMulInteger")) for name in names)


def agreement(a, b):
    return float(np.mean(a.argmax(1) == b.argmax(1)))


def sqnr_db(reference, value):
    noise = np.sum((reference.astype(np.float64) - value) ** 2)
    return float("inf") if noise == 0 else 10 * np.log10(np.sum(reference.astype(np.float64) ** 2) / noise)


class Checks:
    """Prints every figure with its bound and remembers what failed."""

    def __init__(self):
        self.failed = 0

    def at_least(self, what, value, bound):
        self._note(what, value, f">= {bound}", value >= bound)

    def at_most(self, what, value, bound):
        self._note(what, value, f"<= {bound}", value <= bound)

    def _note(self, what, value, bound, holds):
        print(f"{'ok  ' if holds else 'FAIL'} {what}: {value:.6g} ({bound})", flush=True)
        self.failed += not holds

    def finish(self):
        sys.exit(1 if self.failed else 0)
