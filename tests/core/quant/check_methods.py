# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to correct weights against plain NumPy on the samples themselves.

check_methods.py RECONSTRUCT_FILE: a small Conv (3x3 windows of a random picture), a depthwise Conv (a group for every
channel), a Gemm with a bias and a MatMul without one.
 - nearest: the min-max grid of the scheme;
 - bias correction: E[W f] - E[Q a] (Nagel et al. 2019, section 4.2);
 - GPTQ: algorithm 1 of Frantar et al. 2022, damping 0.01;
 - AdaRound: equations 21 to 25 of Nagel et al. 2020, gradients by hand on samples, Adam as Kingma and Ba write it;
   its gradient is compared with finite differences of its loss, too;
 - the error of the outputs falls from nearest to each of them, AdaRound's own loss in no filter rises.
Exits with 77 (skipped) where numpy is missing.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import numpy as np
except ImportError as error:
    print(f"SKIPPED: {error}")
    sys.exit(77)

RNG = np.random.default_rng(5)
ITERATIONS = 400
FAILURES = []


def check(what, right):
    print(("ok   " if right else "FAIL ") + what)
    if not right:
        FAILURES.append(what)


def windows_of(picture, taps=3):
    """[channels, y, x] -> [places, channels * taps * taps], channels first as ONNX has filters."""
    view = np.lib.stride_tricks.sliding_window_view(picture, (taps, taps), axis=(1, 2))
    return view.transpose(1, 2, 0, 3, 4).reshape(-1, picture.shape[0] * taps * taps)


def smooth(channels, size):
    picture = np.cumsum(np.cumsum(RNG.standard_normal((channels, size, size)), 1), 2) / size
    return np.maximum(picture + 0.5, 0)


class Layer:
    def __init__(self, name, floats, filters, groups=1, has_bias=True):
        self.name, self.groups, self.has_bias = name, groups, has_bias
        self.floats = floats
        self.quantized = floats + 0.05 * floats.std() * (RNG.standard_normal(floats.shape) + 0.5)
        self.n = floats.shape[1] // groups
        self.weights = RNG.standard_normal((filters, self.n)).astype(np.float32).astype(float)

    def parts(self):
        """(rows of filters, their inputs in the quantized model, in FP32)"""
        each = len(self.weights) // self.groups
        for g in range(self.groups):
            columns = slice(g * self.n, (g + 1) * self.n)
            yield slice(g * each, (g + 1) * each), self.quantized[:, columns], self.floats[:, columns]

    def solve(self, program, method, bits):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "in.json").write_text(json.dumps(dict(
                weights=self.weights.tolist(), quantized=self.quantized.tolist(), floats=self.floats.tolist(),
                groups=self.groups, extra=None, bits=bits, symmetric=True, perTensor=False, hasBias=self.has_bias,
                method=method, iterations=ITERATIONS, correctTarget=True, secondOrder=True, scaleTrials=3, descents=2,
                correctBias=True, ridge=0.2, damping=0.2)))
            subprocess.run([program, folder / "in.json", folder / "out.json"], check=True)
            out = json.loads((folder / "out.json").read_text())
        out["codes"] = np.array(out["codes"]).reshape(self.weights.shape)
        out["scales"] = np.array(out["scales"])
        out["values"] = out["codes"] * out["scales"][:, None]
        return out

    def error(self, out):
        shift = np.array(out["biasShift"]) if out["biasShift"] else np.zeros(len(self.weights))
        squares = [((f @ self.weights[rows].T - a @ out["values"][rows].T - shift[rows]) ** 2).mean(0)
                   for rows, a, f in self.parts()]
        return float(np.concatenate(squares).mean())


def gptq(weights, hessian, scales, low, high):
    h = hessian + np.eye(len(hessian)) * (0.01 * np.mean(np.diag(hessian)) + 1e-9)
    order = np.argsort(-np.diag(h), kind="stable")
    h, w = h[np.ix_(order, order)], weights[:, order].copy()
    upper = np.linalg.cholesky(np.linalg.inv(h)).T
    codes = np.zeros_like(w)
    for i in range(len(h)):
        codes[:, i] = np.clip(np.round(w[:, i] / scales), low, high)
        w[:, i:] -= np.outer((w[:, i] - codes[:, i] * scales) / upper[i, i], upper[i, i:])
    return codes[:, np.argsort(order)]


class AdaRound:
    """Filters on samples. The loss is the mean over windows, in steps of the grid and of the mean energy of an input,
    summed over filters, plus 0.1 times the regulariser."""

    def __init__(self, weights, quantized, floats, scales, low, high):
        self.scales, self.low, self.high = scales[:, None], low, high
        self.unit = (quantized ** 2).mean()
        self.a, self.wanted = quantized, floats @ weights.T
        self.floor = np.floor(weights / self.scales)
        self.v = -np.log(1.2 / (weights / self.scales - self.floor + 0.1) - 1)

    @staticmethod
    def h(v):
        return np.clip(1.2 / (1 + np.exp(-v)) - 0.1, 0, 1)

    def soft(self, v):
        return self.scales * np.clip(self.floor + self.h(v), self.low, self.high)

    def loss(self, v, beta):
        error = ((self.a @ self.soft(v).T - self.wanted) ** 2).mean(0) / self.scales[:, 0] ** 2 / self.unit
        return error.sum() + (0.1 * (1 - np.abs(2 * self.h(v) - 1) ** beta).sum() if beta else 0)

    def gradient(self, v, beta):
        s = 1 / (1 + np.exp(-v))
        stretched = 1.2 * s - 0.1
        codes = self.floor + self.h(v)
        outer = 2 / len(self.a) * (self.a @ self.soft(v).T - self.wanted).T @ self.a
        slope = outer / self.scales / self.unit * ((codes >= self.low) & (codes <= self.high))
        if beta:
            m = 2 * self.h(v) - 1
            slope = slope - 0.2 * beta * np.abs(m) ** (beta - 1) * np.sign(m)
        return slope * 1.2 * s * (1 - s) * ((stretched > 0) & (stretched < 1))

    def beta(self, step):
        done = step / ITERATIONS
        return 0 if done < 0.2 else 2 + 18 * (1 - (done - 0.2) / 0.8)

    def losses(self, values):
        """Of each filter, as learnt: E|W f - Q a|^2."""
        return ((self.a @ values.T - self.wanted) ** 2).mean(0)

    def run(self):
        m, u, v = np.zeros_like(self.v), np.zeros_like(self.v), self.v.copy()
        for step in range(ITERATIONS):
            g = self.gradient(v, self.beta(step))
            m, u = 0.9 * m + 0.1 * g, 0.999 * u + 0.001 * g * g
            v -= 0.05 * (m / (1 - 0.9 ** (step + 1))) / (np.sqrt(u / (1 - 0.999 ** (step + 1))) + 1e-8)
        learnt = np.clip(self.floor + (v >= 0), self.low, self.high)
        nearest = np.clip(np.round(self.floor + self.h(self.v)), self.low, self.high)
        worse = self.losses(learnt * self.scales) >= self.losses(nearest * self.scales)
        learnt[worse] = nearest[worse]
        return learnt


def check_gradient(layer, scales):
    rows, a, f = next(layer.parts())
    own = AdaRound(layer.weights[rows], a, f, scales[rows], -8, 7)
    direction = RNG.standard_normal(own.v.shape) * (np.abs(own.h(own.v) - 0.5) < 0.499)  # not at the ends of the clip
    for beta in (0, 5.0):
        expected = (own.loss(own.v + 1e-6 * direction, beta) - own.loss(own.v - 1e-6 * direction, beta)) / 2e-6
        slopes = own.gradient(own.v, beta)
        got = (slopes * direction).sum()
        size = np.linalg.norm(slopes) * np.linalg.norm(direction)
        check(f"{layer.name}: slope of AdaRound's loss, beta {beta:g}", abs(got - expected) < 1e-4 * size)


def check_adaround_loss(layer, out, nearest):
    """The loss of no filter is above that of rounding to nearest, and falls by as much as the program says."""
    before, after = np.zeros(len(layer.weights)), np.zeros(len(layer.weights))
    for rows, a, f in layer.parts():
        own = AdaRound(layer.weights[rows], a, f, out["scales"][rows], 0, 0)
        before[rows], after[rows] = own.losses(nearest["values"][rows]), own.losses(out["values"][rows])
    check(f"{layer.name}: loss of AdaRound {before.mean():.5f} -> {after.mean():.5f}", after.mean() < before.mean())
    check(f"{layer.name}: AdaRound raises the loss of no filter", (after <= before * (1 + 1e-5)).all())
    fall = out["nearest"] - out["reconstructed"]
    off = abs(fall - (before - after).mean())
    check(f"{layer.name}: fall of AdaRound's loss as reported, {fall:.5f}", off < 1e-3 * before.mean())


def check_layer(program, layer, bits):
    low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
    outs = {m: layer.solve(program, m, bits)
            for m in ("nearest", "bias-correction", "gptq", "adaround", "reconstruction")}
    scales = np.abs(layer.weights).max(1) / high
    nearest = np.clip(np.round(layer.weights / scales[:, None]), -high, high)
    check(f"{layer.name}: nearest codes on the min-max grid", (outs["nearest"]["codes"] == nearest).mean() > 0.999)
    if layer.has_bias:
        shift = np.concatenate([(f @ layer.weights[rows].T).mean(0) - (a @ outs["nearest"]["values"][rows].T).mean(0)
                                for rows, a, f in layer.parts()])
        check(f"{layer.name}: bias from means", np.allclose(outs["bias-correction"]["biasShift"], shift, rtol=1e-4, atol=1e-5))
    expected = {m: np.zeros_like(layer.weights) for m in ("gptq", "adaround")}
    for rows, a, f in layer.parts():
        own = outs["gptq"]["scales"][rows]
        expected["gptq"][rows] = gptq(layer.weights[rows], a.T @ a, own, low, high)
        own = outs["adaround"]["scales"][rows]
        expected["adaround"][rows] = AdaRound(layer.weights[rows], a, f, own, low, high).run()
    for method, least in (("gptq", 0.999), ("adaround", 0.99)):
        same = (outs[method]["codes"] == expected[method]).mean()
        check(f"{layer.name}: codes of {method}, {same:.4f} equal", same >= least)
    check_gradient(layer, outs["adaround"]["scales"])
    check_adaround_loss(layer, outs["adaround"], outs["nearest"])
    errors = {method: layer.error(out) for method, out in outs.items()}
    print("     " + ", ".join(f"{method} {error:.5f}" for method, error in errors.items()))
    for method in ("gptq", "adaround", "reconstruction") + (("bias-correction",) if layer.has_bias else ()):
        check(f"{layer.name}: {method} lowers the error of the outputs", errors[method] < errors["nearest"])


def main():
    program = sys.argv[1]
    mix = RNG.standard_normal((32, 32)) / np.sqrt(32)
    rows = np.maximum(RNG.standard_normal((700, 32)) @ mix + 0.3, 0)
    depthwise = smooth(6, 20)
    for bits in (3, 4):
        check_layer(program, Layer("Conv", windows_of(smooth(4, 24)), 12), bits)
        check_layer(program, Layer("depthwise Conv", windows_of(depthwise), 6, groups=6), bits)
        check_layer(program, Layer("Gemm", rows, 20), bits)
        check_layer(program, Layer("MatMul", rows, 16, has_bias=False), bits)
    sys.exit(1 if FAILURES else 0)


main()
