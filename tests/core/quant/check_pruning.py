# SPDX-License-Identifier: GPL-3.0-or-later
"""Correction of pruned layers against plain NumPy.

check_pruning.py RECONSTRUCT_FILE: small layers with correlated inputs.
 - which weights go: numpy's sort by magnitude (Han et al. 2015) and by runs (Mishra et al. 2021, 2:4);
 - what the others become: numpy.linalg.lstsq over the inputs of the weights that stay, with the ridge as further
   rows, for each filter (Optimal Brain Compression, Frantar & Alistarh 2022, for a fixed mask);
 - the same as FP32 weights, which are not rounded, and as what FP8 and groups of INT4 are rounded from;
 - GPTQ on a pruned filter: algorithm 1 of its paper over the weights that stay, on the same scales;
 - the error of the outputs, measured on the samples themselves, falls.
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
RIDGE = 0.05
FILTERS, INPUTS, WINDOWS = 20, 32, 800
FAILURES = []


def check(what, right):
    print(("ok   " if right else "FAIL ") + what)
    if not right:
        FAILURES.append(what)


def masks(weights):
    half = np.zeros(weights.size, bool)
    half[np.argsort(np.abs(weights).ravel(), kind="stable")[:weights.size // 2]] = True
    runs = np.abs(weights).reshape(len(weights), -1, 4)
    order = np.argsort(runs, axis=2, kind="stable")
    two = np.zeros(runs.shape, bool)
    np.put_along_axis(two, order[:, :, :2], True, axis=2)
    return {"unstructured:0.5": half.reshape(weights.shape), "2:4": two.reshape(weights.shape)}


class Layer:
    def __init__(self):
        mix = RNG.standard_normal((INPUTS, INPUTS)) / np.sqrt(INPUTS)
        self.floats = np.maximum(RNG.standard_normal((WINDOWS, INPUTS)) @ mix + 0.3, 0)
        self.quantized = self.floats + 0.08 * RNG.standard_normal((WINDOWS, INPUTS)) + 0.03
        self.weights = RNG.standard_normal((FILTERS, INPUTS)).astype(np.float32).astype(float)

    def solve(self, program, pruning=None, **options):
        problem = dict(weights=self.weights.tolist(), quantized=self.quantized.tolist(), floats=self.floats.tolist(),
                       extra=None, bits=4, symmetric=True, perTensor=False, hasBias=False,
                       correctTarget=True, secondOrder=True, scaleTrials=3, descents=2, correctBias=True,
                       ridge=RIDGE, damping=0.01)
        options = {**options, **({} if pruning is None else {"pruning": pruning})}
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "in.json").write_text(json.dumps({**problem, **options}))
            subprocess.run([program, folder / "in.json", folder / "out.json"], check=True)
            out = json.loads((folder / "out.json").read_text())
        if not out["codes"]:
            floats = out["floats"] or self.weights
            return {**out, "values": np.array(floats).reshape(self.weights.shape)}
        out["scales"] = np.array(out["scales"])
        out["codes"] = np.array(out["codes"]).reshape(self.weights.shape) - np.array(out["zeroPoints"])[:, None]
        out["values"] = out["codes"] * out["scales"][:, None]
        return out

    def error(self, values):
        return float(((self.floats @ self.weights.T - self.quantized @ values.T) ** 2).mean())

    def fitted(self, mask):
        """Each filter's least squares over what it keeps."""
        ridge = np.sqrt(RIDGE * np.mean(np.sum(self.quantized ** 2, axis=0)) + 1e-9)
        fitted = np.zeros_like(self.weights)
        for row, pruned in enumerate(mask):
            kept = ~pruned
            rows = np.vstack([self.quantized[:, kept], ridge * np.eye(kept.sum())])
            wanted = np.concatenate([self.floats @ self.weights[row], ridge * self.weights[row, kept]])
            fitted[row, kept] = np.linalg.lstsq(rows, wanted, rcond=None)[0]
        return fitted


def gptq(target, hessian, scale, low, high):
    """Algorithm 1 of the paper for one filter, columns by falling diagonal."""
    order = np.argsort(-np.diag(hessian), kind="stable")
    w, upper = target[order].copy(), np.linalg.cholesky(np.linalg.inv(hessian[np.ix_(order, order)])).T
    codes = np.zeros_like(w)
    for i in range(len(w)):
        codes[i] = np.clip(np.round(w[i] / scale), low, high)
        w[i:] -= (w[i] - codes[i] * scale) / upper[i, i] * upper[i, i:]
    return codes[np.argsort(order)]


def check_layer(program, layer, pruning, mask):
    fine = layer.solve(program, pruning, bits=16)
    check(f"{pruning}: the same weights are zero", np.array_equal(fine["codes"] == 0, mask))
    fitted = layer.fitted(mask)
    worst = np.abs(fine["values"] - fitted).max() / np.abs(fitted).max()
    check(f"{pruning}: least squares over the others, largest difference {worst:.2e}", worst < 1e-4)

    rounded = layer.solve(program, pruning, scaleTrials=0, descents=0)
    hessian = layer.quantized.T @ layer.quantized
    hessian += np.eye(INPUTS) * (0.01 * np.mean(np.diag(hessian)) + 1e-9)
    expected = np.zeros_like(layer.weights)
    for row, kept in enumerate(~mask):
        expected[row, kept] = gptq(fitted[row, kept], hessian[np.ix_(kept, kept)], rounded["scales"][row], -8, 7)
    equal = (rounded["codes"] == expected).mean()
    check(f"{pruning}: codes of GPTQ over the others, {equal:.4f} equal", equal >= 0.995)

    nearest = layer.solve(program, pruning, method="nearest")
    sparse_gptq = layer.solve(program, pruning, method="gptq")
    best = layer.solve(program, pruning)
    errors = [layer.error(each["values"]) for each in (nearest, sparse_gptq, best)]
    print(f"     output error: nearest {errors[0]:.4f}, GPTQ {errors[1]:.4f}, reconstructed {errors[2]:.4f}")
    check(f"{pruning}: the error falls", errors[2] < errors[1] < 0.5 * errors[0])
    adaround = layer.solve(program, pruning, method="adaround", iterations=200)
    for name, each in (("nearest", nearest), ("gptq", sparse_gptq), ("best", best), ("adaround", adaround)):
        check(f"{pruning}: {name} holds the zeros", not each["codes"][mask].any())


def check_floats(program, layer, pruning, mask):
    """Formats without a plain integer grid: the least squares alone."""
    fitted = layer.fitted(mask)
    pruned = {} if pruning is None else {"pruning": pruning}
    for scheme in ({"format": "FP32"}, {"format": "FP8E4M3"}, {"format": "INT4", "groupSize": 8}):
        if pruning is None and scheme["format"] == "FP32":
            continue  # nothing is lost
        out = layer.solve(program, **pruned, **scheme)
        worst = np.abs(out["values"] - fitted).max() / np.abs(fitted).max()
        what = f"{pruning or 'all weights'} as {scheme['format']}"
        check(f"{what}: least squares, largest difference {worst:.2e}", worst < 1e-4)
        check(f"{what}: zeros are zeros", not out["values"][mask].any())
        check(f"{what}: the error falls, {out['nearest']:.4f} to {out['reconstructed']:.4f}",
              out["reconstructed"] < out["nearest"])
        if scheme["format"] == "FP32":
            plain, best = layer.error(np.where(mask, 0, layer.weights)), layer.error(out["values"])
            check(f"{what}: on the samples, too, {plain:.4f} to {best:.4f}", best < 0.5 * plain)
            nothing = layer.solve(program, **pruned, **scheme, method="adaround")
            check(f"{what}: AdaRound has nothing to learn", not nothing["floats"])


def main():
    layer = Layer()
    check_floats(sys.argv[1], layer, None, np.zeros(layer.weights.shape, bool))
    for pruning, mask in masks(layer.weights).items():
        check_layer(sys.argv[1], layer, pruning, mask)
        check_floats(sys.argv[1], layer, pruning, mask)
    sys.exit(1 if FAILURES else 0)


main()
