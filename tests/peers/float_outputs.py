# SPDX-License-Identifier: GPL-3.0-or-later
"""FP32 logits of quantoscope-cli against ONNX Runtime running the original file on the same tensors.

usage: float_outputs.py QUANTOSCOPE_CLI [LIMIT]
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime as ort

from peer_cli import Checks, agreement, efficientnet, ort_outputs, ort_session, road_signs, sqnr_db


def check(name, material, cli, checks):
    with tempfile.TemporaryDirectory() as folder:
        report, tensors, _, outputs = material.evaluate(cli, Path(folder), "--bits", "W8")
    session = ort_session(material.model, ort.GraphOptimizationLevel.ORT_ENABLE_ALL)
    expected = ort_outputs(session, tensors)
    checks.at_least(f"{name}: images with equal top-1", agreement(expected, outputs), 1.0)
    checks.at_least(f"{name}: SQNR of the logits, dB", sqnr_db(expected, outputs), 90)
    labels = np.array([entry["label"] for entry in report["predictions"]])
    top1 = float(np.mean(expected.argmax(1) == labels))
    checks.at_most(f"{name}: difference of top-1 to the report", abs(top1 - report["fp32"]["top1"]), 1e-9)
    five = np.argsort(-expected, axis=1, kind="stable")[:, :5]
    top5 = float(np.mean((five == labels[:, None]).any(1)))
    checks.at_most(f"{name}: difference of top-5 to the report", abs(top5 - report["fp32"]["top5"]), 1e-9)


def main():
    cli, limit = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0
    checks = Checks()
    check("road-signs", road_signs(limit), cli, checks)
    check("efficientnet-lite0", efficientnet(limit), cli, checks)
    checks.finish()


main()
