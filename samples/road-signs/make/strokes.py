# SPDX-License-Identifier: GPL-3.0-or-later
"""A pen over a Pillow image, and the few digits and letters that the signs need.

Coordinates run from -1 to 1 on both axes, y downwards. Glyphs are strokes of our own: no font is
read, so that the pictures do not depend on what is installed.
"""

import math

from PIL import Image, ImageDraw


def arc(cx, cy, rx, ry, start, end, steps=20):
    """Points on an ellipse from `start` to `end` degrees; 0 is right, 90 is down."""
    angles = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles]


# One glyph is a list of strokes in a box of half width 0.6 and half height 1.
GLYPHS = {
    "0": [arc(0, 0, 0.55, 1.0, 0, 360)],
    "3": [arc(-0.05, -0.5, 0.55, 0.5, -160, 90) + arc(-0.05, 0.5, 0.6, 0.5, -90, 160)],
    "5": [[(0.5, -1.0), (-0.42, -1.0), (-0.5, -0.08)] + arc(-0.02, 0.36, 0.58, 0.64, -140, 150)],
    "8": [arc(0, -0.5, 0.48, 0.5, 90, 450), arc(0, 0.5, 0.58, 0.5, -90, 270)],
    "S": [arc(0, -0.5, 0.52, 0.5, -20, -270) + arc(0, 0.5, 0.55, 0.5, -90, 160)],
    "T": [[(-0.6, -1.0), (0.6, -1.0)], [(0, -1.0), (0, 1.0)]],
    "O": [arc(0, 0, 0.6, 1.0, 0, 360)],
    "P": [[(-0.45, 1.0), (-0.45, -1.0), (0.0, -1.0)] + arc(0.0, -0.45, 0.55, 0.55, -90, 90)
          + [(-0.45, 0.1)]],
}


class Pen:
    """Draws shapes of the unit square onto a square RGBA image of `side` pixels."""

    def __init__(self, side):
        self.image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
        self.draw = ImageDraw.Draw(self.image)
        self.half = side / 2

    def place(self, points):
        return [((x + 1) * self.half, (y + 1) * self.half) for x, y in points]

    def polygon(self, points, colour):
        self.draw.polygon(self.place(points), fill=colour)

    def disc(self, cx, cy, radius, colour):
        self.ellipse(cx, cy, radius, radius, colour)

    def ellipse(self, cx, cy, rx, ry, colour):
        (left, top), (right, bottom) = self.place([(cx - rx, cy - ry), (cx + rx, cy + ry)])
        self.draw.ellipse((left, top, right, bottom), fill=colour)

    def rectangle(self, left, top, right, bottom, colour, radius=0.0):
        box = self.place([(left, top), (right, bottom)])
        self.draw.rounded_rectangle(box[0] + box[1], radius * self.half, fill=colour)

    def stroke(self, points, width, colour):
        """A line with round joints and ends; `width` in units of the square."""
        self.draw.line(self.place(points), fill=colour, width=round(width * self.half),
                       joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, colour)

    def text(self, word, cy, height, width, weight, colour):
        """`word` centred on x = 0: each glyph `width` wide and `height` high."""
        pitch = width * 1.32
        for i, letter in enumerate(word):
            cx = (i - (len(word) - 1) / 2) * pitch
            for points in GLYPHS[letter]:
                placed = [(cx + x * width / 1.2, cy + y * height / 2) for x, y in points]
                self.stroke(placed, weight, colour)
