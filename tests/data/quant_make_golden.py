#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes quant_golden.json: what numpy, onnx and onnxruntime answer to the questions of
tests/core/quant. Needs numpy, onnx (1.16 or newer) and onnxruntime (1.18 or newer):

    python3 quant_make_golden.py        # writes the file beside this script
"""

import json
import pathlib

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator
from onnxruntime.quantization.quant_utils import compute_scale_zp, get_qmin_qmax_for_qType

TYPES = {
    "int8": TensorProto.INT8,
    "uint8": TensorProto.UINT8,
    "int16": TensorProto.INT16,
    "uint16": TensorProto.UINT16,
    "int4": TensorProto.INT4,
    "uint4": TensorProto.UINT4,
}


# ---- data both sides can make: golden_data.h holds the same recipe in C++ ----------------------


def uniforms(seed, count):
    """splitmix64 of seed * 2^32 + i, its upper 24 bits as a fraction of 2^24."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) * np.uint64(1 << 32) + np.arange(count, dtype=np.uint64)
        z = (z + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return z


def data(kind, seed, count):
    u = (uniforms(seed, 4 * count) >> np.uint64(40)).astype(np.float64) / 16777216.0
    u = u.reshape(count, 4)
    bell = 1.75 * (u[:, 0] + u[:, 1] + u[:, 2] + u[:, 3] - 2.0)
    index = np.arange(count)
    made = {
        "bell": lambda: bell,
        "heavy": lambda: bell * bell * bell,
        "relu": lambda: np.where(bell > 0.0, bell, 0.0),
        "negative": lambda: np.where(bell > 0.0, -bell, 0.0),
        "outliers": lambda: np.where(index % 1000 == 0, bell * 50.0, bell),
        "positive": lambda: bell + 5.0,
        "shifted": lambda: bell * 0.5 + 1.0,
        "small": lambda: bell / 1073741824.0,
    }[kind]()
    return made.astype(np.float32)


def checksum(integers):
    weights = np.arange(1, len(integers) + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        return str(int((weights * integers.astype(np.uint64)).sum(dtype=np.uint64)))


# ---- QuantizeLinear and DequantizeLinear ------------------------------------------------------


def qdq_model(shape, axis, onnx_type, per_tensor):
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)
    parameter_shape = [] if per_tensor else [shape[axis]]
    scale = helper.make_tensor_value_info("s", TensorProto.FLOAT, parameter_shape)
    zero = helper.make_tensor_value_info("z", onnx_type, parameter_shape)
    q = helper.make_tensor_value_info("q", onnx_type, shape)
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)
    wide = TensorProto.INT32
    codes = helper.make_tensor_value_info("codes", wide, shape)
    attributes = {} if per_tensor else {"axis": axis}
    nodes = [
        helper.make_node("QuantizeLinear", ["x", "s", "z"], ["q"], **attributes),
        helper.make_node("DequantizeLinear", ["q", "s", "z"], ["y"], **attributes),
        helper.make_node("Cast", ["q"], ["codes"], to=wide),
    ]
    graph = helper.make_graph(nodes, "qdq", [x, scale, zero], [codes, y], value_info=[q])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)


def constants_inside(model, scales, zero_points, onnx_type, dims):
    """4-bit tensors cannot be fed, so scale and zero point become initializers."""
    graph = model.graph
    del graph.input[1:]
    graph.initializer.append(helper.make_tensor("s", TensorProto.FLOAT, dims, scales))
    graph.initializer.append(helper.make_tensor("z", onnx_type, dims, zero_points))
    return model


def linear_case(name, type_name, shape, axis, scales, zero_points, x):
    onnx_type = TYPES[type_name]
    per_tensor = axis < 0
    dims = [] if per_tensor else [len(scales)]
    model = qdq_model(shape, axis, onnx_type, per_tensor)
    model = constants_inside(model, scales, zero_points, onnx_type, dims)
    onnx.checker.check_model(model)
    feed = {"x": x.reshape(shape)}
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    codes, values = session.run(None, feed)
    reference_codes, reference_values = ReferenceEvaluator(model).run(None, feed)
    assert np.array_equal(codes, reference_codes.astype(np.int32)), (name, codes, reference_codes)
    assert np.array_equal(values, reference_values), name
    limits = [int(v) for v in get_qmin_qmax_for_qType(onnx_type, symmetric=False)]
    return {
        "name": name,
        "shape": shape,
        "axis": axis,
        "qmin": limits[0],
        "qmax": limits[1],
        "scales": floats(scales),
        "zeroPoints": [int(z) for z in zero_points],
        "x": floats(x),
        "codes": codes.flatten().tolist(),
        "values": floats(values),
    }


def floats(array):
    return [float(v) for v in np.asarray(array, dtype=np.float32).flatten()]


def linear_cases():
    f32 = np.float32
    ties = (np.arange(-12, 12).astype(f32) + f32(0.5)) * f32(0.25)
    saturation = np.array([-2e9, -1e6, -70000, -40000, -129, -128.5, -127.5, -8.5, -7.5, -1.5,
                           -0.5, -0.0, 0.0, 0.5, 1.5, 2.5, 7.5, 8.5, 15.5, 127.5, 128.5, 255.5,
                           70000, 2e9], dtype=f32)
    cases = []
    for type_name, zero_points in (("int8", (0, -5, 127)), ("uint8", (0, 128, 255)),
                                   ("int16", (0, 1234)), ("uint16", (0, 32768)),
                                   ("int4", (0, -3)), ("uint4", (0, 7, 15))):
        for zero in zero_points:
            for label, scale, x in (("ties", 0.25, ties), ("saturation", 1.0, saturation),
                                    ("bell", 0.0173, data("bell", 1, 24))):
                cases.append(linear_case(f"{type_name} zero {zero} {label}", type_name, [2, 3, 4],
                                         -1, [f32(scale)], [zero], x))
    channel_scales = [f32(0.011), f32(0.5), f32(0.0371), f32(3.0)]
    for type_name, zeros in (("int8", [0, 3, -128, 127]), ("uint8", [0, 9, 128, 255]),
                             ("int4", [0, 3, -8, 7]), ("int16", [0, 1, -1, 300])):
        for axis, shape in ((0, [3, 2, 4]), (1, [2, 3, 4]), (2, [4, 2, 3]), (0, [4, 6]),
                            (1, [6, 4])):
            channels = shape[axis]
            cases.append(linear_case(f"{type_name} axis {axis} of {shape}", type_name, shape, axis,
                                     channel_scales[:channels], zeros[:channels],
                                     data("heavy", 2 + axis, 24)))
    return cases


# ---- scales, XNOR, binary16 ---------------------------------------------------------------------


def scale_cases():
    ranges = [(-1.0, 1.0), (-0.3, 2.7), (0.2, 6.0), (-5.0, -0.1), (0.0, 0.0), (0.0, 1e-3),
              (-1e-20, 3e20), (-3e38, 3e38), (0.0, 1e-40), (-2.118, 2.64), (-7.03, 0.0001)]
    cases = []
    for low, high in ranges:
        for bits, symmetric, onnx_type in ((8, True, TensorProto.INT8),
                                           (8, False, TensorProto.UINT8),
                                           (16, True, TensorProto.INT16),
                                           (16, False, TensorProto.UINT16),
                                           (4, False, TensorProto.UINT4), (4, True, None),
                                           (2, False, None), (3, False, None), (6, True, None)):
            if onnx_type is None:  # widths onnxruntime has no type for, or another symmetric range
                half = 1 << (bits - 1)
                ends = (1 - half, half - 1) if symmetric else (0, 2 * half - 1)
                qmin, qmax = (np.array(v, dtype=np.int32) for v in ends)
            else:
                qmin, qmax = get_qmin_qmax_for_qType(onnx_type, symmetric=symmetric)
                if onnx_type == TensorProto.UINT4:
                    qmin, qmax = np.array(0, np.int32), np.array(15, np.int32)
            zero, scale = compute_scale_zp(np.array(low, np.float32), np.array(high, np.float32),
                                           qmin, qmax, symmetric)
            cases.append({"low": float(np.float32(low)), "high": float(np.float32(high)),
                          "bits": bits, "symmetric": symmetric, "qmin": int(qmin),
                          "qmax": int(qmax), "scale": float(np.float32(scale)),
                          "zeroPoint": int(zero)})
    return cases


def xnor_case():
    w = data("heavy", 7, 4 * 3 * 9).reshape(4, 3, 3, 3)
    w[1, 0, 0, 0] = 0.0
    sign = np.where(w >= 0, 1, -1)
    per_channel = np.abs(w.astype(np.float64)).mean(axis=(1, 2, 3))
    per_axis1 = np.abs(w.astype(np.float64)).mean(axis=(0, 2, 3))
    return {"shape": list(w.shape), "weights": floats(w), "codes": sign.flatten().tolist(),
            "perChannel": per_channel.tolist(), "perAxis1": per_axis1.tolist(),
            "perTensor": [float(np.abs(w.astype(np.float64)).mean())]}


def float16_inputs():
    """Every finite binary16, the middle to its upper neighbour and the floats beside that, with
    both signs, then arbitrary finite bit patterns."""
    halves = np.arange(0, 0x7C00, dtype=np.uint16).view(np.float16).astype(np.float32)
    upper = np.append(halves[1:], np.float32(65536.0))
    middle = ((halves.astype(np.float64) + upper) / 2).astype(np.float32)
    near = [halves, middle, np.nextafter(middle, np.float32(0)),
            np.nextafter(middle, np.float32(1e9))]
    ladder = np.concatenate(near)
    patterns = (uniforms(11, 100000) >> np.uint64(32)).astype(np.uint32)
    patterns = patterns[(patterns & np.uint32(0x7F800000)) != np.uint32(0x7F800000)]
    return np.concatenate([ladder, -ladder, patterns.view(np.float32)])


def float16_case():
    x = float16_inputs()
    with np.errstate(over="ignore"):
        rounded = x.astype(np.float16).astype(np.float32)
    rounded = np.clip(rounded, np.float32(-65504), np.float32(65504))  # Quantoscope saturates
    return {"count": len(x), "inputChecksum": checksum(x.view(np.uint32)),
            "checksum": checksum(rounded.view(np.uint32)),
            "x": floats(x[::4001]), "values": floats(rounded[::4001])}


# ---- histogram and ranges -----------------------------------------------------------------------


def bin_width(x):
    """Smallest power of two whose 4096 bins around zero hold the data."""
    log2 = -120
    while not (x.max() < 2048 * 2.0**log2 and x.min() >= -2048 * 2.0**log2):
        log2 += 1
    return 2.0**log2


def histogram(x):
    width = bin_width(x)
    edges = np.arange(-2048, 2049) * width
    return np.histogram(x.astype(np.float64), bins=edges)[0], width


def entropy_threshold(x, levels):
    """_compute_amax_entropy of NVIDIA's pytorch-quantization (calib/histogram.py, start_bin 128, stride 1) on our
    bins of |x|, written out bin by bin as it stands there; scipy.stats.entropy is sum(p log(p / q))."""
    counts, width = histogram(x)
    bins = (counts[2048:] + counts[2047::-1]).astype(np.float64)
    bins = bins[:np.flatnonzero(bins)[-1] + 1]
    bins[0] = bins[1]
    divergences, ends = [], range(min(128, len(bins)), len(bins) + 1)
    for end in ends:
        space = np.linspace(0, end, num=levels + 1)
        digitized = np.digitize(range(end), space) - 1
        digitized[bins[:end] == 0] = -1
        used = digitized >= 0
        sums = np.bincount(digitized[used], weights=bins[:end][used], minlength=levels)
        members = np.bincount(digitized[used], minlength=levels)
        density = np.where(used, (sums / np.maximum(members, 1))[digitized], 0.0)
        reference = bins[:end].copy()
        reference[-1] += bins[end:].sum()
        with np.errstate(divide="ignore", invalid="ignore"):
            p, q = reference / reference.sum(), density / density.sum()
            clips_too_many = bins[end:].sum() > 0.5 * bins.sum()  # our own condition, beside theirs
            divergences.append(np.inf if density.sum() == 0 or clips_too_many
                               else np.where(p > 0, p * np.log(p / q), 0.0).sum())
    divergences = np.array(divergences)
    # Sums of doubles in another order differ by less than this; of equal ones the widest.
    best = ends[np.flatnonzero(divergences <= divergences.min() + 1e-12)[-1]]
    return {"levels": levels, "threshold": float(best * width)}


def quantization_error(x, low, high, bits, symmetric):
    half = 1 << (bits - 1)
    qmin, qmax = (1 - half, half - 1) if symmetric else (0, 2 * half - 1)
    zero, scale = compute_scale_zp(np.array(low, np.float32), np.array(high, np.float32),
                                   np.array(qmin, np.int32), np.array(qmax, np.int32), symmetric)
    scale = np.float32(scale)
    q = np.clip(np.rint(x / scale) + int(zero), qmin, qmax)
    return float((((q - int(zero)) * np.float64(scale) - x.astype(np.float64)) ** 2).mean())


def least_error(x, bits, symmetric):
    """Exhaustive search over the clipping limits on the data itself."""
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    fine = np.arange(1, 401) / 400
    if symmetric:
        limit = max(-low, high)
        candidates = [(-limit * f, limit * f) for f in fine]
    elif low == 0.0 or high == 0.0:
        candidates = [(low * f, high * f) for f in fine]
    else:
        candidates = [(low * a, high * b) for a in fine[9::10] for b in fine[9::10]]
    return min(quantization_error(x, a, b, bits, symmetric) for a, b in candidates)


def calibration_cases():
    cases = []
    for seed, (kind, count) in enumerate([("bell", 20000), ("heavy", 20000), ("relu", 20000),
                                          ("outliers", 20000), ("positive", 5000),
                                          ("shifted", 20000), ("small", 20000),
                                          ("negative", 5000)], start=20):
        x = data(kind, seed, count)
        counts, width = histogram(x)
        percentiles = [{"percentile": p,
                        "value": [float(np.percentile(x, p, method=m))
                                  for m in ("lower", "higher")],
                        "low": [float(np.percentile(x, 100 - p, method=m))
                                for m in ("lower", "higher")],
                        "magnitude": [float(np.percentile(np.abs(x), p, method=m))
                                      for m in ("lower", "higher")]}
                       for p in (75.0, 90.0, 99.0, 99.9, 99.99, 100.0)]
        errors = [{"bits": bits, "symmetric": symmetric,
                   "leastError": least_error(x[:5000], bits, symmetric)}
                  for bits in (2, 4, 8) for symmetric in (True, False)]
        cases.append({"kind": kind, "seed": seed, "count": count, "minimum": float(x.min()),
                      "maximum": float(x.max()), "binWidth": width,
                      "binsChecksum": checksum(counts), "percentiles": percentiles,
                      "entropy": [entropy_threshold(x, levels) for levels in (8, 128, 256)],
                      "errors": errors})
    return cases


def noise_case():
    reference = data("bell", 40, 3000)
    values = (np.rint(reference / np.float32(0.1)) * np.float32(0.1)).astype(np.float32)
    r, v = reference.astype(np.float64), values.astype(np.float64)
    return {"step": float(np.float32(0.1)), "seed": 40, "count": 3000,
            "sqnrDb": float(10 * np.log10((r**2).sum() / ((r - v) ** 2).sum())),
            "cosine": float((r * v).sum() / np.sqrt((r**2).sum() * (v**2).sum()))}


def main():
    golden = {
        "madeWith": {m.__name__: m.__version__ for m in (np, onnx, onnxruntime)},
        "linear": linear_cases(),
        "scales": scale_cases(),
        "xnor": xnor_case(),
        "float16": float16_case(),
        "calibration": calibration_cases(),
        "noise": noise_case(),
    }
    path = pathlib.Path(__file__).with_name("quant_golden.json")
    path.write_text(json.dumps(golden, separators=(",", ":")).replace('},{"', '},\n{"') + "\n")
    print(path, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
