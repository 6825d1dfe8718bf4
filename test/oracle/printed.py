"""Writes printed.json: networks and distributions as PyTorch prints them, with the loss and the KL divergence before.

The printed numbers have four digits after the point; `true` was computed in float64 from the numbers that were printed.
Run with Debian's python3-torch: python3 test/oracle/printed.py
"""

import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(11)
torch.set_default_dtype(torch.float64)
ACTIVATIONS = {"relu": F.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "softplus": F.softplus, "gelu": F.gelu}
LOSSES = {
    "mse_loss": F.mse_loss,
    "l1_loss": F.l1_loss,
    "huber_loss": F.huber_loss,
    "half_squared_error": lambda output, target: 0.5 * ((output - target) ** 2).sum(),
}


def network(number):
    depth = 1 + number % 3
    widths = torch.randint(1, 6, (depth + 1,)).tolist()
    activation = list(ACTIVATIONS)[number % 5]
    loss = list(LOSSES)[number % 4]
    values = torch.randn(widths[0])
    text = f"x = {values!r}\n"
    for layer, (sources, neurons) in enumerate(zip(widths, widths[1:]), 1):
        weights, biases = torch.randn(neurons, sources), torch.randn(neurons)
        text += f"W{layer} = {weights!r}\nb{layer} = {biases!r}\n"
        values = ACTIVATIONS[activation](weights @ values + biases)
    target = torch.randn(widths[-1])
    text += f"y = {target!r}\nactivation = {activation}\nloss = {loss}\n"
    name = f"{'-'.join(map(str, widths))}, {activation}, {loss}"
    return {"name": name, "document": text, "true": LOSSES[loss](values, target).item()}


def distributions(number):
    outcomes = 2 + number % 12
    of = torch.distributions.Dirichlet(torch.ones(outcomes) * (0.5 + number % 5))
    p, q = of.sample(), of.sample()
    return {"name": f"{outcomes} outcomes", "document": f"P = {p!r}\nQ = {q!r}\n", "true": (p * (p / q).log()).sum().item()}


cases = {"networks": [network(i) for i in range(20)], "distributions": [distributions(i) for i in range(20)]}
lines = [f'"{kind}": [\n' + ",\n".join(json.dumps(case) for case in of) + "\n]" for kind, of in cases.items()]
pathlib.Path(__file__).with_name("printed.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
