# SPDX-License-Identifier: GPL-3.0-or-later
"""The cascade of the bundled sample as exported (score margin, Park et al. 2015): ONNX Runtime runs both files with the
manifest's threshold and comes to the accuracy and the share of pictures run again that the manifest tells.

usage: cascade.py QUANTOSCOPE_CLI
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime as ort

from peer_cli import Checks, emulates_on_codes, ort_outputs, ort_session, road_signs, run_cli


def margins(scores):
    """Probability of the most probable class less that of the second."""
    powers = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True))
    probabilities = np.sort(powers / powers.sum(1, keepdims=True), 1)
    return probabilities[:, -1] - probabilities[:, -2]


def main():
    cli, material, checks = sys.argv[1], road_signs(), Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for side, bits in (("cheap", "W4A8"), ("better", "W8A8")):
            run_cli(cli, "config", material.model, "--bits", bits, "-o", folder / f"{side}.json")
        run_cli(cli, "cascade", material.model, "--images", material.images, "--calibration", material.calibration,
                "--cheap", folder / "cheap.json", "--better", folder / "better.json", "--drop", 0,
                "--export-folder", folder / "out")
        manifest = json.loads((folder / "out" / "cascade.json").read_text())
        report, tensors, _, _ = material.evaluate(cli, folder, "--bits", "W8A8")
        labels = np.array([entry["label"] for entry in report["predictions"]])
        scores = {side: ort_outputs(ort_session(folder / "out" / manifest[side]["model"],
                                                ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED), tensors)
                  for side in ("cheap", "better")}
        again = margins(scores["cheap"]) < manifest["threshold"]
        answers = np.where(again, scores["better"].argmax(1), scores["cheap"].argmax(1))
        figures = manifest["figures"]
        # On codes both give the same bits; in floats a picture next to a tie may go the other way.
        allowed = 1e-9 if emulates_on_codes("W8A8") else 0.01
        checks.at_most("difference of the accuracy", abs(np.mean(answers == labels) - figures["accuracy"]), allowed)
        checks.at_most("difference of the share run again", abs(np.mean(again) - figures["share"]), allowed)
        for side in ("cheap", "better"):
            alone = np.mean(scores[side].argmax(1) == labels)
            checks.at_most(f"difference of {side} alone", abs(alone - manifest[side]["accuracy"]), allowed)
        print(f"     share {figures['share']:.4f}, accuracy {figures['accuracy']:.4f}, "
              f"better alone {manifest['better']['accuracy']:.4f}, threshold {manifest['threshold']:.4f}")
        checks.at_least("share run again", figures["share"], 0.01)
        checks.at_most("share run again", figures["share"], 0.99)
    checks.finish()


main()
