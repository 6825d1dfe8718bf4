"""Writes printers.json: what SciPy and PyTorch print for a few P and Q, by running them in float64.

Run in each environment that has one of them; values of the versions there are added to the file:
/usr/bin/python3 test/oracle/printers.py   (Debian 12: SciPy 1.10.1, PyTorch 1.13.0)
"""
import json
import math
import warnings
from pathlib import Path

import numpy as np
import scipy
from scipy.spatial.distance import jensenshannon
from scipy.special import kl_div, rel_entr
from scipy.stats import entropy

try:
    import torch
    import torch.nn.functional as F
except ImportError:
    torch = None

warnings.simplefilter('ignore')

CASES = {
    'the exercise': ([0.36, 0.48, 0.16], [1 / 3, 1 / 3, 1 / 3]),
    'a zero in P': ([0.0, 0.25, 0.75], [0.5, 0.25, 0.25]),
    'a zero in Q': ([0.5, 0.25, 0.25], [0.25, 0.0, 0.75]),
    'a zero in both': ([0.5, 0.0, 0.5], [0.25, 0.0, 0.75]),
    'not normalised': ([3.0, 5.0, 2.0], [0.2, 0.3, 0.5]),
    'both not normalised': ([1.0, 2.0], [3.0, 4.0]),
    'equal': ([0.1, 0.2, 0.7], [0.1, 0.2, 0.7]),
    'nearly equal': ([0.5 + 1e-12, 0.3 - 1e-12, 0.2], [0.5, 0.3, 0.2]),
    'far apart': ([0.9999999, 1e-7], [1e-7, 0.9999999]),
    'a tiny one in Q': ([0.5, 0.5], [1.0, 1e-200]),
    'ten outcomes': ([0.19, 0.01, 0.2, 0.05, 0.05, 0.1, 0.1, 0.1, 0.15, 0.05], [0.1] * 10),
}


def plain(value):
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if math.isnan(value):
        return 'NaN'
    return value if math.isfinite(value) else ('Infinity' if value > 0 else '-Infinity')


def scipy_prints(p, q):
    p, q = np.array(p), np.array(q)
    return {
        'scipy.stats.entropy(P, Q)': float(entropy(p, q)),
        'scipy.stats.entropy(P)': float(entropy(p)),
        'scipy.special.rel_entr(P, Q).sum()': float(rel_entr(p, q).sum()),
        'scipy.special.kl_div(P, Q).sum()': float(kl_div(p, q).sum()),
        'scipy.spatial.distance.jensenshannon(P, Q)': float(jensenshannon(p, q)),
    }


def torch_prints(p, q):
    p, q = (torch.tensor(x, dtype=torch.float64) for x in (p, q))
    C = torch.distributions.Categorical
    out = {
        f"torch.nn.functional.kl_div(Q.log(), P, reduction='{r}')": F.kl_div(q.log(), p, reduction=r).tolist()
        for r in ('none', 'sum', 'batchmean', 'mean')
    }
    out['torch.distributions.kl_divergence(Categorical(P), Categorical(Q))'] = torch.distributions.kl_divergence(
        C(p), C(q)
    ).item()
    return out


if __name__ == '__main__':
    path = Path(__file__).with_name('printers.json')
    known = json.loads(path.read_text()) if path.exists() else []
    tools = [(f'SciPy {scipy.__version__}', scipy_prints)]
    if torch is not None:
        tools.append((f'PyTorch {torch.__version__}', torch_prints))
    for tool, prints in tools:
        known = [case for case in known if case['tool'] != tool]
        for name, (p, q) in CASES.items():
            values = {call: plain(value) for call, value in prints(p, q).items()}
            known.append({'tool': tool, 'name': name, 'p': p, 'q': q, 'prints': values})
    path.write_text(json.dumps(known, indent=1) + '\n')
