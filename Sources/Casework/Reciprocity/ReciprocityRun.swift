import Conduct
package import Diplomacy
import Estimation
import Foundation
package import TimeSeries

/// Who reacts to whom, from a table of events with times or from the record of a case.
package struct ReciprocityRun: Sendable {
  /// What is known beforehand.
  package enum Prior: String, CaseIterable, Sendable {
    /// Weak where there are few events, none else.
    case auto
    case weak
    /// Maximum likelihood.
    case none
  }

  /// The file.
  package var path: String
  /// For a record: the actors whose acts toward one another count.
  package var actors: [ActorCode]?
  /// For a record: the tone of the acts that count; all where left out.
  package var tone: Tone?
  /// For a table: the start of observation.
  package var start = 0.0
  /// For a table: the end of observation; the last event where left out.
  package var end: Double?
  /// For a table of coarse times: their unit.
  package var resolution: Double?
  /// What is known beforehand.
  package var prior = Prior.auto
  /// The mean delay around which a weak prior is centred, in units of time.
  package var delay: Double?
  /// How often times are drawn within their unit, at least 1.
  package var draws = 20
  /// Simulations behind the goodness of fit; 99 up to 500 events and none above where left out.
  package var simulations: Int?
  /// The seed of every draw.
  package var seed: UInt64 = 1

  /// Makes a run with every choice at its usual value.
  package init(path: String) { self.path = path }

  /// What a run found.
  package struct Outcome: Sendable {
    /// The analysis.
    package let analysis: ReciprocityAnalysis
    /// What a person should know of how the file was taken.
    package let notices: [String]
  }

  private struct Drawn {
    var series: [MarkedPointProcess] = []
    var ids: [[String]] = []
    var notices: [String] = []
  }

  /// Reads the file and fits the model.
  ///
  /// - Parameter finished: Told the name of each part of the work when it is done.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package func run(finished: (String) -> Void = { _ in }) throws(CaseworkFailure) -> Outcome {
    let drawn = try drawn(try SeriesFile.bytes(of: path))
    finished("reading")
    let count = drawn.series[0].count
    let usesPrior = prior == .weak || (prior == .auto && count < 1_000)
    // A delay of some days is usual among states; a table of times has a unit of its own, which
    // the gaps between its events tell.
    let usual = delay ?? (actors == nil ? Self.medianGap(drawn.series[0]) : 5)
    let fits = ReciprocityAnalysis.fits(
      to: drawn.series, prior: usesPrior ? HawkesPrior(delayMedian: usual) : nil)
    finished("fit")
    guard
      let analysis = ReciprocityAnalysis(
        of: drawn.series, ids: drawn.ids, fits: fits,
        simulations: simulations ?? (count <= 500 ? 99 : 0), seed: seed)
    else {
      throw .badInput(
        "\(path): fewer than two acts fit; choose more actors or acts of every tone",
        remedy: .actors)
    }
    finished("errors, goodness of fit and attribution")
    return Outcome(analysis: analysis, notices: drawn.notices)
  }

  /// The median time from an event to the next one later: it changes with the unit of time as delays
  /// do, so that days and hours give the same answer.
  private static func medianGap(_ events: MarkedPointProcess) -> Double {
    let gaps = zip(events.times, events.times.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
    guard !gaps.isEmpty else { return events.horizon / Double(max(1, events.count)) }
    return gaps.sorted()[gaps.count / 2]
  }

  /// The draws of the events with the ids of each.
  private func drawn(_ data: Data) throws(CaseworkFailure) -> Drawn {
    let header = data.prefix { $0 != 0x0A && $0 != 0x0D }
    let columns = DelimitedFields.split(ArraySlice(header), by: 0x2C)
    guard columns.contains(where: { $0.hasSuffix("date") }), columns.contains("source") else {
      return try drawn(from: try PointProcessFile(data, path: path))
    }
    guard let actors else {
      throw .usage(
        "\(path) is a record of a case; name the actors whose acts count", remedy: .actors)
    }
    let record = try RecordInput.read(path)
    let root = SeededGenerator(seed: seed)
    var result = Drawn()
    for draw in 0..<draws {
      var random = root.stream(UInt64(draw))
      let one: (series: MarkedPointProcess, ids: [String])?
      do {
        one = try MarkedPointProcess.drawn(
          from: record, among: actors, tone: tone, on: .goldsteinGDELT, using: &random)
      } catch {
        throw .badInput("\(path): \(error)")
      }
      guard let one else {
        throw .badInput(
          "\(path): fewer than two acts among "
            + "\(actors.map(\.rawValue).joined(separator: ",")) fit", remedy: .actors)
      }
      result.series.append(one.series)
      result.ids.append(one.ids)
    }
    return result
  }

  private func drawn(from table: PointProcessFile) throws(CaseworkFailure) -> Drawn {
    if actors != nil || tone != nil {
      throw .usage(
        "\(path) is a table of times; actors and tone are of a record of a case, so leave them out")
    }
    var result = Drawn()
    if let resolution, let first = table.times.min(), let last = table.times.max(),
      resolution > max(last - first, 1)
    {
      throw .usage(
        "\(path): a resolution of \(resolution) is coarser than the times, which go from \(first) to \(last); give the unit in which they are written"
      )
    }
    let unit = resolution ?? coarseness(of: table, &result.notices)
    let root = SeededGenerator(seed: seed)
    for draw in 0..<(unit == nil ? 1 : draws) {
      var random = root.stream(UInt64(draw))
      let one: (events: MarkedPointProcess, rows: [Int])
      if let unit {
        one = try table.drawn(resolution: unit, from: start, until: end, using: &random)
      } else {
        one = try table.series(from: start, until: end)
      }
      result.series.append(one.events)
      let isListed = one.rows.count <= ReciprocityAnalysis.listLimit
      result.ids.append(isListed ? one.rows.map(String.init) : [])
    }
    let series = result.series[0]
    if let first = series.times.first, series.count >= 20, first > 0.2 * series.horizon {
      result.notices.append(
        "note: \(path): observation is taken to start at \(start), the first event is at \(start + first); if it started later say so, as \((start + first).rounded(.down))"
      )
    }
    return result
  }

  /// How coarse the times must be where some repeat, or nothing where they are exact.
  private func coarseness(of table: PointProcessFile, _ notices: inout [String]) -> Double? {
    guard let repetition = table.repetition else { return nil }
    let unit = table.writtenUnit
    notices.append(
      "note: \(path):\(repetition.line): the time stands in line \(repetition.earlier) too; events of one time have no order, so times are drawn within the unit they are written in, \(unit), unless another is stated"
    )
    return unit
  }
}
