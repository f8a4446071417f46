# SPDX-License-Identifier: GPL-3.0-or-later
"""The faces of the sixteen road signs, drawn from shapes; one function for each class."""

import math

from strokes import Pen, arc

SIDE = 192  # pixels of the canvas on which a face is drawn


def ring_points(count, radius, turn):
    """Corners of a regular polygon; `turn` in degrees, y downwards."""
    angles = [math.radians(turn + 360 * i / count) for i in range(count)]
    return [(radius * math.cos(a), radius * math.sin(a)) for a in angles]


def prohibition(pen, ink):
    pen.disc(0, 0, 0.98, ink["red"])
    pen.disc(0, 0, 0.98 - ink["border"], ink["white"])


def warning(pen, ink):
    pen.polygon([(0, -0.92), (0.98, 0.8), (-0.98, 0.8)], ink["red"])
    inner = 1 - ink["border"] * 1.75
    pen.polygon([(0, 0.22 - 1.14 * inner), (0.98 * inner, 0.22 + 0.58 * inner),
                 (-0.98 * inner, 0.22 + 0.58 * inner)], ink["white"])


def mandatory(pen, ink):
    pen.disc(0, 0, 0.98, ink["white"])
    pen.disc(0, 0, 0.92, ink["blue"])


def walker(pen, cx, foot, size, stride, ink):
    """A person `size` high whose feet stand at `foot`."""
    black, weight = ink["black"], size * 0.14
    head, hip, neck = foot - size * 0.9, foot - size * 0.45, foot - size * 0.74
    pen.disc(cx, head, size * 0.11, black)
    pen.stroke([(cx, neck), (cx, hip)], weight * 1.4, black)
    pen.stroke([(cx - stride, foot), (cx, hip), (cx + stride, foot)], weight, black)
    pen.stroke([(cx - stride, hip - size * 0.02), (cx, neck), (cx + stride, hip - size * 0.08)],
               weight * 0.8, black)


def car(pen, cx, base, size, colour):
    """A car seen from behind, `size` wide."""
    half = size / 2
    pen.rectangle(cx - half, base - size * 0.42, cx + half, base, colour, size * 0.08)
    pen.polygon([(cx - half * 0.9, base - size * 0.38), (cx - half * 0.6, base - size * 0.78),
                 (cx + half * 0.6, base - size * 0.78), (cx + half * 0.9, base - size * 0.38)],
                colour)
    for side in (-1, 1):
        x = cx + side * half * 0.66
        pen.rectangle(x - size * 0.1, base - size * 0.1, x + size * 0.1, base + size * 0.16, colour)


def arrow_head(pen, tip, direction, size, colour):
    """A triangle at `tip` that points along `direction` degrees."""
    pen.polygon([(tip[0] + size * math.cos(math.radians(direction + turn)),
                  tip[1] + size * math.sin(math.radians(direction + turn)))
                 for turn in (0, 125, 235)], colour)


def speed_limit(word):
    def face(pen, ink):
        prohibition(pen, ink)
        pen.text(word, 0, 0.86, 0.42, ink["weight"], ink["black"])
    return face


def no_entry(pen, ink):
    pen.disc(0, 0, 0.98, ink["white"])
    pen.disc(0, 0, 0.93, ink["red"])
    pen.rectangle(-0.7, -0.19, 0.7, 0.19, ink["white"])


def no_overtaking(pen, ink):
    prohibition(pen, ink)
    car(pen, -0.33, 0.24, 0.5, ink["red"])
    car(pen, 0.33, 0.24, 0.5, ink["black"])


def end_of_limits(pen, ink):
    pen.disc(0, 0, 0.98, ink["black"])
    pen.disc(0, 0, 0.93, ink["white"])
    for shift in (-0.24, -0.12, 0.0, 0.12, 0.24):
        reach = math.sqrt(0.86 * 0.86 - shift * shift)
        along, across = reach * math.sqrt(0.5), shift * math.sqrt(0.5)
        pen.stroke([(across - along, across + along), (across + along, across - along)],
                   0.055, ink["black"])


def parking(pen, ink):
    pen.rectangle(-0.92, -0.92, 0.92, 0.92, ink["white"], 0.14)
    pen.rectangle(-0.85, -0.85, 0.85, 0.85, ink["blue"], 0.1)
    pen.text("P", 0, 1.15, 0.72, 0.22, ink["white"])


def pedestrian_crossing(pen, ink):
    warning(pen, ink)
    walker(pen, 0.0, 0.46, 0.72, 0.15, ink)
    for x in (-0.42, -0.14, 0.14, 0.42):
        pen.rectangle(x - 0.08, 0.5, x + 0.08, 0.6, ink["black"])


def children(pen, ink):
    warning(pen, ink)
    walker(pen, -0.19, 0.58, 0.74, 0.15, ink)
    walker(pen, 0.26, 0.58, 0.56, 0.14, ink)


def slippery_road(pen, ink):
    warning(pen, ink)
    car(pen, 0.0, 0.08, 0.4, ink["black"])
    for x in (-0.16, 0.2):
        wave = [(x + 0.1 * math.sin(t / 10 * 2 * math.pi), 0.18 + 0.042 * t) for t in range(11)]
        pen.stroke(wave, 0.08, ink["black"])


def priority_road(pen, ink):
    pen.polygon(ring_points(4, 0.98, 0), ink["black"])
    pen.polygon(ring_points(4, 0.94, 0), ink["white"])
    pen.polygon(ring_points(4, 0.66, 0), ink["yellow"])


def roundabout(pen, ink):
    mandatory(pen, ink)
    for turn in (0, 120, 240):
        points = arc(0, 0, 0.52, 0.52, turn, turn + 72)
        pen.stroke(points, 0.15, ink["white"])
        arrow_head(pen, points[-1], turn + 72 + 96, 0.26, ink["white"])


def turn(side):
    def face(pen, ink):
        mandatory(pen, ink)
        pen.stroke([(-0.28 * side, 0.6), (-0.28 * side, -0.08), (0.26 * side, -0.08)],
                   0.2, ink["white"])
        arrow_head(pen, (0.3 * side, -0.08), 0 if side > 0 else 180, 0.36, ink["white"])
    return face


def stop(pen, ink):
    pen.polygon(ring_points(8, 0.98, 22.5), ink["white"])
    pen.polygon(ring_points(8, 0.91, 22.5), ink["red"])
    pen.text("STOP", 0, 0.54, 0.3, ink["weight"] * 0.8, ink["white"])


def give_way(pen, ink):
    inner = 1 - ink["border"] * 1.75
    pen.polygon([(0, 0.92), (0.98, -0.8), (-0.98, -0.8)], ink["red"])
    pen.polygon([(0, -0.22 + 1.14 * inner), (0.98 * inner, -0.22 - 0.58 * inner),
                 (-0.98 * inner, -0.22 - 0.58 * inner)], ink["white"])


FACES = {
    "children": children,
    "end-of-limits": end_of_limits,
    "no-entry": no_entry,
    "no-overtaking": no_overtaking,
    "parking": parking,
    "pedestrian-crossing": pedestrian_crossing,
    "priority-road": priority_road,
    "roundabout": roundabout,
    "slippery-road": slippery_road,
    "speed-limit-30": speed_limit("30"),
    "speed-limit-50": speed_limit("50"),
    "speed-limit-80": speed_limit("80"),
    "stop": stop,
    "turn-left": turn(-1),
    "turn-right": turn(1),
    "yield": give_way,
}
CLASSES = sorted(FACES)


def mix_ink(rng):
    """Paint of one sign: new or faded, and its border and stroke widths."""
    fade = rng.uniform(0.0, 0.45)

    def tone(red, green, blue):
        jitter = rng.normal(0, 10, 3)
        grey = (red + green + blue) / 3
        mixed = [c * (1 - fade) + (0.5 * grey + 75) * fade + j
                 for c, j in zip((red, green, blue), jitter)]
        return tuple(int(min(255, max(0, c))) for c in mixed) + (255,)

    return {"red": tone(196, 24, 32), "blue": tone(24, 76, 170), "yellow": tone(248, 196, 24),
            "white": tone(242, 242, 238), "black": tone(22, 22, 26),
            "border": rng.uniform(0.16, 0.26), "weight": rng.uniform(0.11, 0.17)}


def draw_sign(name, rng):
    """The face of class `name` as an RGBA image of SIDE pixels."""
    pen = Pen(SIDE)
    FACES[name](pen, mix_ink(rng))
    return pen.image
