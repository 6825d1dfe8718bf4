"""Writes prints.json: prints with options, types and shapes that texts.json has none of.

NumPy, PyTorch, pandas, Octave, R, PARI/GP, Maxima and SymPy print; values come from the printed digits, as in texts.py.
Where a format is no decimal, the text is refused. Run with the tools of texts.py and
Debian's pari-gp, maxima and python3-sympy: python3 test/oracle/prints.py
"""

import math
import re
import subprocess

import numpy as np
import pandas as pd
import sympy
import torch
from texts import NUMBER, add, add_octave, add_printed, cases, refuse, run_r, value_of, write


def from_numpy():
    random = np.random.default_rng(5)
    arrays = {
        "uint64": np.array([[0, 2**64 - 1], [2**63, 1]], "u8"),
        "int64": np.array([-(2**63), 2**63 - 1]),
        "half precision": np.array([[65504, 6e-8], [-0.1, 1]], "f2"),
        "five dimensions": random.integers(0, 9, (1, 2, 1, 2, 2)),
        "one column": random.normal(size=(4, 1)),
        "wide": random.normal(size=(2, 17)),
        "powers": 10.0 ** random.integers(-20, 20, (3, 3)),
        "objects": np.array([[1, 2.5], [3, 4]], dtype=object),
    }
    options = [{}, {"precision": 3}, {"sign": " "}, {"floatmode": "maxprec_equal"}, {"legacy": "1.13"}, {"nanstr": "NaN"}]
    for name, array in arrays.items():
        for choice in options:
            with np.printoptions(**choice):
                add_printed("numpy", f"repr, {name}, {choice}", repr(array), array.shape)
                add_printed("numpy", f"str, {name}, {choice}", str(array), array.shape)
        add_printed("numpy", f"array2string, {name}", np.array2string(array, separator=", "), array.shape)
        add_printed("numpy", f"tolist, {name}", repr(array.tolist()), array.shape)
    with np.printoptions(formatter={"float": lambda x: "%.2f" % x}):
        array = random.normal(size=60)
        add_printed("numpy", "str, a formatter, folded", str(array), array.shape)
    masked = np.ma.array([[1.5, 2.0], [3.0, 4.0]], mask=[[0, 1], [0, 0]])
    add("numpy", "str, masked", str(masked), [1.5, "NaN", 3.0, 4.0], (2, 2))
    add("numpy", "matrix", repr(np.matrix([[1, 2.5], [3, 4]])), [1, 2.5, 3, 4], (2, 2))
    with np.printoptions(threshold=5, edgeitems=1):
        for array in [random.normal(size=9), random.normal(size=(4, 4)), random.normal(size=(3, 3, 3))]:
            text = repr(array)
            refuse("numpy", f"a low threshold, {array.shape}", text, "elided", text.index("..."))
    refuse("numpy", "jagged", repr(np.array([[1, 2], [3]], dtype=object)), "any")
    refuse("numpy", "words", repr(np.array(["a", "b"])), "any")
    refuse("numpy", "dates", repr(np.array(["2024-01-01"], dtype="M8[D]")), "any")


def from_torch():
    torch.manual_seed(7)
    tensors = {
        "uint8": torch.tensor([[0, 255], [7, 1]], dtype=torch.uint8),
        "half": torch.randn(2, 4).half(),
        "whole numbers": torch.tensor([[1.0, 2.0], [3.0, 400.0]]),
        "four dimensions": torch.randn(2, 2, 2, 2),
        "not finite": torch.tensor([[math.nan, math.inf], [-math.inf, 0.5]]),
        "scales": torch.tensor([1e-8, 1.0, 1e8]),
        "wide": torch.randn(2, 40),
        "names": torch.randn(2, 3, names=("N", "C")),
        "a truth value": torch.tensor(True),
    }
    for name, tensor in tensors.items():
        for choice in [{}, {"precision": 2}, {"sci_mode": True}, {"sci_mode": False, "precision": 6}, {"linewidth": 40}]:
            torch.set_printoptions(profile="default")
            torch.set_printoptions(**{"sci_mode": None, **choice})
            text = re.sub(r",\s*names=\([^)]*\)", ", names=('N', 'C')", repr(tensor))
            values = [value_of(word) for word in NUMBER.findall(re.sub(r"\b(?:dtype|names)=[^)]*", "", text))]
            add("torch", f"{name}, {choice}", text, values, tuple(tensor.shape))
    torch.set_printoptions(profile="default", sci_mode=None)
    for tensor in [torch.zeros(2, 0, 3), torch.zeros(2, 0, dtype=torch.int64)]:
        add("torch", f"empty, {tuple(tensor.shape)}", repr(tensor), [], tuple(tensor.shape))
    refuse("torch", "complex", repr(torch.randn(2, 2, dtype=torch.cfloat)), "any")
    add("torch", "compressed rows", repr(torch.eye(2).to_sparse_csr()), [1, 0, 0, 1], (2, 2))


def from_pandas():
    random = np.random.default_rng(3)
    frame = pd.DataFrame(np.round(random.normal(size=(4, 3)) * 100, 3), columns=list("abc"))
    wide = pd.DataFrame(np.round(random.normal(size=(3, 25)), 2))
    labelled = frame.set_axis(["r one", "r2", "r-3", "r4"]).rename_axis("id")
    both = frame.rename_axis("rows").rename_axis("columns", axis=1)
    pairs = frame.set_axis(pd.MultiIndex.from_product([["p", "q"], [1, 2]]))

    def entries(of):
        return [float(entry) for entry in of.values.ravel()]

    prints = {
        "wrapped": (wide.to_string(line_width=60), wide),
        "labels with blanks": (repr(labelled), labelled),
        "names of both": (repr(both), both),
        "two labels": (repr(pairs), pairs),
        "decimals": (frame.to_string(float_format="%.3f".__mod__), frame),
        "bars": (frame.to_csv(sep="|"), frame),
        "end of line of Windows": (frame.to_csv().replace("\n", "\r\n"), frame),
        "latex": (frame.to_latex(), frame),
        "latex with labels": (labelled.to_latex(), labelled),
        "latex without index": (frame.to_latex(index=False), frame),
        "json, split": (frame.to_json(orient="split"), frame),
        "json, values": (frame.to_json(orient="values"), frame),
        "json, lines": (frame.to_json(orient="records", lines=True), frame),
        "dictionaries": (repr(frame.to_dict("records")), frame),
        "series with labels": (repr(labelled["a"]), labelled[["a"]]),
        "series with two labels": (repr(pairs["a"]), pairs[["a"]]),
        "frequencies": (repr(pd.Series(list("aabbb")).value_counts(normalize=True)), pd.DataFrame([0.6, 0.4])),
    }
    for name, (text, of) in prints.items():
        add("pandas", name, text, entries(of), of.shape)
    for decimal, separator in [(".", ";"), (",", "\t")]:
        text = frame.to_csv(sep=separator, decimal=decimal, float_format="%.2e")
        values = [float("%.2e" % entry) for entry in frame.values.ravel()]
        add("pandas", f"csv, {separator!r}, {decimal!r}", text, values, frame.shape)
    add("pandas", "array", repr(pd.array([1.5, 2, None])), [1.5, 2.0, "NaN"], (3,))
    add("pandas", "index", repr(pd.Index([0.1, 0.2])), [0.1, 0.2], (2,))


OCTAVE = [
    ("format long", "A = single([1.1 2.2; 3.3 4.4])"),
    ("format short e", "A = [1e10 1; 2 3]"),
    ("format long e", "A = [1e-8 2e-8]"),
    ("format short eng", "A = [1000.5 2000.25; 3 4]"),
    ("format bank", "A = [1.5 -2.25; 100 400]"),
    ("output_precision(3)", "A = [0.5 0.25; 1/3 2/3]"),
    ("format", "A = [1 NaN; Inf -Inf]"),
    ("format", "A = reshape(1:60, 2, 30)"),
    ("format", "A = reshape((1:24) * 1.5e3 + 0.25, 2, 12)"),
    ("format", "A = uint8([1 255; 3 4])"),
    ("format", "A = 0:0.25:1"),
    ("format compact", "A = (1:30)' / 7"),
]


def from_octave():
    for setting, expression in OCTAVE:
        add_octave(setting, expression)
    for expression in ["format hex; disp([1.5; 2; 3])", "format +; disp([1 -2; 3 4])"]:
        script = ["octave", "--no-gui", "--quiet", "--eval", expression]
        text = subprocess.run(script, capture_output=True, text=True).stdout
        refuse("octave", expression, text, "any")
    evaluated = {"0:0.25:1": 5, "linspace(0, 1, 5)": 5, "3:-1:1": 3, "0.25 * ones(1, 4)": 4, "repmat(7, 1, 3)": 3}
    for expression, count in evaluated.items():
        script = ["octave", "--no-gui", "--quiet", "--eval", f"printf('%.17g ', {expression})"]
        values = [float(word) for word in subprocess.run(script, capture_output=True, text=True).stdout.split()]
        assert len(values) == count
        add("octave", f"evaluated, {expression}", expression, values, (1, count) if "(" in expression[:1] else (count,))


R = [
    ("str(c(1.5, 2.25, -3))", (3,), [1.5, 2.25, -3]),
    ("str(matrix(1:6 / 4, 2))", (2, 3), [0.25, 0.75, 1.25, 0.5, 1, 1.5]),
    ("str(c(a = 0.2, b = 0.8))", (2,), [0.2, 0.8]),
    ("str(data.frame(u = c(1.5, 2), v = 3:4))", (2, 2), [1.5, 3, 2, 4]),
    ("options(OutDec = ','); print(c(1.5, 2.25))", (2,), [1.5, 2.25]),
    ("options(OutDec = ','); print(matrix(1:4 / 8, 2))", (2, 2), [0.125, 0.375, 0.25, 0.5]),
    ("print(quantile(1:9))", (1, 5), [1, 3, 5, 7, 9]),
    ("print(matrix(1:4 / 8, 2, dimnames = list(c('r 1', 'r 2'), NULL)))", (2, 2), [0.125, 0.375, 0.25, 0.5]),
    ("print(ts(c(1.5, 2, 3), start = 2000))", (3,), [1.5, 2, 3]),
    ("print(matrix(numeric(0), 3, 0))", (3, 0), []),
    ("options(scipen = -5); print(c(0.25, 100))", (2,), [0.25, 100]),
    ("options(digits = 15); print(1:3 / 3)", (3,), [0.333333333333333, 0.666666666666667, 1]),
    ("print(format(matrix(c(1234567.5, 2.5), 1), big.mark = ','), quote = FALSE)", (1, 2), [1234567.5, 2.5]),
    ("dput(c('(Intercept)' = 37.5, wt = -5))", (2,), [37.5, -5]),
    ("dput(quantile(1:9))", (5,), [1, 3, 5, 7, 9]),
    ("dput(c(1.5, -0.5), control = 'hexNumeric')", (2,), [1.5, -0.5]),
    ("dput(1:5)", (5,), [1, 2, 3, 4, 5]),
]


def from_r():
    for expression, shape, values in R:
        add("R", expression, run_r(expression), values, shape)
    named = [{"name": "W", "values": [0.5, 1.5, 1, 2]}, {"name": "b", "values": [1, 2]}]
    for call in ["str", "dput", "print"]:
        text = run_r(f"{call}(list(W = matrix(1:4 / 2, 2), b = c(1, 2)))")
        cases.append({"name": f"R {len(cases) + 1}: {call} of a list", "document": text, "expected": {"tensors": named}})
    refuse("R", "str, elided", run_r("str(1:40)"), "elided")
    refuse("R", "str of complex numbers", run_r("str(c(1+2i, 3))"), "any")


def from_gp():
    for expression, shape, values in [
        ("[1.5, 2.25; -3, 1e-10]", (2, 2), [1.5, 2.25, -3, 1e-10]),
        ("mathilbert(2)", (2, 2), [1, 1 / 2, 1 / 2, 1 / 3]),
        ("[-1/3; 22/7]", (2, 1), [-1 / 3, 22 / 7]),
        ("[1, 2, 3]~", (3, 1), [1, 2, 3]),
        ("[oo, -oo]", (2,), ["Infinity", "-Infinity"]),
        ("Vecsmall([1, 2, 3])", (3,), [1, 2, 3]),
    ]:
        for call in ["print", "printp"]:
            script = f"{call}({expression})\n"
            text = subprocess.run(["gp", "-q", "-f"], input=script, capture_output=True, text=True).stdout
            add("gp", f"{call}({expression})", text.rstrip("\n"), values, shape)


def maxima(expression, two_dimensional):
    display = "display2d:true$" if two_dimensional else "display2d:false$"
    script = f"{display} {expression};\n"
    output = subprocess.run(["maxima", "--very-quiet"], input=script, capture_output=True, text=True).stdout
    return "\n".join(line for line in output.rstrip().split("\n") if line.strip())


def from_maxima():
    for expression, shape, values in [
        ("matrix([-1, 2], [3, -4])", (2, 2), [-1, 2, 3, -4]),
        ("matrix([100, 2], [3, -4000])", (2, 2), [100, 2, 3, -4000]),
        ("matrix([1.5e10, 2], [3, 0.25])", (2, 2), [1.5e10, 2, 3, 0.25]),
        ("[1, 2, 3]", (3,), [1, 2, 3]),
    ]:
        for flat in [True, False]:
            add("maxima", f"{expression}, {'1d' if flat else '2d'}", maxima(expression, not flat), values, shape)
    add("maxima", "fractions, 1d", maxima("matrix([1/2, -3/4])", False), [0.5, -0.75], (1, 2))
    drawn = "matrix([1/2, 1/3], [1/4, 1/5])"
    add("maxima", f"{drawn}, 2d", maxima(drawn, True), [1 / 2, 1 / 3, 1 / 4, 1 / 5], (2, 2))
    refuse("maxima", "[1/2, 1/3], 2d", maxima("[1/2, 1/3]", True), "any")
    drawn = "matrix([10/3, 1], [2, -22/7])"
    add("maxima", f"{drawn}, 2d", maxima(drawn, True), [10 / 3, 1, 2, -22 / 7], (2, 2))


def from_sympy():
    matrix = sympy.Matrix([[sympy.Rational(1, 2), -3], [sympy.Rational(22, 7), 0]])
    for call in [repr, sympy.srepr, sympy.latex, sympy.pretty, sympy.mathematica_code, sympy.julia_code, sympy.maple_code]:
        add("sympy", call.__name__, call(matrix), [0.5, -3, 22 / 7, 0], (2, 2))
    sparse = sympy.SparseMatrix([[1, 0], [0, 2]])
    for call in [sympy.julia_code, sympy.octave_code]:
        add("sympy", f"{call.__name__}, sparse", call(sparse), [1, 0, 0, 2], (2, 2))


for make in (from_numpy, from_torch, from_pandas, from_octave, from_r, from_gp, from_maxima, from_sympy):
    make()
write("prints.json")
