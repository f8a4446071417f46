# SPDX-License-Identifier: GPL-3.0-or-later
"""Entropy calibration of efficientnet-lite0 (W8A8) beside ONNX Runtime's own, with its 128 bins and with 2048: top-1, and
how far thresholds lie below the largest magnitude. Ours is the search of NVIDIA (Migacz 2017).

usage: entropy_calibration.py QUANTOSCOPE_CLI [LIMIT]
"""

import contextlib
import csv
import io
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime as ort
from onnxruntime.quantization import CalibrationMethod, QuantFormat, QuantType, calibrate, quantize_static

from peer_cli import Checks, Material, efficientnet, ort_outputs, ort_session, run_cli

PICTURES_AT_ONCE = 5  # the calibrator keeps the tensors of all pictures it is given at once


class Reader(calibrate.CalibrationDataReader):
    def __init__(self, tensors):
        self.tensors, self.next = tensors, 0

    def get_next(self):
        self.next += 1
        picture = self.tensors[self.next - 1:self.next]
        return {"images": picture} if len(picture) else None


def quantized_by_ort(model, tensors, bins, file):
    """Writes the model as onnxruntime.quantization quantizes it; returns its range of every tensor."""
    ranges = {}

    class Calibrater(calibrate.EntropyCalibrater):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **(options | {"num_bins": bins}))

        def collect_data(self, reader):
            for start in range(0, len(reader.tensors), PICTURES_AT_ONCE):
                super().collect_data(Reader(reader.tensors[start:start + PICTURES_AT_ONCE]))

        def compute_data(self):
            data = super().compute_data()
            ranges.update({name: [float(np.ravel(end)[0]) for end in data[name].range_value] for name in data.keys()})
            return data

    usual, calibrate.EntropyCalibrater = calibrate.EntropyCalibrater, Calibrater
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            quantize_static(str(model), str(file), Reader(tensors), quant_format=QuantFormat.QDQ, per_channel=True,
                            activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8,
                            calibrate_method=CalibrationMethod.Entropy)
    finally:
        calibrate.EntropyCalibrater = usual
    return ranges


def our_thresholds(cli, material, folder):
    """Largest magnitude of the ranges of entropy and of min-max after all pictures, by tensor."""
    run_cli(cli, "calibrate", material.model, "--calibration", material.calibration, *material.preprocess,
            "--csv", folder / "course.csv")
    thresholds = {"entropy": {}, "min-max": {}}
    with open(folder / "course.csv", newline="") as rows:
        for row in csv.DictReader(rows):  # later rows are of more pictures
            if row["method"] in thresholds:
                thresholds[row["method"]][row["tensor"]] = max(-float(row["low"]), float(row["high"]))
    return thresholds


def describe(name, top1, shares):
    print(f"     {name}: top-1 {top1:.4f}, thresholds over the largest magnitude: least {min(shares):.3f}, "
          f"median {np.median(shares):.3f}", flush=True)


def main():
    cli, limit = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0
    material, checks = efficientnet(limit), Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report, tensors, _, _ = material.evaluate(cli, folder, "--bits", "W8A8", "--calibration-method", "entropy")
        labels = np.array([entry["label"] for entry in report["predictions"]])
        ours = our_thresholds(cli, material, folder)
        largest = ours["min-max"]
        describe("ours", report["quantized"]["top1"], [ours["entropy"][tensor] / largest[tensor] for tensor in largest])
        checks.at_most("loss of top-1 against FP32", report["fp32"]["top1"] - report["quantized"]["top1"], 0.015)
        pictures = Material(material.model, material.calibration, material.calibration, material.preprocess)
        calibration = pictures.evaluate(cli, folder, "--bits", "W8")[1]
        for bins in (128, 2048):
            file = folder / f"{bins}.onnx"
            ranges = quantized_by_ort(material.model, calibration, bins, file)
            scores = ort_outputs(ort_session(file, ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED), tensors)
            top1 = np.mean(scores.argmax(1) == labels)
            shares = [max(map(abs, ranges[tensor])) / largest[tensor] for tensor in largest]
            describe(f"ONNX Runtime, {bins} bins", top1, shares)
            checks.at_most(f"top-1 of ONNX Runtime with {bins} bins less ours",
                           float(top1 - report["quantized"]["top1"]), 0.015)
    checks.finish()


main()
