"""Gradients in PyTorch, float64, for bench/peers/measure.mjs: reads lines `case repeats`, answers seconds and a check."""
import json
import sys
import time

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
cases = json.loads(sys.stdin.readline())


def numbers(seed=1):
    state = seed

    def take(count):
        nonlocal state
        values = []
        for _ in range(count):
            state = (state * 1664525 + 1013904223) % 2**32
            values.append(state / 2**32 - 0.5)
        return torch.tensor(values)

    return take


def prepare(case):
    take = numbers()
    widths, samples = case["widths"], case["samples"]
    layers = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        weights = take(fan_out * fan_in).mul(2 / fan_in**0.5).reshape(fan_out, fan_in).requires_grad_()
        layers.append((weights, take(fan_out).requires_grad_()))
    x = take(samples * widths[0]).reshape(samples, -1)
    y = take(samples * widths[-1]).reshape(samples, -1)
    parameters = [tensor for layer in layers for tensor in layer]

    def run():
        o = x
        for weights, biases in layers:
            o = torch.nn.functional.softplus(torch.nn.functional.linear(o, weights, biases))
        loss = 0.5 * ((o - y) ** 2).sum()
        return torch.autograd.grad(loss, parameters)

    return run


prepared = {}
print(json.dumps({"name": f"PyTorch {torch.__version__}"}), flush=True)
for line in sys.stdin:
    name, repeats = json.loads(line)
    run = prepared.setdefault(name, None) or prepare(cases[name])
    prepared[name] = run
    start = time.perf_counter()
    for _ in range(repeats):
        gradients = run()
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "check": gradients[0].flatten()[0].item()}), flush=True)
