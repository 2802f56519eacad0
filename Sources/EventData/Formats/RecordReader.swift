/// A reader of the rows of one published format.
///
/// A conforming type reads one format and nothing else: it neither filters nor stores.
public protocol RecordReader<Record>: Sendable {
  /// The kind of record that the format holds.
  associatedtype Record: Sendable

  /// The format that is read.
  var format: EventFormat { get }

  /// Decodes one row.
  ///
  /// - Parameters:
  ///   - row: The fields of the row.
  ///   - line: The line on which the row starts.
  /// - Returns: The record, or nothing where the row is a header.
  /// - Throws: ``RowFault`` where the row does not fit the format.
  func record(from row: FieldRow, line: Int) throws(RowFault) -> Record?
}

/// The places of named columns in a file, from its header or from the format's table.
struct ColumnLayout: Sendable {
  private let places: [String: Int]
  /// The number of columns.
  let count: Int

  /// Takes the places from names in their order; case and blanks do not matter.
  init(_ names: [String]) {
    count = names.count
    places = Dictionary(
      names.enumerated().map { (Self.plain($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of a column, or -1, which every row answers with an empty field.
  func callAsFunction(_ name: String) -> Int { places[Self.plain(name)] ?? -1 }

  /// Whether every one of the columns is there.
  func has(_ names: String...) -> Bool { names.allSatisfy { places[Self.plain($0)] != nil } }

  static func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Refuses a row whose number of fields differs from the header's.
  func check(_ row: FieldRow) throws(RowFault) {
    if row.count != count {
      throw RowFault("the row has \(row.count) columns and the format \(count)")
    }
  }
}
