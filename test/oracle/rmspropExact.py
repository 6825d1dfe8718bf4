"""Writes rmspropExact.json: 100 steps of RMSprop that swing across a minimum, in 40 digits.

Where a fit is nearly perfect RMSprop's steps grow until they overshoot, and the last digit of every double grows with
them: two right programs part. Exact arithmetic says how far each is off; PyTorch's own distance is kept beside it.
Run with Debian's python3-mpmath and python3-torch: /usr/bin/python3 test/oracle/rmspropExact.py
"""
import json
from pathlib import Path

import torch
from mpmath import mp, mpf, nstr, sqrt, tanh

torch.set_default_dtype(torch.float64)
mp.dps = 40

W1, B1 = [[-0.37, -0.64], [-0.61, -0.93]], [-0.07, -0.24]
W2, B2 = [[0.22, 0.18]], [-0.52]
X, Y = [0.81, -1.0], -0.19
ALPHA, EPS, RATE, STEPS = 0.9, 1e-8, 0.1, 100


def exactly():
    values = [mpf(v) for v in [*W1[0], *W1[1], *B1, *W2[0], *B2]]
    squares = [mpf(0)] * len(values)
    x, y = [mpf(v) for v in X], mpf(Y)
    for _ in range(STEPS):
        w1, b1, w2, b2 = values[:4], values[4:6], values[6:8], values[8]
        hidden = [tanh(w1[2 * k] * x[0] + w1[2 * k + 1] * x[1] + b1[k]) for k in range(2)]
        error = w2[0] * hidden[0] + w2[1] * hidden[1] + b2 - y
        deltas = [error * w2[k] * (1 - hidden[k] ** 2) for k in range(2)]
        gradient = [d * v for d in deltas for v in x] + deltas + [error * h for h in hidden] + [error]
        for i, g in enumerate(gradient):
            squares[i] = mpf(ALPHA) * squares[i] + (1 - mpf(ALPHA)) * g * g
            values[i] -= mpf(RATE) * g / (sqrt(squares[i]) + mpf(EPS))
    return values


def by_torch():
    tensors = [torch.tensor(v, requires_grad=True) for v in (W1, B1, W2, B2)]
    optimizer = torch.optim.RMSprop(tensors, lr=RATE, alpha=ALPHA, eps=EPS)
    for _ in range(STEPS):
        optimizer.zero_grad()
        output = tensors[2] @ torch.tanh(tensors[0] @ torch.tensor(X) + tensors[1]) + tensors[3]
        (0.5 * (output[0] - Y) ** 2).backward()
        optimizer.step()
    return [v for tensor in tensors for v in tensor.detach().flatten().tolist()]


if __name__ == '__main__':
    exact = exactly()
    document = {
        'layers': [{'weights': W1, 'biases': B1, 'activation': 'tanh'}, {'weights': W2, 'biases': B2}],
        'input': X,
        'target': [Y],
        'optimizer': {'name': 'rmsprop', 'alpha': ALPHA},
        'learningRate': RATE,
    }
    distance = max(abs(mpf(v) - w) for v, w in zip(by_torch(), exact))
    written = {
        'torch': torch.__version__,
        'document': document,
        'parameters': [float(nstr(v, 20)) for v in exact],
        'distanceOfTorch': float(distance),
    }
    Path(__file__).with_name('rmspropExact.json').write_text(json.dumps(written, indent=1) + '\n')
    print(float(distance))
