"""Writes texts.json: what NumPy, PyTorch, pandas, Octave and R print, and the values that the digits denote.

The values are taken from the printed digits by patterns of this file, which share nothing with the readers under
test; their number and order are checked against what was given to the tool. 1-D arrays are one row, as the command
line writes them. Run with Debian's python3-numpy, python3-torch, python3-pandas, octave and r-base:
python3 test/oracle/texts.py
"""

import json
import math
import pathlib
import re
import subprocess
import warnings
from decimal import Decimal

import numpy as np
import pandas as pd
import torch

warnings.filterwarnings("ignore")
NUMBER = re.compile(r"(?<![\w.])[-+]?(?:nan|NaN|inf|Inf|True|False|TRUE|FALSE|<NA>|NA|\d+\.?\d*(?:[eE][-+]?\d+)?)(?!\w)")
cases = []


def value_of(written):
    """The number that a word denotes; what JSON lacks by its name."""
    words = {"true": 1, "false": 0, "na": "NaN", "<na>": "NaN", "": "NaN"}
    if written.lower() in words:
        return words[written.lower()]
    number = float(written)
    if math.isnan(number):
        return "NaN"
    return ("Infinity" if number > 0 else "-Infinity") if math.isinf(number) else number


def nested(values, shape):
    if len(shape) < 2:
        return list(values)
    size = math.prod(shape[1:])
    return [nested(values[i * size : (i + 1) * size], shape[1:]) for i in range(shape[0])]


def add(tool, how, text, values, shape):
    shape = [1, len(values)] if len(shape) < 2 else list(shape)
    expected = {"shape": shape, "values": nested(values, shape)}
    name = f"{tool} {len(cases) + 1}: {how}"
    cases.append({"name": name, "document": text, "expected": expected})


def add_printed(tool, how, text, shape):
    """A print in which the numbers stand in the order of the array, and no other numbers do."""
    plain = re.sub(r"(?:dtype|size|shape)=[\w.]+(?:\([\d, ]*\))?|grad_fn=<\w+>|requires_grad=True", "", text)
    values = [value_of(word) for word in NUMBER.findall(plain)]
    assert len(values) == math.prod(shape), (how, text, len(values))
    add(tool, how, text, values, shape)


def refuse(tool, how, text, error, at=None):
    expected = {"error": error, **({} if at is None else {"at": at})}
    cases.append({"name": f"{tool} {len(cases) + 1}: {how}", "document": text, "expected": expected})


def from_numpy():
    random = np.random.default_rng(7)
    arrays = {
        "decimals": random.normal(size=(3, 4)),
        "large and small": np.exp(random.normal(size=(2, 5)) * 12),
        "missing": np.where(random.random((3, 3)) < 0.3, np.nan, random.normal(size=(3, 3))),
        "infinite": np.array([[1.5, -np.inf], [np.inf, -0.0]]),
        "a vector": random.normal(size=5),
        "a folded vector": random.normal(size=40),
        "a folded vector of full lines": random.integers(-2, 3, size=12) / 3,
        "three dimensions": np.round(random.normal(size=(2, 2, 3)), 2),
        "four dimensions": random.integers(0, 9, size=(1, 2, 2, 2)),
        "truth values": random.random((2, 3)) < 0.5,
        "float16": random.normal(size=(2, 2)).astype("f2"),
        "int8": random.integers(-99, 99, size=(2, 3)).astype("i1"),
    }
    for name, array in arrays.items():
        add_printed("numpy", f"repr, {name}", repr(array), array.shape)
        add_printed("numpy", f"str, {name}", str(array), array.shape)
    array = random.normal(size=(2, 3)) * 1e4
    for options in [{"precision": 3}, {"suppress": True}, {"linewidth": 40}, {"sign": "+"}, {"floatmode": "unique"}]:
        with np.printoptions(**options):
            add_printed("numpy", f"repr, {options}", repr(array), array.shape)
            vector = random.normal(size=7)
            add_printed("numpy", f"str, {options}, a vector", str(vector), vector.shape)
    add("numpy", "repr, empty", repr(np.zeros((0, 3))), [], (0, 3))
    masked = np.ma.array([[1.5, 2.0], [3.0, 4.0]], mask=[[0, 1], [0, 0]])
    add("numpy", "repr, masked", repr(masked), [1.5, "NaN", 3.0, 4.0], (2, 2))
    for size in [(2000,), (40, 40), (11, 11, 11)]:
        for print_it in (repr, str):
            text = print_it(random.normal(size=size))
            refuse("numpy", f"{print_it.__name__} of {size}", text, "elided", text.index("..."))
    refuse("numpy", "repr, complex", repr(np.array([1 + 2j, 3])), "unexpected-token")


def from_torch():
    torch.manual_seed(3)
    tensors = {
        "decimals": torch.randn(3, 4),
        "large and small": torch.exp(torch.randn(2, 5) * 9),
        "thousands": torch.randn(2, 3) * 1e5,
        "a folded vector": torch.randn(25),
        "three dimensions": torch.randn(2, 2, 3),
        "truth values": torch.rand(2, 3) < 0.5,
        "float64": torch.randn(2, 2).double(),
        "bfloat16": torch.randn(2, 2).bfloat16(),
        "int64": torch.randint(-99, 99, (2, 3)),
        "requires_grad": torch.randn(2, 2, requires_grad=True),
        "grad_fn": torch.randn(2, 2, requires_grad=True) * 2,
        "Parameter": torch.nn.Parameter(torch.randn(2, 2)),
        "a number": torch.tensor(0.25),
    }
    for name, tensor in tensors.items():
        add_printed("torch", name, repr(tensor), tuple(tensor.shape))
    add("torch", "empty", repr(torch.zeros(0, 3)), [], (0, 3))
    text = repr(torch.randn(40, 40))
    refuse("torch", "elided", text, "elided", text.index("..."))
    add("torch", "sparse", repr(torch.eye(2).to_sparse()), [1, 0, 0, 1], (2, 2))
    refuse("torch", "meta", repr(torch.zeros(2, 2, device="meta")), "elided", len("tensor("))
    network = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU(), torch.nn.Linear(3, 1))
    state = network.state_dict()
    expected = {
        "tensors": [
            {"name": name, "values": [value_of(word) for word in NUMBER.findall(repr(tensor))]}
            for name, tensor in state.items()
        ]
    }
    writings = {
        "state dict": repr(state),
        "dictionary": repr(dict(state)),
        "named": f"state_dict = {state!r}",
        "lines": "\n".join(f"{name} {tensor!r}" for name, tensor in state.items()),
        "lines with colons": "\n".join(f"{name}: {tensor!r}" for name, tensor in state.items()),
        "named parameters": "\n".join(f"{name} {value!r}" for name, value in network.named_parameters()),
        "pairs": repr(list(network.named_parameters())),
    }
    for name, text in writings.items():
        cases.append({"name": f"torch {len(cases) + 1}: {name}", "document": text, "expected": expected})


def from_pandas():
    random = np.random.default_rng(11)
    frame = pd.DataFrame(np.round(random.normal(size=(3, 2)), 4), columns=["u", "v"])
    missing = frame.mask(frame > 0.5)
    missing.iloc[0] = np.nan
    labelled = frame.set_axis(["first", "second", "third"])
    named = frame.rename_axis("id")
    dated = frame.set_axis(pd.date_range("2024-01-01", periods=3))
    wide = pd.DataFrame(np.round(random.normal(size=(2, 12)), 3))
    truths = pd.DataFrame(random.random((3, 2)) < 0.5, columns=["u", "v"])
    several = frame.set_axis(pd.MultiIndex.from_tuples([("a", "x"), ("a", "y"), ("b", "x")], names=["p", "q"]))
    columns = pd.DataFrame(frame.values, columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")]))
    pipes = {"sep": "|", "index": False}
    prints = {
        "repr": frame.to_string(),
        "labelled": labelled.to_string(),
        "with a name of the index": named.to_string(),
        "with dates": dated.to_string(),
        "with a named MultiIndex": several.to_string(),
        "with a MultiIndex of columns": columns.to_string(),
        "csv": frame.to_csv(),
        "csv without index": frame.to_csv(index=False),
        "csv with labels": labelled.to_csv(),
        "csv in quotes": labelled.to_csv(quoting=1),
        "csv with tabs": frame.to_csv(sep="\t"),
        "csv with bars": frame.to_csv(**pipes),
        "csv with decimal commas": frame.to_csv(sep=";", decimal=","),
    }
    for name, text in prints.items():
        add("pandas", name, text, [float(entry) for entry in frame.values.ravel()], (3, 2))
    entries = ["NaN" if math.isnan(entry) else float(entry) for entry in missing.values.ravel()]
    for name, text in {
        "repr": missing.to_string(),
        "csv": missing.to_csv(),
        "csv without index": missing.to_csv(index=False),
        "csv with decimal commas": missing.to_csv(sep=";", decimal=",", index=False),
        "csv with #N/A": missing.to_csv(na_rep="#N/A", index=False),
    }.items():
        add("pandas", f"{name}, missing", text, entries, (3, 2))
    add("pandas", "repr, wide", wide.to_string(), [float(entry) for entry in wide.values.ravel()], (2, 12))
    add("pandas", "repr, truth values", truths.to_string(), [int(entry) for entry in truths.values.ravel()], (3, 2))
    add("pandas", "series", repr(frame["u"]), [float(entry) for entry in frame["u"]], (3, 1))
    text = pd.DataFrame(random.normal(size=(200, 2))).__repr__()
    refuse("pandas", "elided", text, "elided")
    refuse("pandas", "words", frame.assign(name=["a", "b", "c"]).to_csv(), "unexpected-token")


OCTAVE = [
    ("format", "A = [1.5 -2.25; 1e-3 400]"),
    ("format", "A = [NA 1; 2 NaN]"),
    ("format", "A = [1 NA 3]'"),
    ("format long", "A = [pi; -e]"),
    ("format short g", "A = [1e5 2.5; 1e-4 -3]"),
    ("fixed_point_format(true)", "A = [1.5 -2.25; 1e-3 400]"),
    ("format compact", "A = reshape((1:24) * 1.5e3, 2, 12)"),
    ("format", "A = reshape((1:30) / 7, 2, 15)"),
    ("format", "A = int8([1 -2; 3 4])"),
    ("format", "A = [true false; false true]"),
    ("format", "A = eye(3)"),
    ("format", "A = eye(3)(:, [2 3 1])"),
    ("format", "A = sparse([0 1.5; 0 -2])"),
]


def add_octave(setting, expression):
    script = f"{setting}; {expression}\nfixed_point_format(false); B = double(full(A)); disp(mat2str(B, 17))"
    output = subprocess.run(["octave", "--no-gui", "--quiet", "--eval", script], capture_output=True, text=True).stdout
    text, _, literal = output.rstrip("\n").rpartition("\n")
    rows = [row.split() for row in literal.strip("[]").split(";")]
    shape = (len(rows), len(rows[0]))
    if "->" in text:
        values = [float(entry) for row in rows for entry in row]
    else:
        factor = re.search(r"(1\.0+e[-+]\d+)\s+\*", text)
        blocks = re.split(r"Columns?[^:]*:", re.sub(r"1\.0+e[-+]\d+\s+\*|A =|(?:Diagonal|Permutation) Matrix", "", text))
        blocks = [[line.split() for line in block.splitlines() if line.strip()] for block in blocks if block.strip()]
        words = [word for i in range(shape[0]) for block in blocks for word in block[i]]
        assert len(words) == math.prod(shape), text
        scaled = [word if factor is None else str(Decimal(word) * Decimal(factor[1])) for word in words]
        values = [value_of(word) for word in scaled]
    add("octave", f"{setting}; {expression}", text + "\n", values, shape)


def from_octave():
    for setting, expression in OCTAVE:
        add_octave(setting, expression)
    pages = "A = cat(3, [1 2; 3 4], [5 6; 7 8])"
    text = subprocess.run(["octave", "--no-gui", "--quiet", "--eval", pages], capture_output=True, text=True).stdout
    add("octave", pages, text, [1, 5, 2, 6, 3, 7, 4, 8], (2, 2, 2))
    for expression, shape in [("A = zeros(0, 3)", (0, 3)), ("disp(zeros(0, 3))", (0, 3))]:
        text = subprocess.run(["octave", "--no-gui", "--quiet", "--eval", expression], capture_output=True, text=True).stdout
        add("octave", expression, text, [], shape)
    for expression in ["A = 1 + 2i", "A = [1+2i 3]"]:
        text = subprocess.run(["octave", "--no-gui", "--quiet", "--eval", expression], capture_output=True, text=True).stdout
        refuse("octave", expression, text, "unexpected-token")


R = [
    ("print(matrix(c(1.5, -2, NA, 4), 2))", (2, 2), [1.5, "NaN", -2, 4]),
    ("print(matrix(c(TRUE, FALSE, FALSE, TRUE), 2))", (2, 2), [1, 0, 0, 1]),
    ("m <- matrix(1:4 / 4, 2); dimnames(m) <- list(from = c('a', 'b'), to = c('c', 'd')); print(m)", (2, 2), [0.25, 0.75, 0.5, 1]),
    ("options(width = 40); print(matrix(1:30 * 1000, 2))", (2, 15), [1000 * (2 * j + i) for i in (1, 2) for j in range(15)]),
    ("print(data.frame(u = c(1.5, 2), v = 3:4, row.names = c('x y', 'z')))", (2, 2), [1.5, 3, 2, 4]),
    ("print(c(1.5, NA, -Inf))", (3,), [1.5, "NaN", "-Infinity"]),
    ("print(c(a = 1.5, b = 2))", (2,), [1.5, 2]),
    ("print(1:30)", (30,), list(range(1, 31))),
    ("print(array(1:8, c(2, 2, 2)))", (2, 2, 2), [1, 5, 3, 7, 2, 6, 4, 8]),
    ("print(matrix(numeric(0), 0, 3))", (0, 3), []),
    ("dput(matrix(c(1.5, 2, -3, 4), 2))", (2, 2), [1.5, -3, 2, 4]),
    ("dput(array(1:8, c(2, 2, 2)))", (2, 2, 2), [1, 5, 3, 7, 2, 6, 4, 8]),
    ("dput(c(a = 1.5, b = NA, c = 2))", (3,), [1.5, "NaN", 2]),
    ("dput(c(TRUE, NA, FALSE))", (3,), [1, "NaN", 0]),
    ("dput(data.frame(u = c(1.5, 2), v = 3:4))", (2, 2), [1.5, 3, 2, 4]),
    ("write.table(data.frame(u = c(1.5, 2), v = 3:4))", (2, 2), [1.5, 3, 2, 4]),
    ("write.csv2(data.frame(u = c(1.5, 2), v = 3:4))", (2, 2), [1.5, 3, 2, 4]),
]


def run_r(expression):
    return subprocess.run(["Rscript", "-e", expression], capture_output=True, text=True).stdout


def from_r():
    for expression, shape, values in R:
        add("R", expression, run_r(expression), values, shape)
    text = run_r("print(list(W = matrix(c(1.5, 2, 3, 4), 2), b = c(1, 2)))")
    tensors = [{"name": "W", "values": [1.5, 3, 2, 4]}, {"name": "b", "values": [1, 2]}]
    cases.append({"name": f"R {len(cases) + 1}: print of a list", "document": text, "expected": {"tensors": tensors}})
    for expression in ["print(factor(c(1, 2, 1)))", "print(matrix(c(1+2i, 3), 1))"]:
        refuse("R", expression, run_r(expression), "unexpected-token")
    text = run_r("options(max.print = 20); print(matrix(rnorm(100), 20))")
    refuse("R", "max.print", text, "elided")


def write(name):
    target = pathlib.Path(__file__).with_name(name)
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    target.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(len(cases))


if __name__ == "__main__":
    for make in (from_numpy, from_torch, from_pandas, from_octave, from_r):
        make()
    write("texts.json")
