#!/usr/bin/env bash
# Solves the same game files with `demarche play` and with pygambit 16.7.0 (PyPI), in one run.
#
# The peer goes into an environment of its own outside the repository, and nothing is written here.
# Usage: Benchmarks/games/beside_pygambit.sh [FOLDER [LIMIT]]
#   FOLDER  with .efg and .nfg files (default: the conformance games beside the repository)
#   LIMIT   seconds for each program, file and task (default 10)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=${1:-$root/../shared/conformance/games}
limit=${2:-10}
home=${PEER_ENVIRONMENT:-${TMPDIR:-/tmp}/demarche-peer-gambit}
program=$root/.build/release/demarche
[ -x "$program" ] || { echo "build first: swift build -c release --product demarche"; exit 69; }
[ -d "$folder" ] || { echo "$folder: there is no such folder of games"; exit 66; }
if ! [ -x "$home/bin/python" ] || ! "$home/bin/python" -c 'import pygambit' 2> /dev/null; then
  python3 -m venv "$home"
  "$home/bin/pip" -q install pygambit==16.7.0
fi
PYTHONDONTWRITEBYTECODE=1 "$home/bin/python" "$here/beside_pygambit.py" "$program" "$folder" "$limit"
