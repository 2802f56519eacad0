#!/usr/bin/env bash
# Fits the same simulated events with `demarche reciprocity` and with hawkes-rs (PyPI), in one run.
#
# The peer goes into an environment of its own outside the repository. Usage:
#   Benchmarks/reciprocity/beside_hawkes_rs.sh [EVENTS]     (default one million, two types)
set -euo pipefail
cd "$(dirname "$0")/../.."
events=${1:-1000000}
home=${TMPDIR:-/tmp}/demarche-peer-hawkes
program=.build/release/demarche
[ -x "$program" ] || { echo "build first: make build"; exit 69; }
[ -x "$home/bin/python" ] || { python3 -m venv "$home"; "$home/bin/pip" -q install hawkes-rs numpy; }
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

"$home/bin/python" - "$events" "$data/events.csv" <<'PY'
import sys, numpy as np
count, path = float(sys.argv[1]), sys.argv[2]
mu, alpha, beta = np.array([.1, .15]), np.array([[.25, .45], [.1, .3]]), 1.2
horizon = count / np.linalg.solve(np.eye(2) - alpha, mu).sum()
random = np.random.default_rng(2006)
t = [random.uniform(0, horizon, random.poisson(m * horizon)) for m in mu]
c = np.concatenate([np.full(len(x), i) for i, x in enumerate(t)]); t = np.concatenate(t)
first, last = 0, len(t)
while last > first:
    new_t, new_c = [], []
    for i in range(2):
        parents = np.repeat(np.arange(first, last), random.poisson(alpha[i, c[first:last]]))
        s = t[parents] + random.exponential(1, len(parents)) / beta
        s = s[s < horizon]; new_t.append(s); new_c.append(np.full(len(s), i))
    t = np.concatenate([t] + new_t); c = np.concatenate([c] + new_c)
    first, last = last, len(t)
order = np.argsort(t, kind="stable")
np.savetxt(path, np.c_[t[order], c[order]], fmt=["%.6f", "%d"], delimiter=",", header="time,type", comments="")
print(f"{len(t)} simulated events of two types")
PY

start=$(date +%s.%N)
"$program" reciprocity "$data/events.csv" --prior none --format json > "$data/mine.json"
end=$(date +%s.%N)
"$home/bin/python" - "$data" "$start" "$end" <<'PY'
import json, sys, time, numpy as np
from hawkes import multivariate
folder, start, end = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
mine = json.load(open(folder + "/mine.json"))
table = np.loadtxt(folder + "/events.csv", delimiter=",", skiprows=1)
events = [np.ascontiguousarray(table[table[:, 1] == i, 0]) for i in (0, 1)]
horizon = float(table[-1, 0])
begun = time.perf_counter()
fit = multivariate.fit(events, horizon)
peer = time.perf_counter() - begun
parameters = fit.parameters() if callable(fit.parameters) else fit.parameters
likelihood = -multivariate.negative_log_likelihood(parameters, events, horizon)
print(f"demarche   whole command with reading and errors {end - start:6.2f} s  log-likelihood {mine['logLikelihood']:.6f}")
print(f"hawkes-rs  fit alone                             {peer:6.2f} s  log-likelihood {likelihood:.6f}")
print(f"ratio {peer / (end - start):.1f}")
PY
