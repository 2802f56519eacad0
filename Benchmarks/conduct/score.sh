#!/usr/bin/env bash
# Scores demarche explain on unpacked sets of simulated episodes with known truth.
set -euo pipefail
sets=${1:?usage: score.sh FOLDER-WITH-UNPACKED-SETS}
root=$(cd "$(dirname "$0")/../.." && pwd)
program="$root/.build/release/demarche"
scorer="$root/../shared/tools/score_explanations.py"
answers=$(mktemp)
trap 'rm -f "$answers"' EXIT
for truth in "$sets"/*/truth.json; do
  folder=$(dirname "$truth")
  echo "$(basename "$folder")"
  TIMEFORMAT='  user %U s'
  time "$program" explain "$folder"/ep-* --format jsonl --no-trust >"$answers" 2>/dev/null
  echo "  $(python3 "$scorer" "$truth" "$answers")"
done
