"""Writes layouts.json: prints whose headers and labels are told by how they stand alone.

pandas and R label rows and columns by numbers, dates, intervals, several words and on several levels; Maxima sets the
label of an answer into the matrix. Values come from what was given to the tool, rounded as it printed. Run with the
tools of prints.py: python3 test/oracle/layouts.py
"""

import re
import subprocess

import numpy as np
import pandas as pd
from texts import add, refuse, run_r, write


def from_pandas():
    random = np.random.default_rng(17)
    values = np.round(random.normal(size=(3, 2)) * 10, 2)
    pairs = pd.MultiIndex.from_tuples([("a", 0), ("a", 1), ("b", 0)], names=["p", "q"])
    rows = {
        "no labels": None,
        "names": pd.Index([0, 1, 2], name="id"),
        "two levels": pairs,
        "hours": pd.date_range("2024-01-01", periods=3, freq="H"),
        "intervals": pd.interval_range(0, 3),
        "decimals": [0.0, 0.1, 0.2],
        "negative": [0, -1, -2],
        "words": ["row 0", "row 1", "row 2"],
        "spans": pd.to_timedelta(range(3), unit="D"),
    }
    columns = {
        "years": [2000, 2001],
        "units": ["len (cm) 0", "len (cm) 1"],
        "words": ["col 0", "col 1"],
        "numbers": [0, 10],
        "a name": pd.Index(["c0", "c1"], name="cols"),
        "years with a name": pd.Index([2000, 2001], name="year"),
        "two levels": pd.MultiIndex.from_tuples([("g", "s"), ("g", "t")], names=["u", "v"]),
    }
    for row, index in rows.items():
        for column, names in columns.items():
            frame = pd.DataFrame(values, index=index, columns=names)
            add("pandas", f"{row}, {column}", frame.to_string(), [float(x) for x in values.ravel()], (3, 2))
    wide = pd.DataFrame(np.round(random.normal(size=(2, 8)), 3), columns=range(2000, 2008)).rename_axis("region")
    add("pandas", "blocks", wide.to_string(line_width=40), [float(x) for x in wide.values.ravel()], (2, 8))
    for row in ["no labels", "hours", "words"]:
        frame = pd.DataFrame(values, index=rows[row], columns=columns["years"])
        add("pandas", f"csv, {row}, years", frame.to_csv(), [float(x) for x in values.ravel()], (3, 2))
    units = pd.DataFrame(values, columns=columns["units"])
    add("pandas", "tabs, units", units.to_csv(sep="\t"), [float(x) for x in values.ravel()], (3, 2))
    short = pd.Series([1.5, 2.25], index=["col 0", "col 1"], name="r")
    add("pandas", "a series of words", repr(short), [1.5, 2.25], (2, 1))
    monthly = pd.Series([1, 2], index=pd.period_range("2020-01", periods=2, freq="M"), name="a")
    add("pandas", "a series with a frequency", repr(monthly), [1, 2], (2, 1))
    missing = pd.DataFrame([[np.nan]], index=["r"], columns=["a"])
    add("pandas", "latex, missing", missing.to_latex(), ["NaN"], (1, 1))
    titled = pd.DataFrame(values, columns=["c0", "c1"], index=pd.Index(["x", "y", "z"], name="id"))
    add("pandas", "latex, names of labels", titled.to_latex(), [float(x) for x in values.ravel()], (3, 2))


R = [
    ("print(matrix(1:11, 1, dimnames = list('r', letters[1:11])))", (1, 11), list(range(1, 12))),
    ("print(matrix(1:26, 1, dimnames = list('r', letters)))", (1, 26), list(range(1, 27))),
    (
        "print(matrix(1:40 / 8, 2, dimnames = list(c('x', 'y'), paste('long name', 1:20))))",
        (2, 20),
        [(2 * j + i) / 8 for i in (1, 2) for j in range(20)],
    ),
    (
        "print(with(mtcars, tapply(mpg, list(cyl, gear), median)))",
        (3, 3),
        [21.5, 25.85, 28.2, 19.75, 20.1, 19.7, 15.2, "NaN", 15.4],
    ),
    (
        "write.csv(with(mtcars, tapply(mpg, list(cyl, gear), median)))",
        (3, 3),
        [21.5, 25.85, 28.2, 19.75, 20.1, 19.7, 15.2, "NaN", 15.4],
    ),
    ("print(tapply(c(1.5, 2.25, 3.5), c(4, 6, 8), mean))", (1, 3), [1.5, 2.25, 3.5]),
    ("print(c(first = 1e-5, second = 0.5))", (2,), [1e-5, 0.5]),
]


def from_r():
    for expression, shape, values in R:
        add("R", expression, run_r(expression), values, shape)


def from_maxima():
    for expression, shape, values in [
        ("matrix([1, 2], [3, -4])", (2, 2), [1, 2, 3, -4]),
        ("matrix([1.5, 2], [3, 1e10], [5, 6])", (3, 2), [1.5, 2, 3, 1e10, 5, 6]),
        ("matrix([1/2, 2], [3, 4])", (2, 2), [0.5, 2, 3, 4]),
    ]:
        add("maxima", f"labelled, {expression}", labelled(expression), values, shape)
    for expression in ["[1/2, 1/3]", "genmatrix(lambda([i, j], i * j * 1.5), 2, 14)", "matrix([%pi, x], [1, 2])"]:
        refuse("maxima", f"labelled, {expression}", labelled(expression), "any")


def labelled(expression):
    """What a session shows below the line that was typed: the label of the answer stands before its middle line."""
    run = subprocess.run(["maxima", "-q"], input=f"{expression};\n", capture_output=True, text=True)
    return re.sub(r"\(%i\d+\) ", "", run.stdout).rstrip()


def from_octave():
    for expression, shape, values in [
        ("A = cat(3, 0.5, 0.25)", (1, 1, 2), [0.5, 0.25]),
        ("A = zeros(2, 2, 0)", (2, 2, 0), []),
    ]:
        script = ["octave", "--no-gui", "--quiet", "--eval", expression]
        add("octave", expression, subprocess.run(script, capture_output=True, text=True).stdout, values, shape)


for make in (from_pandas, from_r, from_maxima, from_octave):
    make()
write("layouts.json")
