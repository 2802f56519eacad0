/// Splits the bytes of a CSV file into rows of fields, as places and not as copies.
///
/// Rows end in LF, CRLF or CR. A field in quotes may hold line breaks, commas and doubled quotes.
///
/// > Shafranovich, Y. "Common Format and MIME Type for Comma-Separated Values (CSV) Files." RFC
/// > 4180, 2005.
package struct CSVScanner: Sendable {
  /// The line at which the next row starts, counted from one.
  package private(set) var line = 1

  /// Makes a scanner at the start of a file.
  package init() {}

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  /// Reads one row.
  ///
  /// - Parameters:
  ///   - bytes: The bytes held.
  ///   - start: The offset at which the row starts.
  ///   - isAtEnd: Whether nothing follows the bytes held.
  ///   - row: The row that is filled.
  /// - Returns: The offset after the row, or nothing where its end is not among the bytes held.
  /// - Complexity: O(*n*), where *n* is the length of the row.
  package mutating func next(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool, into row: inout CSVRow
  ) -> Int? {
    var at = start
    var line = self.line
    var seen: UInt8 = 0
    row.fields.removeAll(keepingCapacity: true)
    row.faults.removeAll(keepingCapacity: true)
    row.line = line
    let end = bytes.count
    while true {
      if at < end, bytes[at] == Self.quote {
        guard
          let after = quoted(
            bytes, from: at + 1, isAtEnd: isAtEnd, line: &line, seen: &seen, into: &row)
        else { return nil }
        at = after
      } else {
        let first = at
        var stray = false
        while at < end {
          let byte = bytes[at]
          if byte == Self.comma || byte == Self.feed || byte == Self.carriage { break }
          if byte == Self.quote { stray = true }
          seen |= byte
          at += 1
        }
        if at == end && !isAtEnd { return nil }
        row.fields.append(CSVField(start: first, end: at, hasDoubledQuotes: false))
        if stray { row.faults.append((.strayQuote, line)) }
      }
      if at < end, bytes[at] == Self.comma {
        at += 1
        if at == end && !isAtEnd { return nil }
        continue
      }
      if at < end, bytes[at] == Self.carriage {
        if at + 1 == end && !isAtEnd { return nil }
        at += at + 1 < end && bytes[at + 1] == Self.feed ? 2 : 1
        line += 1
      } else if at < end {
        at += 1
        line += 1
      }
      row.isASCII = seen < 0x80
      self.line = line
      return at
    }
  }

  /// Reads a field whose opening quote is behind; gives the offset of what ends the field.
  private func quoted(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, isAtEnd: Bool, line: inout Int,
    seen: inout UInt8, into row: inout CSVRow
  ) -> Int? {
    let opened = line
    let end = bytes.count
    var at = first
    var doubled = false
    while at < end {
      let byte = bytes[at]
      if byte == Self.quote {
        if at + 1 == end && !isAtEnd { return nil }
        guard at + 1 < end, bytes[at + 1] == Self.quote else { break }
        doubled = true
        at += 2
        continue
      }
      if byte == Self.feed
        || (byte == Self.carriage && !(at + 1 < end && bytes[at + 1] == Self.feed))
      {
        line += 1
      }
      seen |= byte
      at += 1
    }
    guard at < end else {
      guard isAtEnd else { return nil }
      row.faults.append((.unclosedQuote, opened))
      row.fields.append(CSVField(start: first, end: end, hasDoubledQuotes: doubled))
      return end
    }
    row.fields.append(CSVField(start: first, end: at, hasDoubledQuotes: doubled))
    at += 1
    let closed = at
    while at < end, bytes[at] != Self.comma, bytes[at] != Self.feed, bytes[at] != Self.carriage {
      at += 1
    }
    if at == end && !isAtEnd { return nil }
    if at > closed { row.faults.append((.textAfterQuote, line)) }
    return at
  }

  /// The text of a field, doubled quotes made single; bytes that are not UTF-8 are replaced.
  package static func text(_ field: CSVField, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let slice = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
    guard field.hasDoubledQuotes else { return String(decoding: slice, as: UTF8.self) }
    return String(decoding: single(slice), as: UTF8.self)
  }

  /// Bytes with doubled quotes made single.
  package static func single(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    var wasQuote = false
    for byte in bytes {
      if byte == quote, wasQuote {
        wasQuote = false
      } else {
        wasQuote = byte == quote
        copy.append(byte)
      }
    }
    return copy
  }
}
