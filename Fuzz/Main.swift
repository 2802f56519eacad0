/// A reader that is fed with any bytes whatever.
struct FuzzTarget: Sendable {
  /// The name, with which the files of its corpus begin.
  let name: String
  /// Reads the bytes; it may refuse them, and may neither crash nor give an account that does not
  /// balance.
  let feed: @Sendable (UnsafeBufferPointer<UInt8>) -> Void
}

/// Every target, in the order of the first byte of an input. New ones go to the end, so that the
/// stored corpus keeps its meaning; `make_corpus.py` lists them in the same order.
let targets: [FuzzTarget] =
  [
    eventTarget, mentionTarget, dailySumTarget, caseRecordTarget, conditionTarget,
    aggregationTarget,
  ]

/// What libFuzzer calls with every input: the first byte chooses the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let choice = bytes.first else { return 0 }
  targets[Int(choice) % targets.count].feed(UnsafeBufferPointer(rebasing: bytes.dropFirst()))
  return 0
}
