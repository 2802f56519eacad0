import Diplomacy
import Estimation
import Foundation

/// What the fitted model itself proposes to look for after the end of the window.
struct ModelProspects {
  let evidence: StreamEvidence

  /// A next act, with the change in conditions that it supposes.
  private struct Proposal {
    let id: String
    let text: String
    let stream: ActStream
    let days: Int
    var isQuiet = false
    var answers: Coefficient?
    var conditions: [Coefficient: Double] = [:]
  }

  private func proposals(actor: String, other: String) -> [Proposal] {
    let conditions = evidence.engine.candidates.map(\.conditions)
    var list = [
      Proposal(
        id: "next-hostile", text: "\(actor) acts hostilely toward \(other) within 30 days",
        stream: .hostile, days: 30),
      Proposal(
        id: "next-conciliatory",
        text: "\(actor) makes a conciliatory act toward \(other) within 30 days",
        stream: .conciliatory, days: 30),
      Proposal(
        id: "quiet", text: "60 days pass without a hostile act by \(actor)", stream: .hostile,
        days: 60, isQuiet: true),
      Proposal(
        id: "answer-in-kind",
        text: "a new hostile act by \(other) is followed by one of \(actor) within 14 days",
        stream: .hostile, days: 14, answers: .reactionHostile),
      Proposal(
        id: "answer-to-gesture",
        text: "a new conciliatory act by \(other) is followed by one of \(actor) within 14 days",
        stream: .conciliatory, days: 14, answers: .reactionConciliatory),
    ]
    func suppose(_ id: String, _ what: String, _ changed: [Coefficient: Double]) {
      list.append(
        Proposal(
          id: id, text: "\(what): \(actor) acts hostilely within 30 days", stream: .hostile,
          days: 30, conditions: changed))
    }
    if conditions.contains(where: { $0.goal != nil }) {
      suppose("goal-reopened", "if the goal were in doubt again", [.goalHostile: 1])
    }
    if conditions.contains(where: { $0.redress != nil || $0.onset != nil }) {
      suppose("redress-withdrawn", "if redress were withdrawn", [.redressHostile: 1])
    }
    if conditions.contains(where: { !$0.shocks.isEmpty }) {
      suppose("domestic-shock", "after a new domestic shock", [.shockHostile: 0.55])
    }
    if conditions.contains(where: { !$0.rounds.isEmpty }) {
      suppose("next-round", "before a new negotiating round", [.roundHostile: 0.45])
    }
    return list
  }

  /// The proposals with the chance that the model gives each under each explanation.
  func all(
    posterior: [Double], actor: String, other: String, samples: Int, generator: SeededGenerator
  ) -> [Prospect] {
    let candidates = evidence.engine.candidates
    let list = proposals(actor: actor, other: other)
    var chances = [[Double]](
      repeating: [Double](repeating: 0, count: candidates.count), count: list.count)
    for candidate in candidates.indices {
      let fits = evidence.fits[candidate]
      let weights = SpecialFunctions.softmax(fits.map(\.logEvidence))
      for sample in 0..<samples {
        var source = generator.stream(UInt64(sample * candidates.count + candidate))
        let fit = fits[source.index(weights: weights)]
        let answerDays = evidence.draws[fit.draw].answerDays
        let parameters = ConductParameters.drawn(
          from: fit, answerDays: answerDays, length: evidence.engine.record.length, using: &source)
        var conditionSource = evidence.draws[fit.draw].conditionSource
        let course = ConditionCovariates(
          candidates[candidate].conditions.drawn(using: &conditionSource),
          length: evidence.engine.record.length)
        for (index, proposal) in list.enumerated() {
          chances[index][candidate] += chance(proposal, parameters, course) / Double(samples)
        }
      }
    }
    return list.enumerated().map { index, proposal in
      Prospect(
        id: proposal.id, text: proposal.text, basis: .model,
        likelihoods: chances[index].map { $0...$0 }, posterior: posterior)
    }
  }

  /// The chance that the proposal comes true, from the conditions of the last day on.
  private func chance(
    _ proposal: Proposal, _ parameters: ConductParameters, _ course: ConditionCovariates
  ) -> Double {
    let last = course.length - 1
    var eta = parameters.course(proposal.stream, course)[last]
    for (coefficient, value) in proposal.conditions {
      let now = course.column(coefficient)?[last] ?? 0
      eta += parameters.values[coefficient, default: 0] * (value - now)
    }
    var expected = min(exp(eta), 5) * Double(proposal.days)
    if let answers = proposal.answers {
      expected +=
        parameters.values[answers, default: 0]
        * (1 - exp(-Double(proposal.days) / parameters.answerDays))
    }
    return proposal.isQuiet ? exp(-expected) : 1 - exp(-expected)
  }
}
