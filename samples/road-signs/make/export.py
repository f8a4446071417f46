# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the trained network as ONNX, with batch normalization kept as nodes of its own.

    python export.py weights.npz ../model.onnx
"""

import argparse

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from network import BATCH_NORM_EPSILON, INPUT_SIZE, layers
from signs import CLASSES

OPSET = 17
IR_VERSION = 8


class Graph:
    """Collects nodes and initializers; every node's output bears the node's name."""

    def __init__(self, weights):
        self.weights = weights
        self.nodes, self.initializers = [], []

    def constant(self, name, array):
        self.initializers.append(numpy_helper.from_array(np.asarray(array, np.float32), name))
        return name

    def node(self, op_type, name, inputs, **attributes):
        self.nodes.append(helper.make_node(op_type, inputs, [name], name=name, **attributes))
        return name

    def convolution(self, layer, source):
        edge = layer.kernel // 2
        weight = self.weights[f"{layer.name}/weight"].transpose(3, 2, 0, 1)  # HWIO to OIHW
        kernel = self.constant(f"{layer.name}/Conv/weight", weight)
        return self.node("Conv", f"{layer.name}/Conv", [source, kernel],
                         kernel_shape=[layer.kernel] * 2, strides=[layer.stride] * 2,
                         pads=[edge] * 4, group=layer.outputs if layer.depthwise else 1)

    def batch_norm(self, layer, source):
        name = f"{layer.name}/BatchNormalization"
        parts = [self.constant(f"{name}/{part}", self.weights[f"{layer.name}/{part}"])
                 for part in ("scale", "shift", "mean", "variance")]
        return self.node("BatchNormalization", name, [source] + parts, epsilon=BATCH_NORM_EPSILON)

    def classifier(self, source):
        pooled = self.node("GlobalAveragePool", "pool/GlobalAveragePool", [source])
        flat = self.node("Flatten", "pool/Flatten", [pooled], axis=1)
        weight = self.constant("classifier/Gemm/weight", self.weights["classifier/weight"].T)
        bias = self.constant("classifier/Gemm/bias", self.weights["classifier/bias"])
        self.nodes.append(helper.make_node("Gemm", [flat, weight, bias], ["logits"],
                                           name="classifier/Gemm", transB=1))


def build(weights):
    graph, outputs, tensor = Graph(weights), {}, "image"
    low, high = graph.constant("relu6/min", 0.0), graph.constant("relu6/max", 6.0)
    for layer in layers():
        tensor = graph.batch_norm(layer, graph.convolution(layer, tensor))
        if layer.clipped:
            tensor = graph.node("Clip", f"{layer.name}/Clip", [tensor, low, high])
        if layer.adds:
            block = layer.name.split("/")[0]
            tensor = graph.node("Add", f"{block}/Add", [outputs[layer.adds], tensor])
        outputs[layer.name] = tensor
    graph.classifier(tensor)
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT,
                                          ["N", 3, INPUT_SIZE, INPUT_SIZE])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", len(CLASSES)])
    return helper.make_graph(graph.nodes, "road-signs", [image], [logits], graph.initializers)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights")
    parser.add_argument("model")
    options = parser.parse_args()
    with np.load(options.weights) as weights:
        graph = build(weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)],
                              ir_version=IR_VERSION, producer_name="quantoscope-samples",
                              doc_string="Sixteen road signs, 64x64 RGB, values in -1..1")
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, options.model)


if __name__ == "__main__":
    main()
