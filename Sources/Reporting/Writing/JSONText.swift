import Foundation

/// Any value as JSON: the one writer of every command.
package enum JSONText {
  /// The text: keys in alphabetical order, numbers in their shortest exact form, a final line break.
  ///
  /// The same value gives the same bytes.
  ///
  /// - Parameters:
  ///   - value: What to write.
  ///   - onOneLine: Whether all stands on one line; else an array of plain values does.
  /// - Throws: `EncodingError` where a number is not finite, which JSON cannot hold.
  package static func text(_ value: some Encodable, onOneLine: Bool = false) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let compact = Array(try encoder.encode(value))
    return onOneLine
      ? String(decoding: compact, as: UTF8.self) + "\n" : JSONLayout.laidOut(compact)
  }

  /// A list of values: one value alone stands for itself, several as an array.
  package static func text(ofOneOrMore values: [some Encodable]) throws -> String {
    if values.count == 1 { return try text(values[0]) }
    return try text(values)
  }
}

/// Compact JSON set on lines for people and for line-based comparison.
enum JSONLayout {
  /// The text of valid compact JSON, indented by two, arrays of plain values on one line.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  static func laidOut(_ compact: [UInt8]) -> String {
    let isPlain = plainArrays(in: compact)
    var result: [UInt8] = []
    result.reserveCapacity(compact.count * 5 / 4)
    var depth = 0
    var inlineDepth = 0
    var text = OpenText()
    func lineBreak() {
      result.append(0x0A)
      result += [UInt8](repeating: 0x20, count: 2 * depth)
    }
    for (index, byte) in compact.enumerated() {
      if text.holds(byte) {
        result.append(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        result.append(byte)
        if inlineDepth > 0 || isPlain.contains(index) {
          inlineDepth += 1
        } else {
          depth += 1
          lineBreak()
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if inlineDepth > 0 {
          inlineDepth -= 1
        } else {
          depth -= 1
          lineBreak()
        }
        result.append(byte)
      case UInt8(ascii: ","):
        result.append(byte)
        if inlineDepth > 0 { result.append(0x20) } else { lineBreak() }
      case UInt8(ascii: ":"):
        result += ": ".utf8
      default: result.append(byte)
      }
    }
    result.append(0x0A)
    return String(decoding: result, as: UTF8.self)
  }

  /// Where arrays and objects start that hold no array and no object, objects only when empty.
  private static func plainArrays(in compact: [UInt8]) -> Set<Int> {
    var plain: Set<Int> = []
    var open: [(start: Int, isPlain: Bool)] = []
    var text = OpenText()
    for (index, byte) in compact.enumerated() {
      if text.holds(byte) { continue }
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if let last = open.indices.last { open[last].isPlain = false }
        let isEmpty = index + 1 < compact.count && compact[index + 1] == byte + 2
        open.append((index, byte == UInt8(ascii: "[") || isEmpty))
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let last = open.popLast(), last.isPlain { plain.insert(last.start) }
      default: break
      }
    }
    return plain
  }
}

/// Whether bytes of JSON stand within a text, its quotation marks included.
private struct OpenText {
  private var isOpen = false
  private var isEscaped = false

  /// Takes the next byte; true where it belongs to a text.
  mutating func holds(_ byte: UInt8) -> Bool {
    guard isOpen else {
      isOpen = byte == UInt8(ascii: "\"")
      return isOpen
    }
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isOpen = false
    }
    return true
  }
}
