public import Assessment
import Foundation

/// An assessment as JSON for machines and for later comparison.
public enum AssessmentJSON {
  /// The JSON: keys in alphabetical order, numbers in their shortest exact form, a final line break.
  ///
  /// The same assessment gives the same bytes. An array of plain values stays on one line.
  ///
  /// - Throws: `EncodingError` where a number is not finite, which JSON cannot hold.
  public static func encode(_ assessment: CaseAssessment) throws -> String {
    try encode(value: assessment)
  }

  /// Any value in the same form.
  package static func encode(value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return JSONLayout.laidOut(Array(try encoder.encode(value)))
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
    var isInString = false
    var isEscaped = false
    func lineBreak() {
      result.append(0x0A)
      result += [UInt8](repeating: 0x20, count: 2 * depth)
    }
    for (index, byte) in compact.enumerated() {
      if isInString {
        result.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
        result.append(byte)
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
    var isInString = false
    var isEscaped = false
    for (index, byte) in compact.enumerated() {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
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
