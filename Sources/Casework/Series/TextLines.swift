import Foundation

/// The lines of a text, without their ends, with a look at the one ahead.
struct TextLines: IteratorProtocol {
  /// A line with its number, counted from 1.
  struct Line {
    let bytes: ArraySlice<UInt8>
    let number: Int
  }

  private let data: [UInt8]
  private var start: Int
  private var number = 0

  /// Prepares a text; a byte order mark is left out.
  init(_ data: Data) {
    self.data = Array(data)
    start = data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next line.
  mutating func next() -> Line? {
    guard start < data.endIndex else { return nil }
    var end = start
    while end < data.count, data[end] != 0x0A { end += 1 }
    let following = end < data.endIndex ? end + 1 : end
    if end > start, data[end - 1] == 0x0D { end -= 1 }
    number += 1
    let line = Line(bytes: data[start..<end], number: number)
    start = following
    return line
  }

  /// The line after the last one given out.
  func peek() -> Line? {
    var ahead = self
    return ahead.next()
  }
}

/// The fields of a line.
package enum DelimitedFields {
  /// Splits a line; a field in double quotes may hold the separator, and two quotes stand for one.
  package static func split(_ line: ArraySlice<UInt8>, by separator: UInt8) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var bytes = line.makeIterator()
    var byte = bytes.next()
    while let current = byte {
      byte = bytes.next()
      if quoted {
        if current != 0x22 {
          field.append(current)
        } else if byte == 0x22 {
          field.append(0x22)
          byte = bytes.next()
        } else {
          quoted = false
        }
      } else if current == 0x22 && field.isEmpty {
        quoted = true
      } else if current == separator {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      } else {
        field.append(current)
      }
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }

  /// The number that a line of digits holds, or nothing where it needs a closer look.
  static func plainNumber(_ line: ArraySlice<UInt8>) -> Double? {
    guard line.count < 40 else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: line.count + 1) { text in
      var length = 0
      for byte in line {
        guard byte == 0x2D || byte == 0x2E || (0x30...0x39).contains(byte) || byte == 0x65 else {
          return nil
        }
        text[length] = CChar(bitPattern: byte)
        length += 1
      }
      guard length > 0, let base = text.baseAddress else { return nil }
      text[length] = 0
      var end: UnsafeMutablePointer<CChar>?
      let value = strtod(base, &end)
      return end == base + length && value.isFinite ? value : nil
    }
  }
}
