# Sourced with $out set: ends the run where the toolchain cannot fuzz.
# Not every toolchain brings the fuzzing runtime: say so and let the rest of a run go on.
echo '@_cdecl("LLVMFuzzerTestOneInput") public func f(_: UnsafePointer<UInt8>, _: Int) -> CInt { 0 }' \
  > "$out/probe.swift"
if ! swiftc -parse-as-library -sanitize=fuzzer,address "$out/probe.swift" -o "$out/probe" \
  2> "$out/probe.log"; then
  echo "fuzzing skipped: this Swift toolchain cannot link -sanitize=fuzzer,address"
  exit 0
fi
