#!/usr/bin/env bash
# Fits the same simulated events with `demarche reciprocity` and with hawkes-rs (PyPI), in one run.
#
# Both sides fit by turns, three times each; the median counts. Two ratios are printed: fit against
# fit, and the peer's fit alone against our whole command with reading, errors and goodness of fit.
# The peer goes into an environment of its own outside the repository. Usage:
#   Benchmarks/reciprocity/beside_hawkes_rs.sh [EVENTS [TYPES]]   (default 1000000 events, 2 types)
#   ONE_CORE=1 Benchmarks/reciprocity/beside_hawkes_rs.sh         both sides on one core
set -euo pipefail
cd "$(dirname "$0")/../.."
events=${1:-1000000}
types=${2:-2}
home=${TMPDIR:-/tmp}/demarche-peer-hawkes
program=${DEMARCHE_BINARY:-.build/release/demarche}
[ -x "$program" ] || { echo "build first: make build"; exit 69; }
[ -x "$home/bin/python" ] || { python3 -m venv "$home"; "$home/bin/pip" -q install hawkes-rs numpy; }
pinned=()
[ -z "${ONE_CORE:-}" ] || pinned=(taskset -c 0)
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

"$home/bin/python" Benchmarks/reciprocity/simulate.py "$events" "$types" "$data/events.csv"

for turn in 1 2 3; do
  ${pinned[@]+"${pinned[@]}"} "$home/bin/python" Benchmarks/reciprocity/timed.py "$data/mine.$turn" \
    "$program" reciprocity "$data/events.csv" --prior none --format json --timings
  ${pinned[@]+"${pinned[@]}"} "$home/bin/python" Benchmarks/reciprocity/peer.py \
    "$data/events.csv" > "$data/peer.$turn"
done
"$home/bin/python" Benchmarks/reciprocity/compare.py "$data"
