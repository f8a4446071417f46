# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers with backward passes written by hand, since on a CPU the derived ones are slow."""

import jax
import jax.numpy as jnp

from network import BATCH_NORM_EPSILON

PIXELS = (0, 1, 2)  # axes of an NHWC tensor other than the channels


@jax.custom_vjp
def pointwise(x, weight):
    """A 1x1 convolution: NHWC times [inputs, outputs]."""
    return jnp.einsum("nhwi,io->nhwo", x, weight)


def pointwise_backward(kept, slope):
    """The weights' slope goes one picture at a time, which is faster than one long product."""
    x, weight = kept
    by_picture = jnp.einsum("npi,npo->nio", x.reshape(x.shape[0], -1, x.shape[3]),
                            slope.reshape(x.shape[0], -1, slope.shape[3]))
    return jnp.einsum("nhwo,io->nhwi", slope, weight), by_picture.sum(0)


pointwise.defvjp(lambda x, weight: (pointwise(x, weight), (x, weight)), pointwise_backward)


def taps(padded, height, width, stride):
    """The nine shifted views that a 3x3 kernel sees, with their kernel positions."""
    return [(i, j, padded[:, i:i + height:stride, j:j + width:stride, :])
            for i in range(3) for j in range(3)]


def pad_by_one(x):
    return jnp.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))


def shifted_products(x, weight, stride):
    height, width = x.shape[1:3]
    return sum(view * weight[i, j] for i, j, view in taps(pad_by_one(x), height, width, stride))


def make_depthwise(stride):
    """A 3x3 depthwise convolution: NHWC with [3, 3, channels], one pixel of padding."""
    @jax.custom_vjp
    def depthwise(x, weight):
        return shifted_products(x, weight, stride)

    def backward(kept, slope):
        x, weight = kept
        height, width = x.shape[1:3]
        of_weight = [(view * slope).sum(PIXELS)
                     for _, _, view in taps(pad_by_one(x), height, width, stride)]
        if stride > 1:
            grown = (0, stride - 1, stride - 1)  # zeros between and behind the rows
            slope = jax.lax.pad(slope, 0.0, ((0, 0, 0), grown, grown, (0, 0, 0)))
        of_x = shifted_products(slope, weight[::-1, ::-1], 1)
        return of_x, jnp.stack(of_weight).reshape(weight.shape)

    depthwise.defvjp(lambda x, weight: (depthwise(x, weight), (x, weight)), backward)
    return depthwise


DEPTHWISE = {stride: make_depthwise(stride) for stride in (1, 2)}


def moments(x):
    mean = x.mean(PIXELS)
    return mean, jnp.maximum((x * x).mean(PIXELS) - mean * mean, 0.0)


def make_batch_norm(clipped):
    """Batch normalization over the batch's own mean and variance, then ReLU6 when `clipped`."""
    def apply(x, scale, shift):
        mean, variance = moments(x)
        spread = jax.lax.rsqrt(variance + BATCH_NORM_EPSILON)
        y = x * (scale * spread) + (shift - mean * scale * spread)
        return (jnp.clip(y, 0.0, 6.0) if clipped else y), mean, variance

    @jax.custom_vjp
    def batch_norm(x, scale, shift):
        return apply(x, scale, shift)

    def forward(x, scale, shift):
        y, mean, variance = apply(x, scale, shift)
        return (y, mean, variance), (x, scale, shift, mean, variance)

    def backward(kept, slopes):
        x, scale, shift, mean, variance = kept
        spread = jax.lax.rsqrt(variance + BATCH_NORM_EPSILON)
        slope, level = slopes[0], (x - mean) * spread
        if clipped:
            y = level * scale + shift
            slope = jnp.where((y > 0) & (y < 6), slope, 0.0)
        of_shift, of_scale = slope.sum(PIXELS), (slope * level).sum(PIXELS)
        count = x.size // x.shape[3]
        of_x = scale * spread * (slope - of_shift / count - level * (of_scale / count))
        return of_x, of_scale, of_shift

    batch_norm.defvjp(forward, backward)
    return batch_norm


BATCH_NORM = {clipped: make_batch_norm(clipped) for clipped in (False, True)}
