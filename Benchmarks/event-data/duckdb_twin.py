#!/usr/bin/env python3
"""Add up a folder of GDELT 2.0 files with DuckDB and compare with the output of demarche aggregate.

usage: duckdb_twin.py FOLDER OUT.csv [threads]    (needs: pip install duckdb)
"""
import csv
import resource
import sys
import time

import duckdb

folder, out = sys.argv[1], sys.argv[2]
threads = sys.argv[3] if len(sys.argv) > 3 else "2"
kinds = {1: "INTEGER", 30: "DOUBLE"}
columns = ",".join(f"'c{i}':'{kinds.get(i, 'VARCHAR')}'" for i in range(61))
connection = duckdb.connect()
connection.execute(f"SET threads={threads}")
start, used = time.time(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
rows = connection.execute(
    f"""SELECT c7, c17, c1 // 100, count(*), round(sum(c30) * 10)
        FROM read_csv('{folder}/*.tsv', delim='\t', header=false, columns={{{columns}}},
          auto_detect=false, quote='', escape='')
        WHERE c7 IS NOT NULL AND c17 IS NOT NULL GROUP BY ALL"""
).fetchall()
wall = time.time() - start
usage = resource.getrusage(resource.RUSAGE_SELF)
print(f"DuckDB {duckdb.__version__}: {wall:.2f} s, {usage.ru_utime - used:.2f} user s, "
      f"{usage.ru_maxrss // 1024} MB, {len(rows)} groups")
theirs = {(s, t, str(m)): (n, int(x or 0)) for s, t, m, n, x in rows}
with open(out, newline="") as file:
    ours = {
        (r["source"], r["target"], r["month"].replace("-", "")):
            (int(r["count"]), int(r["sum"].replace(".", "")))
        for r in csv.DictReader(file)
    }
different = [key for key in theirs.keys() | ours.keys() if theirs.get(key) != ours.get(key)]
print("the same" if not different else f"{len(different)} groups differ, such as {different[:3]}")
sys.exit(1 if different else 0)
