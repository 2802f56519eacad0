#!/usr/bin/env bash
# Remakes Sources/Conduct/Calibration/CalibrationTable+Shipped.swift by simulation.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
program="${DEMARCHE:-$root/.build/release/demarche}"
table="$root/Sources/Conduct/Calibration/CalibrationTable+Shipped.swift"
"$program" calibrate-explanations "$@" >"$table.new"
mv "$table.new" "$table"
swift format --in-place "$table"
