"""Runs a command and keeps what it wrote and how long it took: timed.py NAME COMMAND..."""
import json
import resource
import subprocess
import sys
import time

name, command = sys.argv[1], sys.argv[2:]
begun = time.perf_counter()
run = subprocess.run(command, capture_output=True, text=True, check=True)
wall = time.perf_counter() - begun
used = resource.getrusage(resource.RUSAGE_CHILDREN)
parts = [line.split() for line in run.stderr.splitlines() if line.startswith("timing:")]
fit = [float(part[1]) for part in parts if part[3:] == ["fit"]]
with open(name, "w") as out:
    json.dump(
        {"wall": wall, "cpu": used.ru_utime, "fit": fit[0], "megabytes": used.ru_maxrss / 1024,
         "logLikelihood": json.loads(run.stdout)["logLikelihood"]}, out)
