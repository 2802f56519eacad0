#!/usr/bin/env python3
"""Kills the workbench with SIGKILL during saves, many times, and checks what is left.

Usage: kill_saves.py PROGRAM [KILLS] [SEED]

Each round starts the workbench, saves one edit after another, and kills it at a random moment. An edit
counts as acknowledged when its answer has arrived. After each kill the record must be whole: the bytes
before the edit under way or those after it, with every acknowledged edit in it.
"""

import base64
import csv
import http.client
import io
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]


def start(program, folder):
    server = subprocess.Popen(
        [program, "--workspace", folder, "--port", "0"], stderr=subprocess.PIPE, text=True)
    port = int(re.search(r":(\d+)/", server.stderr.readline()).group(1))
    return server, port


def rows(path):
    with open(path, newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def lines(text):
    """The text of each row by its id, without its line break; the shipped cases have one row a line."""
    return {line.split(",", 1)[0]: line for line in text.splitlines()[1:]}


def main():
    program, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    folder = tempfile.mkdtemp(prefix="demarche-kill-")
    shutil.copytree(ROOT / "cases" / "tutorial", pathlib.Path(folder) / "tutorial")
    record = pathlib.Path(folder) / "tutorial" / "events.csv"
    ids = list(rows(record))
    expected = {}  # the note of each row by the last acknowledged edit
    acknowledged = under_way = kept_anyway = serial = 0
    begun = time.time()
    for round_ in range(kills):
        server, port = start(program, folder)
        killer = threading.Timer(chance.uniform(0.0, 0.06), server.kill)
        pending = None
        try:
            link = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            killer.start()
            while True:
                serial += 1
                row, note = chance.choice(ids), f"edit {serial}"
                seen = lines(record.read_text())[row]
                pending = (row, note)
                link.request(
                    "POST", f"/cases/tutorial/rows/{row}", urllib.parse.urlencode({
                        "seen": base64.b64encode(seen.encode()).decode(), "cell.note": note,
                        "do": "save"}), {"Content-Type": "application/x-www-form-urlencoded"})
                answer = link.getresponse()
                answer.read()
                assert answer.status == 303, answer.status
                expected[row] = note
                acknowledged += 1
                pending = None
        except (OSError, http.client.HTTPException):
            pass
        killer.cancel()
        server.kill()
        server.wait()
        server.stderr.close()
        under_way += pending is not None
        text = record.read_text()
        assert text.endswith("\n"), f"round {round_}: the file ends within a row"
        width = len(next(csv.reader(io.StringIO(text))))
        assert all(len(row) == width for row in csv.reader(io.StringIO(text))), f"round {round_}"
        found = rows(record)
        assert list(found) == ids, f"round {round_}: rows are missing"
        for row, note in expected.items():
            if found[row]["note"] == note:
                continue
            assert pending and pending == (row, found[row]["note"]), f"round {round_}: {row} lost {note}"
        if pending and found[pending[0]]["note"] == pending[1]:
            expected[pending[0]] = pending[1]
            kept_anyway += 1
    parts = [name for name in os.listdir(record.parent) if name.endswith(".part")]
    print(f"{kills} kills in {time.time() - begun:.0f} s: {acknowledged} edits acknowledged, all kept; "
          f"{under_way} under way, of which {kept_anyway} were whole on disk and the others not at all; "
          f"no file half-written; {len(parts)} temporary files left beside the record")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
