#!/usr/bin/env bash
# Fuzzes the readers from the stored corpus with address checking.
# usage: Fuzz/run.sh [seconds, 60 unless stated]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
out=.build/fuzz
mkdir -p "$out/found"
. Fuzz/probe.sh
# The readers need few modules, so they are compiled straight into the fuzzer, in this order.
modules_needed=(Diplomacy.o EventData.o)
modules="$out/modules"
mkdir -p "$modules"
settings=(-O -swift-version 6 -sanitize=fuzzer,address -parse-as-library -package-name demarche
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature ExistentialAny
  -I "$modules" -I Sources/CZlib -Xcc -fmodule-map-file=Sources/CZlib/module.modulemap)
for object in "${modules_needed[@]}"; do
  module=${object%.o}
  mapfile -t files < <(find "Sources/$module" -name '*.swift' | sort)
  swiftc "${settings[@]}" -wmo -module-name "$module" -emit-module \
    -emit-module-path "$modules/$module.swiftmodule" -c "${files[@]}" -o "$out/$module.o"
done
swiftc "${settings[@]}" -module-name ReaderFuzz Fuzz/Main.swift Fuzz/Targets/*.swift \
  "${modules_needed[@]/#/$out/}" -lz -o "$out/reader-fuzz"
# New inputs go to the build folder; the stored corpus is only read.
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 "$out/reader-fuzz" \
  -max_total_time="$seconds" -max_len=65536 -rss_limit_mb=1024 -artifact_prefix="$out/" \
  "$out/found" Fuzz/Corpus
