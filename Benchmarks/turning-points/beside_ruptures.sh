#!/usr/bin/env bash
# Times change-in-mean segmentation beside the Python package ruptures, on the same series.
#
#   Benchmarks/turning-points/beside_ruptures.sh [LONGEST]     (default 1000000 points)
#
# ruptures goes into an environment of its own under ${TMPDIR:-/tmp}; nothing else is changed. Every
# run of the peer is stopped after 60 seconds. The series has 20 levels and unit noise; the penalty is
# 3 log n for both. Figures are seconds of processor time of the solution alone, best of three.
set -euo pipefail
cd "$(dirname "$0")/../.."
longest=${1:-1000000}
environment=${TMPDIR:-/tmp}/demarche-ruptures
if [ ! -x "$environment/bin/python" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" --quiet install ruptures==1.1.10 numpy
fi
# The library is compiled into a program of its own, so that the package needs no benchmark product.
build=${TMPDIR:-/tmp}/demarche-segmentation
mkdir -p "$build/Sources/segmentation"
ln -sfn "$PWD" "$build/demarche"
cp Benchmarks/turning-points/segmentation.swift "$build/Sources/segmentation/main.swift"
for target in Diplomacy Estimation Relations; do ln -sfn "$PWD/Sources/$target" "$build/Sources/$target"; done
cat > "$build/Package.swift" <<'P'
// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let package = Package(
  name: "segmentation",
  targets: [
    .target(name: "Diplomacy", swiftSettings: strict),
    .target(name: "Estimation", swiftSettings: strict),
    .target(name: "Relations", dependencies: ["Diplomacy", "Estimation"], swiftSettings: strict),
    .executableTarget(name: "segmentation", dependencies: ["Relations", "Estimation"]),
  ])
P
swift build --package-path "$build" -c release --product segmentation >&2
"$environment/bin/python" Benchmarks/turning-points/beside_ruptures.py \
  "$build/.build/release/segmentation" "$longest"
