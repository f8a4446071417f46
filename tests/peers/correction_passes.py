# SPDX-License-Identifier: GPL-3.0-or-later
"""What correcting all 50 layers of efficientnet-lite0 takes, in passes of the plain FP32 model over the 500
photos, and the top-1 it reaches there. A ratio of times of one run.

usage: correction_passes.py QUANTOSCOPE_CLI
"""

import json
import sys
import tempfile
from pathlib import Path

from peer_cli import Checks, efficientnet, run_cli

CASES = [  # bits, calibration photos, least top-1, most passes
    ("W4", 100, 0.866, 40),
    ("W4", 50, 0.850, 15),
    ("W4A8", 100, 0.856, 40),
]


def measured(cli, material, file, bits, images):
    """Seconds of a plain pass, and what correcting all layers on so many photos took and gave."""
    labels = material.images.parent / "val.csv"
    run_cli(cli, "bench", material.model, "--images", material.images, "--labels", labels,
            "--calibration", material.calibration, *material.preprocess, "--calibration-images", images,
            "--correct", bits, "--json", file)
    report = json.loads(file.read_text())
    return report["passSeconds"], report["corrections"][0]


def main(cli):
    material, checks = efficientnet(), Checks()
    with tempfile.TemporaryDirectory() as folder:
        for bits, images, top1, passes in CASES:
            seconds, found = measured(cli, material, Path(folder) / "bench.json", bits, images)
            name = f"{bits}, {images} calibration photos"
            checks.at_least(f"{name}: top-1 (nearest {found['nearestTop1']:.3f})", found["top1"], top1)
            checks.at_most(f"{name}: passes ({found['seconds']:.1f} s of {seconds:.2f} s)", found["passes"], passes)
    checks.finish()


main(sys.argv[1])
