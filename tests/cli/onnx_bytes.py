# SPDX-License-Identifier: GPL-3.0-or-later
"""Just enough of protobuf's encoding to write small ONNX models without the onnx package.

Field numbers: onnx.proto3 of the ONNX specification.
"""


def varint(value):
    data = bytearray()
    while value > 0x7F:
        data.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(data + bytes([value]))


def number(field, value):
    return varint(field << 3) + varint(value)


def message(field, *parts):
    body = b"".join(part.encode() if isinstance(part, str) else part for part in parts)
    return varint(field << 3 | 2) + varint(len(body)) + body


def float_tensor_info(field, name, shape):
    dims = b"".join(message(1, number(1, extent)) for extent in shape)
    tensor = message(1, number(1, 1), message(2, dims))
    return message(field, message(1, name), message(2, tensor))


def one_node_model(op_type, domain, name):
    """x [1,3,8,8] -> one node -> y, opset 13."""
    node = message(1, message(1, "x"), message(2, "y"), message(3, name), message(4, op_type),
                   message(7, domain))
    shape = (1, 3, 8, 8)
    graph = message(7, node, message(2, "g"), float_tensor_info(11, "x", shape),
                    float_tensor_info(12, "y", shape))
    opsets = message(8, message(1, ""), number(2, 13))
    if domain:
        opsets += message(8, message(1, domain), number(2, 1))
    return number(1, 8) + graph + opsets
