/// Counts what looks like anchors and aliases in a YAML text before it is composed.
///
/// Aliases that stand for aliases make a short text stand for an enormous value. The count errs on
/// the high side: a line of folded text that begins with a star is counted.
struct AliasScan {
  /// How many aliases there seem to be.
  private(set) var aliases = 0
  /// The line of the first anchor there seems to be.
  private(set) var firstAnchor: Int?

  init(_ text: String) {
    var line = 1
    var opens = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "*") where opens:
        aliases += 1
        opens = false
      case UInt8(ascii: "&") where opens:
        if firstAnchor == nil { firstAnchor = line }
        opens = false
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "\n"):
        line += 1
        opens = true
      case UInt8(ascii: "\r"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"):
        opens = true
      default: opens = false
      }
    }
  }
}
