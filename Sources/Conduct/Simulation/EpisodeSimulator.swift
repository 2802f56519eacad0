import Diplomacy
import Estimation
import Foundation

/// Simulates records like that of a case under one of its explanations.
///
/// The named dates, the length, the number of acts and the uncertainty of dates are the case's own;
/// the coefficients are drawn from the explanation's priors. The other side acts on the model fitted
/// to its own record without any story.
///
/// Where the reader's own model is not the one to simulate, `pace` and `volume` (a factor on the
/// number of acts) make another.
struct EpisodeSimulator: Sendable {
  let record: ConductRecord
  let candidates: [Candidate]
  let model: ConductModel
  let counterpart: ConductParameters
  /// A factor on the days over which conditions build and fade; 1 for the reader's own model.
  let pace: Double
  private let totals: [ActStream: Int]
  private let received: Double

  init(
    _ record: ConductRecord, _ candidates: [Candidate], model: ConductModel,
    counterpart: ConductParameters, pace: Double = 1, volume: Double = 1
  ) {
    self.pace = pace
    self.record = record
    self.candidates = candidates
    self.model = model
    self.counterpart = counterpart
    totals = Dictionary(
      uniqueKeysWithValues: ActStream.allCases.map {
        ($0, Int((volume * Double(record.count($0.role))).rounded()))
      })
    received = Double(record.count(.hostilityReceived))
  }

  /// One simulated record.
  func episode(_ candidate: Int, generator: SeededGenerator) -> ConductRecord {
    var source = generator
    let conditions = candidates[candidate].conditions.drawn(using: &source)
    let course = ConditionCovariates(conditions, length: record.length, pace: pace)
    let streams = ActStream.allCases.filter { $0 != .closure || totals[.closure, default: 0] > 0 }
    let simulation = JointSimulation(conditions: course, streams: streams)
    var parameters = ConductParameters.drawn(
      from: candidates[candidate].kind, model: model, length: record.length, using: &source)
    for stream in streams { setBase(stream, course, &parameters) }
    var acts: [JointSimulation.SimulatedAct] = []
    for _ in 0..<8 {
      let chance = JointSimulation.Chance(length: record.length, using: &source)
      acts = simulation.run(focal: parameters, counterpart: counterpart, chance: chance)
      var isClose = true
      for stream in streams {
        let wanted = Double(totals[stream, default: 0])
        let got = Double(acts.reduce(0) { $0 + ($1.isOwn && $1.stream == stream ? 1 : 0) })
        guard abs(got - wanted) > max(3, 0.25 * wanted), let base = stream.rate.first else {
          continue
        }
        isClose = false
        parameters.values[base, default: 0] += 0.7 * log((wanted + 1) / (got + 1))
      }
      if isClose { break }
    }
    return recorded(acts, using: &source)
  }

  /// Sets the base rate so that about as many acts are expected as the record holds.
  private func setBase(
    _ stream: ActStream, _ course: ConditionCovariates, _ parameters: inout ConductParameters
  ) {
    guard let base = stream.rate.first else { return }
    parameters.values[base] = 0
    let exposure = parameters.course(stream, course).reduce(0) { $0 + exp($1) }
    let wanted = Double(totals[stream, default: 0]) + 0.5
    let value = parameters.values
    let answered =
      switch stream {
      case .hostile:
        value[.reactionHostile, default: 0] * received + value[.momentum, default: 0] * wanted
      case .conciliatory:
        value[.reactionConciliatory, default: 0] * Double(record.count(.conciliationReceived))
      case .closure: value[.reactionClosure, default: 0] * received
      }
    parameters.values[base] = log(max(wanted - answered, 0.2 * wanted) / max(exposure, 1e-9))
  }

  /// The acts as a record whose dates are as uncertain as those of the case.
  private func recorded(
    _ acts: [JointSimulation.SimulatedAct], using source: inout some RandomNumberGenerator
  ) -> ConductRecord {
    var number = 0
    let recorded = acts.map { act -> ConductAct in
      number += 1
      var (first, last) = (act.day, act.day)
      if !record.isExact, !record.acts.isEmpty {
        let like = record.acts[source.index(below: record.acts.count)]
        let spread = like.last - like.first
        first = max(0, act.day - (spread > 0 ? source.index(below: spread + 1) : 0))
        last = max(act.day, min(record.length - 1, first + spread))
      }
      let role: ActRole =
        act.isOwn
        ? act.stream.role
        : act.stream == .conciliatory ? .conciliationReceived : .hostilityReceived
      return ConductAct(
        id: "simulated \(number)", role: role, first: first, last: last, mark: act.mark,
        publisher: "")
    }
    return ConductRecord(
      actor: record.actor, other: record.other, start: record.start, length: record.length,
      acts: recorded)
  }
}
