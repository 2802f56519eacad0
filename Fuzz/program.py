#!/usr/bin/env python3
"""Fuzzes the whole program with files and options, under limits of time and memory.

Targets: case folders as a whole, values of options, game files, series files, event files. A run is a
finding where the program dies by a signal, keeps no time, writes NaN or infinity with exit code 0, writes
a control character, or changes a file that it was only given to read.

    python3 Fuzz/program.py PROGRAM --seconds 120 --seed 1 [--target cases|options|games|series|events]
"""
import argparse
import hashlib
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WILD = ["", "0", "-1", "1e308", "-1e308", "1e-320", "nan", "inf", "9223372036854775807", "1e400",
        "18446744073709551616", "=cmd()", "\x1b[31m", "\u202e", "\0", "010", "10", "2020-02-30",
        "1/2/2020", "NA", "\"", "'", ";", "{", "*a", "&a", "../../x", "\r\n", "e\u0301", "SUN", "non-state"]
NUMBERS = ["0", "-1", "1", "3", "1e300", "1e-300", "nan", "inf", "9223372036854775807", "4294967296"]


def mutate(data, dice):
    """One to four changes of bytes, fields or lines."""
    data = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        kind = dice.randrange(6)
        if not data:
            return bytes(dice.choice(WILD).encode("utf-8", "surrogatepass"))
        at = dice.randrange(len(data))
        if kind == 0:
            data[at] = dice.randrange(256)
        elif kind == 1:
            del data[at:at + dice.randint(1, 40)]
        elif kind == 2:
            data[at:at] = dice.choice(WILD).encode("utf-8")
        elif kind == 3:
            lines = bytes(data).split(b"\n")
            lines.insert(dice.randrange(len(lines) + 1), dice.choice(lines))
            data = bytearray(b"\n".join(lines))
        elif kind == 4:
            fields = re.split(rb"([,\t:\n ])", bytes(data))
            fields[dice.randrange(len(fields))] = dice.choice(WILD).encode("utf-8")
            data = bytearray(b"".join(fields))
        else:
            data = bytearray(bytes(data).replace(b"\n", b"\r\n"))
    return bytes(data)


def limits(seconds):
    """Bounds of memory and of time worked, which a busy machine does not stretch."""
    def set_limits():
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    return set_limits


def series(dice):
    header = dice.choice(["", "v\n", "day,v\n", "date,v\n", "month,a,b\n"])
    columns = header.count(",") + 1
    rows = []
    for index in range(dice.randint(3, 60)):
        row = [f"{dice.gauss(0, 3):.3f}" for _ in range(columns)]
        if header.startswith("date"):
            row[0] = f"2020-{1 + index // 28:02d}-{1 + index % 28:02d}"
        elif header.startswith(("day", "month")):
            row[0] = str(index)
        rows.append(",".join(row))
    return (header + "\n".join(rows) + "\n").encode()


def game(dice):
    """A crisis, a tree or a table of a size that may ask for too much."""
    form = dice.randrange(3)
    if form == 0:
        moves = dice.randint(1, 8)
        options = dice.randint(2, 5)
        text = ("title: t\nplayers: [{id: A, name: a},{id: B, name: b}]\nfocal: A\n"
                "parameters: [{name: V, value: 10, what: w, low: 1, high: 20}]\n"
                "types: [{id: t1, chance: \"0.5\"},{id: t2, chance: \"0.5\"}]\nmoves:\n")
        for move in range(moves):
            names = ", ".join(f"o{o}" for o in range(options))
            text += f"  - {{ id: m{move}, by: {'AB'[move % 2]}, options: [{names}] }}\n"
        text += "stakes: [{what: s, to: A, amount: V, when: {m0: o0}}]\nstory: t1\n"
        if dice.random() < 0.5:
            text += "observed: [{m0: o0}]\n"
        return text.encode(), ".yaml"
    if form == 1:
        count = dice.choice([3, 50, 2000])
        text = 'EFG 2 R "t" { "a" "b" }\n'
        for i in range(count):
            text += f'p "" {1 + i % 2} {i + 1} "" {{ "s" "g" }} 0\nt "" {i + 1} "" {{ {i}, {count - i} }}\n'
        return (text + f't "" {count + 1} "" {{ 1, 1 }}\n').encode(), ".efg"
    a, b = dice.randint(1, 30), dice.randint(1, 30)
    text = f'NFG 1 R "t" {{ "a" "b" }} {{ {a} {b} }}\n'
    return (text + " ".join(str(dice.randint(-9, 9)) for _ in range(2 * a * b)) + "\n").encode(), ".nfg"


def plan(target, folder, dice):
    """The files of a run and its arguments; the first file is only to be read."""
    def put(name, data):
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(data)
        return path
    if target == "cases":
        case = os.path.join(folder, "case")
        shutil.copytree(os.path.join(ROOT, "cases", dice.choice(["tutorial", "qat-2017"])), case)
        names = sorted(n for n in os.listdir(case) if n.endswith((".yaml", ".csv")))
        for name in dice.sample(names, dice.randint(1, 2)):
            path = os.path.join(case, name)
            with open(path, "rb") as file:
                data = file.read()
            with open(path, "wb") as file:
                file.write(mutate(data, dice))
        command = dice.choice([["check", case], ["ledger", case], ["check", case, "--format", "json"],
                               ["channels", case]])
        return command, 60
    if target == "games":
        data, ending = game(dice)
        path = put("game" + ending, mutate(data, dice) if dice.random() < 0.6 else data)
        command = ["play", path, "--timeout", "1"]
        if dice.random() < 0.3:
            command += ["--lambda", "1"]
        return command, 12
    if target == "events":
        corpus = os.path.join(ROOT, "Fuzz", "Corpus")
        names = sorted(n for n in os.listdir(corpus) if n.startswith(("events", "mentions", "sums")))
        with open(os.path.join(corpus, dice.choice(names)), "rb") as file:
            path = put("rows", mutate(file.read(), dice))
        if dice.random() < 0.5:
            return ["aggregate", path, "--count", "--skip-invalid"], 20
        return ["import", "--store", os.path.join(folder, "s.db"), "--skip-invalid", path], 20
    path = put("s.csv", mutate(series(dice), dice) if dice.random() < 0.7 else series(dice))
    if target == "series":
        return dice.choice([["course", path], ["course", path, "--trend", "--format", "csv"],
                            ["turning-points", path], ["turning-points", path, "--format", "json"],
                            ["reciprocity", path, "--totals"], ["course", path, "--format", "json"]]), 60
    option, command = dice.choice([
        ("--minimum-length", ["turning-points", path]), ("--credibility", ["turning-points", path]),
        ("--freedom", ["course", path, "--noise", "t"]), ("--lags", ["reciprocity", path, "--totals"]),
        ("--draws", ["reciprocity", path]), ("--simulations", ["reciprocity", path]),
        ("--delay", ["reciprocity", path]), ("--resolution", ["reciprocity", path]),
        ("--from", ["reciprocity", path]), ("--cores", ["aggregate", path, "--count"]),
        ("--timeout", ["play", path]), ("--lambda", ["play", path]), ("--limit", ["events", "--store", path]),
        ("--column", ["course", path])])
    return command + [option, dice.choice(NUMBERS + WILD).replace("\0", "")], 60


def sums(folder):
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            if not name.startswith("s.db") and not name.endswith(".rejected.tsv"):
                with open(path, "rb") as file:
                    found[path] = hashlib.sha256(file.read()).hexdigest()
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", default="all")
    choices = parser.parse_args()
    choices.program = os.path.abspath(choices.program)
    targets = ["cases", "options", "games", "series", "events"] if choices.target == "all" else [choices.target]
    end = time.monotonic() + choices.seconds
    counts = dict.fromkeys(targets, 0)
    findings = 0
    run = 0
    while time.monotonic() < end:
        seed = choices.seed * 1_000_003 + run
        target = targets[run % len(targets)]
        run += 1
        dice = random.Random(seed)
        folder = tempfile.mkdtemp(prefix="demarche-fuzz-")
        try:
            command, most = plan(target, folder, dice)
            before = sums(folder)
            reason = None
            try:
                done = subprocess.run([choices.program] + command, capture_output=True, timeout=20 * most,
                                      preexec_fn=limits(most), cwd=folder, env=dict(os.environ, HOME=folder))
                if -done.returncode == signal.SIGXCPU:
                    reason = f"did not end in {most} s of work"
                elif done.returncode < 0 or done.returncode > 127:
                    reason = f"died with {done.returncode}"
                elif done.returncode == 0 and re.search(rb"(?i)(?<![a-z])(nan|inf)(?![a-z])", done.stdout):
                    reason = "writes NaN or infinity"
                elif re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", done.stdout + done.stderr):
                    reason = "writes a control character"
                elif sums(folder) != before and any(sums(folder).get(p) != s for p, s in before.items()):
                    reason = "changed a file it reads"
            except subprocess.TimeoutExpired:
                reason = f"did not end in {20 * most} s"
            counts[target] += 1
            if reason:
                findings += 1
                kept = f"/tmp/demarche-finding-{target}-{seed}"
                shutil.rmtree(kept, ignore_errors=True)
                shutil.copytree(folder, kept)
                print(f"{target} {seed}: {reason}: {' '.join(command)} (kept in {kept})", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{sum(counts.values())} runs, {findings} findings; " + ", ".join(f"{t} {n}" for t, n in counts.items()))
    sys.exit(1 if findings else 0)


main()
