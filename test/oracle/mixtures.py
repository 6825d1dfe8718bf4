"""Makes mixtures.json: entropies and divergences of mixtures by mpmath, 30 digits.

python3 test/oracle/mixtures.py > test/oracle/mixtures.json
"""
import json

from mpmath import e, exp, gamma, inf, log, mp, mpf, nsum, pi, quad, sqrt

mp.dps = 30
normal = lambda m, s: lambda x: exp(-((x - m) / s) ** 2 / 2) / (s * sqrt(2 * pi))
laplace = lambda m, b: lambda x: exp(-abs(x - m) / b) / (2 * b)
exponential = lambda r: lambda x: r * exp(-r * x) if x >= 0 else mpf(0)
uniform = lambda l, h: lambda x: 1 / (mpf(h) - l) if l <= x <= h else mpf(0)
poisson = lambda r: lambda k: exp(-r) * mpf(r) ** k / gamma(k + 1)
mix = lambda *parts: lambda x: sum(mpf(w) * f(x) for w, f in parts)


def term(p, q):
    return p * log(p / q) if p > 0 else mpf(0)


def measures(p, q, total):
    values = {
        "entropyP": total(lambda x: -term(p(x), 1)),
        "klPQ": total(lambda x: term(p(x), q(x))),
        "jensenShannon": total(lambda x: (term(p(x), (p(x) + q(x)) / 2) + term(q(x), (p(x) + q(x)) / 2)) / 2),
    }
    values["crossEntropyPQ"] = values["entropyP"] + values["klPQ"]
    return {name: float(value) for name, value in values.items()}


def line(*points):
    return lambda f: quad(f, [-inf, *points, inf])


def between(*points):
    return lambda f: quad(f, points)


third = mpf(1) / 3
cases = [
    ("KL(0.3 normal(0,1) + 0.7 normal(2,1) || normal(1, 1.5))",
     mix(("0.3", normal(0, 1)), ("0.7", normal(2, 1))), normal(1, mpf("1.5")), line(-6, -2, 0, 1, 2, 4, 8)),
    ("KL(normal(1, 1.5) || 0.3 normal(0,1) + 0.7 normal(2,1))",
     normal(1, mpf("1.5")), mix(("0.3", normal(0, 1)), ("0.7", normal(2, 1))), line(-8, -4, -2, 0, 1, 2, 4, 6, 10)),
    ("KL(1/3 normal(-4,0.5) + 2/3 normal(3,0.25) || 0.5 normal(-4,1) + 0.5 laplace(3,1))",
     mix((third, normal(-4, mpf("0.5"))), (2 * third, normal(3, mpf("0.25")))),
     mix(("0.5", normal(-4, 1)), ("0.5", laplace(3, 1))), line(-10, -6, -5, -4, -3, -1, 0, 2, mpf("2.5"), 3, mpf("3.5"), 4, 6)),
    ("KL(0.6 exponential(1) + 0.4 normal(3,0.5) || 0.5 exponential(0.5) + 0.5 normal(2,2))",
     mix(("0.6", exponential(1)), ("0.4", normal(3, mpf("0.5")))),
     mix(("0.5", exponential(mpf("0.5"))), ("0.5", normal(2, 2))), line(-10, -5, -2, 0, 1, 2, 3, 4, 6, 12, 30)),
    ("KL(0.25 uniform(0,1) + 0.75 uniform(2,4) || 0.5 uniform(0,4) + 0.5 normal(1,1))",
     mix(("0.25", uniform(0, 1)), ("0.75", uniform(2, 4))),
     mix(("0.5", uniform(0, 4)), ("0.5", normal(1, 1))), line(-8, -3, 0, 1, 2, 4, 7)),
]
result = [{"text": text, "expected": measures(p, q, total)} for text, p, q, total in cases]
p = mix(("0.2", poisson(1)), ("0.8", poisson(12)))
q = mix(("0.5", poisson(2)), ("0.5", poisson(10)))
total = lambda f: sum(f(mpf(k)) for k in range(200))
result.append({"text": "KL(0.2 poisson(1) + 0.8 poisson(12) || 0.5 poisson(2) + 0.5 poisson(10))",
               "expected": measures(p, q, total)})
print(json.dumps({"source": "mpmath 1.3.0, 30 digits, tanh-sinh split at modes and kinks; integers summed to 200; made by mixtures.py", "cases": result}))
