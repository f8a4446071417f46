# SPDX-License-Identifier: GPL-3.0-or-later
"""The first layers of the bundled sample as a model of their own."""

import onnx

from peer_cli import Material, road_signs

# The first three convolutions. A preprocessing without ties: with (x - 127.5) / 127.5 every pixel of an
# 8-bit input grid lies in the middle between two codes.
CUT_AT = "block1/project/Conv"
CUT_PREPROCESS = '{"preset": "efficientnet-lite", "width": 64, "height": 64, "fit": "stretch"}'


def cut_sample(folder):
    source = road_signs()
    graph = onnx.load(str(source.model)).graph
    output = next(node.output[0] for node in graph.node if CUT_AT in (node.name, node.name.lstrip("/")))
    consumer = next(node for node in graph.node if output in node.input)
    if consumer.op_type == "BatchNormalization":
        output = consumer.output[0]
    model = folder / "first-layers.onnx"
    onnx.utils.extract_model(str(source.model), str(model), [graph.input[0].name], [output])
    preprocess = folder / "preprocess.json"
    preprocess.write_text(CUT_PREPROCESS)
    return Material(model, source.images, source.calibration, ["--preprocess", preprocess], limit=40)
