import TimeSeries
import Casework
import Foundation
import Relations

/// A table of totals: a header, then one row a time and one column a series.
enum TotalsTable {
  /// Reads a table and analyses its series.
  ///
  /// Columns whose first value is no number, such as a date, are left out and named on standard
  /// error.
  ///
  /// - Throws: ``CaseworkFailure`` with file and line.
  static func read(_ data: Data, path: String, lags: Int?, seed: UInt64) throws
    -> TotalsReciprocity
  {
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
      StandardError.write("\(path): left out, not numbers: \(left.joined(separator: ", "))")
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
      return try TotalsReciprocity(
        rows, names: kept.map { header[$0] }, lags: lags, seed: seed)
    } catch {
      throw CaseworkFailure.badInput("\(path): \(error)")
    }
  }

  private static func unquoted(_ field: Substring) -> String {
    field.trimmingCharacters(in: CharacterSet(charactersIn: "\" \t"))
  }

  /// The analysis for a person.
  static func text(_ analysis: TotalsReciprocity) -> String {
    var lines = [
      "\(analysis.observations) observations, \(analysis.lags) lags (AIC \(analysis.order.aic), BIC \(analysis.order.bic), HQ \(analysis.order.hannanQuinn)), log-likelihood \(String(format: "%.3f", analysis.logLikelihood)) nats"
    ]
    for test in analysis.tests {
      lines.append(
        "past of \(test.from) for \(test.to): F(\(test.degreesOfFreedom[0]), \(test.degreesOfFreedom[1])) = \(String(format: "%.2f", test.statistic)), p = \(String(format: "%.2g", test.probability))"
      )
    }
    for response in analysis.responses {
      lines.append(
        "response of \(response.to) to one unit of \(response.from), \(response.response.count - 1) steps added up: \(String(format: "%.3f (%.3f to %.3f)", response.cumulated, response.cumulatedInterval[0], response.cumulatedInterval[1]))"
      )
    }
    for (name, shares) in zip(analysis.names, analysis.varianceShares) {
      let parts = zip(analysis.names, shares).map { other, share in
        "\(other) \(String(format: "%.1f", 100 * share)) %"
      }
      lines.append(
        "forecast error of \(name) by whose shocks, in this order of the series: \(parts.joined(separator: ", "))"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
