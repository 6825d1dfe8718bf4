"""Writes optimizers.json: 100 steps of torch.optim in double precision on two small networks.

Run with Debian's python3-torch: /usr/bin/python3 optimizers.py > optimizers.json
"""

import json
import sys

import torch

torch.set_default_dtype(torch.float64)

REGRESSION = {
    "layers": [
        {"weights": [[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]], "biases": [0.1, -0.2], "activation": "softplus"},
        {"weights": [[0.7, -0.8]], "biases": [0.05]},
    ],
    "input": [[1, 2, 3], [-1, 0.5, 0.25], [0.3, -0.7, 1.1], [2, 0, -1]],
    "target": [[1], [0.5], [-0.25], [0.75]],
    "loss": "mse_loss",
}

CLASSES = {
    "layers": [
        {"weights": [[0.3, -0.6], [0.9, 0.2], [-0.5, 0.8]], "biases": [0.05, -0.1, 0.2], "activation": "tanh"},
        {"weights": [[0.4, -0.2, 0.7], [-0.3, 0.6, 0.1]], "biases": [0, 0.1]},
    ],
    "input": [[1, -1], [0.5, 2], [-1.5, 0.4], [0.2, 0.1], [-0.8, -1.2]],
    "target": [0, 1, 1, 0, 1],
    "loss": "cross_entropy",
}

# Rates at which a change of the last digit stays one: faster, RMSprop swings from side to side of a
# minimum and amplifies it beyond what a comparison to 1e-12 could tell from a mistake.
CHOICES = [
    ("sgd", 0.05, {}),
    ("sgd", 0.05, {"momentum": 0.9}),
    ("sgd", 0.05, {"momentum": 0.9, "dampening": 0.1}),
    ("sgd", 0.02, {"momentum": 0.9, "nesterov": True}),
    ("sgd", 0.05, {"momentum": 0.5, "weight_decay": 0.01}),
    ("sgd", 0.05, {"momentum": 0.5, "weight_decay": 0.01, "decoupled_weight_decay": True}),
    ("rmsprop", 0.002, {}),
    ("rmsprop", 0.002, {"alpha": 0.9, "momentum": 0.5, "eps": 1e-4}),
    ("rmsprop", 0.002, {"centered": True, "weight_decay": 0.02}),
    ("adagrad", 0.1, {}),
    ("adagrad", 0.1, {"lr_decay": 0.01, "weight_decay": 0.01, "initial_accumulator_value": 0.1}),
    ("adam", 0.01, {}),
    ("adam", 0.02, {"beta1": 0.8, "beta2": 0.95, "weight_decay": 0.05}),
    ("adam", 0.01, {"amsgrad": True}),
    ("adamw", 0.01, {}),
    ("adamw", 0.02, {"weight_decay": 0.1, "amsgrad": True}),
]


def activation(name):
    return {
        "softplus": lambda s: torch.nn.functional.softplus(s, threshold=1e9),
        "tanh": torch.tanh,
        None: lambda s: s,
    }[name]


def optimizer(name, lr, given, parameters):
    options = dict(given)
    if "beta1" in options:
        options["betas"] = (options.pop("beta1"), options.pop("beta2"))
    # PyTorch's SGD has no decoupled decay: the step of its definition is taken before its own.
    shrink = 1.0
    if options.pop("decoupled_weight_decay", False):
        shrink = 1 - lr * options.pop("weight_decay")
    kind = {
        "sgd": torch.optim.SGD,
        "rmsprop": torch.optim.RMSprop,
        "adagrad": torch.optim.Adagrad,
        "adam": torch.optim.Adam,
        "adamw": torch.optim.AdamW,
    }[name]
    return kind(parameters, lr=lr, **options), shrink


def run(document, name, lr, given):
    layers = [
        (
            torch.tensor(layer["weights"], dtype=torch.float64, requires_grad=True),
            torch.tensor(layer["biases"], dtype=torch.float64, requires_grad=True),
            activation(layer.get("activation")),
        )
        for layer in document["layers"]
    ]
    parameters = [tensor for weights, biases, _ in layers for tensor in (weights, biases)]
    input = torch.tensor(document["input"], dtype=torch.float64)
    is_classes = document["loss"] == "cross_entropy"
    target = torch.tensor(document["target"], dtype=torch.int64 if is_classes else torch.float64)

    def loss():
        output = input
        for weights, biases, phi in layers:
            output = phi(output @ weights.T + biases)
        return getattr(torch.nn.functional, document["loss"])(output, target)

    stepper, shrink = optimizer(name, lr, given, parameters)
    losses = [loss().item()]
    after = {}
    for step in range(1, 101):
        stepper.zero_grad()
        loss().backward()
        with torch.no_grad():
            for parameter in parameters:
                parameter.mul_(shrink)
        stepper.step()
        losses.append(loss().item())
        if step in (1, 100):
            after[str(step)] = [parameter.detach().flatten().tolist() for parameter in parameters]
    return {
        "document": {**document, "learningRate": lr, "optimizer": {"name": name, **given}},
        "losses": losses,
        "after": after,
    }


cases = [
    run(document, name, lr, given) for document in (REGRESSION, CLASSES) for name, lr, given in CHOICES
]
print(f"torch {torch.__version__}", file=sys.stderr)
print(json.dumps({"source": f"torch.optim of PyTorch {torch.__version__}, float64", "cases": cases}))
