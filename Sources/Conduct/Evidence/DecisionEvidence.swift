import Estimation
import Foundation

/// The evidence of the acts with the number of decisions behind them integrated over.
///
/// Acts of one side within a few days may be one decision. Each window of merging is a reading of
/// the record with a weight; the acts themselves say how well it fits.
struct DecisionEvidence: Sendable {
  /// One window of merging.
  struct Reading: Sendable {
    let window: MergingWindow
    /// The number of decisions of the actor.
    let decisions: Int
    /// The log of the prior weight of the window and of the spread of acts around decisions.
    let logWeight: Double
    /// The log evidence of each candidate on the decisions, in nats.
    let logEvidence: [Double]
    /// The same for each mean delay of answers alone.
    let byAnswerDays: [Double: [Double]]
  }

  let readings: [Reading]
  /// The log evidence of each candidate over all windows, in nats, less what is common to all.
  let logEvidence: [Double]

  /// Reads a record at every window.
  ///
  /// - Parameters:
  ///   - engine: The record with every act a decision, and the candidates.
  ///   - fits: The fits on that record, where they were made.
  ///   - start: Fits of the same candidates on a record like this one, to start from.
  ///   - draws: The number of draws of dates.
  ///   - generator: The source of randomness; the same for every window.
  init(
    _ engine: EvidenceEngine,
    fits: (draws: [EvidenceEngine.Draw], fits: [[EvidenceEngine.DrawFit]])?,
    start: [EvidenceEngine.DrawFit]? = nil, draws count: Int, generator: SeededGenerator
  ) {
    var (readings, records) = ([Reading](), [ConductRecord]())
    var start = start
    for window in engine.model.merging where window.weight > 0 {
      let merged = DecisionRecord(engine.record, window: window.value)
      let logWeight = log(window.weight) + merged.logDensity
      if let place = records.firstIndex(of: merged.record) {
        let same = readings[place]
        // The same decisions: only their weight differs.
        readings.append(
          Reading(
            window: window.value, decisions: merged.decisions, logWeight: logWeight,
            logEvidence: same.logEvidence, byAnswerDays: same.byAnswerDays))
        records.append(merged.record)
        continue
      }
      records.append(merged.record)
      let own =
        merged.record == engine.record
        ? engine : EvidenceEngine(merged.record, engine.candidates, model: engine.model)
      let (draws, made): ([EvidenceEngine.Draw], [[EvidenceEngine.DrawFit]])
      if let fits, merged.record == engine.record {
        (draws, made) = fits
      } else {
        draws = own.draws(count, generator: generator)
        made = own.fits(draws, start: start)
      }
      start = made.compactMap(\.last)
      readings.append(
        Reading(
          window: window.value, decisions: merged.decisions, logWeight: logWeight,
          logEvidence: made.map { SpecialFunctions.logSumExp($0.map(\.logEvidence)) },
          byAnswerDays: Self.byAnswerDays(made, draws)))
    }
    self.readings = readings
    logEvidence = engine.candidates.indices.map { candidate in
      SpecialFunctions.logSumExp(readings.map { $0.logWeight + $0.logEvidence[candidate] })
    }
  }

  /// The log evidence of each candidate at one window and one mean delay of answers, where asked.
  func logEvidence(window: MergingWindow?, answerDays: Double?) -> [Double] {
    let used = readings.filter { window == nil || $0.window == window }
    let candidates = logEvidence.indices
    return candidates.map { candidate in
      SpecialFunctions.logSumExp(
        used.map { reading in
          let values = answerDays.flatMap { reading.byAnswerDays[$0] } ?? reading.logEvidence
          return reading.logWeight + values[candidate]
        })
    }
  }

  /// The probability of each window under candidates weighed by their posterior.
  func shares(_ posterior: [Double]) -> [Double] {
    var shares = [Double](repeating: 0, count: readings.count)
    for (candidate, weight) in posterior.enumerated() {
      let each = SpecialFunctions.softmax(
        readings.map { $0.logWeight + $0.logEvidence[candidate] })
      for reading in shares.indices { shares[reading] += weight * each[reading] }
    }
    return shares
  }

  private static func byAnswerDays(
    _ fits: [[EvidenceEngine.DrawFit]], _ draws: [EvidenceEngine.Draw]
  ) -> [Double: [Double]] {
    var result: [Double: [Double]] = [:]
    for speed in Set(draws.map(\.answerDays)) {
      let share = SpecialFunctions.logSumExp(
        draws.filter { $0.answerDays == speed }.map(\.logWeight))
      result[speed] = fits.map { list in
        SpecialFunctions.logSumExp(
          list.filter { draws[$0.draw].answerDays == speed }.map(\.logEvidence)) - share
      }
    }
    return result
  }
}
