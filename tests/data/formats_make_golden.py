#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes formats_golden.json: what numpy, ml_dtypes and onnxruntime answer to the questions of
tests/core/quant/tst_formats.cpp. Needs numpy, ml_dtypes, onnx and onnxruntime:

    python3 formats_make_golden.py        # writes the file beside this script
"""

import json
import pathlib

import ml_dtypes
import numpy as np
import onnx
import onnx.reference
import onnxruntime
from onnx import helper

from quant_make_golden import data

FLOATS = {
    "FP16": np.float16,
    "BF16": ml_dtypes.bfloat16,
    "FP8E4M3": ml_dtypes.float8_e4m3fn,
    "FP8E5M2": ml_dtypes.float8_e5m2,
    "FP4E2M1": ml_dtypes.float4_e2m1fn,
}
SHAPE = (6, 5, 11)


def largest(name):
    return np.float32(ml_dtypes.finfo(FLOATS[name]).max)


def cast(x, name):
    """Saturating: numpy and ml_dtypes overflow to infinity or NaN, the OCP formats may saturate."""
    limit = largest(name)
    return np.clip(x, -limit, limit).astype(FLOATS[name])


def casts():
    """Every kind of number: both sides of all ties, subnormals, overflow."""
    result = {}
    for name, dtype in FLOATS.items():
        bits = 8 * np.dtype(dtype).itemsize
        if bits == 8:
            count = 16 if name == "FP4E2M1" else 256
            grid = np.arange(count, dtype=np.uint8).view(dtype).astype(np.float32)
        else:
            grid = np.arange(0, 65536, 97, dtype=np.uint16).view(dtype).astype(np.float32)
        grid = np.unique(grid[np.isfinite(grid)])
        middles = ((grid[:-1].astype(np.float64) + grid[1:]) / 2).astype(np.float32)
        sides = [np.nextafter(middles, np.float32(s)) for s in (-np.inf, np.inf)]
        limit = largest(name)
        beyond = np.array([limit * 1.0001, -limit * 1.5], np.float32)
        beyond = beyond[np.isfinite(beyond)]
        x = np.concatenate([grid, middles, *sides, beyond]).astype(np.float32)
        y = cast(x, name)
        entry = {"x": x.view(np.uint32).tolist(), "y": y.astype(np.float32).view(np.uint32).tolist()}
        if bits == 8:
            entry["bits"] = y.view(np.uint8).tolist()
        result[name] = entry
    return result


def rows(w, axis):
    """Each channel's weights, in memory order."""
    return [np.take(w, i, axis).reshape(-1) for i in range(w.shape[axis])]


def blocks(w, axis, size):
    return [r[i:i + size] for r in rows(w, axis) for i in range(0, len(r), size)]


def put_back(parts, axis, size):
    channel = np.empty(SHAPE, np.float32)
    view = np.moveaxis(channel, axis, 0)
    length = view[0].size
    per_row = -(-length // size)
    for i in range(SHAPE[axis]):
        view[i] = np.concatenate(parts[i * per_row:(i + 1) * per_row]).reshape(view[i].shape)
    return channel


def mx_block(v, name):
    """OCP MX 1.0, section 6.3."""
    largest_exponent = {"INT8": 0, "FP8E4M3": 8, "FP8E5M2": 15, "FP4E2M1": 2}[name]
    absmax = np.abs(v).max()
    scale = np.float32(2.0) ** (np.floor(np.log2(absmax)) - largest_exponent)
    if name == "INT8":
        element = np.clip(np.round(v / scale * 64), -127, 127) / 64
        return np.float32(scale / 64), (element * scale).astype(np.float32)
    return np.float32(scale), cast(v / scale, name).astype(np.float32) * np.float32(scale)


def float_block(v, name):
    scale = np.float32(np.abs(v).max()) / largest(name)
    return scale, cast(v / scale, name).astype(np.float32) * scale


def int_block(v, name):
    qmax = 2 ** (int(name[3:]) - 1) - 1
    scale = np.float32(np.float64(np.abs(v).max()) / qmax)
    return scale, np.clip(np.round(v / scale), -qmax, qmax).astype(np.float32) * scale


def ternary_block(v, _):
    """Li et al. 2016, equations 3 and 5 with the paper's 0.7."""
    magnitude = np.abs(v).astype(np.float64)
    above = magnitude > 0.7 * magnitude.mean()
    scale = np.float32(magnitude[above].mean())
    return scale, (np.sign(v) * above).astype(np.float32) * scale


def power_of_two_block(v, name):
    qmax = 2 ** (int(name[3:]) - 1) - 1
    scale = np.float32(2.0 ** np.ceil(np.log2(np.abs(v).max() / qmax)))
    return scale, np.clip(np.round(v / scale), -qmax, qmax).astype(np.float32) * scale


def percentile_block(v, name):
    qmax = 2 ** (int(name[3:]) - 1) - 1
    scale = np.float32(np.percentile(np.abs(v).astype(np.float64), 95.0) / qmax)
    return scale, np.clip(np.round(v / scale), -qmax, qmax).astype(np.float32) * scale


def mse_block(v, name):
    """The best of 71 clipping ratios, the larger one of equals."""
    best = None
    for percent in range(100, 29, -1):
        limit = np.float32(np.abs(v).max() * np.float32(percent / 100))
        if name.startswith("INT"):
            qmax = 2 ** (int(name[3:]) - 1) - 1
            scale = np.float32(np.float64(limit) / qmax)
            y = np.clip(np.round(v / scale), -qmax, qmax).astype(np.float32) * scale
        else:
            scale = limit / largest(name)
            y = cast(v / scale, name).astype(np.float32) * scale
        error = ((v.astype(np.float64) - y) ** 2).sum()
        if best is None or error < best[0]:
            best = (error, scale, y)
    return best[1], best[2]


METHODS = {"mx": mx_block, "float": float_block, "int": int_block, "ternary": ternary_block,
           "powerOfTwo": power_of_two_block, "percentile": percentile_block, "mse": mse_block}


def block_case(method, name, axis, size, seed):
    w = data("heavy", seed, int(np.prod(SHAPE))).astype(np.float32).reshape(SHAPE)
    whole = size or int(np.prod(SHAPE)) // SHAPE[axis]
    made = [METHODS[method](v, name) for v in blocks(w, axis, whole)]
    values = put_back([y for _, y in made], axis, whole)
    return {"method": method, "precision": name, "axis": axis, "group": size, "seed": seed,
            "scales": [float(s) for s, _ in made], "values": [float(v) for v in values.reshape(-1)]}


def block_cases():
    cases = []
    for axis in (0, 1, 2):
        for name in ("FP8E4M3", "FP8E5M2", "FP4E2M1"):
            cases.append(block_case("float", name, axis, 0, 50))
            cases.append(block_case("float", name, axis, 16, 51))
        for name in ("INT8", "FP8E4M3", "FP8E5M2", "FP4E2M1"):
            cases.append(block_case("mx", name, axis, 32, 52))
        cases.append(block_case("int", "INT4", axis, 16, 53))
        cases.append(block_case("ternary", "TERNARY", axis, 0, 54))
    cases.append(block_case("ternary", "TERNARY", 0, 32, 55))
    for name in ("INT2", "INT4", "INT8"):
        cases.append(block_case("powerOfTwo", name, 0, 0, 56))
        cases.append(block_case("percentile", name, 0, 0, 57))
        cases.append(block_case("mse", name, 0, 0, 58))
    cases.append(block_case("mse", "FP4E2M1", 0, 0, 59))
    return cases


def along(w, axis, size):
    """The blocks along an axis in the order of ONNX's scales, each as an index of the tensor; size 0: whole slices."""
    if size == 0:
        return [tuple(np.s_[i:i + 1] if d == axis else np.s_[:] for d in range(w.ndim)) for i in range(w.shape[axis])]
    scales = [(-(-n // size) if d == axis else n) for d, n in enumerate(w.shape)]
    return [tuple(np.s_[i * size:(i + 1) * size] if d == axis else np.s_[i:i + 1] for d, i in enumerate(place))
            for place in np.ndindex(*scales)]


def grid_of(v, method, name):
    """Scale and zero point from a block's weights."""
    if method == "sign":
        return np.float32(np.abs(v).astype(np.float64).mean()), 0
    if method == "asymmetric":
        high = 2 ** int(name[3:]) - 1
        low = min(np.float64(v.min()), 0.0)
        scale = np.float32((max(np.float64(v.max()), 0.0) - low) / high)
        return scale, int(np.clip(np.round(0 - low / np.float64(scale)), 0, high))
    return METHODS[method](v, name)[0], 0


def codes_of(v, method, name, scale, zero):
    if method == "sign":
        return np.where(v < 0, -1, 1).astype(np.int8)
    if method == "asymmetric":
        return np.clip(np.round(v / scale) + zero, 0, 2 ** int(name[3:]) - 1).astype(np.uint8)
    if method == "float":
        return cast(v / scale, name)
    return np.round(METHODS[method](v, name)[1] / scale).astype(np.int8)


def dequantized(codes, scales, zeros, axis, size):
    """By DequantizeLinear, opset 21, of ONNX's reference implementation."""
    attributes = {"axis": axis} if size == 0 else {"axis": axis, "block_size": size}
    kind = helper.np_dtype_to_tensor_dtype(codes.dtype)
    ports = [helper.make_tensor_value_info("q", kind, codes.shape),
             helper.make_tensor_value_info("s", onnx.TensorProto.FLOAT, scales.shape),
             helper.make_tensor_value_info("z", kind, scales.shape)]
    node = helper.make_node("DequantizeLinear", ["q", "s", "z"], ["y"], **attributes)
    y = helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, codes.shape)
    graph = helper.make_graph([node], "blocked", ports, [y])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    onnx.checker.check_model(model)
    feeds = {"q": codes, "s": scales, "z": zeros.astype(codes.dtype)}
    return onnx.reference.ReferenceEvaluator(model).run(None, feeds)[0]


def axis_case(method, name, axis, size, seed):
    """Scales along an axis, of slices or of blocks."""
    w = data("heavy", seed, int(np.prod(SHAPE))).astype(np.float32).reshape(SHAPE)
    places = along(w, axis, size)
    grids = [grid_of(w[place], method, name) for place in places]
    parts = [codes_of(w[place], method, name, *grid) for place, grid in zip(places, grids)]
    codes = np.empty(SHAPE, parts[0].dtype)
    for place, part in zip(places, parts):
        codes[place] = part
    count = [len(places)] if size == 0 else [-(-n // size) if d == axis else n for d, n in enumerate(SHAPE)]
    scales = np.array([s for s, _ in grids], np.float32).reshape(count)
    zeros = np.array([z for _, z in grids]).reshape(count)
    values = dequantized(codes, scales, zeros, axis, min(size, SHAPE[axis]))
    return {"method": method, "precision": name, "axis": axis, "group": size, "seed": seed,
            "scales": [float(s) for s in scales.reshape(-1)], "zeroPoints": [int(z) for z in zeros.reshape(-1)],
            "values": [float(v) for v in values.reshape(-1)]}


def axis_cases():
    """Shorter last blocks (5 = 4 + 1, 11 = 2 * 4 + 3) and blocks longer than the axis among them."""
    every = [axis_case(method, name, axis, size, 80)
             for method, name in (("int", "INT4"), ("asymmetric", "INT4"))
             for axis in (0, 1, 2) for size in (0, 4, 16)]
    others = (("int", "INT8"), ("sign", "INT1"), ("ternary", "TERNARY"), ("float", "FP8E4M3"), ("powerOfTwo", "INT8"),
              ("mse", "INT4"), ("percentile", "INT4"))
    return every + [axis_case(method, name, axis, size, 81 + i)
                    for i, (method, name) in enumerate(others) for axis, size in ((1, 4), (2, 0))]


def dynamic_cases():
    """DynamicQuantizeLinear and DequantizeLinear of ONNX Runtime: signed, positive, negative, zeros."""
    nodes = [helper.make_node("DynamicQuantizeLinear", ["x"], ["q", "s", "z"]),
             helper.make_node("DequantizeLinear", ["q", "s", "z"], ["y"])]
    ports = [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [None]) for name in "xy"]
    graph = helper.make_graph(nodes, "dynamic", ports[:1], ports[1:])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    cases = []
    for seed, factor, offset in ((70, 1.0, 0.0), (71, 3.7, 9.0), (72, 0.01, -2.0), (73, 0.0, 0.0)):
        x = (data("heavy", seed, 500).astype(np.float32) * np.float32(factor) + np.float32(offset)).astype(np.float32)
        y = session.run(["y"], {"x": x})[0]
        cases.append({"x": x.view(np.uint32).tolist(), "y": y.view(np.uint32).tolist()})
    return cases


if __name__ == "__main__":
    target = pathlib.Path(__file__).with_name("formats_golden.json")
    target.write_text(json.dumps({"casts": casts(), "blocks": block_cases(), "axes": axis_cases(),
                                  "dynamic": dynamic_cases()}))
    print(f"{target}: {target.stat().st_size} bytes")
