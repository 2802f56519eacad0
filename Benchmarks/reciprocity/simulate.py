"""Simulates events of a Hawkes process by its branching: simulate.py EVENTS TYPES FILE."""
import sys

import numpy as np

count, types, path = float(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
random = np.random.default_rng(2006)
if types == 2:
    mu, alpha, beta = np.array([0.1, 0.15]), np.array([[0.25, 0.45], [0.1, 0.3]]), 1.2
else:
    alpha = np.where(random.uniform(size=(types, types)) < 0.25, random.uniform(0.05, 0.35, (types, types)), 0.0)
    np.fill_diagonal(alpha, 0.2)
    alpha *= 0.7 / max(abs(np.linalg.eigvals(alpha)))
    mu, beta = random.uniform(0.02, 0.08, types), 1.0
horizon = count / np.linalg.solve(np.eye(types) - alpha, mu).sum()
born = [random.uniform(0, horizon, random.poisson(m * horizon)) for m in mu]
kind = np.concatenate([np.full(len(x), i) for i, x in enumerate(born)])
time = np.concatenate(born)
first, last = 0, len(time)
while last > first:
    times, kinds = [], []
    for i in range(types):
        parents = np.repeat(np.arange(first, last), random.poisson(alpha[i, kind[first:last]]))
        children = time[parents] + random.exponential(1, len(parents)) / beta
        children = children[children < horizon]
        times.append(children)
        kinds.append(np.full(len(children), i))
    time, kind = np.concatenate([time] + times), np.concatenate([kind] + kinds)
    first, last = last, len(time)
order = np.argsort(time, kind="stable")
np.savetxt(path, np.c_[time[order], kind[order]], fmt=["%.9f", "%d"], delimiter=",", header="time,type", comments="")
print(f"{len(time)} simulated events of {types} types")
