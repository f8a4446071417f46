# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the channels between blocks unequal ranges without changing what the network computes.

    python spread.py ../model.onnx

The channels of each linear bottleneck are multiplied by powers of two, and the weights that read
them divided by the same: the reverse of cross-layer equalization (Nagel et al., "Data-Free
Quantization Through Weight Equalization and Bias Correction", 2019). Networks of this family come
out of long training like that; this small one, trained for minutes, does not. Powers of two leave
every product exact, so the FP32 outputs stay the same to the last bits.
"""

import argparse

import numpy as np
import onnx
from onnx import numpy_helper

from network import layers

SEED = 11
# Largest exponent for the streams from first to last: the first one gets the widest spread.
EXPONENTS = (2, 1, 1, 1, 1)


def streams():
    """Groups of linear layers whose outputs are added up, each with the layers that read them."""
    found, stream_of, previous = [], {}, None
    for layer in layers():
        if previous in stream_of and not layer.depthwise:
            stream_of[previous][1].append(layer.name)
        if not layer.clipped:
            stream = stream_of.get(layer.adds)
            if stream is None:
                stream = ([], [])
                found.append(stream)
            stream[0].append(layer.name)
            stream_of[layer.name] = stream
        previous = layer.name
    return found


def spread(arrays, writers, readers, exponent, rng):
    channels = len(arrays[f"{writers[0]}/BatchNormalization/scale"])
    factors = np.exp2(rng.integers(-exponent, exponent + 1, channels)).astype(np.float32)
    for name in writers:
        for part in ("scale", "shift"):
            arrays[f"{name}/BatchNormalization/{part}"] *= factors
    for name in readers:
        arrays[f"{name}/Conv/weight"] /= factors[:, None, None]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model")
    options = parser.parse_args()
    model = onnx.load(options.model)
    arrays = {i.name: numpy_helper.to_array(i).copy() for i in model.graph.initializer}
    rng = np.random.default_rng(SEED)
    groups = streams()
    assert len(groups) == len(EXPONENTS), groups
    for (writers, readers), exponent in zip(groups, EXPONENTS):
        spread(arrays, writers, readers, exponent, rng)
    for initializer in model.graph.initializer:
        initializer.CopyFrom(numpy_helper.from_array(arrays[initializer.name], initializer.name))
    onnx.save(model, options.model)


if __name__ == "__main__":
    main()
