# SPDX-License-Identifier: GPL-3.0-or-later
"""Reconstruction of a layer against plain NumPy.

check_reconstruction.py RECONSTRUCT_FILE: small layers with correlated inputs.
 - rounding by the Hessian: the same codes as GPTQ (Frantar et al. 2022, algorithm 1) as its paper writes it,
   with the Cholesky factor of the inverse Hessian, on the same scales;
 - the target: numpy.linalg.lstsq with the ridge as further rows;
 - the bias: E[W f + d] - E[Q a] (Nagel et al. 2019, section 4.2);
 - the error of the outputs, measured on the samples themselves, falls from method to method.
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

RNG = np.random.default_rng(11)
PLAIN = dict(correctTarget=False, secondOrder=False, scaleTrials=0, descents=0, correctBias=False,
             ridge=0.01, damping=0.01)
FAILURES = []


def check(what, right):
    print(("ok   " if right else "FAIL ") + what)
    if not right:
        FAILURES.append(what)


class Layer:
    def __init__(self, filters=24, n=40, windows=900, extra=False):
        mix = RNG.standard_normal((n, n)) / np.sqrt(n)
        self.floats = np.maximum(RNG.standard_normal((windows, n)) @ mix + 0.3, 0)
        self.quantized = self.floats + 0.08 * RNG.standard_normal((windows, n)) + 0.03
        self.weights = RNG.standard_normal((filters, n)).astype(np.float32).astype(float)
        self.extra = 0.2 * RNG.standard_normal((windows, filters)) + 0.1 if extra else None

    def solve(self, program, bits=4, symmetric=True, per_tensor=False, has_bias=True, **steps):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "in.json").write_text(json.dumps(dict(
                weights=self.weights.tolist(), quantized=self.quantized.tolist(), floats=self.floats.tolist(),
                extra=None if self.extra is None else self.extra.tolist(), bits=bits, symmetric=symmetric,
                perTensor=per_tensor, hasBias=has_bias, **{**PLAIN, **steps})))
            subprocess.run([program, folder / "in.json", folder / "out.json"], check=True)
            out = json.loads((folder / "out.json").read_text())
        scales = np.broadcast_to(np.array(out["scales"]), (len(self.weights),))[:, None]
        zeros = np.broadcast_to(np.array(out["zeroPoints"]), (len(self.weights),))[:, None]
        out["codes"] = np.array(out["codes"]).reshape(self.weights.shape) - zeros
        out["values"] = out["codes"] * scales
        out["scales"] = scales[:, 0]
        out["low"], out["high"] = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
        return out

    def error(self, out):
        wanted = self.floats @ self.weights.T + (0 if self.extra is None else self.extra)
        got = self.quantized @ out["values"].T
        shift = np.array(out["biasShift"]) if out["biasShift"] else 0
        return float(((wanted - got - shift) ** 2).mean())

    def centered(self):
        return self.quantized - self.quantized.mean(0), self.floats - self.floats.mean(0)


def gptq(weights, hessian, scales, low, high, damping):
    """Algorithm 1 of the paper, columns by falling diagonal."""
    n = len(hessian)
    h = hessian + np.eye(n) * (damping * np.mean(np.diag(hessian)) + 1e-9)
    order = np.argsort(-np.diag(h), kind="stable")
    h, w = h[np.ix_(order, order)], weights[:, order].copy()
    upper = np.linalg.cholesky(np.linalg.inv(h)).T
    codes = np.zeros_like(w)
    for i in range(n):
        codes[:, i] = np.clip(np.round(w[:, i] / scales), low, high)
        error = (w[:, i] - codes[:, i] * scales) / upper[i, i]
        w[:, i:] -= np.outer(error, upper[i, i:])
    return codes[:, np.argsort(order)]


def check_rounding(program):
    for bits in (2, 3, 4, 8):
        layer = Layer()
        out = layer.solve(program, bits=bits, secondOrder=True)
        hessian = layer.quantized.T @ layer.quantized
        expected = gptq(layer.weights, hessian, out["scales"], out["low"], out["high"], 0.01)
        check(f"{bits} bits: codes of GPTQ, {(out['codes'] == expected).mean():.4f} equal",
              (out["codes"] == expected).mean() >= 0.999)


def check_target(program):
    for growth in (0.0, 16.0):
        check_target_with(program, growth)


def check_target_with(program, growth):
    layer = Layer(extra=True)
    out = layer.solve(program, bits=16, correctTarget=True, correctBias=True, ridgeGrowth=growth)
    a, f = layer.centered()
    windows, inputs = a.shape
    ridge = 0.01 * (1 + growth * inputs / windows) * np.mean(np.diag(a.T @ a)) + 1e-9
    wanted = f @ layer.weights.T + layer.extra - layer.extra.mean(0)
    root = np.sqrt(ridge) * np.eye(a.shape[1])
    target = np.linalg.lstsq(np.vstack([a, root]), np.vstack([wanted, root @ layer.weights.T]), rcond=None)[0].T
    worst = np.abs(out["values"] - target).max() / np.abs(target).max()
    check(f"target of least squares, largest difference {worst:.2e} (a step of 16 bits is 3e-5)", worst < 4e-5)


def check_bias(program):
    layer = Layer(extra=True)
    out = layer.solve(program, bits=3, correctBias=True)
    expected = (layer.floats @ layer.weights.T + layer.extra).mean(0) - (layer.quantized @ out["values"].T).mean(0)
    check("bias from means", np.allclose(out["biasShift"], expected, rtol=1e-5, atol=1e-6))


def check_errors(program):
    for extra in (False, True):
        layer = Layer(extra=extra)
        steps = {"nearest": {}, "bias": dict(correctBias=True),
                 "second order": dict(correctBias=True, secondOrder=True),
                 "target": dict(correctBias=True, secondOrder=True, correctTarget=True),
                 "descent": dict(correctBias=True, secondOrder=True, correctTarget=True, scaleTrials=3, descents=2)}
        errors = {name: layer.error(layer.solve(program, bits=3, **step)) for name, step in steps.items()}
        print("    ", ", ".join(f"{name} {error:.4f}" for name, error in errors.items()))
        values = list(errors.values())
        check("the error falls with every step", all(b < a for a, b in zip(values, values[1:])))
    layer = Layer()
    every = dict(correctBias=True, secondOrder=True, correctTarget=True, scaleTrials=3, descents=2)
    for variant in (dict(symmetric=False), dict(per_tensor=True), dict(bits=1), dict(bits=8)):
        plain = layer.error(layer.solve(program, **{"bits": 3, **variant}))
        best = layer.error(layer.solve(program, **{"bits": 3, **variant}, **every))
        check(f"{variant}: {plain:.4f} -> {best:.4f}", best < plain)
    without = layer.solve(program, bits=3, has_bias=False, **every)
    check("a layer without a bias gets none", without["biasShift"] == [])


def main():
    program = sys.argv[1]
    check_rounding(program)
    check_target(program)
    check_bias(program)
    check_errors(program)
    sys.exit(1 if FAILURES else 0)


main()
