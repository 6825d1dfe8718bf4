"""Writes matrices.json: singular values, determinants and norms of matrices as they are written, by mpmath.

Every number is read from its text as a fraction and computed on with 60 digits, or a thousand for the badly scaled.
Run with Debian's python3-mpmath: python3 test/oracle/matrices.py
"""

import json
import pathlib
import random
from fractions import Fraction

from mpmath import matrix, mp, mpf, nstr, svd_r, det, sqrt

mp.dps = 60
random.seed(20)


def written(rows):
    return [[str(entry) for entry in row] for row in rows]


def rounded(rows, columns, digits):
    return [[f"{random.gauss(0, 1):.{digits}f}" for _ in range(columns)] for _ in range(rows)]


CASES = {
    "one number": written([[-3]]),
    "2 by 2": written([[1, 2], [3, 4]]),
    "singular": written([[1, 2, 3], [4, 5, 6], [7, 8, 9]]),
    "singular decimals": [["0.1", "0.2"], ["0.3", "0.6"]],
    "Hilbert of order 6": [[f"1/{i + j + 1}" for j in range(6)] for i in range(6)],
    "graded": [["1e10", "1", "1e-10"], ["2", "3e-8", "1e-12"], ["1e-9", "1e-11", "4e-20"]],
    "tall": rounded(9, 4, 4),
    "wide": rounded(3, 8, 4),
    "square": rounded(12, 12, 3),
    "rotation": [["0.6", "-0.8"], ["0.8", "0.6"]],
    "zeros": written([[0, 0], [0, 0]]),
    "huge": [["1e300", "2e300"], ["3e300", "-1e300"]],
    "tiny": [["1e-300", "2e-300"], ["3e-300", "-1e-300"]],
    "one row": written([[3, 4, 12]]),
    "with a row of zeros": written([[1, 2], [0, 0], [2, 1]]),
    "one column": written([[3], [-4], [12]]),
    "Hilbert of order 12": [[f"1/{i + j + 1}" for j in range(12)] for i in range(12)],
    "Hilbert of order 20": [[f"1/{i + j + 1}" for j in range(20)] for i in range(20)],
    "Vandermonde": written([[x**k for k in range(9)] for x in range(1, 10)]),
    "nearly singular": [["1", "2"], ["0.5", "1.0000000000000000000000001"]],
    "of ones but for one": [["1" if i or j else "1.000000000001" for j in range(4)] for i in range(4)],
    "large and ill-conditioned": [[f"{random.gauss(0, 1) * 10 ** -j:.12e}" for j in range(16)] for _ in range(16)],
    "large": rounded(30, 30, 4),
    "wide with equal rows": [["0.1"] * 5, ["0.1"] * 5, ["0.3", "0.2", "0.1", "0", "-0.1"]],
    "beyond the range of doubles": [["1e200", "1"], ["-1", "1e-200"]],
    "beyond in its determinant": [["1e300", "1e299"], ["2e299", "1e300"]],
    "subnormal": [["5e-324", "1e-323"], ["0", "1.5e-323"]],
    "graded over 340 decades": [["1e-170", "1e-300"], ["1e-10", "1e170"]],
}


def figures(name, rows):
    mp.dps = 1000 if "double" in name or "decades" in name or "subnormal" in name else 60
    exact = [[Fraction(entry) for entry in row] for row in rows]
    a = matrix([[mpf(entry.numerator) / entry.denominator for entry in row] for row in exact])
    tall = a if a.rows >= a.cols else a.T
    values = sorted(svd_r(tall, compute_uv=False), reverse=True)
    sizes = [[abs(entry) for entry in row] for row in exact]
    return {
        "rows": rows,
        "singularValues": [nstr(value, 25) for value in values],
        "condition": nstr(values[0] / values[-1], 25) if values[-1] > values[0] * mpf(10) ** (10 - mp.dps) else None,
        "determinant": nstr(det(a), 25) if a.rows == a.cols else None,
        "frobenius": nstr(sqrt(sum(mpf(e.numerator) ** 2 / mpf(e.denominator) ** 2 for row in exact for e in row)), 25),
        "oneNorm": nstr(max(mpf(s.numerator) / s.denominator for s in (sum(column) for column in zip(*sizes))), 25),
        "infinityNorm": nstr(max(mpf(s.numerator) / s.denominator for s in (sum(row) for row in sizes)), 25),
    }


out = pathlib.Path(__file__).with_name("matrices.json")
out.write_text(json.dumps({name: figures(name, rows) for name, rows in CASES.items()}, indent=1) + "\n")
