import Diplomacy
import EventData
import Foundation

/// A table of text in which one column is a series: what each column holds is told by all its rows.
struct SeriesTable {
  /// A column of times.
  struct Times {
    let column: Int
    let days: [Day?]?
    let numbers: [Double?]

    /// Whether the times ascend from row to row.
    var isInOrder: Bool {
      let keys = days.map { $0.map { Double($0?.ordinal ?? 0) } } ?? numbers.map { $0 ?? 0 }
      return zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
    }
  }

  /// What a field holds.
  private enum Reading: Equatable {
    case value(Double)
    case missing
    case infinite
    case wrong
  }

  let width: Int
  private let path: String
  /// The names of the columns, where the first line holds them.
  let header: [String]?
  private let headLine: Int
  private var rows: [[String]] = []
  private var lines: [Int] = []

  /// Reads the rows.
  ///
  /// - Throws: ``CaseworkFailure`` with file and line.
  init(_ data: Data, path: String) throws(CaseworkFailure) {
    self.path = path
    var text = TextLines(data)
    var ahead = text.next()
    while let line = ahead, line.bytes.isEmpty { ahead = text.next() }
    guard let first = ahead else {
      throw .badInput("\(path):1: the file is empty; give at least one value")
    }
    headLine = first.number
    let separator = Self.separator(of: first.bytes)
    let head = DelimitedFields.split(first.bytes, by: separator)
    width = head.count
    let isHeader = head.contains {
      Self.number($0) == .wrong && !DayColumn.isDay($0) && !Self.looksNumeric($0)
    }
    header = isHeader ? head.map { $0.trimmingCharacters(in: .whitespaces) } : nil
    var next: TextLines.Line? = isHeader ? text.next() : first
    var gaps: [Int] = []
    while let line = next {
      next = text.next()
      if line.bytes.isEmpty {
        if width == 1 { gaps.append(line.number) }
        continue
      }
      for gap in gaps {
        rows.append([""])
        lines.append(gap)
      }
      gaps = []
      let fields = DelimitedFields.split(line.bytes, by: separator)
      guard fields.count == width else {
        throw .badInput(
          "\(path):\(line.number): \(fields.count) fields where the first line has \(width); fix the row"
        )
      }
      rows.append(fields)
      lines.append(line.number)
    }
  }

  private static func separator(of line: ArraySlice<UInt8>) -> UInt8 {
    for candidate in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
    where line.contains(candidate) {
      return candidate
    }
    return UInt8(ascii: ",")
  }

  private static func number(_ field: String) -> Reading {
    let text = field.trimmingCharacters(in: .whitespaces)
    if text.isEmpty || ["na", "nan", "null", "n/a", "none", "-", "."].contains(text.lowercased()) {
      return .missing
    }
    guard let value = Double(text) else { return .wrong }
    if value.isNaN { return .missing }
    return value.isFinite ? .value(value) : .infinite
  }

  /// Whether a field that is no number was meant for one: 20.1%, 1,100, <5, $3.
  private static func looksNumeric(_ field: String) -> Bool {
    let text = field.trimmingCharacters(in: .whitespaces)
    guard let digit = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return false }
    let before = text[..<digit]
    return before.count <= 2 && !before.contains(where: \.isLetter)
      && text.count(where: \.isLetter) <= 1
  }

  /// The number of rows.
  var count: Int { rows.count }

  /// The line of a row.
  func line(of row: Int) -> Int { lines[row] }

  /// The columns of numbers that are no times.
  var series: [Int] { (0..<width).filter { !isTime($0) && isNumeric($0) } }

  /// The name of a column in a message.
  func shownName(of column: Int) -> String {
    if let name = header?[column], !name.isEmpty { return "'\(name)'" }
    return "\(column + 1)"
  }

  func name(of column: Int) -> String? {
    header.flatMap { $0[column].isEmpty ? nil : $0[column] }
  }

  private static let timeNames: Set = [
    "", "t", "i", "index", "time", "day", "week", "month", "year", "date", "n", "quarter",
    "period", "yearmonth", "year_month", "yyyymm", "monthyear", "datetime", "timestamp", "obs",
    "row", "no", "nr", "unnamed: 0",
  ]

  private func fields(of column: Int) -> [String] {
    rows.map { $0[column].trimmingCharacters(in: .whitespaces) }
  }

  private func isTime(_ column: Int) -> Bool {
    if let header, Self.timeNames.contains(header[column].lowercased()) { return true }
    let known = fields(of: column).filter { Self.number($0) != .missing }
    if !known.isEmpty, known.allSatisfy(DayColumn.isDay) { return true }
    // Without a header, running numbers in front of the values.
    guard header == nil, column == 0, width == 2, rows.count > 2 else { return false }
    let numbers = known.compactMap { Double($0) }
    return numbers.count == rows.count
      && zip(numbers, numbers.dropFirst()).allSatisfy { $1 - $0 == 1 }
  }

  /// Whether most of what stands in a column is numbers, or was meant for them.
  private func isNumeric(_ column: Int) -> Bool {
    var known = 0
    var numeric = 0
    for field in fields(of: column) {
      let reading = Self.number(field)
      if reading == .missing { continue }
      known += 1
      if reading != .wrong || Self.looksNumeric(field) { numeric += 1 }
    }
    return known == 0 || numeric * 2 > known
  }

  /// The column of the series.
  ///
  /// - Throws: ``CaseworkFailure`` where it is not there, or several could be meant.
  func column(_ wanted: String?) throws(CaseworkFailure) -> Int {
    let place = "\(path):\(headLine)"
    if let wanted {
      if let header {
        let named = header.indices.filter { header[$0] == wanted }
        if named.count > 1 {
          throw .badInput(
            "\(place): \(named.count) columns are called '\(wanted)'; rename one, or name it by its number",
            remedy: .column)
        }
        if let column = named.first { return column }
      }
      if let number = Int(wanted), (1...width).contains(number) { return number - 1 }
      let names = (0..<width).map(shownName).joined(separator: ", ")
      throw .badInput("\(place): no column '\(wanted)'; the columns are \(names)")
    }
    if width == 1 { return 0 }
    let candidates = series
    if candidates.count == 1 { return candidates[0] }
    let shown = (candidates.isEmpty ? Array(0..<width) : candidates).map(shownName).joined(
      separator: ", ")
    throw .badInput(
      candidates.isEmpty
        ? "\(place): no column holds numbers beside the times; the columns are \(shown)"
        : "\(place): the series could be any of the columns \(shown); choose one",
      remedy: .column)
  }

  /// The values of a column.
  ///
  /// - Throws: ``CaseworkFailure`` that names the line of a field that is no number.
  func values(of column: Int) throws(CaseworkFailure) -> [Double?] {
    var values: [Double?] = []
    for (row, line) in zip(rows, lines) {
      let field = row[column]
      let named = width > 1 ? " in the column \(shownName(of: column))" : ""
      switch Self.number(field) {
      case .value(let value): values.append(value)
      case .missing: values.append(nil)
      case .infinite:
        throw .badInput(
          "\(path):\(line): '\(field)'\(named) is not finite; leave the field empty if the value is missing"
        )
      case .wrong:
        throw .badInput(
          "\(path):\(line): '\(field)'\(named) is not a number; fix it, or leave it empty if the value is missing"
        )
      }
    }
    guard values.contains(where: { $0 != nil }) else {
      throw .badInput("\(path):\(headLine): there is no value; give at least one")
    }
    return values
  }

  /// The first column of times beside a series, where it tells a time for every row.
  func times(beside series: Int) -> Times? {
    for column in 0..<width where column != series && isTime(column) {
      let fields = fields(of: column)
      if let days = DayColumn.days(fields), days.allSatisfy({ $0 != nil }) {
        return Times(column: column, days: days, numbers: [])
      }
      let numbers = fields.map { Double($0) }
      if numbers.allSatisfy({ $0?.isFinite ?? false }) {
        return Times(column: column, days: nil, numbers: numbers)
      }
    }
    return nil
  }
}
