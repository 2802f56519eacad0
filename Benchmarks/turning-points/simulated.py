#!/usr/bin/env python3
"""Scores `demarche turning-points` on fresh simulated series of many kinds with known turns.

Prints, for each kind, in how many series the turns are all right (as many, each within 5 points):
with the places the command names, and with the points of highest likelihood of the same division,
which `--path` lists. All series are simulated. Needs numpy.

    Benchmarks/turning-points/simulated.py --program .build/release/demarche --series 200 --seed 8
"""
import argparse
import json
import subprocess

import numpy as np


def places(rng, n, k, gap):
    while True:
        found = np.sort(rng.choice(np.arange(gap, n - gap + 1), k, replace=False)) if k else []
        if k == 0 or np.diff(np.r_[0, found, n]).min() >= gap:
            return [int(v) for v in found]


def steps(turns, n, values):
    x = np.empty(n)
    edges = [0] + turns + [n]
    for value, a, b in zip(values, edges, edges[1:]):
        x[a:b] = value
    return x


def jumps(rng, k, low, high):
    values = [0.0]
    for _ in range(k):
        values.append(values[-1] + rng.choice([-1, 1]) * rng.uniform(low, high))
    return values


def memory(rng, n, r):
    e = rng.standard_normal(n + 50)
    x = np.zeros(n + 50)
    for i in range(1, n + 50):
        x[i] = r * x[i - 1] + e[i]
    return x[50:] * np.sqrt(1 - r * r)


def few(rng, n, k, gap, long):
    return places(rng, n, k, max(gap, n // 12)) if n >= long else places(rng, n, min(k, 1), 30)


def sparse(rng, n, quiet, mean):
    x = np.round(mean + 3 * rng.standard_normal(n), 1)
    x[rng.random(n) < quiet] = 0
    return x


def series(kind, rng):
    n = int(rng.integers(80, 501))
    k = int(rng.integers(0, 5))
    gap = max(15, n // 12)
    noise = rng.standard_normal(n)
    if kind == "levels":
        c = places(rng, n, k, gap)
        return steps(c, n, jumps(rng, k, 1, 3)) + noise, c
    if kind == "short":
        n, k = int(rng.integers(15, 61)), int(rng.integers(0, 3))
        c = places(rng, n, k, max(5, n // 6))
        return steps(c, n, jumps(rng, k, 2, 5)) + rng.standard_normal(n), c
    if kind == "heavy tails":
        c = places(rng, n, k, gap)
        return steps(c, n, jumps(rng, k, 1.5, 4)) + rng.standard_t(3, n), c
    if kind == "wild values":
        c = places(rng, n, k, gap)
        x = steps(c, n, jumps(rng, k, 2, 4)) + noise
        i = rng.choice(n, max(1, n // 50), False)
        x[i] += rng.choice([-1, 1], len(i)) * rng.uniform(8, 20, len(i))
        return x, c
    if kind == "counts":
        c = places(rng, n, k, gap)
        return rng.poisson(steps(c, n, np.exp(np.array(jumps(rng, k, .5, 1.4))
                                              + rng.normal(.7, .6)))).astype(float), c
    if kind == "clustered counts":
        c = places(rng, n, k, gap)
        m = steps(c, n, np.exp(np.array(jumps(rng, k, .8, 1.8)) + rng.normal(.9, .6)))
        return rng.poisson(rng.gamma(3, m / 3)).astype(float), c
    if kind == "rates 1, 4, 2, 0.5":
        return rng.poisson(steps([50, 90, 140], 200, [1, 4, 2, .5])).astype(float), [50, 90, 140]
    if kind == "memory":
        c = few(rng, n, k, 30, 200)
        return steps(c, n, jumps(rng, len(c), 2, 5)) + memory(rng, n, rng.uniform(.3, .6)), c
    if kind == "breaks of slope":
        c = places(rng, n, 1, n // 4)
        t, s = np.arange(n), rng.choice([-1, 1]) * rng.uniform(6, 14) / n
        back = rng.uniform(.3, 1.2)
        return 3 * np.where(t < c[0], s * t, s * c[0] - s * back * (t - c[0])) + noise, c
    if kind == "spread":
        c = few(rng, n, k, 30, 201)
        v = [1.0]
        for _ in c:
            v.append(v[-1] * rng.choice([1 / 3, 3.0]) if .3 < v[-1] < 3 else 1.0)
        return steps(c, n, v) * noise, c
    if kind == "levels with season":
        c = few(rng, n, k, 36, 220)
        season = rng.uniform(.5, 1.2) * np.sin(2 * np.pi * np.arange(n) / 12)
        return steps(c, n, jumps(rng, len(c), 2, 5)) + season + .5 * noise, c
    if kind == "sparse":
        c = places(rng, n, 1, 30)
        return np.r_[sparse(rng, c[0], .75, 1), sparse(rng, n - c[0], .3, -4)], c
    if kind == "none: noise":
        return noise, []
    if kind == "none: heavy tails":
        return rng.standard_t(3, n), []
    if kind == "none: counts":
        return rng.poisson(np.exp(rng.normal(.7, .8)), n).astype(float), []
    if kind == "none: sparse":
        return sparse(rng, n, rng.uniform(.5, .9), rng.normal()), []
    if kind == "none: memory":
        return memory(rng, n, rng.uniform(.2, .7)), []
    if kind == "none: trend":
        return np.arange(n) * rng.uniform(-4, 4) / n * 3 + noise, []
    season = rng.uniform(1, 3) * np.sin(2 * np.pi * np.arange(n) / 12 + rng.uniform(0, 6))
    return season + noise * rng.uniform(.3, 1), []


KINDS = ["levels", "short", "heavy tails", "wild values", "counts", "clustered counts",
         "rates 1, 4, 2, 0.5", "memory", "breaks of slope", "spread", "levels with season", "sparse",
         "none: noise", "none: heavy tails", "none: counts", "none: sparse", "none: memory",
         "none: trend", "none: season"]


def answer(program, text, *words):
    run = subprocess.run([program, "turning-points", "-", "--format", "json", *words],
                         input=text, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def right(found, truth):
    return len(found) == len(truth) and all(abs(a - b) <= 5 for a, b in zip(found, truth))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=".build/release/demarche")
    parser.add_argument("--series", type=int, default=200)
    parser.add_argument("--seed", type=int, default=8)
    options = parser.parse_args()
    totals = []
    for number, kind in enumerate(KINDS):
        rng = np.random.default_rng([options.seed, number])
        named, highest = [], []
        for _ in range(options.series):
            x, truth = series(kind, rng)
            text = "value\n" + "\n".join(f"{v:.8g}" for v in x) + "\n"
            found = [p["index"] for p in answer(options.program, text)["turningPoints"]]
            named.append(right(found, truth))
            if not truth and not found:
                highest.append(True)
            else:
                path = answer(options.program, text, "--path")
                chosen = next(d for d in path["divisions"] if d["isChosen"])
                highest.append(right(chosen["changePoints"], truth))
        share = np.mean(named)
        error = (share * (1 - share) / len(named)) ** .5
        beside = f"; at the point of highest likelihood {np.mean(highest):.3f}"
        print(f"simulated {kind}: right {share:.3f} (s.e. {error:.3f}){beside}", flush=True)
        totals.append(share)
    print(f"mean over {len(KINDS)} kinds of {options.series} simulated series: "
          f"{np.mean(totals):.3f}")


if __name__ == "__main__":
    main()
