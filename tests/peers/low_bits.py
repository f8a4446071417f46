# SPDX-License-Identifier: GPL-3.0-or-later
"""Low bits without training on efficientnet-lite0: lower bounds of top-1 over 500 photos, whose labels no
choice has seen.

usage: low_bits.py QUANTOSCOPE_CLI
"""

import json
import sys
import tempfile
from pathlib import Path

from peer_cli import efficientnet, run_cli

CASES = {  # name: least top-1, options
    "W8A8": (0.888, ["--bits", "W8A8", "--calibration-method", "mse"]),
    "W4": (0.866, ["--bits", "W4", "--correct"]),
    "W3": (0.77, ["--bits", "W3", "--correct"]),
}
AVERAGE_OF_3 = 0.83


def common(material):
    labels = material.images.parent / "val.csv"
    return [material.model, "--images", material.images, "--labels", labels, "--calibration", material.calibration,
            *material.preprocess]


def uniform(cli, material, folder, options):
    file = folder / "report.json"
    run_cli(cli, "evaluate", *common(material), *options, "--noise-images", 0, "--json", file)
    return json.loads(file.read_text())["quantized"]["top1"]


def searched(cli, material, folder):
    """Top-1 on the validation photos of the best by the calibration photos, and its average bits."""
    file = folder / "search.json"
    run_cli(cli, "search", *common(material), "--base", "W8A8", "--calibration-method", "mse", "--budget",
            "avg-bits=3", "--bits", "2,3,4,5,6,8", "--correct", "--evaluations", 1, "--json", file)
    report = json.loads(file.read_text())
    best = report["tried"][report["best"]]
    return best["heldOutTop1"], best["averageWeightBits"]


def main(cli):
    material = efficientnet()
    failed = 0

    def check(name, value, least):
        nonlocal failed
        failed += value < least
        print(f"{'ok  ' if value >= least else 'FAIL'} {name}: top-1 {value:.3f}, at least {least}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        for name, (least, options) in CASES.items():
            check(name, uniform(cli, material, Path(folder), options), least)
        top1, average = searched(cli, material, Path(folder))
        check("average of 3 bits, activations 8 bits", top1, AVERAGE_OF_3)
        failed += average > 3.0
    sys.exit(failed > 0)


main(sys.argv[1])
