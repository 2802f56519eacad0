/// Where a field of a row stands in the bytes it was read from.
package struct CSVField: Hashable, Sendable {
  /// The offset of the first byte of the content, after an opening quote.
  package let start: Int
  /// The offset after the last byte of the content.
  package let end: Int
  /// Whether the content holds doubled quotes.
  package let hasDoubledQuotes: Bool
}

/// A row of a CSV file as places in the bytes it was read from.
package struct CSVRow: Sendable {
  /// Something in the row that RFC 4180 does not allow.
  package enum Fault: Hashable, Sendable {
    /// A quote within a field that does not start with one.
    case strayQuote
    /// Text after the closing quote of a field.
    case textAfterQuote
    /// A quoted field that the file ends in.
    case unclosedQuote
  }

  /// The fields in order.
  package var fields: [CSVField] = []
  /// The line on which the row starts, counted from one.
  package var line = 1
  /// Faults with the line on which each was met.
  package var faults: [(fault: Fault, line: Int)] = []
  /// Whether every byte is ASCII.
  package var isASCII = true

  /// Makes an empty row.
  package init() {}

  /// Whether the row is a line with nothing on it.
  package var isBlank: Bool { fields.count == 1 && fields[0].start == fields[0].end }
}
