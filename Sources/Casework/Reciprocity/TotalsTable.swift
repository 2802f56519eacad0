package import Foundation
package import TimeSeries

/// A table of totals: a header, then one row a time and one column a series.
package enum TotalsTable {
  /// Reads a table and analyses its series.
  ///
  /// Columns whose first value is no number, such as a date, are left out and named in
  /// the notices.
  ///
  /// - Throws: ``CaseworkFailure`` with file and line.
  package static func read(
    _ data: Data, path: String, lags: Int?, seed: UInt64
  ) throws(CaseworkFailure) -> (analysis: TotalsReciprocity, notices: [String]) {
    var notices: [String] = []
    let text = String(decoding: data, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard let head = lines.first, lines.count > 1 else {
      throw CaseworkFailure.badInput("\(path): the table is empty; it needs a header and rows")
    }
    let header = head.split(separator: ",", omittingEmptySubsequences: false).map(unquoted)
    let first = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(unquoted)
    let kept = header.indices.filter { $0 < first.count && Double(first[$0]) != nil }
    let left = header.indices.filter { !kept.contains($0) }.map { header[$0] }
    if !left.isEmpty {
      notices.append("\(path): left out, not numbers: \(left.joined(separator: ", "))")
    }
    var rows: [[Double]] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(unquoted)
      guard fields.count == header.count else {
        throw CaseworkFailure.badInput(
          "\(path):\(index + 1): \(fields.count) fields where the header has \(header.count); fix the row"
        )
      }
      var row: [Double] = []
      for column in kept {
        guard let value = Double(fields[column]), value.isFinite else {
          throw CaseworkFailure.badInput(
            "\(path):\(index + 1): '\(fields[column])' in \(header[column]) is not a number; totals may not be missing"
          )
        }
        row.append(value)
      }
      rows.append(row)
    }
    do {
      let analysis = try TotalsReciprocity(
        rows, names: kept.map { header[$0] }, lags: lags, seed: seed)
      return (analysis, notices)
    } catch {
      throw CaseworkFailure.badInput("\(path): \(error)")
    }
  }

  private static func unquoted(_ field: Substring) -> String {
    field.trimmingCharacters(in: CharacterSet(charactersIn: "\" \t"))
  }
}
