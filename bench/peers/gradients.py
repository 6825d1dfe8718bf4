"""
Gradients in PyTorch, float64 and float32, and NumPy, float64, for bench/peers/contest.mjs: reads lines `library case repeats threads`,
answers milliseconds, by the clock and of the processor, and a number to compare.
"""
import ctypes
import glob
import json
import sys
import time

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
# OpenBLAS has threads of its own, which neither of the two limits.
thread_pools = []
for path in {line.split()[-1] for line in open("/proc/self/maps") if "openblas" in line} if glob.glob("/proc/self/maps") else ():
    try:
        thread_pools.append(ctypes.CDLL(path).openblas_set_num_threads)
    except (OSError, AttributeError):
        pass
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


def arrays(case):
    take = numbers()
    widths, samples = case["widths"], case["samples"]
    layers = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        weights = take(fan_out * fan_in).mul(2 / fan_in**0.5).reshape(fan_out, fan_in)
        layers.append((weights, take(fan_out)))
    return layers, take(samples * widths[0]).reshape(samples, -1), take(samples * widths[-1]).reshape(samples, -1)


def prepare_torch(case, dtype=torch.float64):
    layers, x, y = arrays(case)
    layers = [(weights.to(dtype), biases.to(dtype)) for weights, biases in layers]
    x, y = x.to(dtype), y.to(dtype)
    parameters = [tensor.requires_grad_() for layer in layers for tensor in layer]

    def run():
        o = x
        for weights, biases in layers:
            o = torch.nn.functional.softplus(torch.nn.functional.linear(o, weights, biases))
        loss = 0.5 * ((o - y) ** 2).sum()
        return torch.autograd.grad(loss, parameters)[0]

    return run


def prepare_numpy(case):
    layers, x, y = arrays(case)
    layers = [(weights.numpy(), biases.numpy()) for weights, biases in layers]
    x, y = x.numpy(), y.numpy()

    def run():
        outputs, slopes = [x], []
        for weights, biases in layers:
            s = outputs[-1] @ weights.T + biases
            power = np.exp(-np.abs(s))
            outputs.append(np.maximum(s, 0) + np.log1p(power))
            slopes.append(np.where(s < 0, power, 1) / (1 + power))
        gradient = outputs[-1] - y
        gradients = []
        for l in range(len(layers) - 1, -1, -1):
            delta = gradient * slopes[l]
            gradients.append((delta.T @ outputs[l], delta.sum(0)))
            if l > 0:
                gradient = delta @ layers[l][0]
        return gradients[-1][0]

    return run


def prepare_torch32(case):
    return prepare_torch(case, torch.float32)


makers = {"torch": prepare_torch, "torch32": prepare_torch32, "numpy": prepare_numpy}
prepared = {}
print(json.dumps({"torch": f"PyTorch {torch.__version__}", "numpy": f"NumPy {np.__version__}"}), flush=True)
for line in sys.stdin:
    of, name, repeats, threads = json.loads(line)
    run = prepared.get((of, name)) or makers[of](cases[name])
    prepared[of, name] = run
    torch.set_num_threads(threads)
    for library in thread_pools:
        library(threads)
    wall, processor = time.perf_counter(), time.process_time()
    for _ in range(repeats):
        gradient = run()
    answer = {
        "wall": 1000 * (time.perf_counter() - wall),
        "processor": 1000 * (time.process_time() - processor),
        "check": float(gradient.flatten()[0]),
    }
    print(json.dumps(answer), flush=True)
