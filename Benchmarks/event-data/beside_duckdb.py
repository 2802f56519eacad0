#!/usr/bin/env python3
"""Times demarche aggregate and DuckDB alternately on one folder; both must give the same sums.

usage: beside_duckdb.py DEMARCHE FOLDER TURNS    (called by beside_duckdb)

Each turn runs each engine once in a process of its own, on as many threads as the machine has cores
(two at most), after one turn that is not counted. Peak memory is the process's own.
"""
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time

QUERY = """
import sys, duckdb
folder, out, threads = sys.argv[1:4]
kinds = {1: "INTEGER", 30: "DOUBLE"}
columns = ",".join(f"'c{i}':'{kinds.get(i, 'VARCHAR')}'" for i in range(61))
connection = duckdb.connect()
connection.execute(f"SET threads={threads}")
connection.execute(f'''COPY (SELECT c7 AS source, c17 AS target, c1 // 100 AS month, count(*) AS count,
    round(sum(c30) * 10)::BIGINT AS tenths
  FROM read_csv('{folder}/*.tsv', delim='\\t', header=false, columns={{{columns}}},
    auto_detect=false, quote='', escape='')
  WHERE c7 IS NOT NULL AND c17 IS NOT NULL GROUP BY ALL) TO '{out}' (HEADER)''')
print(duckdb.__version__)
"""


def run(command, output=None):
    start = time.time()
    with open(output, "wb") if output else open(os.devnull, "wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed: {status}")
    return time.time() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    demarche, folder, turns = sys.argv[1], sys.argv[2], int(sys.argv[3])
    threads = str(min(2, os.cpu_count() or 1))
    with tempfile.TemporaryDirectory() as scratch:
        ours, theirs = scratch + "/ours.csv", scratch + "/theirs.csv"
        commands = {
            "demarche": ([demarche, "aggregate", folder, "--by", "dyad,month", "--sum", "goldstein",
                          "--count", "--format", "csv", "--cores", threads], ours),
            "DuckDB": ([sys.executable, "-c", QUERY, folder, theirs, threads], None),
        }
        measured = {name: [] for name in commands}
        for turn in range(turns + 1):
            for name, (command, output) in commands.items():
                result = run(command, output)
                if turn:
                    measured[name].append(result)
        with open(ours, newline="") as file:
            left = {(r["source"], r["target"], r["month"].replace("-", "")):
                    (int(r["count"]), int(r["sum"].replace(".", ""))) for r in csv.DictReader(file)}
        with open(theirs, newline="") as file:
            right = {(r["source"], r["target"], r["month"]):
                     (int(r["count"]), int(r["tenths"] or 0)) for r in csv.DictReader(file)}
    size = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder)
               if name.endswith(".tsv"))
    print(f"{size} bytes, {len(left)} groups, {turns} turns each, {threads} threads, medians")
    medians = {}
    for name, results in measured.items():
        wall, cpu, memory = (statistics.median(part) for part in zip(*results))
        medians[name] = (wall, cpu)
        print(f"{name:10} {wall:6.2f} s wall  {cpu:6.2f} s processor  {memory:5.0f} MB peak  "
              f"{size / wall / 1e9:.2f} GB/s")
    print(f"ratio: {medians['DuckDB'][0] / medians['demarche'][0]:.2f} by wall, "
          f"{medians['DuckDB'][1] / medians['demarche'][1]:.2f} by processor seconds")
    different = [key for key in left.keys() | right.keys() if left.get(key) != right.get(key)]
    print("the same counts and sums" if not different
          else f"{len(different)} groups differ, such as {different[:3]}")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
