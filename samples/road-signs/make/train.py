# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the network on rendered pictures; saves the weights as an .npz of plain arrays.

    python train.py train.npz weights.npz [--epochs N] [--until M]

Arrays are named LAYER/weight [kernel, kernel, inputs, outputs], LAYER/scale, LAYER/shift,
LAYER/mean, LAYER/variance, classifier/weight [inputs, classes], classifier/bias.
"""

import argparse
import functools
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

from network import BATCH_NORM_EPSILON, HEAD_CHANNELS, layers
from signs import CLASSES
from slopes import BATCH_NORM, DEPTHWISE, pointwise

BATCH = 128
PEAK_RATE = 4e-3
WEIGHT_DECAY = 0.02
AVERAGE_KEEP = 0.97       # running statistics of batch normalization
LABEL_SMOOTHING = 0.05
SHIFT = 4                 # pixels by which a training picture may move
SEED = 7


def initial_state(key):
    """Trained parameters and running statistics, as two dictionaries."""
    params, stats = {}, {}
    for layer in layers():
        key, used = jax.random.split(key)
        fan = layer.kernel ** 2 * (1 if layer.depthwise else layer.inputs)
        shape = (layer.kernel, layer.kernel, 1 if layer.depthwise else layer.inputs, layer.outputs)
        params[f"{layer.name}/weight"] = jax.random.normal(used, shape) * (2 / fan) ** 0.5
        params[f"{layer.name}/scale"] = jnp.ones(layer.outputs)
        params[f"{layer.name}/shift"] = jnp.zeros(layer.outputs)
        stats[f"{layer.name}/mean"] = jnp.zeros(layer.outputs)
        stats[f"{layer.name}/variance"] = jnp.ones(layer.outputs)
    key, used = jax.random.split(key)
    shape = (HEAD_CHANNELS, len(CLASSES))
    params["classifier/weight"] = jax.random.normal(used, shape) * HEAD_CHANNELS ** -0.5
    params["classifier/bias"] = jnp.zeros(len(CLASSES))
    return params, stats


def convolve(x, weight, layer):
    if layer.depthwise:
        return DEPTHWISE[layer.stride](x, weight[:, :, 0])
    if layer.kernel == 1:
        return pointwise(x, weight[0, 0])
    edge = (layer.kernel // 2, layer.kernel // 2)
    return jax.lax.conv_general_dilated(x, weight, (layer.stride, layer.stride), (edge, edge),
                                        dimension_numbers=("NHWC", "HWIO", "NHWC"))


def normalize(x, params, stats, layer, training):
    """Batch normalization and ReLU6; also gives the running statistics after this batch."""
    names = f"{layer.name}/mean", f"{layer.name}/variance"
    scale, shift = params[f"{layer.name}/scale"], params[f"{layer.name}/shift"]
    if training:
        y, *fresh = BATCH_NORM[layer.clipped](x, scale, shift)
        fresh = jax.lax.stop_gradient(fresh)
        return y, {name: AVERAGE_KEEP * stats[name] + (1 - AVERAGE_KEEP) * new
                   for name, new in zip(names, fresh)}
    mean, variance = (stats[name] for name in names)
    factor = scale * jax.lax.rsqrt(variance + BATCH_NORM_EPSILON)
    y = x * factor + (shift - mean * factor)
    return (jnp.clip(y, 0.0, 6.0) if layer.clipped else y), {}


def forward(params, stats, pictures, training):
    """Logits of NHWC pictures in -1..1, and the new running statistics."""
    x, outputs, new_stats = pictures, {}, {}
    for layer in layers():
        x = convolve(x, params[f"{layer.name}/weight"], layer)
        x, kept = normalize(x, params, stats, layer, training)
        new_stats.update(kept)
        if layer.adds:
            x = x + outputs[layer.adds]
        outputs[layer.name] = x
    pooled = x.mean((1, 2))
    return pooled @ params["classifier/weight"] + params["classifier/bias"], new_stats


def loss_of(params, stats, pictures, labels):
    logits, new_stats = forward(params, stats, pictures, True)
    targets = optax.smooth_labels(jax.nn.one_hot(labels, len(CLASSES)), LABEL_SMOOTHING)
    return optax.softmax_cross_entropy(logits, targets).mean(), (new_stats, logits)


def scale_to_input(pictures):
    return (pictures.astype(jnp.float32) - 127.5) / 127.5


def decays(params):
    """Weight decay is for dense weights only, not for depthwise ones, scales or shifts."""
    return {name: name.endswith("/weight") and "depthwise" not in name for name in params}


def make_step(optimizer):
    @functools.partial(jax.jit, donate_argnums=(0, 1, 2))
    def step(params, stats, slots, pictures, labels):
        gradient = jax.value_and_grad(loss_of, has_aux=True)
        (loss, (new_stats, logits)), slopes = gradient(params, stats, scale_to_input(pictures),
                                                       labels)
        changes, slots = optimizer.update(slopes, slots, params)
        hits = (logits.argmax(1) == labels).mean()
        return optax.apply_updates(params, changes), new_stats, slots, loss, hits
    return step


@jax.jit
def predict(params, stats, pictures):
    return forward(params, stats, scale_to_input(pictures), False)[0].argmax(1)


def accuracy(params, stats, images, labels):
    count = len(images) // BATCH * BATCH
    hits = [np.asarray(predict(params, stats, images[i:i + BATCH])) == labels[i:i + BATCH]
            for i in range(0, count, BATCH)]
    return float(np.mean(hits))


def augment(rng, pictures):
    """A random shift of up to SHIFT pixels and a random brightness and contrast for each."""
    edge = ((0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT), (0, 0))
    padded = np.pad(pictures, edge, mode="edge")
    out = np.empty(pictures.shape, np.float32)
    size = pictures.shape[1]
    for i, (y, x) in enumerate(rng.integers(0, 2 * SHIFT + 1, (len(pictures), 2))):
        out[i] = padded[i, y:y + size, x:x + size]
    gain = rng.uniform(0.8, 1.2, (len(out), 1, 1, 3)) * rng.uniform(0.8, 1.2, (len(out), 1, 1, 1))
    return np.clip(out * gain + rng.uniform(-14, 14, (len(out), 1, 1, 1)), 0, 255)


def train(images, labels, options, save):
    epochs, held = options.epochs, 1024
    fit, fit_labels = images[held:], labels[held:]
    steps = len(fit) // BATCH
    rate = optax.cosine_onecycle_schedule(steps * epochs, PEAK_RATE, 0.2)
    optimizer = optax.adamw(rate, weight_decay=WEIGHT_DECAY, mask=decays)
    params, stats = initial_state(jax.random.key(SEED))
    slots, step = optimizer.init(params), make_step(optimizer)
    rng = np.random.default_rng(SEED)
    for epoch in range(min(epochs, options.until)):
        order, begun, seen = rng.permutation(len(fit)), time.time(), []
        for i in range(steps):
            chosen = order[i * BATCH:(i + 1) * BATCH]
            params, stats, slots, loss, hits = step(params, stats, slots,
                                                    augment(rng, fit[chosen]), fit_labels[chosen])
            seen.append((float(loss), float(hits)))
        loss, hits = np.mean(seen, 0)
        unseen = accuracy(params, stats, images[:held], labels[:held])
        print(f"epoch {epoch + 1}: loss {loss:.3f}, train {hits:.4f}, held out {unseen:.4f}, "
              f"{time.time() - begun:.0f} s", flush=True)
        save({**params, **stats})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data")
    parser.add_argument("weights")
    parser.add_argument("--epochs", type=int, default=8, help="length of the schedule")
    parser.add_argument("--until", type=int, default=6, help="last epoch that is run")
    options = parser.parse_args()
    with np.load(options.data) as data:
        images, labels = data["images"], data["labels"]

    def save(arrays):
        np.savez(options.weights, **{name: np.asarray(a) for name, a in arrays.items()})

    train(images, labels, options, save)


if __name__ == "__main__":
    main()
