"""Writes measures.json: every measure of the catalogue on a few pairs, by its formula in 500 digits, so that masses
of 1e-200 keep eighty.

Each formula is written down as its source has it, with no rearrangement for the sake of doubles, so
that it is a second derivation. Where SciPy knows the measure, its value must agree to 1e-9.
Run with mpmath 1.2 and scipy 1.10 (Debian 12): /usr/bin/python3 test/oracle/measures.py
"""
import json
from fractions import Fraction
from math import isnan
from pathlib import Path

from mpmath import inf, log, mp, mpf, nstr, sqrt
from scipy.spatial import distance
from scipy.stats import energy_distance, wasserstein_distance

mp.dps = 500


def ln(x):
    return log(x)


def xlogy(x, y):
    return mpf(0) if x == 0 else (-inf if y == 0 else x * ln(y))


def over(a, b):
    return mpf(0) if a == 0 else (inf if b == 0 else a / b)


def kl(p, q):
    return sum((mpf(0) if a == 0 else (inf if b == 0 else a * ln(a / b)) for a, b in zip(p, q)), mpf(0))


def entropy(p):
    return -sum(xlogy(a, a) for a in p)


def power(a, b, alpha):
    if a == 0 and b == 0:
        return mpf(0)
    if a == 0:
        return mpf(0) if alpha > 0 else (b if alpha == 0 else inf)
    if b == 0:
        return mpf(0) if alpha < 1 else (a if alpha == 1 else inf)
    return a**alpha * b ** (1 - alpha)


def powers(p, q, alpha):
    return sum(power(a, b, mpf(alpha)) for a, b in zip(p, q))


def minus_ln(x):
    return inf if x == 0 else -ln(x)


def renyi(p, q, alpha):
    if alpha == 1:
        return kl(p, q)
    if alpha == 0:
        return minus_ln(sum(b for a, b in zip(p, q) if a > 0))
    if alpha == inf:
        return max(inf if b == 0 else ln(a / b) for a, b in zip(p, q) if a > 0)
    total = powers(p, q, alpha)
    if total == inf:
        return inf
    return inf if total == 0 else ln(total) / (mpf(alpha) - 1)


def tsallis(p, q, alpha):
    return kl(p, q) if alpha == 1 else (powers(p, q, alpha) - 1) / (mpf(alpha) - 1)


def alpha_divergence(p, q, alpha):
    if alpha == 1:
        return kl(p, q)
    if alpha == 0:
        return kl(q, p)
    alpha = mpf(alpha)
    return (powers(p, q, alpha) - 1) / (alpha * (alpha - 1))


def renyi_entropy(p, alpha):
    if alpha == 1:
        return entropy(p)
    if alpha == 0:
        return ln(mpf(sum(1 for a in p if a > 0)))
    if alpha == inf:
        return -ln(max(p))
    return ln(sum(a ** mpf(alpha) for a in p if a > 0)) / (1 - mpf(alpha))


def tsallis_entropy(p, alpha):
    if alpha == 1:
        return entropy(p)
    return (1 - sum(a ** mpf(alpha) for a in p if a > 0)) / (mpf(alpha) - 1)


def cumulative(p):
    out, total = [], mpf(0)
    for a in p:
        total += a
        out.append(total)
    return out


def quantile_cost(p, q, exponent):
    """The integral of |F_P^-1 - F_Q^-1|^exponent over the breakpoints of both."""
    left, right = cumulative(p), cumulative(q)
    cuts = sorted({mpf(0), mpf(1), *(c for c in left + right if 0 < c < 1)})
    total = mpf(0)
    for low, high in zip(cuts, cuts[1:]):
        u = (low + high) / 2
        i = next((k for k, c in enumerate(left) if c > u), len(p) - 1)
        j = next((k for k, c in enumerate(right) if c > u), len(q) - 1)
        total += (high - low) * mpf(abs(i - j)) ** exponent
    return total


def measures(p, q):
    n = len(p)
    pairs = list(zip(p, q))
    d = [abs(a - b) for a, b in pairs]
    s = [a + b for a, b in pairs]
    lo, hi = [min(x) for x in pairs], [max(x) for x in pairs]
    m = [x / 2 for x in s]
    product = sum(a * b for a, b in pairs)
    pp, qq = sum(a * a for a in p), sum(b * b for b in q)
    fidelity = sum(sqrt(a * b) for a, b in pairs)
    chord = sum((sqrt(a) - sqrt(b)) ** 2 for a, b in pairs)
    js = kl(p, m) / 2 + kl(q, m) / 2
    f, g = cumulative(p), cumulative(q)
    squared_chi = sum(over((a - b) ** 2, a + b) for a, b in pairs)
    clark = sum(over((a - b) ** 2, (a + b) ** 2) for a, b in pairs)
    return {
        'entropy': entropy(p),
        'crossEntropy': -sum(xlogy(a, b) for a, b in pairs),
        'kullbackLeibler': kl(p, q),
        'jeffreys': kl(p, q) + kl(q, p),
        'kDivergence': kl(p, m),
        'topsoe': kl(p, m) + kl(q, m),
        'jensenShannon': js,
        'jensenShannonDistance': sqrt(js),
        'jensenDifference': entropy(m) - entropy(p) / 2 - entropy(q) / 2,
        'perplexity': mp.exp(entropy(p)),
        'minEntropy': -ln(max(p)),
        'collisionEntropy': -ln(pp),
        'giniSimpson': 1 - pp,
        **{f'renyi({a})': renyi(p, q, a) for a in (0, 0.25, 0.5, 0.999999, 1, 1.5, 2, 5, inf)},
        **{f'tsallisRelativeEntropy({a})': tsallis(p, q, a) for a in (0.5, 0.999999, 1, 1.5, 3)},
        **{f'alphaDivergence({a})': alpha_divergence(p, q, a) for a in (-1, 0, 1e-06, 0.5, 1, 1.5, 2, 3)},
        **{f'renyiEntropy({a})': renyi_entropy(p, a) for a in (0, 0.5, 0.999999, 1, 2, 7, inf)},
        **{f'tsallisEntropy({a})': tsallis_entropy(p, a) for a in (0.5, 0.999999, 1, 2, 3)},
        'totalVariation': sum(d) / 2,
        'fidelity': fidelity,
        'bhattacharyya': minus_ln(fidelity),
        'hellinger': sqrt(1 - fidelity),
        'matusita': sqrt(chord),
        'squaredChord': chord,
        'chiSquare': sum(over((a - b) ** 2, b) for a, b in pairs),
        'neyman': sum(over((a - b) ** 2, a) for a, b in pairs),
        'squaredChi': squared_chi,
        'probabilisticSymmetric': 2 * squared_chi,
        'additiveSymmetric': sum(over((a - b) ** 2 * (a + b), a * b) for a, b in pairs),
        'divergence': 2 * clark,
        'clark': sqrt(clark),
        'squaredEuclidean': sum(x * x for x in d),
        'manhattan': sum(d),
        'euclidean': sqrt(sum(x * x for x in d)),
        'minkowski(1)': sum(d),
        'minkowski(3)': sum(x**3 for x in d) ** (mpf(1) / 3),
        'chebyshev': max(d),
        'sorensen': sum(d) / sum(s),
        'gower': sum(d) / n,
        'soergel': sum(d) / sum(hi),
        'kulczynskiDistance': over(sum(d), sum(lo)),
        'canberra': sum(over(x, y) for x, y in zip(d, s)),
        'lorentzian': sum(ln(1 + x) for x in d),
        'intersection': sum(lo),
        'nonIntersection': 1 - sum(lo),
        'waveHedges': sum(over(x, y) for x, y in zip(d, hi)),
        'czekanowski': 1 - 2 * sum(lo) / sum(s),
        'motyka': 1 - sum(lo) / sum(s),
        'kulczynskiSimilarity': over(sum(lo), sum(d)),
        'tanimoto': (sum(hi) - sum(lo)) / sum(hi),
        'ruzicka': sum(lo) / sum(hi),
        'innerProduct': product,
        'harmonicMean': 2 * sum(over(a * b, a + b) for a, b in pairs),
        'cosine': product / sqrt(pp * qq),
        'kumarHassebrook': product / (pp + qq - product),
        'jaccard': 1 - product / (pp + qq - product),
        'dice': sum(x * x for x in d) / (pp + qq),
        'taneja': sum(over_log(a, b) for a, b in pairs),
        'kumarJohnson': sum(over((a * a - b * b) ** 2, 2 * (a * b) ** mpf('1.5')) for a, b in pairs),
        'averageDistance': (sum(d) + max(d)) / 2,
        'wasserstein1': quantile_cost(p, q, 1),
        'wasserstein2': sqrt(quantile_cost(p, q, 2)),
        'energyDistance': sqrt(
            2 * sum(abs(i - j) * p[i] * q[j] for i in range(n) for j in range(n))
            - sum(abs(i - j) * (p[i] * p[j] + q[i] * q[j]) for i in range(n) for j in range(n))
        ),
        'kolmogorovSmirnov': max(abs(x - y) for x, y in zip(f, g)),
    }


def over_log(a, b):
    if a + b == 0:
        return mpf(0)
    return inf if a * b == 0 else (a + b) / 2 * ln((a + b) / (2 * sqrt(a * b)))


def check_with_scipy(name, p, q, values):
    p, q = [float(x) for x in p], [float(x) for x in q]
    at = list(range(len(p)))
    known = {
        'manhattan': distance.cityblock(p, q),
        'euclidean': distance.euclidean(p, q),
        'squaredEuclidean': distance.sqeuclidean(p, q),
        'chebyshev': distance.chebyshev(p, q),
        'minkowski(3)': distance.minkowski(p, q, 3),
        'canberra': distance.canberra(p, q),
        'sorensen': distance.braycurtis(p, q),
        'cosine': 1 - distance.cosine(p, q),
        'jensenShannonDistance': distance.jensenshannon(p, q),
        'wasserstein1': wasserstein_distance(at, at, p, q),
        'energyDistance': energy_distance(at, at, p, q),
    }
    for measure, value in known.items():
        # SciPy 1.10 takes the root of a negative sum for nearly equal P and Q.
        assert isnan(value) or abs(value - float(values[measure])) < 1e-9, (name, measure, value, values[measure])


def shares(*counts):
    total = sum(counts)
    return [f'{c}/{total}' for c in counts]


CASES = {
    'the exercise': (['9/25', '12/25', '4/25'], ['1/3', '1/3', '1/3']),
    'four outcomes': (shares(1, 2, 3, 4), shares(4, 3, 2, 1)),
    'a zero in P': (['0', '1/4', '3/4'], ['1/2', '1/4', '1/4']),
    'a zero in Q': (['1/2', '1/4', '1/4'], ['1/4', '0', '3/4']),
    'zeros in both': (['0', '0', '1/3', '2/3'], ['1/5', '0', '0', '4/5']),
    'disjoint': (['1', '0'], ['0', '1']),
    'nearly equal': (['0.500000000001', '0.299999999999', '0.2'], ['0.5', '0.3', '0.2']),
    'equal to fifteen digits': (
        shares(2 * 10**15 + 1, 3 * 10**15 - 2, 10**15, 4 * 10**15 + 3, 10**15 - 2),
        shares(2 * 10**15, 3 * 10**15, 10**15, 4 * 10**15, 10**15),
    ),
    'masses of 1e-200': (shares(1, 10**20, 10**200 - 10**20 - 1), shares(3, 10**18, 10**200 - 10**18 - 3)),
    'far apart': (['0.999999', '0.0000005', '0.0000005'], ['0.0000001', '0.0000002', '0.9999997']),
    'twelve outcomes': (shares(1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9), shares(2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5)),
}


def printed(value):
    if abs(value) < mpf('1e-450'):
        return 0.0
    return 'Infinity' if value == inf else '-Infinity' if value == -inf else float(nstr(value, 20))


if __name__ == '__main__':
    out = []
    for name, (p, q) in CASES.items():
        exact = [[mpf(Fraction(x).numerator) / Fraction(x).denominator for x in side] for side in (p, q)]
        values = measures(*exact)
        check_with_scipy(name, *exact, values)
        out.append({'name': name, 'document': {'p': p, 'q': q}, 'expected': {k: printed(v) for k, v in values.items()}})
    path = Path(__file__).with_name('measures.json')
    path.write_text(json.dumps(out, ensure_ascii=False, indent=1) + '\n')
    print(sum(len(case['expected']) for case in out), 'values')
