#!/usr/bin/env python3
"""Times `demarche conflict` on large simulated models of options and prints CPU seconds and memory.

Usage: Benchmarks/games/graphs.py [PROGRAM]. Models go to a temporary folder. Preferences are drawn
at random (seed 1), every decision maker moves between all its options, as in a complete model.
"""
import json
import os
import random
import resource
import subprocess
import sys
import tempfile

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
program = sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, ".build/release/demarche")


def bare(options, path):
    """A graph with its moves and payoffs written out."""
    states, first, moves = 1 << sum(options), 0, []
    for count in options:
        mask = ((1 << count) - 1) << first
        moves.append([
            [(state & ~mask | value << first) + 1 for value in range(1 << count)
             if state & ~mask | value << first != state] for state in range(states)])
        first += count
    payoffs = [random.sample(range(states), states) for _ in options]
    with open(path, "w") as file:
        json.dump({"dms": [f"D{i + 1}" for i in range(len(options))], "n_states": states,
                   "moves": moves, "payoffs": payoffs}, file)


def described(options, path):
    """A model of options with a random ranking of statements."""
    names = [[f"o{i}_{j}" for j in range(count)] for i, count in enumerate(options)]
    every = [name for own in names for name in own]
    with open(path, "w") as file:
        file.write("decision_makers:\n")
        for index, own in enumerate(names):
            wishes = [random.choice(["", "!"]) + name for name in random.sample(every, len(every))]
            file.write(f"  - name: D{index + 1}\n    options: [{', '.join(own)}]\n    preferences: ["
                       + ", ".join(f'"{wish}"' for wish in wishes) + "]\n")


random.seed(1)
with tempfile.TemporaryDirectory() as folder:
    for title, make, options in (
        ("1,024 states, 5 decision makers, graph written out", bare, [2] * 5),
        ("1,024 states, 5 decision makers, options", described, [2] * 5),
        ("16,384 states, 6 decision makers, options", described, [3, 3, 2, 2, 2, 2]),
    ):
        path = os.path.join(folder, "model." + ("json" if make is bare else "yaml"))
        make(options, path)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run([program, "conflict", path, "--format", "json"], capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        counts = {}
        if run.returncode == 0:
            counts = {name: len(s) for name, s in json.loads(run.stdout)["equilibria"].items()}
        print(f"{title}: {seconds:.2f} s CPU, at most {after.ru_maxrss // 1024} MB, "
              f"equilibria {counts or run.stderr.decode()[:200]}", flush=True)
