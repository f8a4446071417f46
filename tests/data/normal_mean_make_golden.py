# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes normal_mean_golden.json: means of functions of normally distributed numbers by Gauss-Legendre quadrature in
NumPy (40 nodes on each of 400 pieces of 12 deviations to both sides, cut where a function has a kink): what Nagel et al.
2019, "Data-Free Quantization Through Weight Equalization and Bias Correction", give for clipped ones in closed form.
"""

import json
from pathlib import Path

import numpy as np

NODES, WEIGHTS = np.polynomial.legendre.leggauss(40)
FUNCTIONS = {"silu": lambda x: x / (1 + np.exp(-x)), "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
             "hardswish": lambda x: x * np.clip(x / 6 + 0.5, 0, 1), "leakyrelu": lambda x: np.where(x < 0, 0.1 * x, x)}
KINKS = {"hardswish": (-3, 3), "leakyrelu": (0,)}


def mean_of(f, mean, deviation, kinks):
    kinks = [(k - mean) / deviation for k in kinks if np.isfinite(k)]
    edges = np.unique(np.concatenate([np.linspace(-12, 12, 401), [k for k in kinks if -12 < k < 12]]))
    middle, half = (edges[1:] + edges[:-1]) / 2, (edges[1:] - edges[:-1]) / 2
    x = middle[:, None] + half[:, None] * NODES
    density = np.exp(-x * x / 2) / np.sqrt(2 * np.pi)
    return float((half[:, None] * WEIGHTS * density * f(mean + deviation * x)).sum())


def main():
    cases = [(0, 1), (0.5, 2), (-1, 0.5), (-6, 1), (3, 0.1), (5.5, 1.5), (12, 3), (0.2, 0.01)]
    clips = [(0, np.inf), (0, 6), (-1, 1), (-np.inf, 0.5), (-np.inf, np.inf)]
    number = lambda x: None if np.isinf(x) else x
    clipped = [dict(mean=m, deviation=d, low=number(low), high=number(high),
                    result=mean_of(lambda x: np.clip(x, low, high), m, d, (low, high)))
               for m, d in cases for low, high in clips]
    others = [dict(function=name, mean=m, deviation=d, result=mean_of(f, m, d, KINKS.get(name, ())))
              for name, f in FUNCTIONS.items() for m, d in cases]
    path = Path(__file__).with_name("normal_mean_golden.json")
    path.write_text(json.dumps(dict(clipped=clipped, functions=others), indent=1) + "\n")


main()
