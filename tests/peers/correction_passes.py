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

CASES = {  # bits: least top-1, most passes
    "W4": (0.866, 15),
    "W4A8": (0.856, 40),
}


def main(cli):
    material, checks = efficientnet(), Checks()
    labels = material.images.parent / "val.csv"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bench.json"
        run_cli(cli, "bench", material.model, "--images", material.images, "--labels", labels,
                "--calibration", material.calibration, *material.preprocess, "--json", file,
                *(part for bits in CASES for part in ("--correct", bits)))
        report = json.loads(file.read_text())
    print(f"a pass takes {report['passSeconds']:.2f} s")
    for measured in report["corrections"]:
        bits = measured["bits"]
        top1, passes = CASES[bits]
        checks.at_least(f"{bits}: top-1 (nearest {measured['nearestTop1']:.3f})", measured["top1"], top1)
        checks.at_most(f"{bits}: passes ({measured['seconds']:.1f} s)", measured["passes"], passes)
    checks.finish()


main(sys.argv[1])
