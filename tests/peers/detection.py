# SPDX-License-Identifier: GPL-3.0-or-later
"""yolox_nano at W4A8, every layer: mean average precision, as pycocotools computes it, of FP32, of plain
rounding and of corrected weights. The same options as for a classifier.

usage: detection.py QUANTOSCOPE_CLI
"""

import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from peer_cli import SHARED, Checks, Material, run_cli, skip

SIDE = 416
STRIDES = (8, 16, 32)
LEAST_SCORE = 0.01
NMS_IOU = 0.65
PREPROCESS = {"width": SIDE, "height": SIDE, "fit": "letterbox-top-left", "padValue": 114, "channels": "bgr",
              "mean": [0, 0, 0], "std": [1, 1, 1]}


def grid():
    """Column, row and stride of every anchor, in the order of the outputs."""
    parts = []
    for stride in STRIDES:
        rows, columns = np.mgrid[0:SIDE // stride, 0:SIDE // stride]
        parts.append(np.stack([columns.ravel(), rows.ravel(), np.full(rows.size, stride)], 1))
    return np.concatenate(parts).astype(np.float64)


def decode(output):
    """Boxes (x, y, width, height) in pixels of the letterbox, and scores by class."""
    column, row, stride = grid().T
    width, height = np.exp(output[:, 2]) * stride, np.exp(output[:, 3]) * stride
    x, y = (output[:, 0] + column) * stride - width / 2, (output[:, 1] + row) * stride - height / 2
    return np.stack([x, y, width, height], 1), output[:, 4:5] * output[:, 5:]


def overlaps(box, boxes):
    low = np.maximum(box[:2], boxes[:, :2])
    high = np.minimum(box[:2] + box[2:], boxes[:, :2] + boxes[:, 2:])
    shared = np.prod(np.clip(high - low, 0, None), 1)
    return shared / (np.prod(box[2:]) + np.prod(boxes[:, 2:], 1) - shared)


def suppressed(boxes, scores):
    """Non-maximum suppression of one class; indices of what stays."""
    order, kept = np.argsort(-scores, kind="stable"), []
    while order.size:
        kept.append(order[0])
        order = order[1:][overlaps(boxes[order[0]], boxes[order[1:]]) <= NMS_IOU]
    return kept


def detections(output, picture, categories):
    boxes, scores = decode(output.astype(np.float64))
    ratio = min(SIDE / picture["width"], SIDE / picture["height"])
    found = []
    for index, category in enumerate(categories):
        likely = np.flatnonzero(scores[:, index] > LEAST_SCORE)
        for i in likely[suppressed(boxes[likely], scores[likely, index])]:
            found.append({"image_id": picture["id"], "category_id": category,
                          "bbox": (boxes[i] / ratio).tolist(), "score": float(scores[i, index])})
    return found


def mean_average_precision(coco, pictures, outputs):
    categories = sorted(coco.getCatIds())
    found = [each for picture, output in zip(pictures, outputs) for each in detections(output, picture, categories)]
    if not found:
        return 0.0
    with contextlib.redirect_stdout(io.StringIO()):
        evaluation = COCOeval(coco, coco.loadRes(found), "bbox")
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    return float(evaluation.stats[0])


def outputs_of(cli, material, folder, *options):
    """Quantized and FP32 outputs, and the pictures' names in their order."""
    run_cli(cli, "evaluate", material.model, "--images", material.images, "--calibration", material.calibration,
            *material.preprocess, "--noise-images", 0, "--bits", "W4A8", *options,
            "--save-outputs", folder / "quantized.npy", "--save-float-outputs", folder / "float.npy")
    names = sorted(file.name for file in material.images.iterdir())
    return np.load(folder / "quantized.npy"), np.load(folder / "float.npy"), names


def main(cli):
    model, data = SHARED / "models" / "yolox_nano.onnx", SHARED / "coco-mini"
    if not model.exists() or not data.exists():
        skip(f"{model} or {data} is not there")
    checks = Checks()
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO(str(data / "val.json"))
    by_name = {picture["file_name"]: picture for picture in coco.loadImgs(coco.getImgIds())}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "preprocess.json").write_text(json.dumps(PREPROCESS))
        material = Material(model, data / "val", data / "calib", ["--preprocess", folder / "preprocess.json"])
        plain, floats, names = outputs_of(cli, material, folder)
        corrected, _, _ = outputs_of(cli, material, folder, "--correct")
    pictures = [by_name[each] for each in names]
    before, after, reference = (mean_average_precision(coco, pictures, outputs.reshape(len(names), -1, 85))
                                for outputs in (plain, corrected, floats))
    checks.at_least("yolox_nano, FP32: mAP", reference, 0.33)
    print(f"     yolox_nano, W4A8 rounded to nearest: mAP {before:.4f}")
    checks.at_least("yolox_nano, W4A8 corrected: mAP gained", after - before, 0.2)
    checks.at_least("yolox_nano, W4A8 corrected: mAP", after, 0.25)
    checks.finish()


main(sys.argv[1])
