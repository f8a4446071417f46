# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes fixed_point_golden.json: products with fixed-point multipliers, step by step as Jacob et al. 2018
(section 2.2) and the sources of gemmlowp (SaturatingRoundingDoublingHighMul, RoundingDivideByPOT) and
TensorFlow Lite (QuantizeMultiplier, MultiplyByQuantizedMultiplier) define them, in Python's unlimited integers
and fractions. What the definitions leave undefined (a shift to the left that leaves int32) is left out.
"""

import json
import random
from fractions import Fraction
from pathlib import Path

LOW, HIGH = -2**31, 2**31 - 1


def truncated(a, b):
    """C's division: towards zero."""
    return abs(a) // b * (1 if a >= 0 else -1)


def high_product(a, b):
    if a == b == LOW:
        return HIGH
    nudge = 2**30 if a * b >= 0 else 1 - 2**30
    return truncated(a * b + nudge, 2**31)


def divided(x, exponent):
    mask = 2**exponent - 1
    remainder = x & mask
    threshold = (mask >> 1) + (1 if x < 0 else 0)
    return (x >> exponent) + (1 if remainder > threshold else 0)


def multiplier(real):
    """(mantissa, shift) of a positive fraction."""
    real, shift = Fraction(real), 0
    while real >= 1:
        real, shift = real / 2, shift + 1
    while real < Fraction(1, 2):
        real, shift = real * 2, shift - 1
    scaled = real * 2**31
    mantissa = scaled.numerator * 2 // scaled.denominator  # half away from zero
    mantissa = (mantissa + 1) // 2
    if mantissa == 2**31:
        mantissa, shift = mantissa // 2, shift + 1
    return (0, 0) if shift < -31 else (mantissa, shift)


def multiplied(x, mantissa, shift):
    shifted = x * 2**max(shift, 0)
    return divided(high_product(shifted, mantissa), max(-shift, 0)) if LOW <= shifted <= HIGH else None


def main():
    generator = random.Random(1)
    interesting = [LOW, LOW + 1, -2**30, -3, -2, -1, 0, 1, 2, 3, 2**30, HIGH - 1, HIGH]
    numbers = interesting + [generator.randint(LOW, HIGH) for _ in range(20)]
    products = [[a, b, high_product(a, b)] for a in numbers for b in interesting]
    shifts = [[x, e, divided(x, e)] for e in (0, 1, 2, 3, 7, 8, 30, 31)
              for x in numbers + [6, -6, 10, -10, 12, -12, 20, -20, 384, -384]]
    reals = [1.0, 0.5, 0.25, 0.75, 1 - 2.0**-40, 1 - 2.0**-33, 0.1, 0.003, 1e-5, 2.0**-31, 2.0**-32,
             2.0**-33, 2.0**-40, 1.5, 3.999, 100.0] + [2.0**generator.uniform(-16, 2) for _ in range(20)]
    multipliers = [[real, *multiplier(real)] for real in reals]
    results = []
    for _, mantissa, shift in multipliers:
        for x in numbers + [generator.randint(-2**18, 2**18) for _ in range(10)]:
            result = multiplied(x, mantissa, shift)
            if result is not None:
                results.append([x, mantissa, shift, result])
    golden = {"highProducts": products, "shifts": shifts, "multipliers": multipliers, "products": results}
    lines = [f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]" for name, rows in golden.items()]
    Path(__file__).with_name("fixed_point_golden.json").write_text("{" + ",\n".join(lines) + "}\n")


if __name__ == "__main__":
    main()
