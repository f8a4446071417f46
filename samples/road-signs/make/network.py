# SPDX-License-Identifier: GPL-3.0-or-later
"""The network: inverted residuals after MobileNetV2 (Sandler et al. 2018), small enough for a CPU.

`layers()` is the one description that training and export both follow.
"""

from dataclasses import dataclass

INPUT_SIZE = 64
STEM_CHANNELS = 16
HEAD_CHANNELS = 192
# expansion, output channels, stride
BLOCKS = (
    (1, 16, 1),
    (3, 24, 2),
    (4, 24, 1),
    (4, 40, 2),
    (4, 40, 1),
    (4, 56, 1),
    (4, 56, 1),
    (4, 80, 2),
    (4, 80, 1),
)
BATCH_NORM_EPSILON = 1e-3


@dataclass(frozen=True)
class Layer:
    """A convolution with batch normalization, and ReLU6 when `clipped`."""
    name: str
    inputs: int
    outputs: int
    kernel: int
    stride: int
    depthwise: bool
    clipped: bool
    adds: str = ""  # the layer whose output is added to this one's


def layers():
    """Every convolution in order of execution."""
    found = [Layer("stem", 3, STEM_CHANNELS, 3, 2, False, True)]
    for number, (expansion, outputs, stride) in enumerate(BLOCKS, 1):
        before = found[-1]
        inputs, block = before.outputs, f"block{number}"
        wide = inputs * expansion
        if expansion > 1:
            found.append(Layer(f"{block}/expand", inputs, wide, 1, 1, False, True))
        found.append(Layer(f"{block}/depthwise", wide, wide, 3, stride, True, True))
        adds = before.name if stride == 1 and inputs == outputs and number > 1 else ""
        found.append(Layer(f"{block}/project", wide, outputs, 1, 1, False, False, adds))
    found.append(Layer("head", found[-1].outputs, HEAD_CHANNELS, 1, 1, False, True))
    return found
