#!/usr/bin/env bash
# Fuzzes the readers of text: sentences, acts, days, web pages, feeds, JSON Lines and articles, with
# address checking.
# usage: Fuzz/reading.sh [seconds, 60 unless stated]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
out=.build/fuzz-reading
mkdir -p "$out/found"
. Fuzz/probe.sh
clang -O1 -g -fsanitize=address $(xml2-config --cflags) -I Sources/CMarkup/include \
  -c Sources/CMarkup/markup.c -o "$out/markup.o"
clang -O1 -Wno-c23-extensions -I Sources/CodingTables/include \
  -c Sources/CodingTables/coding_tables.c -o "$out/tables.o"
for module in CMarkup CodingTables; do
  header=$(basename "$(ls Sources/$module/include/*.h | head -1)")
  printf 'module %s { header "%s" export * }\n' "$module" \
    "$PWD/Sources/$module/include/$header" > "$out/$module.modulemap"
done
settings=(-O -swift-version 6 -sanitize=fuzzer,address -parse-as-library -package-name demarche
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature ExistentialAny
  -I "$out" -I Sources/CZlib -Xcc -fmodule-map-file=Sources/CZlib/module.modulemap
  -Xcc "-fmodule-map-file=$out/CMarkup.modulemap"
  -Xcc "-fmodule-map-file=$out/CodingTables.modulemap")
for module in Diplomacy Estimation EventData EventCoding; do
  mapfile -t files < <(find "Sources/$module" -name '*.swift' | sort)
  swiftc "${settings[@]}" -wmo -module-name "$module" -emit-module \
    -emit-module-path "$out/$module.swiftmodule" -c "${files[@]}" -o "$out/$module.o"
done
swiftc "${settings[@]}" -module-name ReadingFuzz Fuzz/ReadingFuzz.swift "$out/Diplomacy.o" \
  "$out/Estimation.o" "$out/EventData.o" "$out/EventCoding.o" "$out/markup.o" "$out/tables.o" -lz -lxml2 \
  -o "$out/reading-fuzz"
# New inputs go to the build folder; the stored corpus is only read.
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 "$out/reading-fuzz" \
  -max_total_time="$seconds" -max_len=4096 -rss_limit_mb=2048 -timeout=20 -artifact_prefix="$out/" \
  "$out/found" Fuzz/ReadingCorpus
