# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs models before and after simplification in ONNX Runtime and compares their outputs.

check_simplified.py SIMPLIFY_FILE: the shared models and a generated one for every operator that
changed between opsets 7 and 13, for BatchNormalization behind every weight operator and for what else
is rewritten. Tolerance: 1e-5 of the largest output, at least 1e-5. Exits with 77 (skipped) where onnx
or onnxruntime is missing.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import numpy as np
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper
except ImportError as error:
    print(f"SKIPPED: {error}")
    sys.exit(77)

RNG = np.random.default_rng(7)
FLOAT = TensorProto.FLOAT


def model(nodes, shape, opset, constants=None, outputs=("y",), names=None):
    """One float input x of the given shape; names replaces extents by symbols for the file."""
    constants = {name: np.asarray(value) for name, value in (constants or {}).items()}
    graph = helper.make_graph(
        nodes, "case", [helper.make_tensor_value_info("x", FLOAT, names or shape)],
        [helper.make_tensor_value_info(name, FLOAT, None) for name in outputs],
        [numpy_helper.from_array(value, name) for name, value in constants.items()])
    for output in graph.output:
        output.type.tensor_type.ClearField("shape")
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=4)
    return proto.SerializeToString(), {"x": RNG.standard_normal(shape).astype(np.float32)}


def node(kind, inputs="x", outputs="y", **attributes):
    return helper.make_node(kind, inputs.split(), outputs.split(), **attributes)


def floats(*shape):
    return RNG.standard_normal(shape).astype(np.float32)


def upgrades():
    """(name, operators the result must have, operators it must not have, model, feeds)."""
    image = (2, 3, 6, 8)
    yield "Squeeze 11", "Squeeze", "", model([node("Squeeze", axes=[1])], (2, 1, 3), 11)
    yield "Unsqueeze 7", "Unsqueeze", "", model([node("Unsqueeze", axes=[0, 3])], (2, 3), 7)
    yield "ReduceSum 9", "ReduceSum", "", model([node("ReduceSum", axes=[1, 3])], image, 9)
    yield "ReduceSum 11 all", "ReduceSum", "", model([node("ReduceSum", keepdims=0)], image, 11)
    yield "Split 8", "Split", "", model([node("Split", outputs="a b", axis=3, split=[3, 5]),
                                         node("Exp", "a", "y"), node("Neg", "b", "z")],
                                        image, 8, outputs=("y", "z"))
    yield "Split 11 even", "Split", "", model([node("Split", outputs="a b", axis=3),
                                               node("Sub", "a b")], image, 11)
    yield "Slice 9", "Slice", "", model([node("Slice", starts=[1, -4], ends=[3, 100], axes=[1, 3])],
                                        image, 9)
    yield "Slice 7 no axes", "Slice", "", model([node("Slice", starts=[0, 1], ends=[2, 3])],
                                                (4, 5), 7)
    yield "Clip 10", "Clip", "", model([node("Clip", min=-0.5, max=0.25)], image, 10)
    yield "Clip 7 one limit", "Clip", "", model([node("Clip", max=0.25)], image, 7)
    yield "Pad 10", "Pad", "", model([node("Pad", pads=[0, 0, 1, 2, 0, 0, 3, 0], value=1.5)], image, 10)
    yield "Pad 9 reflect", "Pad", "", model([node("Pad", pads=[0, 0, 1, 2, 0, 0, 3, 0],
                                                  mode="reflect")], image, 9)
    for mode in ("nearest", "linear"):
        scales = [1.0, 1.0, 1.5, 2.0]
        yield f"Upsample 7 {mode}", "Resize", "Upsample", model(
            [node("Upsample", mode=mode, scales=scales)], image, 7)
        yield f"Upsample 9 {mode}", "Resize", "Upsample", model(
            [node("Upsample", "x s", mode=mode)], image, 9, {"s": np.float32(scales)})
        yield f"Resize 10 {mode}", "Resize", "", model(
            [node("Resize", "x s", mode=mode)], image, 10, {"s": np.float32(scales)})
        yield f"Resize 11 {mode} sizes", "Resize", "", model(
            [node("Resize", "x r s n", mode=mode)], image, 11,
            {"r": np.zeros(0, np.float32), "s": np.zeros(0, np.float32), "n": np.int64([2, 3, 9, 4])})
    yield "Dropout 7", "Exp", "Dropout", model([node("Dropout", "x", "d", ratio=0.3),
                                                node("Exp", "d")], image, 7)
    yield "TopK 9", "TopK", "", model([node("TopK", outputs="y i", k=3, axis=3)], image, 9)
    for kind in ("Softmax", "LogSoftmax", "Hardmax"):
        for axis in (1, 2, 3):
            yield f"{kind} 9 axis {axis}", kind, "", model([node(kind, axis=axis)], image, 9)
        yield f"{kind} 11 matrix", kind, "Flatten", model([node(kind)], (4, 5), 11)
        yield f"{kind} 11 flat map", kind, "Flatten", model([node(kind)], (4, 5, 1, 1), 11)
        yield f"{kind} 12 axis -1", kind, "Flatten", model([node(kind, axis=-1)], image, 12)
    yield "Softmax 8 dynamic", "Softmax", "Shape", model([node("Softmax")], image, 8,
                                                         names=["N", 3, 6, 8])
    yield "Scatter 10", "ScatterElements", "", model(
        [node("Scatter", "x i u", axis=1)], (3, 3), 10,
        {"i": np.int64([[0, 2], [1, 0], [2, 1]]), "u": floats(3, 2)})
    yield "AveragePool 7", "AveragePool", "", model(
        [node("AveragePool", kernel_shape=[3, 3], pads=[1, 1, 1, 1])], image, 7)


def norm(inputs="c", **attributes):
    return node("BatchNormalization", f"{inputs} g b m v", **attributes)


def statistics(channels):
    return {"g": floats(channels), "b": floats(channels), "m": floats(channels),
            "v": np.float32(RNG.uniform(0.01, 3, channels))}


def batch_norms():
    image = (2, 4, 6, 8)
    plain = lambda op, channels, weight, opset=13, **kw: model(
        [node(op, "x w", "c", **kw), norm(epsilon=1e-3)], image if weight.ndim == 4 else (3, 5),
        opset, {"w": weight} | statistics(channels))
    gone = "BatchNormalization"
    yield "BatchNorm Conv", "Conv", gone, plain("Conv", 6, floats(6, 4, 3, 3))
    yield "BatchNorm Conv 8", "Conv", gone, plain("Conv", 6, floats(6, 4, 3, 3), 8)
    yield "BatchNorm grouped", "Conv", gone, plain("Conv", 6, floats(6, 2, 3, 3), group=2)
    yield "BatchNorm ConvTranspose", "ConvTranspose", gone, plain("ConvTranspose", 5,
                                                                 floats(4, 5, 2, 2), strides=[2, 2])
    yield "BatchNorm grouped ConvTranspose", "ConvTranspose", gone, plain(
        "ConvTranspose", 6, floats(4, 3, 2, 2), group=2)
    yield "BatchNorm MatMul", "MatMul", gone, plain("MatMul", 6, floats(5, 6))
    for transposed in (0, 1):
        weight = floats(6, 5) if transposed else floats(5, 6)
        yield f"BatchNorm Gemm {transposed}", "Gemm", gone, model(
            [node("Gemm", "x w k", "c", alpha=0.5, beta=2.0, transB=transposed), norm()], (3, 5), 13,
            {"w": weight, "k": floats(6)} | statistics(6))
    yield "BatchNorm Gemm column bias", gone, "", model(
        [node("Gemm", "x w k", "c"), norm()], (6, 5), 13,
        {"w": floats(5, 6), "k": floats(6, 1)} | statistics(6))
    yield "BatchNorm biased", "Conv", gone, model(
        [node("Conv", "x w k", "c"), norm()], image, 13,
        {"w": floats(6, 4, 1, 1), "k": floats(6)} | statistics(6))
    yield "BatchNorm shared weight", "Conv", gone, model(
        [node("Conv", "x w", "c"), norm(), node("Conv", "x w", "z")], image, 13,
        {"w": floats(6, 4, 1, 1)} | statistics(6), ("y", "z"))
    yield "BatchNorm read twice", gone, "", model(
        [node("Conv", "x w", "c"), norm(), node("Exp", "c", "z")], image, 13,
        {"w": floats(6, 4, 1, 1)} | statistics(6), ("y", "z"))
    yield "BatchNorm alone", gone, "", model([norm("x")], image, 13, statistics(4))


def rewrites():
    image = (2, 4, 6, 8)
    weight = {"w": floats(6, 4, 3, 3)}
    pads = np.int64([0, 0, 1, 2, 0, 0, 3, 0])
    yield "Pad and Conv", "Conv", "Pad", model(
        [node("Pad", "x p", "a"), node("Conv", "a w", pads=[1, 1, 0, 0])], image, 13,
        weight | {"p": pads})
    yield "Pad of ones and Conv", "Pad", "", model(
        [node("Pad", "x p one", "a"), node("Conv", "a w")], image, 13,
        weight | {"p": pads, "one": np.float32(1)})
    yield "Pad and Conv SAME", "Pad", "", model(
        [node("Pad", "x p", "a"), node("Conv", "a w", auto_pad="SAME_UPPER")], image, 13,
        weight | {"p": pads})
    yield "no-ops", "Relu", "Identity Reshape Transpose Concat Pad Cast", model(
        [node("Identity", "x", "a"), node("Reshape", "a s", "b"), node("Relu", "b", "c"),
         node("Transpose", "c", "d", perm=[0, 1, 2, 3]), node("Concat", "d", "e", axis=1),
         node("Pad", "e z", "f"), node("Cast", "f", "y", to=1)], image, 13,
        {"s": np.int64([0, 4, 6, 8]), "z": np.zeros(8, np.int64)}, names=["N", 4, 6, 8])
    yield "shape arithmetic", "Reshape", "Shape Gather Concat Unsqueeze", model(
        [node("Shape", "x", "s"), node("Gather", "s zero", "n", axis=0),
         node("Unsqueeze", "n axis", "m"), node("Concat", "m rest", "t", axis=0),
         node("Reshape", "x t", "f"), node("Gemm", "f w", "y")], image, 13,
        {"zero": np.int64(0), "axis": np.int64([0]), "rest": np.int64([-1]), "w": floats(192, 3)},
        names=["N", 4, 6, 8])
    yield "folding", "Add", "Mul Sqrt ConstantOfShape", model(
        [node("ConstantOfShape", "s", "a", value=helper.make_tensor("v", FLOAT, [1], [4.0])),
         node("Sqrt", "a", "b"), node("Mul", "b k", "c"), node("Add", "x c", "y")], image, 13,
        {"s": np.int64([1, 4, 1, 1]), "k": floats(1, 4, 1, 1)})
    yield "random stays", "RandomUniformLike", "", model(
        [node("RandomUniformLike", "k", "r", seed=1.0), node("Mul", "r zero", "a"),
         node("Add", "x a", "y")], image, 13, {"k": floats(4, 1, 1), "zero": np.float32(0)})
    huge = np.int64([1, 4, 2048, 4096])
    yield "huge result stays", "Expand", "", model(
        [node("Expand", "k s", "a"), node("ReduceMax", "a", "b"), node("Add", "x b", "y")], image,
        13, {"k": floats(1, 4, 1, 1), "s": huge})


def shared():
    for path in sorted((pathlib.Path(os.environ["QUANTOSCOPE_SHARED_DATA"]) / "models").glob("*.onnx")):
        inputs = onnx.load(path).graph.input
        feeds = {item.name: RNG.uniform(-1, 1, [d.dim_value or 2 for d in
                                                item.type.tensor_type.shape.dim]).astype(np.float32)
                 for item in inputs}
        yield path.name, "", "BatchNormalization Shape Upsample", (path.read_bytes(), feeds)


def outputs(proto, feeds):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(proto, options, providers=["CPUExecutionProvider"])
    return [item.name for item in session.get_outputs()], session.run(None, feeds)


def failure(simplify, folder, wanted, unwanted, proto, feeds):
    source, target = folder / "in.onnx", folder / "out.onnx"
    source.write_bytes(proto)
    done = subprocess.run([simplify, source, target], capture_output=True, text=True)
    if done.returncode != 0:
        return done.stderr.strip()
    operators = done.stdout.split()
    for kind in wanted.split():
        if kind not in operators:
            return f"{kind} is missing in {operators}"
    for kind in unwanted.split():
        if kind in operators:
            return f"{kind} is still in {operators}"
    simplified = target.read_bytes()
    if onnx.load_from_string(simplified).opset_import[0].version < 13:
        return "opset below 13"
    (names, before), (new_names, after) = outputs(proto, feeds), outputs(simplified, feeds)
    if names != new_names:
        return f"outputs {new_names} instead of {names}"
    for name, old, new in zip(names, before, after):
        if old.shape != new.shape or old.dtype != new.dtype:
            return f"{name}: {new.shape} {new.dtype} instead of {old.shape} {old.dtype}"
        tolerance = 1e-5 * max(1.0, float(np.abs(old).max()))
        worst = float(np.abs(old.astype(np.float64) - new).max())
        if worst > tolerance:
            return f"{name} differs by {worst:.3g}, more than {tolerance:.3g}"
    return None


def main():
    failed = count = 0
    with tempfile.TemporaryDirectory() as folder:
        for make in (upgrades, batch_norms, rewrites, shared):
            for name, wanted, unwanted, (proto, feeds) in make():
                count += 1
                try:
                    reason = failure(sys.argv[1], pathlib.Path(folder), wanted, unwanted, proto,
                                     feeds)
                except Exception as error:  # a model that ONNX Runtime refuses is a failure too
                    reason = f"{type(error).__name__}: {error}"
                failed += reason is not None
                print(f"{'FAIL' if reason else 'ok  '} {name}{': ' + reason if reason else ''}")
    print(f"{count - failed} of {count} models compute the same after simplification")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
