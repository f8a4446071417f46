# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the .onnx files of this folder: tiny models, each with one thing to read or to refuse.

Made by this script alone, so under the same licence as the program. Needs the onnx package;
run in this folder: python make.py
"""
import numpy as np
import onnx
from onnx import TensorProto, helper

FLOAT = TensorProto.FLOAT


def value(name, shape, kind=FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


def save(name, nodes, inputs, outputs, initializers=(), opset=13, ir=7, **extra):
    graph = helper.make_graph(nodes, name, inputs, outputs, list(initializers))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)],
                              ir_version=ir, producer_name="hand", **extra)
    with open(f"{name}.onnx", "wb") as file:
        file.write(model.SerializeToString(deterministic=True))
    return model


def rewrite(name, model):
    with open(f"{name}.onnx", "wb") as file:
        file.write(model.SerializeToString(deterministic=True))


def raw(name, array, kind, dims=None):
    return TensorProto(name=name, data_type=kind, dims=dims or array.shape,
                       raw_data=array.tobytes())


def storage():
    """Every element type in every field that may hold it; each tensor is an output of the model."""
    typed = lambda name, kind, values: helper.make_tensor(name, kind, [len(values)], values)
    half = np.array([1.5, -2.0], np.float16)
    tensors = [
        typed("float_data", FLOAT, [1.5, -2.25, 3.0]),
        typed("double_data", TensorProto.DOUBLE, [0.1, -1e300]),
        typed("int64_data", TensorProto.INT64, [-5, 2**40]),
        typed("uint64_data", TensorProto.UINT64, [7, 2**40]),
        typed("uint32_data", TensorProto.UINT32, [7, 2**32 - 1]),
        typed("int32_data", TensorProto.INT32, [-7, 2**31 - 1]),
        typed("int16_data", TensorProto.INT16, [-300, 300]),
        typed("uint16_data", TensorProto.UINT16, [300, 65535]),
        typed("int8_data", TensorProto.INT8, [-128, 127]),
        typed("uint8_data", TensorProto.UINT8, [0, 255]),
        typed("bool_data", TensorProto.BOOL, [True, False, True]),
        typed("half_data", TensorProto.FLOAT16, half),
        typed("bfloat16_data", TensorProto.BFLOAT16, [1.5, -2.0]),
        typed("int4_data", TensorProto.INT4, [-8, 7, 3]),
        raw("float_raw", np.array([[1.5], [-2.25]], np.float32), FLOAT),
        raw("int64_raw", np.array([-5, 2**40]), TensorProto.INT64),
        raw("int8_raw", np.array([-128, 127], np.int8), TensorProto.INT8),
        raw("half_raw", half, TensorProto.FLOAT16),
        helper.make_tensor("scalar", FLOAT, [], [4.5]),
        helper.make_tensor("none", FLOAT, [0], []),
    ]
    outputs = [value(t.name, list(t.dims), t.data_type) for t in tensors]
    save("storage", [], [], outputs, tensors, opset=21, ir=10)


def constants():
    """Constant nodes in all their numeric spellings."""
    spell = {"value": helper.make_tensor("v", FLOAT, [2], [1.0, 2.0]), "value_float": 2.5,
             "value_floats": [3.5, 4.5], "value_int": 7, "value_ints": [8, 9]}
    nodes = [helper.make_node("Constant", [], [key], **{key: item}) for key, item in spell.items()]
    kinds = {"value_int": TensorProto.INT64, "value_ints": TensorProto.INT64}
    save("constants", nodes, [], [value(key, None, kinds.get(key, FLOAT)) for key in spell])


def external():
    """Weights in a file beside the model, in one outside of it, and in one that is not there."""
    weights = np.arange(6, dtype=np.float32)
    with open("external.bin", "wb") as file:
        file.write(b"\0" * 8 + weights.tobytes())
    for name, location, length in (("external", "external.bin", 24),
                                   ("external_escape", "../external.bin", 24),
                                   ("external_missing", "absent.bin", 24),
                                   ("external_short", "external.bin", 48)):
        tensor = TensorProto(name="w", data_type=FLOAT, dims=[length // 4])
        tensor.data_location = TensorProto.EXTERNAL
        for key, item in (("location", location), ("offset", "8"), ("length", str(length))):
            tensor.external_data.add(key=key, value=item)
        save(name, [helper.make_node("Add", ["x", "w"], ["y"])], [value("x", [length // 4])],
             [value("y", [length // 4])], [tensor])


def refused():
    """Files that must be refused, each for one reason."""
    relu = lambda: [helper.make_node("Relu", ["x"], ["y"], name="r")]
    x, y = value("x", [1, 4]), value("y", [1, 4])
    save("opset6", relu(), [x], [y], opset=6)
    save("opset24", relu(), [x], [y], opset=24)
    save("ir2", relu(), [x], [y], ir=2)
    save("ir12", relu(), [x], [y], ir=12)
    save("unproduced", [helper.make_node("Add", ["x", "ghost"], ["y"], name="sum")], [x], [y])
    save("unproduced_output", relu(), [x], [y, value("ghost", [1])])
    save("no_outputs", relu(), [x], [])
    save("cycle", [helper.make_node("Add", ["x", "b"], ["a"]), helper.make_node("Relu", ["a"], ["b"]),
                   helper.make_node("Relu", ["b"], ["y"])], [x], [y])
    save("twice", relu() + [helper.make_node("Relu", ["x"], ["y"])], [x], [y])
    add = [helper.make_node("Add", ["x", "w"], ["y"])]
    save("short_data", add, [x], [y], [raw("w", np.zeros(3, np.float32), FLOAT, dims=[1, 4])])
    save("text", add, [x], [y], [helper.make_tensor("w", TensorProto.STRING, [1], [b"cat"])])
    sparse = helper.make_sparse_tensor(helper.make_tensor("w", FLOAT, [1], [2.0]),
                                       helper.make_tensor("i", TensorProto.INT64, [1], [3]), [4])
    model = save("sparse", add, [x], [y])
    model.graph.sparse_initializer.append(sparse)
    rewrite("sparse", model)
    function = helper.make_function("own", "Twice", ["a"], ["b"],
                                    [helper.make_node("Add", ["a", "a"], ["b"])],
                                    [helper.make_opsetid("", 13)])
    save("function", [helper.make_node("Twice", ["x"], ["y"], domain="own")], [x], [y], ir=8,
         functions=[function])
    sequence = helper.make_tensor_sequence_value_info("x", FLOAT, [4])
    save("sequence", [helper.make_node("ConcatFromSequence", ["x"], ["y"], axis=0)], [sequence], [y])


def accepted():
    """Unusual but valid files."""
    x, y = value("x", ["N", 4]), value("y", ["N", 4])
    nodes = [helper.make_node("Add", ["c", "b"], ["y"], name="same"),  # not in topological order
             helper.make_node("Relu", ["x"], ["a"]), helper.make_node("Relu", ["a"], ["b"]),
             helper.make_node("Neg", ["a"], ["c"], name="same"),
             helper.make_node("Relu", ["x"], ["dead"], name="unused")]
    save("names", nodes, [x], [y])
    weight = raw("w", np.ones(4, np.float32), FLOAT)
    save("ir3", [helper.make_node("Add", ["x", "w"], ["y"])], [x, value("w", [4])], [y], [weight],
         opset=7, ir=3)
    branch = lambda op: helper.make_graph([helper.make_node(op, ["outer"], ["inner"])], op, [],
                                          [value("inner", [1, 4])])
    save("if", [helper.make_node("Relu", ["x"], ["outer"], name="before"),
                helper.make_node("If", ["flag"], ["y"], name="choice", then_branch=branch("Neg"),
                                 else_branch=branch("Exp"))],
         [value("flag", [], TensorProto.BOOL), value("x", [1, 4])], [value("y", [1, 4])])
    save("optional", [helper.make_node("Clip", ["x", "", "six"], ["y"], name="clip"),
                      helper.make_node("Fancy", ["y"], ["z"], domain="com.example", depth=3,
                                       word="deep", scales=[0.5], words=["a", "b"])],
         [x], [value("z", ["N", 4])], [helper.make_tensor("six", FLOAT, [], [6.0])])


def main():
    storage()
    constants()
    external()
    refused()
    accepted()


if __name__ == "__main__":
    main()
