"""Writes activations.json: every smooth activation with its first two derivatives, by mpmath.

Values are defined here a second time, by their formulas alone. Derivatives are differences of these
with 1700 digits, so that what cancels at |x| = 745 still leaves more digits than a double has.
Run with Debian's python3-mpmath: python3 test/oracle/activations.py
"""

import json
import pathlib

from mpmath import diff, erfc, exp, expm1, log, log1p, mp, mpf, pi, sin, sqrt, tanh

mp.dps = 1700


def sigma(x):
    return 1 / (1 + exp(-x))


def normal(x):
    return erfc(-x / sqrt(2)) / 2


def gelu_tanh(x):
    return x / 2 * (1 + tanh(sqrt(2 / pi) * (x + mpf("0.044715") * x**3)))


SELU_ALPHA, SELU_SCALE = mpf(1.6732632423543772), mpf(1.0507009873554805)

FUNCTIONS = [
    ("celu", {"alpha": 1.5}, lambda x: x if x > 0 else mpf(1.5) * expm1(x / mpf(1.5))),
    ("celu", {"alpha": -2.0}, lambda x: x if x > 0 else -2 * expm1(-x / 2)),
    ("elu", {"alpha": 1.0}, lambda x: x if x > 0 else expm1(x)),
    ("elu", {"alpha": 0.3}, lambda x: x if x > 0 else mpf(0.3) * expm1(x)),
    ("exponential", {}, exp),
    ("gaussian", {}, lambda x: exp(-x * x)),
    ("gelu", {"approximate": 0.0}, lambda x: x * normal(x)),
    ("gelu", {"approximate": 1.0}, gelu_tanh),
    ("hardswish", {}, lambda x: x * min(max(0, x + 3), 6) / 6),
    ("logsigmoid", {}, lambda x: -log1p(exp(-x))),
    ("mish", {}, lambda x: x * tanh(log1p(exp(x)))),
    ("selu", {}, lambda x: SELU_SCALE * (x if x > 0 else SELU_ALPHA * expm1(x))),
    ("sigmoid", {}, sigma),
    ("silu", {}, lambda x: x * sigma(x)),
    ("sine", {}, sin),
    ("softplus", {"beta": 1.0, "threshold": float("inf")}, lambda x: log1p(exp(x))),
    ("softplus", {"beta": 2.5, "threshold": float("inf")}, lambda x: log1p(exp(mpf(2.5) * x)) / mpf(2.5)),
    ("softsign", {}, lambda x: x / (1 + abs(x))),
    ("squareplus", {"b": 4.0}, lambda x: (x + sqrt(x * x + 4)) / 2),
    ("tanh", {}, tanh),
    ("tanhshrink", {}, lambda x: x - tanh(x)),
]

POINTS = [745, 709, 300, 100.5, 40, 20, 9.25, 5, 3.5, 2.5, 1.5, 1, 0.7, 0.1, 1e-3, 1e-8]


def derivative(f, x, order):
    return diff(f, x, order)


def rows():
    for name, parameters, f in FUNCTIONS:
        points = []
        for size in POINTS:
            for x in (-mpf(size), mpf(size)):
                points.append([float(x), float(f(x)), float(derivative(f, x, 1)), float(derivative(f, x, 2))])
        finite = {key: value if abs(value) != mpf("inf") else "Infinity" for key, value in parameters.items()}
        yield {"activation": name, "parameters": finite, "points": [[wire(v) for v in row] for row in points]}


def wire(value):
    return str(value).replace("inf", "Infinity") if value in (float("inf"), float("-inf")) else value


header = '{"source":"mpmath with 1700 digits, rounded to double; see activations.py","columns":["x","value","derivative","secondDerivative"],"cases":[\n'
lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows())
pathlib.Path(__file__).with_suffix(".json").write_text(header + lines + "\n]}\n")
