# SPDX-License-Identifier: GPL-3.0-or-later
"""Backgrounds behind a sign: sky and ground, foliage, walls with windows, blobs."""

import numpy as np
from PIL import Image, ImageDraw


def value_noise(rng, side, octaves, falloff=0.55):
    """Smooth noise of several scales, about zero mean, as float32 [side, side]."""
    total = np.zeros((side, side), np.float32)
    for octave in range(octaves):
        cells = min(side, 2 ** (octave + 2))
        grid = Image.fromarray(rng.normal(0, 1, (cells, cells)).astype(np.float32))
        layer = grid.resize((side, side), Image.Resampling.BICUBIC)
        total += np.asarray(layer) * falloff ** octave
    return total


def random_colour(rng, low=20, high=235):
    return rng.uniform(low, high, 3).astype(np.float32)


def gradient(rng, side):
    """Two colours along a random direction."""
    angle = rng.uniform(0, 2 * np.pi)
    ys, xs = np.mgrid[0:side, 0:side] / side - 0.5
    along = np.clip(0.5 + (xs * np.cos(angle) + ys * np.sin(angle)), 0, 1)[..., None]
    return random_colour(rng) * along + random_colour(rng) * (1 - along)


def textured(rng, side, palette, strength):
    """Colours of `palette` mixed by smooth noise."""
    noise = value_noise(rng, side, int(rng.integers(3, 6)))
    share = np.clip(noise * strength + 0.5, 0, 1)[..., None]
    first, second = (np.array(c, np.float32) + rng.normal(0, 18, 3) for c in palette)
    return first * share + second * (1 - share)


def foliage(rng, side):
    return textured(rng, side, ((36, 62, 22), (134, 158, 84)), 0.5)


def masonry(rng, side):
    return textured(rng, side, ((150, 138, 124), (104, 92, 86)), 0.25)


def street(rng, side):
    """Sky above, ground below, sometimes a row of trees between."""
    horizon = int(side * rng.uniform(0.35, 0.8))
    sky = textured(rng, side, ((206, 218, 232), (128, 164, 212)), 0.3)
    ground = textured(rng, side, ((92, 92, 94), (122, 116, 104)), 0.3)
    picture = np.where(np.arange(side)[:, None, None] < horizon, sky, ground)
    if rng.random() < 0.6:
        edge = horizon - side * 0.15 + value_noise(rng, side, 4)[0] * side * 0.08
        rows = np.arange(side)[:, None]
        trees = (rows > edge[None, :]) & (rows < horizon)
        picture = np.where(trees[..., None], foliage(rng, side), picture)
    return picture


def paint(rng, picture, draw_shapes):
    """Runs `draw_shapes` on a Pillow drawing of the picture."""
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    draw_shapes(ImageDraw.Draw(image))
    return np.asarray(image).astype(np.float32)


def buildings(rng, side):
    """Blocks with rows of windows in front of a sky."""
    def blocks(draw):
        for _ in range(int(rng.integers(2, 5))):
            left, top = rng.uniform(-0.2, 0.8) * side, rng.uniform(0.0, 0.6) * side
            width = rng.uniform(0.25, 0.7) * side
            wall = tuple(int(c) for c in random_colour(rng, 70, 200))
            pane = tuple(int(c) for c in random_colour(rng, 20, 150))
            draw.rectangle((left, top, left + width, side), fill=wall)
            step = rng.uniform(0.08, 0.16) * side
            for y in np.arange(top + step / 2, side, step):
                for x in np.arange(left + step / 2, left + width - step / 2, step):
                    draw.rectangle((x, y, x + step * 0.5, y + step * 0.6), fill=pane)
    return paint(rng, gradient(rng, side), blocks)


def blobs(rng, side):
    """Discs and boxes of many colours, some as vivid as a sign."""
    def shapes(draw):
        for _ in range(int(rng.integers(4, 16))):
            x, y = rng.uniform(0, side, 2)
            a, b = rng.uniform(0.04, 0.3, 2) * side
            colour = tuple(int(c) for c in random_colour(rng))
            shape = draw.ellipse if rng.random() < 0.6 else draw.rectangle
            shape((x - a, y - b, x + a, y + b), fill=colour)
    return paint(rng, gradient(rng, side), shapes)


SCENES = (gradient, foliage, masonry, street, buildings, blobs)


def background(rng, side):
    """A random scene as float32 RGB [side, side, 3] in 0..255."""
    scene = SCENES[int(rng.integers(len(SCENES)))](rng, side)
    grain = value_noise(rng, side, 5)[..., None]
    return (scene + grain * rng.uniform(0, 9)).astype(np.float32)
