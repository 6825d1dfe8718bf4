"""Checks textsByHand.json, whose texts and values a person wrote after the published syntax of each language.

Where the language is here, it evaluates the text: Python with NumPy and SymPy, Octave, R, PARI/GP and Maxima. Of any
other text the numbers are found by patterns and worked out as fractions, and each value has to be among them, as often
as it is listed; the shape is counted by hand. It names the texts for which neither says anything: their values follow
from the syntax alone, such as entries that are not listed or ranges. Run with the tools of texts.py and prints.py:
python3 test/oracle/textsByHand.py
"""

import json
import math
import pathlib
import re
import subprocess
from collections import Counter
from fractions import Fraction

import numpy as np
import sympy

HERE = pathlib.Path(__file__).parent
VULGAR = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8".split()))
WORDS = {"nan": math.nan, "na": math.nan, "null": math.nan, "none": math.nan, "inf": math.inf, "infinity": math.inf}
WORDS |= {"true": 1.0, "false": 0.0, "pi": math.pi, "e": math.e}


def flat(values):
    return [float(value) for row in values for value in flat(row)] if isinstance(values, list) else [float(values)]


def agree(found, expected):
    """Whether two lists of numbers are the same, −0 being 0 and NaN itself."""
    if len(found) != len(expected):
        return False
    return all((a != a and b != b) or a == b or abs(a - b) <= 1e-15 * abs(b) for a, b in zip(found, expected))


def run(command, script=None):
    done = subprocess.run(command, input=script, capture_output=True, text=True, timeout=60)
    return done.stdout if done.returncode == 0 else ""


def by_python(text):
    scope = {"np": np, "numpy": np, "array": np.array, "nan": math.nan, "inf": math.inf, "null": math.nan}
    scope |= {"Matrix": sympy.Matrix, "NaN": math.nan, "Infinity": math.inf, "float32": None, "float64": None}
    scope |= {"matrix": np.matrix, "Rational": sympy.Rational, "Fraction": Fraction}
    try:
        value = eval(re.sub(r"^\s*\w+\s*=\s*", "", text.strip()), scope)
        return [float(entry) for entry in np.array(value, dtype=object).ravel()]
    except Exception:
        return None


def by_octave(text):
    script = f"A = [];\n{text}\nif isempty(A), names = setdiff(who, {{'A'}}); if isempty(names), A = ans; else, A = eval(names{{1}}); end, end\nprintf('%.17g ', permute(double(A), [2 1 3:ndims(A)]))"
    return words(run(["octave", "--no-gui", "--quiet", "--eval", script]).split("=")[-1])


def by_r(text):
    script = f"A <- {{{text}}}; if (is.data.frame(A)) A <- as.matrix(A); cat(format(as.vector(if (length(dim(A)) == 2) t(A) else A) + 0, digits = 17))"
    return words(run(["Rscript", "-e", script]))


def by_gp(text):
    script = f"A = {text};\nB = if(type(A) == \"t_MAT\", concat([A[i,] | i <- [1..matsize(A)[1]]]), A);\nfor(i = 1, #B, printf(\"%.17g \", B[i] * 1.))\n"
    return words(run(["gp", "-q", "-f"], script))


def by_maxima(text):
    script = f"A: {text.rstrip(';')}$ if matrixp(A) then A: apply(append, args(A))$ for x in A do print(string(float(x)))$\n"
    return words(run(["maxima", "--very-quiet"], script))


def words(output):
    try:
        return [float(WORDS.get(word.lower(), word)) for word in output.split()]
    except ValueError:
        return None


def pattern(mark):
    """What numbers look like, with this mark before their decimals."""
    radix = r"0x[\da-f.]+(?:p[-+]?\d+)?"
    decimal = rf"\d[\d_'’]*(?:{mark}\d+)?\.?(?:\*?\^?[edfb]?[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?"
    named = r"nan|NA|null|none|inf(?:inity)?|∞|true|false|pi|π"
    return re.compile(rf"(?<![\w.])[-+−]?\s?(?:{radix}|{decimal}|{named})(?:\s?//?\s?\d+)?\s?%?", re.IGNORECASE)


PATTERNS = [pattern(r"\."), pattern(",")]


def by_patterns(text):
    """Every number that the text may write, as often as it does."""
    text = re.sub(r"\\[dtc]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r" \1/\2 ", text)
    for sign, quotient in VULGAR.items():
        text = re.sub(rf"(\d*){sign}", lambda match: f" {int(match[1] or 0) + Fraction(quotient)} ", text)
    found = Counter()
    text = text.replace("−", "-").replace("{,}", ".").replace("π", "pi").replace("∞", "inf")
    for number in PATTERNS:
        for word in number.findall(text):
            for value in values_of(word):
                found["nan" if value != value else value] += 1
                found[-value] += 1
    return found


def values_of(word):
    word = word.replace(" ", "").replace("_", "").replace("'", "").lower()
    sign = -1 if word.startswith("-") else 1
    word = word.lstrip("+-")
    if word in WORDS:
        return [sign * WORDS[word]]
    percent = Fraction(1, 100) if word.endswith("%") else 1
    parts = re.split(r"//?", word.rstrip("%"))
    for clean in (lambda part: part, lambda part: part.replace(",", "."), lambda part: re.sub(r"[fdb](?=[-+]?\d+$)", "e", part)):
        try:
            numbers = [Fraction(float.fromhex(part)) if part.startswith("0x") else Fraction(clean(part)) for part in parts]
            return [float(sign * percent * (numbers[0] / numbers[1] if len(numbers) > 1 else numbers[0]))]
        except (ValueError, ZeroDivisionError):
            continue
    return []


TOOLS = {"python": by_python, "json": by_python, "haskell": by_python, "sympy": by_python, "cupy": by_python}
TOOLS |= {"matlab": by_octave, "r": by_r, "pari": by_gp, "maxima": by_maxima}
counts = Counter()
silent = []
for case in json.loads((HERE / "textsByHand.json").read_text(encoding="utf-8")):
    if "error" in case["expected"] or "tensors" in case["expected"]:
        counts["refused or named: read by hand"] += 1
        continue
    expected = flat(case["expected"]["values"])
    tool = TOOLS.get(case["name"].split(" ")[0])
    found = None if tool is None else tool(case["document"])
    if found and agree(found, expected):
        counts["evaluated by its tool"] += 1
        continue
    numbers = by_patterns(case["document"])
    needed = Counter("nan" if value != value else value for value in expected)
    if all(numbers[value] >= count for value, count in needed.items()):
        counts["found by patterns"] += 1
    else:
        silent.append(case["name"])
print(dict(counts))
print(f"{len(silent)} by the syntax alone: {', '.join(silent)}")
