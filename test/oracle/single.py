"""Writes single.json: networks in float32 with their outputs, losses and gradients, by PyTorch.

Numbers are multiples of 1/1000, made here and in the test by one rule (`made`), so that only what PyTorch answers is
kept: of arrays of more than 200 numbers, 100 evenly spread. `ulps` tells how far PyTorch's float32 is from its own
float64 of the same numbers: the largest distance in an array, as a part of its largest number, in units of 2**-24.
Run with Debian's python3-torch: python3 test/oracle/single.py
"""

import json
import pathlib

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
KEPT = 100
WHOLE = 200

ACTIVATIONS = {
    "identity": lambda s: s,
    "relu": F.relu,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "softplus": lambda s: F.softplus(s, threshold=1e9),
    "gelu": F.gelu,
    "silu": F.silu,
    "elu": F.elu,
    "leaky_relu": F.leaky_relu,
    "softsign": F.softsign,
    "mish": F.mish,
    "logsigmoid": F.logsigmoid,
    "softmax": lambda s: torch.softmax(s, -1),
    "log_softmax": lambda s: torch.log_softmax(s, -1),
}

LOSSES = {
    "half_squared_error": lambda o, y: ((o - y) ** 2).sum() / 2,
    "mse_loss": F.mse_loss,
    "l1_loss": F.l1_loss,
    "smooth_l1_loss": F.smooth_l1_loss,
    "huber_loss": F.huber_loss,
    "binary_cross_entropy_with_logits": F.binary_cross_entropy_with_logits,
    "binary_cross_entropy": F.binary_cross_entropy,
    "cross_entropy": F.cross_entropy,
    "nll_loss": F.nll_loss,
}
OF_CLASSES = {"cross_entropy", "nll_loss"}
OF_PROBABILITIES = {"binary_cross_entropy_with_logits", "binary_cross_entropy"}


def made(seed, count, scale):
    """Pseudo-random multiples of 1/1000 from -scale to scale, by a generator of Lehmer."""
    state = seed + 1
    values = []
    for _ in range(count):
        state = state * 48271 % 2147483647
        values.append((state % (2 * scale + 1) - scale) / 1000)
    return values


def network(seed, widths, samples, activations, loss, dtype):
    layers = []
    for at, (fan_in, fan_out) in enumerate(zip(widths, widths[1:])):
        scale = max(5, int(1700 / fan_in**0.5 + 0.5))
        weights = torch.tensor(made(seed * 97 + 2 * at, fan_in * fan_out, scale), dtype=torch.float64)
        biases = torch.tensor(made(seed * 97 + 2 * at + 1, fan_out, 300), dtype=torch.float64)
        layers.append((weights.reshape(fan_out, fan_in).float().to(dtype), biases.float().to(dtype)))
    x = torch.tensor(made(seed * 97 + 50, samples * widths[0], 1500), dtype=torch.float64)
    x = x.reshape(samples, widths[0]).float().to(dtype)
    wanted = made(seed * 97 + 51, samples * (1 if loss in OF_CLASSES else widths[-1]), 1000)
    if loss in OF_CLASSES:
        y = torch.tensor([round(abs(v) * 1000) % widths[-1] for v in wanted])
    else:
        y = torch.tensor(wanted, dtype=torch.float64).reshape(samples, widths[-1])
        y = (y.abs() if loss in OF_PROBABILITIES else y).float().to(dtype)
    leaves = [tensor.requires_grad_() for layer in layers for tensor in layer] + [x.requires_grad_()]
    o = x
    for (weights, biases), activation in zip(layers, activations):
        o = ACTIVATIONS[activation](F.linear(o, weights, biases))
    value = LOSSES[loss](o, y)
    value.backward()
    return [o.detach(), value.detach().reshape(1), *(leaf.grad for leaf in leaves)]


def kept(values):
    values = values.flatten()
    if len(values) > WHOLE:
        values = values[[i * len(values) // KEPT for i in range(KEPT)]]
    return [float(f"{v:.9g}") for v in values.double().tolist()]


def case(seed, widths, samples, activations, loss):
    single = network(seed, widths, samples, activations, loss, torch.float32)
    double = network(seed, widths, samples, activations, loss, torch.float64)
    ulps = max(
        float((a.double() - b).abs().max() / b.abs().max().clamp_min(1e-30)) * 2**24
        for a, b in zip(single, double)
    )
    return {
        **{"seed": seed, "widths": widths, "samples": samples, "activations": activations, "loss": loss},
        **{"ulps": round(ulps, 2), "arrays": [kept(array) for array in single]},
    }


def cases():
    seed = 0
    hidden = [name for name in ACTIVATIONS if "softmax" not in name]
    for at, activation in enumerate(hidden):
        for loss in ("half_squared_error", list(LOSSES)[1 + at % 4]):
            yield case(seed := seed + 1, [3, 4, 2], 1 + at % 3, [activation, "identity"], loss)
    for loss, last in [
        ("cross_entropy", "identity"),
        ("nll_loss", "log_softmax"),
        ("half_squared_error", "softmax"),
        ("binary_cross_entropy_with_logits", "identity"),
        ("binary_cross_entropy", "sigmoid"),
    ]:
        yield case(seed := seed + 1, [5, 7, 4], 6, ["tanh", last], loss)
        yield case(seed := seed + 1, [20, 30, 30, 5], 9, ["gelu", "softplus", last], loss)
    yield case(seed := seed + 1, [1, 1], 1, ["identity"], "half_squared_error")
    yield case(seed := seed + 1, [1, 64, 64, 64, 1], 17, ["tanh", "relu", "sigmoid", "identity"], "mse_loss")
    yield case(seed := seed + 1, [300, 5, 300], 3, ["silu", "identity"], "half_squared_error")
    yield case(seed := seed + 1, [64, 64, 64, 10], 1, ["relu", "relu", "identity"], "cross_entropy")
    yield case(seed := seed + 1, [40, 50, 10], 300, ["softplus", "identity"], "cross_entropy")
    yield case(seed := seed + 1, [784, 128, 10], 64, ["relu", "identity"], "cross_entropy")


if __name__ == "__main__":
    found = list(cases())
    path = pathlib.Path(__file__).with_suffix(".json")
    about = {"torch": torch.__version__, "kept": KEPT, "whole": WHOLE, "cases": found}
    path.write_text(json.dumps(about, separators=(",", ":")).replace('{"seed"', '\n{"seed"') + "\n")
    print(len(found), max(one["ulps"] for one in found))
