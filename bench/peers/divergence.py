"""KL and entropy by SciPy, for bench/divergence.mjs: reads lines [task, folder, repeats], answers seconds of the processor.

`exact` answers KL and entropy in extended precision (64 bits), summed pairwise: right to 1e-18 or so.
"""
import json
import sys
import time

import numpy as np
import scipy
from scipy.special import entr, rel_entr

CHUNK = 1_000_000


def load(folder):
    return np.fromfile(f"{folder}/p.bin"), np.fromfile(f"{folder}/q.bin")


def exact(p, q):
    kl, entropy = np.longdouble(0), np.longdouble(0)
    for start in range(0, len(p), CHUNK):
        x = p[start : start + CHUNK].astype(np.longdouble)
        y = q[start : start + CHUNK].astype(np.longdouble)
        logarithm = np.log(x)
        kl += np.sum(x * (logarithm - np.log(y)))
        entropy -= np.sum(x * logarithm)
    return [float(kl), float(kl - np.longdouble(float(kl))), float(entropy), float(entropy - np.longdouble(float(entropy)))]


print(json.dumps({"name": f"SciPy {scipy.__version__}"}), flush=True)
held = None
for line in sys.stdin:
    task, folder, repeats = json.loads(line)
    if held is None or held[0] != folder:
        held = (folder, *load(folder))
    _, p, q = held
    if task == "exact":
        print(json.dumps(exact(p, q)), flush=True)
        continue
    start = time.process_time()
    for _ in range(repeats):
        value = rel_entr(p, q).sum() if task == "kl" else entr(p).sum()
    print(json.dumps([time.process_time() - start, float(value)]), flush=True)
