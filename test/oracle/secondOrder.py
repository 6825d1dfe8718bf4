"""Writes secondOrder.json: Hessians and Jacobians of torch.autograd.functional in double precision.

Run with Debian's python3-torch: /usr/bin/python3 secondOrder.py > secondOrder.json
"""

import json

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

TWO = {"input": [[1, 2, -1], [0.5, -0.3, 0.8]], "target": [[0.5], [-0.25]]}
FIRST = {"weights": [[0.1, 0.2, 0.3], [-0.4, 0.5, 0.6]], "biases": [0.1, -0.2]}
SECOND = {"weights": [[0.7, -0.8]], "biases": [0.05]}
WIDE = {"weights": [[0.7, -0.8], [0.3, 0.4], [-0.6, 0.1]], "biases": [0.05, -0.1, 0.2]}


def named(layer, activation):
    return {**layer, "activation": activation}


DOCUMENTS = [
    *[
        {"layers": [named(FIRST, phi), named(SECOND, last)], **TWO, "loss": loss}
        for phi, last, loss in [
            ("softplus", "identity", "half_squared_error"),
            ("tanh", "identity", "mse_loss"),
            ("sigmoid", "tanh", "huber_loss"),
            ("gelu", "silu", "smooth_l1_loss"),
            ("elu", "softsign", "mse_loss"),
            ("mish", "logsigmoid", "half_squared_error"),
            ("relu", "identity", "mse_loss"),
        ]
    ],
    {
        "layers": [named(FIRST, "sigmoid"), named(SECOND, "sigmoid")],
        "input": TWO["input"],
        "target": [[1], [0]],
        "loss": "binary_cross_entropy",
    },
    {
        "layers": [named(FIRST, "tanh"), WIDE],
        "input": TWO["input"],
        "target": [2, 0],
        "loss": "cross_entropy",
    },
    {
        "layers": [named(FIRST, "tanh"), named(WIDE, "softmax")],
        "input": TWO["input"],
        "target": [[0.2, 0.3, 0.5], [0.6, 0.3, 0.1]],
        "loss": "mse_loss",
    },
    {
        "layers": [named(FIRST, "softplus"), named(WIDE, "log_softmax")],
        "input": TWO["input"],
        "target": [1, 0],
        "loss": "nll_loss",
    },
    {
        "layers": [named(FIRST, "prelu"), named(SECOND, "identity")],
        **TWO,
        "loss": "half_squared_error",
        "learnt": True,
    },
    {
        "layers": [{"weights": FIRST["weights"], "activation": "sine"}, named(SECOND, "identity")],
        "input": TWO["input"],
        "target": [[0.5], [2]],
        "loss": "poisson_nll_loss",
    },
]

PHI = {
    "identity": lambda s: s,
    "softplus": lambda s: F.softplus(s, threshold=1e9),
    "softmax": lambda s: F.softmax(s, dim=1),
    "log_softmax": lambda s: F.log_softmax(s, dim=1),
    "sine": torch.sin,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
}


def half_squared_error(output, target):
    return ((output - target) ** 2).sum() / 2


def study(document):
    layers = document["layers"]
    shapes = []
    flat = []
    for layer in layers:
        for key in ("weights", "biases"):
            if key in layer:
                tensor = torch.tensor(layer[key], dtype=torch.float64)
                shapes.append(tensor.shape)
                flat.append(tensor.flatten())
        if layer.get("activation") == "prelu":
            shapes.append(torch.Size([1]))
            flat.append(torch.tensor([0.25]))
    theta = torch.cat(flat)
    x = torch.tensor(document["input"], dtype=torch.float64)
    is_classes = document["loss"] in ("cross_entropy", "nll_loss")
    y = torch.tensor(document["target"], dtype=torch.int64 if is_classes else torch.float64)

    def output(theta, x):
        parts = []
        offset = 0
        for shape in shapes:
            parts.append(theta[offset : offset + shape.numel()].reshape(shape))
            offset += shape.numel()
        rest = iter(parts)
        for layer in layers:
            s = x @ next(rest).T
            if "biases" in layer:
                s = s + next(rest)
            name = layer.get("activation", "identity")
            x = F.prelu(s, next(rest)) if name == "prelu" else PHI.get(name, getattr(F, name, None))(s)
        return x

    def loss(theta):
        name = document["loss"]
        function = half_squared_error if name == "half_squared_error" else getattr(F, name)
        return function(output(theta, x), y)

    functional = torch.autograd.functional
    ofInput = functional.jacobian(lambda x: output(theta, x), x)
    samples = x.shape[0]
    direction = torch.linspace(-1, 1, theta.numel())
    return {
        "document": {key: value for key, value in document.items() if key != "learnt"},
        "hessian": functional.hessian(loss, theta).tolist(),
        "jacobian": functional.jacobian(lambda theta: output(theta, x), theta)
        .reshape(-1, theta.numel())
        .tolist(),
        "inputJacobians": [ofInput[i, :, i, :].tolist() for i in range(samples)],
        "direction": direction.tolist(),
        "hessianTimesDirection": functional.hvp(loss, theta, direction)[1].tolist(),
        "jacobianTimesDirection": functional.jvp(lambda theta: output(theta, x), theta, direction)[1].tolist(),
    }


print(
    json.dumps(
        {
            "source": f"torch.autograd.functional of PyTorch {torch.__version__}, float64",
            "cases": [study(document) for document in DOCUMENTS],
        }
    )
)
