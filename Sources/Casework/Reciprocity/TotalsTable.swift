package import Foundation
package import TimeSeries

/// A table of totals: a header, then one row a time and one column a series.
package enum TotalsTable {
  /// Reads a table and analyses its series.
  ///
  /// Columns of times and of words are left out and named in the notices; all rows decide which
  /// columns these are. A missing value is refused with its line, wherever it stands.
  ///
  /// - Throws: ``CaseworkFailure`` with file and line.
  package static func read(
    _ data: Data, path: String, lags: Int?, seed: UInt64
  ) throws(CaseworkFailure) -> (analysis: TotalsReciprocity, notices: [String]) {
    let table = try SeriesTable(data, path: path)
    guard let names = table.header else {
      throw .badInput("\(path):1: the table has no header; name each series in the first line")
    }
    if let name = names.first(where: { name in !name.isEmpty && names.count { $0 == name } > 1 }) {
      throw .badInput("\(path):1: two columns are called '\(name)'; rename one of them")
    }
    let kept = table.series
    var notices: [String] = []
    let left = names.indices.filter { !kept.contains($0) }
    if !left.isEmpty {
      notices.append(
        "\(path): left out, times or no numbers: \(left.map(table.shownName).joined(separator: ", "))"
      )
    }
    guard kept.count > 1 else {
      throw .badInput(
        "\(path):1: \(kept.count) columns hold numbers beside the times; at least two series are needed"
      )
    }
    if let times = kept.first.flatMap(table.times(beside:)), !times.isInOrder {
      throw .badInput(
        "\(path): the rows are not in the order of \(table.shownName(of: times.column)); sort them")
    }
    var columns: [[Double]] = []
    for column in kept {
      let values = try table.values(of: column)
      if let gap = values.firstIndex(where: { $0 == nil }) {
        throw .badInput(
          "\(path):\(table.line(of: gap)): no number in \(table.shownName(of: column)); totals may not be missing"
        )
      }
      columns.append(values.compactMap(\.self))
    }
    let rows = (0..<table.count).map { row in columns.map { $0[row] } }
    do {
      let analysis = try TotalsReciprocity(
        rows, names: kept.map { names[$0] }, lags: lags, seed: seed)
      return (analysis, notices)
    } catch {
      throw .badInput("\(path): \(error)")
    }
  }
}
