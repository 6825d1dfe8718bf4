"""Writes edges.json: losses of logits and functions of rows between -745 and 745, by mpmath.

Values and derivatives are written out here by their definitions with 800 digits; no formula is arranged
so that it does not cancel. Run with Debian's python3-mpmath: python3 test/oracle/edges.py
"""

import json
import pathlib

from mpmath import exp, log, log1p, mp, mpf

mp.dps = 800

ROWS = [
    [745, 0, -745],
    [700, 0, -40],
    [-745, -745, -745],
    [745, 744.5, 744],
    [0, 0, 0],
    [40, 1, -3],
    [1e-8, -1e-8, 0],
    [-300, 300, 299],
    [3, -2, 0.5],
    [0, -36.5, -745],
]


def softmax(row):
    total = sum(exp(x) for x in row)
    return [exp(x) / total for x in row]


def rows():
    for given in ROWS:
        row = [mpf(x) for x in given]
        p = softmax(row)
        total = log(sum(exp(x) for x in row))
        yield {
            "row": given,
            "softmax": [float(x) for x in p],
            "logSoftmax": [float(x - total) for x in row],
            "crossEntropy": [float(total - x) for x in row],
            "gradients": [
                [float(p[j] - (1 if j == label else 0)) for j in range(len(row))] for label in range(len(row))
            ],
        }


def logits():
    for size in [745, 700, 300, 40, 20, 5, 1, 0.5, 1e-8]:
        for x in (-size, size):
            z = mpf(x)
            for y in (0, 1, 0.25):
                loss = log1p(exp(z)) - mpf(y) * z
                slope = 1 / (1 + exp(-z)) - mpf(y)
                yield {"logit": x, "target": y, "loss": float(loss), "derivative": float(slope)}


def chain():
    """200 sigmoids of one neuron each with weight 1 and no bias, from the input 1: half squared error to 0."""
    outputs = [mpf(1)]
    for _ in range(200):
        outputs.append(1 / (1 + exp(-outputs[-1])))
    gradient = outputs[-1]
    derivatives = []
    for layer in range(199, -1, -1):
        after = outputs[layer + 1]
        gradient = gradient * after * (1 - after)
        derivatives.append(float(gradient * outputs[layer]))
    derivatives.reverse()
    return {"output": float(outputs[-1]), "weights": derivatives, "input": float(gradient)}


document = {
    "source": "mpmath with 800 digits, rounded to double; see edges.py",
    "rows": list(rows()),
    "logits": list(logits()),
    "chain": chain(),
}
text = json.dumps(document, separators=(",", ":")).replace('],"logits"', '],\n"logits"').replace('],"chain"', '],\n"chain"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
