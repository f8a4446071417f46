# SPDX-License-Identifier: GPL-3.0-or-later
"""Calibration by every method holds no pictures: its peak memory stays below 1 GiB, and does not grow from 100
pictures to 500 by more than 5 %. Needs efficientnet-lite0 and photos from $QUANTOSCOPE_SHARED_DATA, else skips aloud.
"""

import os
import subprocess
import sys
from pathlib import Path

from cli_case import CLI

SHARED = Path(os.environ.get("QUANTOSCOPE_SHARED_DATA", "../shared/data"))
MODEL = SHARED / "models" / "efficientnet-lite0.onnx"
PHOTOS = SHARED / "imagenet-dev" / "val"
SKIPPED = 77


def peak_mib(images):
    """Largest resident memory of a run, as wait4 tells it of this child alone."""
    command = [str(CLI), "calibrate", str(MODEL), "--calibration", str(PHOTOS), "--calibration-images", str(images),
               "--preprocess", "efficientnet-lite"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0 or f"Ranges over {images} pictures" not in text:
        sys.exit(f"{' '.join(command)} ended with {status}: {text[:300]}")
    return usage.ru_maxrss / 1024


def main():
    if not MODEL.exists() or not PHOTOS.exists():
        print(f"SKIPPED: {MODEL} or {PHOTOS} is not there")
        sys.exit(SKIPPED)
    few, many = peak_mib(100), peak_mib(500)
    print(f"peak memory: 100 pictures {few:.0f} MiB, 500 pictures {many:.0f} MiB ({many / few - 1:+.1%})")
    sys.exit(0 if many < 1024 and many <= few * 1.05 else 1)


main()
