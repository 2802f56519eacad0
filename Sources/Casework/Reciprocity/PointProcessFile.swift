import Diplomacy
package import Estimation
package import Foundation
package import TimeSeries

/// A table of events with times: columns time and type, and mark where the events have weights.
///
/// Rows may stand in any order. Types are named as they are written.
package struct PointProcessFile: Sendable {
  /// How many types one table may have; more are as a rule a column of something else.
  package static let mostTypes = 64

  /// The file as the user named it.
  package let path: String
  /// The types: shorter names first, then by the alphabet.
  package let types: [String]
  /// One entry a row, in the order of the file.
  package let times: [Double]
  package let type: [Int]
  package let marks: [Double]?
  /// The line of each row, counted from one.
  package let lines: [Int]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - data: The bytes of the file.
  ///   - path: The file as the user named it.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package init(_ data: Data, path: String) throws(CaseworkFailure) {
    var rows = PointProcessRows(path: path)
    do {
      try data.withUnsafeBytes { bytes in try rows.read(bytes.bindMemory(to: UInt8.self)) }
    } catch let failure as CaseworkFailure {
      throw failure
    } catch {
      throw .inputOutput("\(path): \(error)")
    }
    guard rows.times.count > 1 else {
      throw CaseworkFailure.badInput(
        "\(path):\(max(1, rows.line)): \(rows.times.count == 1 ? "one event" : "no event"); at least two are needed"
      )
    }
    self.path = path
    let order = rows.labels.indices.sorted {
      (rows.labels[$0].count, rows.labels[$0]) < (rows.labels[$1].count, rows.labels[$1])
    }
    var place = [Int](repeating: 0, count: order.count)
    for (rank, label) in order.enumerated() { place[label] = rank }
    types = order.map { rows.labels[$0] }
    times = rows.times
    type = rows.type.map { place[$0] }
    marks = rows.hasMarks ? rows.marks : nil
    lines = rows.lines
  }

  /// Two rows at one time, by their lines, or nothing where no time repeats.
  package var repetition: (line: Int, earlier: Int)? {
    let order = ordered(times)
    return zip(order, order.dropFirst()).first { times[$0] == times[$1] }
      .map { (line: lines[$1], earlier: lines[$0]) }
  }

  /// The unit in which the times are written: 1 for whole numbers, 0.01 for two decimals.
  package var writtenUnit: Double {
    var unit = 1.0
    for _ in 0..<9 {
      let steps = 1 / unit
      let isWhole = times.allSatisfy { time in
        let scaled = time * steps
        return abs(scaled - scaled.rounded()) <= 1e-9 * max(1, abs(scaled))
      }
      if isWhole { return unit }
      unit /= 10
    }
    return unit
  }

  /// The events in order of time, as they are.
  ///
  /// - Parameters:
  ///   - start: When observation began.
  ///   - end: When it ended; with the last event where left out.
  /// - Returns: The events, and for each the number of its row counted from one.
  /// - Throws: ``CaseworkFailure`` that names the line of an event outside.
  package func series(
    from start: Double, until end: Double?
  ) throws(CaseworkFailure) -> (
    events: MarkedPointProcess, rows: [Int]
  ) {
    let order = ordered(times)
    return try series(times, order, from: start, until: end ?? times[order[order.count - 1]])
  }

  /// The events at times drawn within the unit that each time stands for.
  ///
  /// - Parameters:
  ///   - resolution: The length of the unit: an event dated 3 happened from 3 to 3 + the length.
  ///   - start: When observation began.
  ///   - end: When it ended; with the last unit where left out.
  ///   - random: The source of randomness.
  /// - Returns: The events, and for each the number of its row counted from one.
  package func drawn(
    resolution: Double, from start: Double, until end: Double?, using random: inout SeededGenerator
  ) throws(CaseworkFailure) -> (events: MarkedPointProcess, rows: [Int]) {
    let last = times.max() ?? 0
    let close = end ?? last + resolution
    let drawn = times.map { time in
      time + max(0, min(resolution, close - time)) * random.uniform()
    }
    return try series(drawn, ordered(drawn), from: start, until: close)
  }

  /// The rows by time; rows already in order are not sorted.
  private func ordered(_ times: [Double]) -> [Int] {
    let isAscending = !zip(times, times.dropFirst()).contains { $0 > $1 }
    return isAscending
      ? Array(times.indices)
      : times.indices.sorted { (times[$0], type[$0], $0) < (times[$1], type[$1], $1) }
  }

  private func series(
    _ times: [Double], _ order: [Int], from start: Double, until end: Double
  ) throws(CaseworkFailure) -> (events: MarkedPointProcess, rows: [Int]) {
    let first = order[0]
    let last = order[order.count - 1]
    guard times[first] >= start else {
      throw CaseworkFailure.badInput(
        "\(path):\(lines[first]): the time \(self.times[first]) is before the start of observation, \(start); say when it began, as \(self.times[first].rounded(.down))",
        remedy: .start)
    }
    guard times[last] <= end else {
      throw CaseworkFailure.badInput(
        "\(path):\(lines[last]): the time \(self.times[last]) is after the end of observation, \(end); drop the row or give a later end",
        remedy: .end)
    }
    do {
      let events = try MarkedPointProcess(
        types: types, times: order.map { times[$0] - start }, type: order.map { type[$0] },
        marks: marks.map { marks in order.map { marks[$0] } }, horizon: end - start)
      return (events, order.map { $0 + 1 })
    } catch {
      throw CaseworkFailure.badInput("\(path): \(error)")
    }
  }
}
