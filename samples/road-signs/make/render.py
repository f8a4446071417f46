# SPDX-License-Identifier: GPL-3.0-or-later
"""Renders the road-sign pictures: a sign in a scene, seen by a poor camera.

Each picture depends only on (seed, split, index), so that a set can be made again in any order.

    python render.py data DIR      the committed val/ and calib/ folders and classes.txt
    python render.py train FILE    the training set as one .npz file
"""

import argparse
import csv
import io
import multiprocessing
import pathlib

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from scenery import background, foliage, random_colour
from signs import CLASSES, SIDE, draw_sign

SIZE = 64                 # pixels of a finished picture
WORK = 128                # pixels at which the scene is put together
SEED = 20240611
SPLITS = {"val": 1, "calib": 2, "train": 3}
VAL_PER_CLASS = 24
CALIB_COUNT = 128
TRAIN_COUNT = 18000
JPEG_QUALITY = 92


def perspective_coefficients(corners):
    """Pillow's eight numbers that take `corners` in the scene back to the face's corners."""
    face = [(0, 0), (SIDE, 0), (SIDE, SIDE), (0, SIDE)]
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, face):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return np.linalg.solve(np.array(rows, float), np.array(values, float))


def sign_corners(rng):
    """Where the four corners of the face lie in the scene: scale, offset, turn, tilt."""
    half = WORK * rng.uniform(0.25, 0.46)
    angle = np.radians(np.clip(rng.normal(0, 9), -24, 24))
    squeeze = np.array([rng.uniform(0.66, 1.0), rng.uniform(0.86, 1.0)])
    square = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], float) * squeeze * half
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    room = WORK / 2 - half * 0.86
    centre = WORK / 2 + rng.uniform(-1, 1, 2) * max(room, WORK * 0.05)
    return square @ turn + centre + rng.normal(0, half * 0.055, (4, 2))


def shade(rng, rgb):
    """An uneven light and, now and then, the edge of a shadow across the face."""
    ys, xs = np.mgrid[0:WORK, 0:WORK] / WORK - 0.5
    angle = rng.uniform(0, 2 * np.pi)
    along = xs * np.cos(angle) + ys * np.sin(angle)
    light = 1 + rng.uniform(0, 0.5) * along
    if rng.random() < 0.35:
        edge = 1 / (1 + np.exp(-(along - rng.uniform(-0.25, 0.25)) * rng.uniform(30, 120)))
        light = light * (1 - rng.uniform(0.25, 0.65) * edge)
    if rng.random() < 0.15:
        spot = np.exp(-((xs - rng.uniform(-.3, .3)) ** 2 + (ys - rng.uniform(-.3, .3)) ** 2) / 0.02)
        return rgb * light[..., None] + spot[..., None] * rng.uniform(40, 170)
    return rgb * light[..., None]


def occlude(rng, rgb):
    """Leaves, a branch or a post in front of the sign."""
    mask = Image.new("L", (WORK, WORK), 0)
    draw = ImageDraw.Draw(mask)
    kind = rng.integers(3)
    x, y = WORK / 2 + rng.uniform(-0.34, 0.34, 2) * WORK
    if kind == 0:
        for _ in range(int(rng.integers(3, 9))):
            a, b = rng.uniform(0.03, 0.1, 2) * WORK
            dx, dy = rng.normal(0, 0.09, 2) * WORK
            draw.ellipse((x + dx - a, y + dy - b, x + dx + a, y + dy + b), fill=255)
    else:
        slope = rng.uniform(-1, 1) if kind == 1 else rng.uniform(-0.1, 0.1)
        ends = ((x - slope * WORK, y - WORK), (x + slope * WORK, y + WORK))
        draw.line(ends, fill=255, width=int(rng.uniform(0.03, 0.12) * WORK))
    cover = foliage(rng, WORK) if kind < 2 else np.broadcast_to(random_colour(rng), rgb.shape)
    share = np.asarray(mask.filter(ImageFilter.GaussianBlur(0.8)), np.float32)[..., None] / 255
    return cover * share + rgb * (1 - share)


def motion_blur(rng, rgb):
    """The mean of a few copies shifted along a line."""
    length, angle = rng.uniform(1, 7), rng.uniform(0, np.pi)
    steps = np.linspace(-0.5, 0.5, 7) * length
    copies = [np.roll(rgb, (round(s * np.sin(angle)), round(s * np.cos(angle))), (0, 1))
              for s in steps]
    return np.mean(copies, 0)


def camera(rng, rgb):
    """Blur, distance, exposure, colour cast and sensor noise; gives uint8 of SIZE pixels."""
    if rng.random() < 0.3:
        rgb = motion_blur(rng, rgb)
    image = Image.fromarray(np.clip(rgb, 0, 255).astype(np.uint8))
    if rng.random() < 0.6:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0, 2.6)))
    if rng.random() < 0.5:
        small = int(rng.uniform(20, 60))
        image = image.resize((small, small), Image.Resampling.BOX)
    image = image.resize((SIZE, SIZE), Image.Resampling.BICUBIC)
    values = np.asarray(image, np.float32) / 255
    values = values ** rng.uniform(0.65, 1.6) * rng.uniform(0.45, 1.25) + rng.uniform(-0.06, 0.14)
    values = values * rng.normal(1, 0.06, 3)
    grey = values.mean(2, keepdims=True)
    values = grey + (values - grey) * rng.uniform(0.45, 1.25)
    values = values + rng.normal(0, rng.uniform(0.0, 0.075), values.shape)
    return (np.clip(values, 0, 1) * 255).round().astype(np.uint8)


def render(label, rng):
    """One finished picture of class index `label`, uint8 [SIZE, SIZE, 3]."""
    scene = background(rng, WORK)
    corners = sign_corners(rng)
    if rng.random() < 0.5:
        foot = corners[2:].mean(0)
        half = rng.uniform(0.015, 0.04) * WORK
        left, right = int(max(0, foot[0] - half)), int(max(0, foot[0] + half))
        scene[int(max(0, foot[1] - 4)):, left:right] = rng.uniform(60, 180)
    face = draw_sign(CLASSES[label], rng).transform(
        (WORK, WORK), Image.Transform.PERSPECTIVE, perspective_coefficients(corners),
        Image.Resampling.BICUBIC)
    face = np.asarray(face, np.float32)
    alpha = face[..., 3:] / 255
    rgb = shade(rng, scene * (1 - alpha) + face[..., :3] * alpha)
    if rng.random() < 0.35:
        rgb = occlude(rng, rgb)
    return camera(rng, rgb)


def to_jpeg(pixels):
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return stream.getvalue()


def picture(split, index):
    """Label and JPEG bytes of picture `index` of a split; classes take turns."""
    rng = np.random.default_rng([SEED, SPLITS[split], index])
    label = index % len(CLASSES)
    return label, to_jpeg(render(label, rng))


def training_picture(index):
    label, data = picture("train", index)
    return label, np.asarray(Image.open(io.BytesIO(data)))


def write_data(folder):
    """val/CLASS/NNN.jpg, calib/NNN.jpg with calib.csv, and classes.txt."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "classes.txt").write_text("".join(name + "\n" for name in CLASSES))
    for index in range(VAL_PER_CLASS * len(CLASSES)):
        label, data = picture("val", index)
        place = folder / "val" / CLASSES[label]
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{index // len(CLASSES):03d}.jpg").write_bytes(data)
    (folder / "calib").mkdir(exist_ok=True)
    with open(folder / "calib.csv", "w", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(["file", "label"])
        for index in range(CALIB_COUNT):
            label, data = picture("calib", index)
            (folder / "calib" / f"{index:03d}.jpg").write_bytes(data)
            rows.writerow([f"calib/{index:03d}.jpg", CLASSES[label]])


def write_training(path, count):
    with multiprocessing.Pool() as pool:
        pairs = pool.map(training_picture, range(count), chunksize=100)
    np.savez(path, images=np.stack([p[1] for p in pairs]),
             labels=np.array([p[0] for p in pairs], np.int32))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("data", "train"))
    parser.add_argument("target", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=TRAIN_COUNT)
    options = parser.parse_args()
    if options.what == "data":
        write_data(options.target)
    else:
        write_training(options.target, options.count)


if __name__ == "__main__":
    main()
