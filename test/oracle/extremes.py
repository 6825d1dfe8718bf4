"""Makes extremes.json: families far apart, of extreme scale or with heavy tails, by mpmath with 40 digits.

python3 test/oracle/extremes.py > test/oracle/extremes.json
"""
import json

from mpmath import euler, exp, gamma, log, loggamma, mp, mpf, pi, quad, sqrt

mp.dps = 40


def over_exponents(f, low, high, steps):
    """The integral of f over x = e^y for y from low to high, cut into steps."""
    cuts = [low + (high - low) * mpf(k) / steps for k in range(steps + 1)]
    return quad(lambda y: f(exp(y)) * exp(y), cuts)


def divergence(p, q, low, high, steps=60):
    return over_exponents(lambda x: exp(p(x)) * (p(x) - q(x)), low, high, steps)


def chi(df):
    return lambda x: (df - 1) * log(x) - x * x / 2 - (mpf(df) / 2 - 1) * log(2) - loggamma(mpf(df) / 2)


def exponential(rate):
    return lambda x: log(mpf(rate)) - mpf(rate) * x


def inverse_gamma(a, b):
    a, b = mpf(a), mpf(b)
    return lambda x: a * log(b) - loggamma(a) - (a + 1) * log(x) - b / x


def moyal(loc, scale):
    loc, scale = mpf(loc), mpf(scale)
    return lambda x: -((x - loc) / scale + exp(-(x - loc) / scale)) / 2 - log(scale) - log(2 * pi) / 2


def poisson(rate):
    return lambda k: k * log(mpf(rate)) - mpf(rate) - loggamma(k + 1)


def binomial(n, p):
    p = mpf(p)
    return lambda k: loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + k * log(p) + (n - k) * log(1 - p)


def negative_binomial(r, p):
    r, p = mpf(r), mpf(p)
    return lambda k: loggamma(k + r) - loggamma(k + 1) - loggamma(r) + k * log(p) + r * log(1 - p)


def entropy(p, low, high):
    return -sum(exp(p(k)) * p(k) for k in range(low, high + 1))


def relative(p, q, low, high):
    return sum(exp(p(k)) * (p(k) - q(k)) for k in range(low, high + 1))


def narrow_normal(f, loc, scale):
    """The expectation of f under a normal so narrow that f is near its value at loc."""
    density = lambda z: exp(-z * z / 2) / sqrt(2 * pi)
    return quad(lambda z: density(z) * f(mpf(loc) + mpf(scale) * z), [-12, -6, 0, 6, 12])


half_cauchy_scale = mpf(165) + mpf("0.1")
cauchy = lambda x: -log(pi * half_cauchy_scale) - log(1 + (x / half_cauchy_scale) ** 2)
weibull_scale, weibull_shape = mpf("0.002168"), 60
chi2_moment = mpf(2) ** weibull_shape * gamma(mpf("60.5")) / gamma(mpf("0.5"))

cases = {
    "H(gumbel(-894.4, 0.2033))": {"entropyP": log(mpf("0.2033")) + euler + 1},
    "H(weibull(1212000, 60))": {"entropyP": euler * (1 - mpf(1) / 60) + log(mpf(1212000) / 60) + 1},
    "H(binomial(4000, 0.3))": {"entropyP": entropy(binomial(4000, "0.3"), 600, 1900)},
    "H(negative_binomial(2000.5, 0.3))": {"entropyP": entropy(negative_binomial("2000.5", "0.3"), 300, 1600)},
    "KL(exponential(1.991) || chi(100))": {"klPQ": divergence(exponential("1.991"), chi(100), -120, 6)},
    "KL(inverse_gamma(1.057, 1.122) || moyal(0.6177, 1.497))": {
        "klPQ": divergence(inverse_gamma("1.057", "1.122"), moyal("0.6177", "1.497"), -5, 1200, 400)
    },
    "KL(cauchy(0, 165.1) || normal(27.78, 1.402e-6))": {
        "crossEntropyQP": -narrow_normal(cauchy, "27.78", "1.402e-6")
    },
    "KL(chi2(1) || weibull(0.002168, 60))": {
        # All of it is the mean of (x/scale)^60 but for some units.
        "klPQ": chi2_moment / weibull_scale**weibull_shape
    },
    "KL(negative_binomial(10, 0.5) || binomial(1000, 0.99))": {
        "entropyQ": entropy(binomial(1000, "0.99"), 900, 1000),
        "klQP": relative(binomial(1000, "0.99"), negative_binomial(10, "0.5"), 900, 1000),
        "jensenShannon": log(mpf(2)),
    },
    "KL(binomial(40, 0.5) || poisson(1e-9))": {
        "klPQ": relative(binomial(40, "0.5"), poisson("1e-9"), 0, 40)
    },
}
print(json.dumps({
    "source": "mpmath, 40 digits, made by extremes.py",
    "cases": [
        {"text": text, "expected": {name: float(value) for name, value in expected.items()}}
        for text, expected in cases.items()
    ],
}, indent=1))
