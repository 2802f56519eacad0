#!/usr/bin/env python3
"""Kill an import at random moments and check that nothing is lost or doubled.

usage: kill.py DEMARCHE FILE... [--times 200] [--seed 1]
"""
import argparse
import os
import random
import signal
import sqlite3
import subprocess
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("demarche")
parser.add_argument("files", nargs="+")
parser.add_argument("--times", type=int, default=200, help="how many imports to kill")
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
random.seed(options.seed)
killed = whole = imports = 0
with tempfile.TemporaryDirectory() as folder:
    store = os.path.join(folder, "s.db")
    command = [options.demarche, "import", "--store", store, *options.files]
    start = time.time()
    subprocess.run(command, check=True, capture_output=True)
    length = time.time() - start
    with sqlite3.connect(store) as db:
        expected = db.execute("SELECT count(*), count(DISTINCT event) FROM report").fetchone()

    def clear():
        for end in ("", "-wal", "-shm"):
            if os.path.exists(store + end):
                os.remove(store + end)

    clear()
    while killed < options.times:
        imports += 1
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, length))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        if not os.path.exists(store):
            continue
        with sqlite3.connect(store) as db:
            assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
            if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'file'").fetchone():
                continue
            kept = db.execute("SELECT coalesce(sum(rows_kept), 0) FROM file").fetchone()
            rows = db.execute("SELECT count(*) FROM report").fetchone()
            counted = db.execute("SELECT coalesce(sum(reports), 0) FROM day_count").fetchone()
            assert kept == rows == counted, (kept, rows, counted)
            files = db.execute("SELECT count(*) FROM file").fetchone()[0]
        if files == len(options.files):
            whole += 1
            clear()
    subprocess.run(command, check=True, capture_output=True)
    with sqlite3.connect(store) as db:
        found = db.execute("SELECT count(*), count(DISTINCT event) FROM report").fetchone()
    assert found == expected, (found, expected)
print(f"{imports} imports, {killed} killed, {whole} stores completed; all whole")
