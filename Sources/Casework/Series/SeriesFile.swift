import Diplomacy
package import Foundation

/// A series of numbers in a text file: one value a line, or a column of a table.
package struct SeriesFile: Hashable, Sendable {
  /// The values in order, with nothing where one is missing.
  package let values: [Double?]
  /// The name of the column, where the file has a header.
  package let column: String?
  /// The line of the first value, counted from 1.
  private let firstLine: Int

  /// Reads a series.
  ///
  /// A first line without a number in the column is a header. An empty field, `NA`, `NaN` and `null`
  /// are missing values; in a file of one column so is an empty line before the last value.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - wanted: The column by name, or by number from 1; where left out the file must have one
  ///     column of numbers, beside at most one of dates or running numbers.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package init(path: String, column wanted: String?) throws(CaseworkFailure) {
    try self.init(try Self.bytes(of: path), path: path == "-" ? "standard input" : path, wanted)
  }

  package static func bytes(of path: String) throws(CaseworkFailure) -> Data {
    if path == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CaseworkFailure.noInput("\(path): no such file")
    }
    if isFolder.boolValue {
      throw CaseworkFailure.noInput("\(path): a folder; name a file with a series")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CaseworkFailure.noInput("\(path): cannot be read; check its permissions")
    }
    return data
  }

  private init(_ data: Data, path: String, _ wanted: String?) throws(CaseworkFailure) {
    var lines = TextLines(data)
    guard let first = lines.next() else {
      throw CaseworkFailure.badInput("\(path):1: the file is empty; give at least one value")
    }
    let separator = Self.separator(of: first.bytes)
    let head = DelimitedFields.split(first.bytes, by: separator)
    let second = lines.peek().map { DelimitedFields.split($0.bytes, by: separator) } ?? []
    let place = try Self.place(
      wanted, head: head, body: second.isEmpty ? head : second, at: "\(path):\(first.number)")
    let isHeader = Self.number(head[place]) == .wrong
    column = isHeader ? head[place] : nil
    firstLine = first.number + (isHeader ? 1 : 0)
    var values: [Double?] = []
    var gaps = 0
    var next: TextLines.Line? = isHeader ? lines.next() : first
    while let line = next {
      next = lines.next()
      if line.bytes.isEmpty {
        if head.count == 1 { gaps += 1 }
        continue
      }
      for _ in 0..<gaps { values.append(nil) }
      gaps = 0
      if head.count == 1, let value = DelimitedFields.plainNumber(line.bytes) {
        values.append(value)
        continue
      }
      let fields = DelimitedFields.split(line.bytes, by: separator)
      guard fields.count == head.count else {
        throw CaseworkFailure.badInput(
          "\(path):\(line.number): \(fields.count) fields where the first line has \(head.count); fix the row"
        )
      }
      switch Self.number(fields[place]) {
      case .value(let value): values.append(value)
      case .missing: values.append(nil)
      case .infinite:
        throw CaseworkFailure.badInput(
          "\(path):\(line.number): '\(fields[place])' is not finite; leave the field empty if the value is missing"
        )
      case .wrong:
        throw CaseworkFailure.badInput(
          "\(path):\(line.number): '\(fields[place])' is not a number; fix it, or leave it empty if the value is missing"
        )
      }
    }
    guard values.contains(where: { $0 != nil }) else {
      throw CaseworkFailure.badInput("\(path):\(firstLine): there is no value; give at least one")
    }
    self.values = values
  }

  private static func separator(of line: ArraySlice<UInt8>) -> UInt8 {
    for candidate in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
    where line.contains(candidate) {
      return candidate
    }
    return UInt8(ascii: ",")
  }

  /// What a field holds.
  private enum Reading: Equatable {
    case value(Double)
    case missing
    case infinite
    case wrong
  }

  private static func number(_ field: String) -> Reading {
    let text = field.trimmingCharacters(in: .whitespaces)
    if text.isEmpty || ["na", "nan", "null", "n/a"].contains(text.lowercased()) { return .missing }
    guard let value = Double(text) else { return .wrong }
    if value.isNaN { return .missing }
    return value.isFinite ? .value(value) : .infinite
  }

  /// The column to read.
  private static func place(
    _ wanted: String?, head: [String], body: [String], at position: String
  ) throws(CaseworkFailure) -> Int {
    let names = head.enumerated().map { number($1) == .wrong && !$1.isEmpty ? $1 : "\($0 + 1)" }
    if let wanted {
      if let place = head.firstIndex(of: wanted) { return place }
      if let number = Int(wanted), head.indices.contains(number - 1) { return number - 1 }
      throw CaseworkFailure.badInput(
        "\(position): no column '\(wanted)'; the columns are \(names.joined(separator: ", "))")
    }
    if head.count == 1 { return 0 }
    var numeric = body.indices.filter { index in
      guard head.indices.contains(index) else { return false }
      if case .value = number(body[index]) { return true }
      return false
    }
    if numeric.count == 2, let place = numeric.first,
      ["", "t", "i", "index", "time", "day", "week", "month", "year", "date", "n"].contains(
        head[place].lowercased())
    {
      numeric.removeFirst()
    }
    guard numeric.count == 1, let place = numeric.first else {
      throw CaseworkFailure.badInput(
        "\(position): the series could be any of the columns \(names.joined(separator: ", ")); choose one",
        remedy: .column)
    }
    return place
  }
}
