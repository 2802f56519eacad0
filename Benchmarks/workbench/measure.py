#!/usr/bin/env python3
"""Measures the workbench: pages, requests a second, memory, decisions, what-ifs, cancelling.

Usage: Benchmarks/workbench/measure.py PROGRAM   (a release build of demarche-workbench; wrk where installed)
Prints one line a figure. The 20,000 rows are the first case's rows repeated under other ids: simulated.
"""
import csv
import io
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
program = sys.argv[1]
folder = pathlib.Path(tempfile.mkdtemp(prefix="demarche-measure-"))
for name in ("aze-rus-2025", "tutorial", "qat-2017"):
    shutil.copytree(ROOT / "cases" / name, folder / name)


def great(rows):
    """The first case with so many rows."""
    shutil.copytree(ROOT / "cases" / "aze-rus-2025", folder / "great")
    shutil.rmtree(folder / "great" / "coders")
    path = folder / "great" / "events.csv"
    lines = list(csv.reader(path.open()))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(lines[0])
    same = lines[0].index("same_as")
    answers = lines[0].index("answers") if "answers" in lines[0] else None
    for number in range(rows):
        row = list(lines[1 + number % (len(lines) - 1)])
        if number >= len(lines) - 1:
            row[0] = f"{row[0]}-{number // (len(lines) - 1)}"
            row[same] = ""
            if answers is not None:
                row[answers] = ""
        writer.writerow(row)
    path.write_text(out.getvalue())
    case = folder / "great" / "case.yaml"
    case.write_text(re.sub(r"(?ms)^coders:.*?(?=^\S)", "", case.read_text()))


great(20_000)
record = folder / "tutorial" / "events.csv"
rows = list(csv.reader(record.open()))
rows[0] += ["draft", "rule"]
for row in rows[1:]:
    row += ["", ""]
for number in range(60):
    row = list(rows[1])
    row[0] = f"D{number:03}"
    row[-2:] = ["true", "rule"]
    rows.append(row)
with record.open("w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(rows)

server = subprocess.Popen([program, "--workspace", str(folder), "--port", "0"],
                          stderr=subprocess.PIPE, text=True)
base = re.search(r"http://\S+", server.stderr.readline()).group().rstrip("/")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


opener = urllib.request.build_opener(NoRedirect)


def ask(path, fields=None):
    """The seconds an answer took, its status and its bytes."""
    data = urllib.parse.urlencode(fields).encode() if fields is not None else None
    request = urllib.request.Request(base + path, data, {"Accept": "text/html"})
    start = time.perf_counter()
    try:
        with opener.open(request) as answer:
            body = answer.read()
            status = answer.status
    except urllib.error.HTTPError as error:
        body, status = error.read(), error.code
    return time.perf_counter() - start, status, body


def memory():
    text = pathlib.Path(f"/proc/{server.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024


def page(name, path, count=20):
    first = ask(path)
    times = sorted(ask(path)[0] for _ in range(count))
    print(f"{name}: first {first[0] * 1000:.1f} ms, then median {times[count // 2] * 1000:.1f} ms, "
          f"p95 {times[int(count * .95)] * 1000:.1f} ms, {len(first[2]) / 1000:.1f} kB, status {first[1]}", flush=True)


try:
    page("first page", "/")
    page("record, 20,000 rows", "/cases/great/record")
    page("record, 20,000 rows, sorted, filtered", "/cases/great/record?side=AZE&sort=date&order=down&q=russia")
    if shutil.which("wrk"):
        for path in ("/cases/great/record", "/"):
            out = subprocess.run(["wrk", "-t2", "-c32", "-d10s", base + path], capture_output=True, text=True).stdout
            rate = re.search(r"Requests/sec:\s+(\S+)", out).group(1)
            errors = re.search(r"Non-2xx.*|Socket errors.*", out)
            print(f"wrk {path}: {rate} requests/s, {errors.group() if errors else 'no error'}", flush=True)
    before = memory()
    for number in range(10_000):
        ask(("/", "/cases/tutorial/record", "/cases/tutorial/rows/T05", "/cases/tutorial/review")[number % 4])
    print(f"memory: {before:.0f} MB, after 10,000 requests {memory():.0f} MB", flush=True)
    times = []
    for _ in range(50):
        text = ask("/cases/tutorial/review")[2].decode()
        seen = re.search(r'name="seen" value="([^"]*)"', text).group(1)
        row = re.search(r'/review/(D\d+)"', text).group(1)
        took, status, _ = ask(f"/cases/tutorial/review/{row}", {"seen": seen, "do": "accept", "next": ""})
        assert status == 303, status
        times.append(took)
    times.sort()
    print(f"review decision: median {times[25] * 1000:.1f} ms, p95 {times[47] * 1000:.1f} ms", flush=True)
    print(f"what-if, cold: {ask('/cases/aze-rus-2025/whatif/result?without=AR001')[0] * 1000:.0f} ms", flush=True)
    times = []
    for number in range(40, 80):
        took, status, _ = ask(f"/cases/aze-rus-2025/whatif/result?without=AR{number:03}")
        assert status == 200
        times.append(took)
    times.sort()
    print(f"what-if, then: median {times[20] * 1000:.0f} ms, p95 {times[37] * 1000:.0f} ms", flush=True)
    page("game", "/cases/aze-rus-2025/game/result?p.V=9", 8)
    assert ask("/cases/qat-2017/assessment/start", {})[1] == 303
    time.sleep(2)
    print(f"cancel: {ask('/cases/qat-2017/assessment/cancel', {})[0] * 1000:.1f} ms", flush=True)
    time.sleep(.1)
    left = subprocess.run(["pgrep", "-P", str(server.pid)], capture_output=True, text=True).stdout.split()
    print(f"processes left after cancelling: {len(left)}", flush=True)
finally:
    server.send_signal(signal.SIGTERM)
    print(f"stopped with {server.wait(timeout=40)}")
    shutil.rmtree(folder)
