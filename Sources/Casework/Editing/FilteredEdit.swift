import Foundation

/// One column set to one value in every row that a query finds.
///
/// It is looked at first and saved only where the record is still the one that was looked at.
public struct FilteredEdit: Sendable {
  /// The edits of the rows whose value differs.
  public let edits: [RecordEdit]
  /// How many rows the query finds.
  public let found: Int
  /// What tells this record from any other.
  public let stamp: String

  /// The most rows that are edited at once.
  public static let limit = 5000

  /// Works out the edit.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - query: Which rows.
  ///   - column: The column; not that of the ids.
  ///   - value: Its new value, empty to empty it.
  /// - Throws: ``CaseworkFailure`` where the column cannot be set, or too many rows are found.
  public init(
    _ record: RecordTable, _ query: RecordQuery, column: String, value: String
  ) throws(CaseworkFailure) {
    guard !column.isEmpty, column != "id" else {
      throw .usage("choose a column other than the id: every row has an id of its own")
    }
    var query = query
    query.size = RecordQuery.largestSize
    query.page = 1
    var numbers: [Int] = []
    var page = record.page(query)
    guard page.total <= Self.limit else {
      throw .usage(
        "\(page.total) rows are found and at most \(Self.limit) can be edited at once; filter further"
      )
    }
    numbers += page.rows
    while query.page < page.pages {
      query.page += 1
      page = record.page(query)
      numbers += page.rows
    }
    let text = record.text
    found = numbers.count
    edits = numbers.sorted().compactMap { number in
      let row = text.rows[number]
      guard text.value(column, of: row) != value else { return nil }
      return .change(
        id: RecordText.trimmed(text.value("id", of: row)), seen: text.text(of: row),
        values: [column: value])
    }
    stamp = ContentDigest(Data(text.bytes)).text
  }
}
