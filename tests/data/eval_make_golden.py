#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes eval_pictures/ and eval_golden.json: small pictures made here, and what Pillow and numpy
answer to the questions of tests/core/eval. Needs numpy and Pillow (10 or newer, with WebP):

    python3 eval_make_golden.py [photos]    # writes beside this script

`photos` is a folder of real photos (imagenet-dev/val); with it the digests of their decoded and
fitted pixels are renewed, without it they are kept.
"""

import base64
import hashlib
import json
import pathlib
import sys

import numpy as np
from PIL import Image, ImageOps

HERE = pathlib.Path(__file__).parent
PICTURES = HERE / "eval_pictures"
FILTERS = {"bilinear": Image.Resampling.BILINEAR, "bicubic": Image.Resampling.BICUBIC}


def pack(pixels):
    return base64.b64encode(np.ascontiguousarray(pixels).tobytes()).decode()


def resize(picture, size, name):
    """Image.resize one direction after the other, the order of all Pillow versions up to 12."""
    across = picture.resize((size[0], picture.height), FILTERS[name])
    return across.resize(size, FILTERS[name])


# ---- pictures ----------------------------------------------------------------------------------


def synthetic(width, height, seed):
    """Ramps, a hard edge and noise: every weight of a filter matters somewhere."""
    y, x = np.mgrid[0:height, 0:width]
    ramp = np.stack([x * 255 / width, y * 255 / height, (x + y) % 2 * 255], axis=-1)
    noise = np.random.default_rng(seed).integers(0, 256, (height, width, 3))
    inside = ((x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 3) ** 2)[..., None]
    return Image.fromarray(np.where(inside, noise, ramp).astype(np.uint8))


def write_pictures():
    PICTURES.mkdir(exist_ok=True)
    source = synthetic(40, 30, 1)
    source.save(PICTURES / "rgb.png")
    source.save(PICTURES / "rgb.bmp")
    source.save(PICTURES / "lossless.webp", lossless=True)
    source.save(PICTURES / "lossy.webp", quality=80)
    source.convert("L").save(PICTURES / "grey.png")
    source.convert("P", palette=Image.Palette.ADAPTIVE, colors=16).save(PICTURES / "palette.png")
    source.convert("1").save(PICTURES / "bilevel.png")
    source.convert("L").save(PICTURES / "grey.jpg", quality=90)
    source.save(PICTURES / "full-chroma.jpg", quality=90, subsampling=0)
    source.save(PICTURES / "half-chroma.jpg", quality=80, subsampling=2)
    source.save(PICTURES / "progressive.jpg", quality=80, progressive=True)
    source.convert("CMYK").save(PICTURES / "cmyk.jpg", quality=95)
    alpha = Image.fromarray((np.mgrid[0:30, 0:40][1] * 255 // 39).astype(np.uint8))
    with_alpha = source.copy()
    with_alpha.putalpha(alpha)
    with_alpha.save(PICTURES / "alpha.png")
    ramp = (np.mgrid[0:30, 0:40][1] * 1680 + np.mgrid[0:30, 0:40][0]).astype(np.uint16)
    Image.fromarray(ramp).save(PICTURES / "grey16.png")
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        source.resize((24, 16)).save(PICTURES / f"exif-{orientation}.jpg", quality=90, exif=exif)


def decoded(path):
    """8-bit RGB, upright, transparent pixels on black, 16-bit values rounded."""
    picture = ImageOps.exif_transpose(Image.open(path))
    if picture.mode.startswith("I"):
        grey = np.asarray(picture).astype(np.float64)
        return np.repeat(np.rint(grey / 257).astype(np.uint8)[..., None], 3, axis=-1)
    if picture.mode == "RGBA":
        values = np.asarray(picture).astype(np.float64)
        return np.rint(values[..., :3] * values[..., 3:] / 255).astype(np.uint8)
    return np.asarray(picture.convert("RGB"))


def decode_section():
    # 1 level: two roundings of alpha, and of CMYK's products, are both right.
    loose = {"alpha.png": 1, "cmyk.jpg": 1}
    section = []
    for path in sorted(PICTURES.iterdir()):
        pixels = decoded(path)
        section.append({"file": path.name, "width": pixels.shape[1], "height": pixels.shape[0],
                        "tolerance": loose.get(path.name, 0), "rgb": pack(pixels)})
    return section


# ---- resampling --------------------------------------------------------------------------------


def resample_section():
    section = []
    source = Image.open(PICTURES / "rgb.png")
    sizes = [(40, 30), (20, 15), (13, 30), (40, 7), (7, 3), (1, 1), (55, 42), (60, 11), (9, 50)]
    for name in FILTERS:
        for mode in ("RGB", "L"):
            for size in sizes:
                pixels = np.asarray(resize(source.convert(mode), size, name))
                section.append({"filter": name, "channels": len(mode), "width": size[0],
                                "height": size[1], "pixels": pack(pixels)})
    return section


# ---- fitting -----------------------------------------------------------------------------------


def short_side_crop(picture, settings):
    """torchvision: transforms.functional.resize(int) and center_crop."""
    w, h = picture.size
    short, long = (w, h) if w <= h else (h, w)
    new_short, new_long = settings["shortSide"], int(settings["shortSide"] * long / short)
    size = (new_short, new_long) if w <= h else (new_long, new_short)
    scaled = resize(picture, size, settings["filter"])
    top = int(round((size[1] - settings["height"]) / 2.0))
    left = int(round((size[0] - settings["width"]) / 2.0))
    return scaled.crop((left, top, left + settings["width"], top + settings["height"]))


def short_side_rounded_crop(picture, settings):
    """Sides rounded, crop offset rounded down."""
    w, h = picture.size
    r = settings["shortSide"] / min(w, h)
    size = round(w * r), round(h * r)
    scaled = resize(picture, size, settings["filter"])
    left, top = (size[0] - settings["width"]) // 2, (size[1] - settings["height"]) // 2
    return scaled.crop((left, top, left + settings["width"], top + settings["height"]))


def stretch(picture, settings):
    return resize(picture, (settings["width"], settings["height"]), settings["filter"])


def padded(picture, settings, size, left, top):
    grey = settings["padValue"]
    result = Image.new(picture.mode, (settings["width"], settings["height"]),
                       grey if picture.mode == "L" else (grey,) * 3)
    result.paste(resize(picture, size, settings["filter"]), (left, top))
    return result


def letterbox(picture, settings):
    """Ultralytics: data.augment.LetterBox with auto=False, center=True."""
    w, h = picture.size
    r = min(settings["height"] / h, settings["width"] / w)
    size = int(round(w * r)), int(round(h * r))
    dw, dh = (settings["width"] - size[0]) / 2, (settings["height"] - size[1]) / 2
    return padded(picture, settings, size, int(round(dw - 0.1)), int(round(dh - 0.1)))


def letterbox_top_left(picture, settings):
    """YOLOX: data.data_augment.preproc."""
    w, h = picture.size
    r = min(settings["height"] / h, settings["width"] / w)
    return padded(picture, settings, (int(w * r), int(h * r)), 0, 0)


FITS = {"stretch": stretch, "short-side-crop": short_side_crop, "letterbox": letterbox,
        "letterbox-top-left": letterbox_top_left,
        "short-side-rounded-crop": short_side_rounded_crop}


def fitted(picture, settings):
    if settings["channels"] == "grey":
        picture = picture.convert("L")
    pixels = np.asarray(FITS[settings["fit"]](picture, settings))
    pixels = pixels.reshape(settings["height"], settings["width"], -1)
    return pixels[..., ::-1] if settings["channels"] == "bgr" else pixels


def fit_case(file, layout, **changes):
    settings = {"width": 16, "height": 16, "fit": "short-side-crop", "shortSide": 19,
                "filter": "bicubic", "padValue": 114, "channels": "rgb",
                "mean": [123.675, 116.28, 103.53], "std": [58.395, 57.12, 57.375]} | changes
    picture = Image.fromarray(decoded(PICTURES / file))
    pixels = fitted(picture, settings)
    channels = pixels.shape[-1]
    settings["mean"], settings["std"] = settings["mean"][:channels], settings["std"][:channels]
    values = ((pixels.astype(np.float32) - np.float32(settings["mean"]))
              / np.float32(settings["std"]))
    size = [settings["height"], settings["width"]]
    if layout == "nchw":
        values, shape = values.transpose(2, 0, 1), [1, channels, *size]
    else:
        shape = [1, *size, channels]
    return {"file": file, "input": shape, "settings": settings, "pixels": pack(pixels),
            "values": pack(values.astype("<f4"))}


def fit_section():
    return [
        fit_case("rgb.png", "nchw"),
        fit_case("exif-6.jpg", "nchw", filter="bilinear"),
        fit_case("rgb.png", "nchw", fit="short-side-rounded-crop", width=17, height=11),
        fit_case("exif-6.jpg", "nchw", fit="short-side-rounded-crop", width=18),
        fit_case("rgb.png", "nhwc", width=17, height=11, shortSide=18, channels="bgr"),
        fit_case("rgb.png", "nchw", channels="grey"),
        fit_case("rgb.png", "nhwc", fit="stretch", width=33, height=20),
        fit_case("rgb.png", "nchw", fit="letterbox", width=27, height=32),
        fit_case("exif-8.jpg", "nchw", fit="letterbox", width=31, height=29, padValue=0),
        fit_case("rgb.png", "nchw", fit="letterbox", channels="grey", filter="bilinear"),
        fit_case("rgb.png", "nchw", fit="letterbox-top-left", width=27, height=32),
        fit_case("exif-5.jpg", "nchw", fit="letterbox-top-left", channels="bgr", padValue=7),
    ]


# ---- classification ----------------------------------------------------------------------------


def softmax(scores):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def best(scores, count):
    return np.argsort(-scores, axis=1, kind="stable")[:, :count]


def figures(name, reference, value, is_distribution, labels):
    reference, value = reference.astype(np.float32), value.astype(np.float32)
    a, b = reference.astype(np.float64), value.astype(np.float64)
    p, q = ((a, b) if is_distribution else (softmax(a), softmax(b)))
    shown = p
    p, q = (np.maximum(x / x.sum(axis=1, keepdims=True), 1e-12) for x in (p, q))
    top = best(a, 5)
    norms = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return {
        "name": name, "classes": a.shape[1], "float": pack(reference.astype("<f4")),
        "quantized": pack(value.astype("<f4")), "labels": labels.tolist(), "top5": top.tolist(),
        "probabilities": np.take_along_axis(shown, top, axis=1).tolist(),
        "top1Accuracy": float((top[:, 0] == labels).mean()),
        "top5Accuracy": float((top == labels[:, None]).any(axis=1).mean()),
        "agreement": float((best(a, 1) == best(b, 1)).mean()),
        "sqnrDb": float(10 * np.log10((a ** 2).sum() / ((a - b) ** 2).sum())),
        "cosine": float(((a * b).sum(axis=1) / norms).mean()),
        "kl": float((p * np.log(p / q)).sum(axis=1).mean()),
    }


def classification_section():
    rng = np.random.default_rng(7)
    logits = rng.normal(0, 4, (40, 23))
    noisy = logits + rng.normal(0, 1.5, logits.shape)
    ties = np.round(logits)
    labels = np.where(rng.random(40) < 0.6, logits.argmax(axis=1), rng.integers(0, 23, 40))
    small = rng.normal(0, 2, (9, 5))
    return [
        figures("logits", logits, noisy, False, labels),
        figures("large logits", logits * 300, noisy * 300, False, labels),
        figures("ties", ties, np.round(noisy), False, labels),
        figures("probabilities", softmax(logits), np.round(softmax(noisy) * 64) / 64, True, labels),
        figures("five classes", small, small * 0.9 + 0.1, False, rng.integers(0, 5, 9)),
    ]


# ---- real photos -------------------------------------------------------------------------------


def photo_section(folder):
    """Digests of every 25th photo and of those with an EXIF orientation or without colour."""
    settings = {"width": 224, "height": 224, "shortSide": 256, "filter": "bicubic"}
    section = []
    for i, path in enumerate(sorted(folder.glob("*.jpg"))):
        picture = Image.open(path)
        orientation = picture.getexif().get(0x0112, 1)
        if i % 25 and orientation == 1 and picture.mode == "RGB" and picture.size != (320, 685):
            continue
        pixels = decoded(path)
        crop = np.asarray(short_side_rounded_crop(Image.fromarray(pixels), settings))
        section.append({"file": path.name, "decoded": hashlib.md5(pixels.tobytes()).hexdigest(),
                        "fitted": hashlib.md5(crop.tobytes()).hexdigest()})
    return section


def main():
    golden = HERE / "eval_golden.json"
    write_pictures()
    if len(sys.argv) > 1:
        photos = photo_section(pathlib.Path(sys.argv[1]))
    else:
        photos = json.loads(golden.read_text())["photos"]
    sections = {"decode": decode_section(), "resample": resample_section(), "fit": fit_section(),
                "classification": classification_section(), "photos": photos}
    golden.write_text(json.dumps(sections, indent=0) + "\n")


if __name__ == "__main__":
    main()
