# SPDX-License-Identifier: GPL-3.0-or-later
"""A network with every operator that has weights: what the bundled sample lacks among them."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from peer_cli import Material, road_signs


def other_operators(folder):
    """Conv, ConvTranspose in two groups, MatMul, and Gemm whose weights are [inputs, outputs], on 16 classes."""
    random = np.random.default_rng(7)
    shapes = {"conv_w": (8, 3, 3, 3), "up_w": (8, 6, 3, 2), "matmul_w": (12, 20), "gemm_w": (20, 16), "gemm_b": (16,)}
    constants = [numpy_helper.from_array((random.standard_normal(shape) / np.sqrt(np.prod(shape[1:]) or 1))
                                         .astype(np.float32), name) for name, shape in shapes.items()]
    nodes = [helper.make_node("Conv", ["image", "conv_w"], ["conv"], "conv", strides=[4, 4]),
             helper.make_node("ConvTranspose", ["conv", "up_w"], ["up"], "up", group=2, strides=[2, 2]),
             helper.make_node("Relu", ["up"], ["relu"], "relu"),
             helper.make_node("GlobalAveragePool", ["relu"], ["pooled"], "pool"),
             helper.make_node("Flatten", ["pooled"], ["flat"], "flatten"),
             helper.make_node("MatMul", ["flat", "matmul_w"], ["mixed"], "matmul"),
             helper.make_node("Gemm", ["mixed", "gemm_w", "gemm_b"], ["logits"], "gemm")]
    ports = [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 3, 64, 64]),
             helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 16])]
    graph = helper.make_graph(nodes, "other_operators", ports[:1], ports[1:], constants)
    model = folder / "other-operators.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8), str(model))
    source = road_signs()
    return Material(model, source.images, source.calibration, limit=40)
