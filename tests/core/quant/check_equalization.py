# SPDX-License-Identifier: GPL-3.0-or-later
"""Cross-layer equalization against plain NumPy.

check_equalization.py EQUALIZE_FILE: pairs Conv -> ReLU -> Conv, with a depthwise convolution on either side, too.
 - the scales are s_i = sqrt(r1_i r2_i) / r2_i (Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization
   and Bias Correction", equation 11), r1 the ranges of the writer's output channels, r2 of the reader's input channels;
 - both layers have equal ranges afterwards, and the outputs of the pair stay what they are in FP32;
 - with weights of 4 bits, one scale a tensor, the error of the outputs falls.
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

RNG = np.random.default_rng(3)
FAILURES = []


def check(what, right):
    print(("ok   " if right else "FAIL ") + what)
    if not right:
        FAILURES.append(what)


def conv(x, weights, bias, groups):
    """[channels, y, x] without padding, as ONNX Conv."""
    taps = weights.shape[2]
    view = np.lib.stride_tricks.sliding_window_view(x, (taps, taps), axis=(1, 2))
    each, filters = x.shape[0] // groups, len(weights) // groups
    parts = [np.einsum("cyxij,ocij->oyx", view[g * each:(g + 1) * each], weights[g * filters:(g + 1) * filters])
             for g in range(groups)]
    return np.concatenate(parts) + bias[:, None, None]


def input_ranges(weights, groups):
    filters = len(weights) // groups
    return np.concatenate([np.abs(weights[g * filters:(g + 1) * filters]).max((0, 2, 3)) for g in range(groups)])


def rounded(weights):
    scale = np.abs(weights).max() / 7
    return np.clip(np.round(weights / scale), -7, 7) * scale


def solve(program, writer, bias, writer_groups, reader, reader_groups):
    layer = lambda w, groups: dict(weights=w.ravel().tolist(), groups=groups, inChannels=w.shape[1] * groups,
                                   outChannels=len(w), taps=w.shape[2] * w.shape[3])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "in.json").write_text(json.dumps(dict(writer=dict(layer(writer, writer_groups), bias=bias.tolist()),
                                                        reader=layer(reader, reader_groups))))
        subprocess.run([program, folder / "in.json", folder / "out.json"], check=True)
        out = json.loads((folder / "out.json").read_text())
    return (np.array(out["scales"]), np.array(out["writer"]).reshape(writer.shape), np.array(out["bias"]),
            np.array(out["reader"]).reshape(reader.shape))


def check_pair(program, name, writer, writer_groups, reader, reader_groups):
    spread = np.exp2(RNG.uniform(-3, 3, len(writer)))
    writer = writer * spread[:, None, None, None]
    bias = RNG.standard_normal(len(writer)) * spread
    r1, r2 = np.abs(writer).max((1, 2, 3)), input_ranges(reader, reader_groups)
    scales, first, first_bias, second = solve(program, writer, bias, writer_groups, reader, reader_groups)
    check(f"{name}: scales", np.allclose(scales, np.sqrt(r1 * r2) / r2, rtol=1e-5))
    check(f"{name}: weights and bias of the writer", np.allclose(first, writer / scales[:, None, None, None], rtol=1e-5)
          and np.allclose(first_bias, bias / scales, rtol=1e-5))
    check(f"{name}: equal ranges",
          np.allclose(np.abs(first).max((1, 2, 3)), input_ranges(second, reader_groups), rtol=1e-5))
    x = RNG.standard_normal((writer.shape[1] * writer_groups, 12, 12))

    def outputs(w, b, r):
        return conv(np.maximum(conv(x, w, b, writer_groups), 0), r, np.zeros(len(r)), reader_groups)

    before = outputs(writer, bias, reader)
    after = outputs(first, first_bias, second)
    check(f"{name}: outputs stay", np.allclose(before, after, rtol=1e-4, atol=1e-4 * np.abs(before).max()))
    errors = [((outputs(rounded(w), b, rounded(r)) - before) ** 2).mean() / (before ** 2).mean()
              for w, b, r in ((writer, bias, reader), (first, first_bias, second))]
    check(f"{name}: relative error at 4 bits per-tensor {errors[0]:.4f} -> {errors[1]:.4f}", errors[1] < errors[0])


def main():
    program = sys.argv[1]
    dense = lambda out, inputs, taps: RNG.standard_normal((out, inputs, taps, taps)).astype(np.float32).astype(float)
    check_pair(program, "Conv, Conv", dense(16, 4, 3), 1, dense(8, 16, 3), 1)
    check_pair(program, "Conv, depthwise Conv", dense(12, 4, 1), 1, dense(12, 1, 3), 12)
    check_pair(program, "depthwise Conv, Conv", dense(12, 1, 3), 12, dense(8, 12, 1), 1)
    check_pair(program, "grouped Convs", dense(12, 2, 3), 2, dense(8, 3, 3), 4)
    sys.exit(1 if FAILURES else 0)


main()
