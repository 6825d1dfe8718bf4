"""Reads the file that the argument names with numpy.loadtxt, and prints the milliseconds of the processor's time for each round."""
import json
import sys
import time

import numpy

file, rounds = sys.argv[1], int(sys.argv[2])
milliseconds = []
for _ in range(rounds):
    began = time.process_time()
    numpy.loadtxt(file, delimiter=",")
    milliseconds.append((time.process_time() - began) * 1000)
print(json.dumps({"name": f"numpy.loadtxt {numpy.__version__}", "milliseconds": milliseconds}))
