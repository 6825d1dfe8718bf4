"""Writes variants.json: networks with the parameters, lists and reductions that networks.json leaves out.

Activations are torch.nn.functional's where it has them and definitions in tensors where it has not;
gradients are autograd's. Run with Debian's python3-torch: /usr/bin/python3 variants.py > variants.json
"""

import json
import math
import random
import sys
import warnings

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
warnings.simplefilter("ignore")
draw = random.Random(20)


def sparsemax(s):
    ordered, _ = torch.sort(s, dim=-1, descending=True)
    sums = torch.cumsum(ordered, -1)
    ranks = torch.arange(1.0, s.shape[-1] + 1)
    count = (1 + ranks * ordered > sums).sum(-1, keepdim=True)
    return torch.clamp(s - (sums.gather(-1, count - 1) - 1) / count, min=0)


def softplus(s, beta=1, threshold=None):
    if threshold is not None:
        return F.softplus(s, beta, threshold)
    return torch.logaddexp(torch.zeros(()), beta * s) / beta


DEFINED = {
    "identity": lambda s: s,
    "softplus": softplus,
    "hardsigmoid": lambda s, alpha=1 / 6, beta=0.5: torch.clamp(alpha * s + beta, 0, 1),
    "rrelu": lambda s, lower=1 / 8, upper=1 / 3: F.rrelu(s, lower, upper, training=False),
    "softmax": lambda s: F.softmax(s, -1),
    "softmin": lambda s: F.softmin(s, -1),
    "log_softmax": lambda s: F.log_softmax(s, -1),
    "threshold": lambda s, threshold=0, value=0: F.threshold(s, threshold, value),
    "exponential": torch.exp,
    "squareplus": lambda s, b=4: (s + torch.sqrt(s * s + b)) / 2,
    "sine": torch.sin,
    "gaussian": lambda s: torch.exp(-s * s),
    "heaviside": lambda s, values=0.5: torch.heaviside(s.detach(), torch.tensor(float(values))) + 0 * s,
    "sparsemax": sparsemax,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
}

# celu of torch 1.13 keeps 1/alpha in single precision: only powers of two are compared.
ACTIVATIONS = [
    ("leaky_relu", {"negative_slope": slope}) for slope in (-0.5, 0, 1, 1.7)
] + [
    ("prelu", {"weight": weight}) for weight in (0.1, -0.4, [0.3, -0.2, 0.9, 0])
] + [
    ("rrelu", {}),
    ("rrelu", {"lower": -0.5, "upper": -0.2}),
    ("elu", {"alpha": -1.5}),
    ("elu", {"alpha": 0}),
    ("celu", {"alpha": 0.5}),
    ("celu", {"alpha": -2}),
    ("softplus", {"beta": 0.2}),
    ("softplus", {"beta": 2, "threshold": 0}),
    ("softplus", {"beta": 2, "threshold": -1}),
    ("hardsigmoid", {"alpha": 0.7, "beta": -0.1}),
    ("hardtanh", {"min_val": 0.2, "max_val": 0.4}),
    ("hardtanh", {"min_val": -2, "max_val": -0.1}),
    ("hardshrink", {"lambd": 0}),
    ("softshrink", {"lambd": 0}),
    ("threshold", {"threshold": 0.1, "value": -3}),
    ("squareplus", {"b": 0.1}),
    ("heaviside", {"values": 1}),
] + [
    (name, {})
    for name in ("glu", "sparsemax", "exponential", "sine", "gaussian", "softmin", "log_softmax", "logsigmoid")
]


def numbers(count, low=-1.5, high=1.5):
    return [round(draw.uniform(low, high), 3) for _ in range(count)]


def rows(samples, make):
    return [make() for _ in range(samples)] if samples else make()


def shares(width=4):
    parts = [draw.randint(1, 9) for _ in range(width)]
    return [part / sum(parts) for part in parts]


def one_hot(width=4):
    wanted = draw.randrange(width)
    return [float(k == wanted) for k in range(width)]


def labels(width=4):
    chosen = draw.sample(range(width), draw.randrange(width + 1))
    return (chosen + [-1] * width)[:width]


REAL = lambda: numbers(4)
SIGNS = lambda: [draw.choice([-1.0, 1.0]) for _ in range(4)]
BITS = lambda: [draw.choice([0.0, 1.0]) for _ in range(4)]
PARTS = lambda: numbers(4, 0, 1)
COUNTS = lambda: [float(draw.randrange(6)) for _ in range(4)]
CLASS = lambda: draw.randrange(1, 4)
LOGS = lambda: [math.log(share) for share in shares()]
W4 = [0.4, 1.7, 2.2, 0.9]

LOSSES = [
    ("smooth_l1_loss", {"beta": 0.3}, REAL, None),
    ("smooth_l1_loss", {"beta": 0}, REAL, None),
    ("huber_loss", {"delta": 0.2}, REAL, None),
    ("cross_entropy", {}, PARTS, None),
    ("cross_entropy", {"label_smoothing": 1}, CLASS, None),
    ("cross_entropy", {"ignore_index": 0, "label_smoothing": 0.2}, CLASS, None),
    ("cross_entropy", {"weight": W4, "label_smoothing": 0.25}, shares, None),
    ("cross_entropy", {"weight": W4, "label_smoothing": 0.25, "ignore_index": 0}, CLASS, None),
    ("nll_loss", {"weight": W4, "ignore_index": 0}, CLASS, "log_softmax"),
    ("binary_cross_entropy", {"weight": W4}, BITS, "sigmoid"),
    ("binary_cross_entropy", {}, PARTS, "softmax"),
    ("binary_cross_entropy_with_logits", {"weight": W4, "pos_weight": [2.5, 0.5, 1, 3]}, PARTS, None),
    ("kl_div", {}, one_hot, "log_softmax"),
    ("kl_div", {"log_target": True}, LOGS, "log_softmax"),
    ("poisson_nll_loss", {"log_input": False, "full": True, "eps": 0.01}, COUNTS, "softplus"),
    ("gaussian_nll_loss", {"variance": 0.001, "eps": 0.1, "full": True}, REAL, None),
    ("hinge_embedding_loss", {"margin": -1}, SIGNS, None),
    ("multi_margin_loss", {"margin": 0.4, "p": 2, "weight": W4}, CLASS, None),
    ("multi_margin_loss", {"margin": -0.5}, CLASS, None),
    ("multilabel_margin_loss", {}, labels, None),
    ("multilabel_soft_margin_loss", {"weight": W4}, PARTS, None),
    ("log_cosh", {}, REAL, None),
    ("squared_hinge", {}, SIGNS, None),
    ("categorical_hinge", {}, one_hot, None),
    ("focal_loss", {"alpha": 0.7, "gamma": 1.5}, BITS, None),
    ("focal_loss", {"alpha": -1, "gamma": 3}, BITS, None),
    ("quantile", {"q": 0.93}, REAL, None),
]


def activate(name, parameters, s, slopes):
    if name == "prelu":
        return F.prelu(s, slopes)
    if name == "glu":
        return F.glu(s, -1)
    if name in DEFINED:
        return DEFINED[name](s, **parameters)
    return getattr(F, name)(s, **parameters)


def loss_of(name, parameters, output, target, reduction, is_batch):
    given = {
        key: torch.tensor(value) if isinstance(value, list) else value for key, value in parameters.items()
    }
    summed = "sum" if reduction == "none" else reduction
    if not is_batch:
        output = output[0]
    if name == "half_squared_error":
        return ((output - target) ** 2).sum() / 2 / (output.shape[0] if reduction == "mean" else 1)
    if name == "kl_div" and summed == "batchmean" and not is_batch:
        summed = "sum"
    if name == "gaussian_nll_loss":
        variance = torch.full_like(output, given.pop("variance"))
        return F.gaussian_nll_loss(output, target, variance, reduction=summed, **given)
    if name == "log_cosh":
        terms = torch.log(torch.cosh(output - target))
    elif name == "squared_hinge":
        terms = torch.clamp(1 - target * output, min=0) ** 2
    elif name == "quantile":
        terms = torch.maximum(given["q"] * (target - output), (given["q"] - 1) * (target - output))
    elif name == "categorical_hinge":
        wrong = ((1 - target) * output).max(-1).values
        terms = torch.clamp(1 + wrong - (target * output).sum(-1), min=0)
    elif name == "focal_loss":
        entropy = F.binary_cross_entropy_with_logits(output, target, reduction="none")
        share = torch.sigmoid(output)
        right = share * target + (1 - share) * (1 - target)
        balance = given["alpha"] * target + (1 - given["alpha"]) * (1 - target) if given["alpha"] >= 0 else 1
        terms = balance * (1 - right) ** given["gamma"] * entropy
    else:
        return getattr(F, name)(output, target, reduction=summed, **given)
    return terms.mean() if summed == "mean" else terms.sum()


def case(name, layers, samples, loss, target, reduction):
    x = rows(samples, lambda: numbers(len(layers[0]["weights"][0])))
    document = {"layers": layers, "input": x, "target": target, "loss": loss, "reduction": reduction}
    weights = [torch.tensor(layer["weights"], requires_grad=True) for layer in layers]
    biases = [torch.tensor(layer["biases"], requires_grad=True) for layer in layers]
    source = torch.tensor(x)
    source = (source if source.dim() == 2 else source[None]).requires_grad_(True)
    learnt = [None] * len(layers)
    output = source
    for place, layer in enumerate(layers):
        chosen = dict(layer["activation"])
        kind = chosen.pop("name")
        if kind == "prelu":
            slope = chosen["weight"]
            learnt[place] = torch.tensor(slope if isinstance(slope, list) else [slope], requires_grad=True)
        output = activate(kind, chosen, output @ weights[place].T + biases[place], learnt[place])
    given = dict(loss)
    value = loss_of(given.pop("name"), given, output, torch.tensor(target), reduction, bool(samples))
    value.backward()
    of = lambda tensor: (torch.zeros_like(tensor) if tensor.grad is None else tensor.grad).tolist()
    gradients = {"weights": [of(w) for w in weights], "biases": [of(b) for b in biases], "input": of(source)}
    if any(slopes is not None for slopes in learnt):
        gradients["parameters"] = [None if slopes is None else of(slopes) for slopes in learnt]
    expected = {"output": output.tolist(), "loss": value.item(), "gradients": gradients}
    size = max(1, abs(value.item()), output.abs().max().item())
    return {
        "name": name,
        "document": document,
        "expected": expected,
        "tolerance": {"relative": 1e-11, "absolute": 1e-14 * size},
        "source": f"torch {torch.__version__} float64 autograd",
    }


def layer(fan_in, fan_out, name, parameters=None):
    weights = [numbers(fan_in) for _ in range(fan_out)]
    return {"weights": weights, "biases": numbers(fan_out), "activation": {"name": name, **(parameters or {})}}


def said(name, parameters):
    return "-".join([name, *(f"{key}={value}" for key, value in parameters.items())]).replace(" ", "")


cases = []
for name, parameters in ACTIVATIONS:
    for samples in (0, 3):
        width = 2 if name == "glu" else 4
        hidden = [layer(3, 4, name, parameters), layer(width, 2, "identity")]
        target = rows(samples, lambda: numbers(2))
        title = f"hidden-{said(name, parameters)}-batch{samples or 'vector'}"
        reduction = draw.choice(["sum", "mean"]) if samples else "sum"
        cases.append(case(title, hidden, samples, {"name": "half_squared_error"}, target, reduction))
for name, parameters, make, last in LOSSES:
    for samples, reduction in ((0, "sum"), (4, "mean"), (4, "none")):
        if name == "kl_div" and reduction == "mean":
            reduction = "batchmean"
        layers = [layer(3, 3, "tanh"), layer(3, 4, last or "identity")]
        target = rows(samples, make)
        title = f"loss-{said(name, parameters)}-batch{samples or 'vector'}-{reduction}"
        cases.append(case(title, layers, samples, {"name": name, **parameters}, target, reduction))

# One case a line, so that a difference can be read.
sys.stdout.write("[\n" + ",\n".join(json.dumps(entry) for entry in cases) + "\n]\n")
