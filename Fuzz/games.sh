#!/usr/bin/env bash
# Fuzzes the readers of game files and of statements over options, with address checking.
# usage: Fuzz/games.sh [seconds, 60 unless stated]      (after a build, which fetches BigInt)
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
out=.build/fuzz-games
mkdir -p "$out/found"
bigint=.build/checkouts/BigInt/Sources
[ -d "$bigint" ] || { echo "build first: swift build"; exit 69; }
. Fuzz/probe.sh
common=(-O -sanitize=fuzzer,address -parse-as-library -I "$out")
settings=("${common[@]}" -swift-version 6 -package-name demarche
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature ExistentialAny)
compile() { # module folder settings...
  mapfile -t files < <(find "$2" -name '*.swift' | sort)
  swiftc "${@:3}" -wmo -module-name "$1" -emit-module \
    -emit-module-path "$out/$1.swiftmodule" -c "${files[@]}" -o "$out/$1.o"
}
compile BigInt "$bigint" "${common[@]}" -swift-version 5 -suppress-warnings
compile Estimation Sources/Estimation "${settings[@]}"
compile Games Sources/Games "${settings[@]}"
compile Strategy Sources/Strategy "${settings[@]}"
swiftc "${settings[@]}" -module-name GameFuzz Fuzz/GameFuzz.swift \
  "$out/BigInt.o" "$out/Estimation.o" "$out/Games.o" "$out/Strategy.o" -o "$out/game-fuzz"
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 "$out/game-fuzz" \
  -max_total_time="$seconds" -max_len=4096 -rss_limit_mb=2048 -timeout=20 -artifact_prefix="$out/" \
  "$out/found" Fuzz/GameCorpus
