import Estimation
import Foundation

extension ConductVerdict {
  /// What the rules read.
  struct Inputs {
    let explanations: [ExplanationResult]
    let failures: [NumericalFailure]
    let power: Double
    let tracing: ProcessTracing
    let pairs: ExplanationPairs?
    let trust: SimulatedDiscrimination?
    let robustness: RobustnessReport?
    let prospects: [Prospect]
  }

  /// Applies the rules.
  init(_ grounds: Inputs) {
    failures = grounds.failures
    guard failures.isEmpty else {
      (leading, probability, strength) = ([], 0, .open)
      sentences = failures.map(Self.refused)
      return
    }
    let order = grounds.explanations.sorted { ($1.posterior, $0.id) < ($0.posterior, $1.id) }
    let top = order[0]
    let alike = order.dropFirst().filter { other in
      grounds.trust?.pair(top.id, other.id)?.canBeToldApart == false
    }
    let names = [top.id] + alike.map(\.id)
    leading = names
    probability = min(1, alike.reduce(top.posterior) { $0 + $1.posterior })
    strength = Strength(probability: probability)
    let fromActs =
      grounds.tracing.groups.isEmpty
      ? nil : min(1, alike.reduce(top.fromActs) { $0 + $1.fromActs })
    var sentences = [Self.favoured(names, probability, fromActs, strength)]
    if let rival = order.first(where: { !names.contains($0.id) }) {
      sentences.append(Self.comparison(top, rival, grounds))
    }
    sentences.append(Self.apart(top, Array(alike), grounds))
    if let pairs = grounds.pairs { sentences.append(Self.together(pairs)) }
    if let rival = order.first(where: { !names.contains($0.id) }), rival.posterior > 0 {
      sentences.append(Self.reversal(top, rival, grounds))
    }
    if let best = grounds.prospects.max(by: { ($0.bits, $1.id) < ($1.bits, $0.id) }),
      best.bits > 0.005
    {
      sentences.append(
        """
        What would tell most (\(Self.number(best.bits, 2)) bits expected\
        \(best.basis == .model ? ", by the model" : "")): \(best.text.trimmedStop).
        """)
    }
    sentences += Self.cautions(grounds)
    self.sentences = sentences
  }

  /// Why there is no verdict.
  private static func refused(_ failure: NumericalFailure) -> String {
    switch failure {
    case .aboveBound(let id, let evidence, let bound):
      """
      No verdict: the evidence of \(id) (\(number(evidence, 1)) nats) lies above what these acts \
      allow (\(number(bound, 1)) nats), so the computation failed.
      """
    case .fewEffectiveDraws(let id, let effective, let least):
      """
      No verdict: the check of \(id) by sampling rests on \(number(effective, 0)) effective draws \
      where \(number(least, 0)) are needed.
      """
    case .methodsApart(let id, let difference, let greatest):
      """
      No verdict: two ways of computing the evidence of \(id) differ by \
      \(number(abs(difference), 1)) nats where \(number(greatest, 0)) is allowed.
      """
    }
  }

  /// What is favoured and how strongly, with the part of it that rests on the acts.
  private static func favoured(
    _ ids: [String], _ probability: Double, _ fromActs: Double?, _ strength: Strength
  ) -> String {
    let names = list(ids, "or")
    let acts = fromActs.map { "; \(number($0, 2)) from the acts alone" } ?? ""
    let share = number(probability, 2) + acts
    return switch strength {
    case .strong: "The record strongly favours \(names) (probability \(share))."
    case .moderate: "The record favours \(names) (probability \(share))."
    case .weak: "The record leans towards \(names) (probability \(share)), no more."
    case .open:
      "The record decides for no explanation; the largest goes to \(names) (probability \(share))."
    }
  }

  private static func comparison(
    _ top: ExplanationResult, _ rival: ExplanationResult, _ grounds: Inputs
  ) -> String {
    let acts = grounds.power * EvidenceCourse.decibels(top.logEvidence - rival.logEvidence)
    let middle = grounds.tracing.middle
    var other = 0.0
    if let a = grounds.tracing.explanations.firstIndex(of: top.id),
      let b = grounds.tracing.explanations.firstIndex(of: rival.id)
    {
      other = EvidenceCourse.decibels(middle[a] - middle[b])
    }
    let rest =
      grounds.tracing.groups.isEmpty ? "" : " and \(signed(other)) dB from other evidence"
    return """
      Against the next, \(rival.id) (\(number(rival.posterior, 2))), \(top.id) has \
      \(signed(acts)) dB from the acts at a power of \(number(grounds.power, 2))\(rest).
      """
  }

  private static func apart(
    _ top: ExplanationResult, _ alike: [ExplanationResult], _ grounds: Inputs
  ) -> String {
    guard let trust = grounds.trust else {
      return "What this record can tell apart was not examined."
    }
    let weak = trust.pairs.filter { !$0.canBeToldApart }
    guard !weak.isEmpty else {
      return """
        By simulation a record of this size and these dates tells every pair of explanations \
        apart (area under the curve at least \(number(SimulatedDiscrimination.leastArea, 1))).
        """
    }
    let pairs = weak.sorted { $0.areaUnderCurve < $1.areaUnderCurve }.map {
      "\($0.first) and \($0.second) (\(number($0.areaUnderCurve, 2)))"
    }
    let shown = pairs.prefix(4)
    let more = pairs.count > shown.count ? "; and \(pairs.count - shown.count) more pairs" : ""
    return """
      Cannot be told apart with this record (area under the curve below \
      \(number(SimulatedDiscrimination.leastArea, 1))): \(shown.joined(separator: "; "))\(more).
      """
  }

  /// Whether two stories at work together account for the acts better than any one.
  private static func together(_ pairs: ExplanationPairs) -> String {
    let best = pairs.pairs[0]
    let names = "\(best.first) and \(best.second)"
    if pairs.lead >= ExplanationPairs.leastLead {
      return """
        Two stories together do better on the acts than any one alone: \(names) have \
        \(signed(pairs.lead)) dB over \(pairs.bestAlone).
        """
    }
    return """
      No two stories together do clearly better on the acts than one alone: the best two, \
      \(names), have \(signed(pairs.lead)) dB over \(pairs.bestAlone).
      """
  }

  private static func cautions(_ grounds: Inputs) -> [String] {
    var result: [String] = []
    if let trust = grounds.trust {
      result.append(
        """
        Had one of the explanations been true, this method would have put it first in \
        \(percent(trust.accuracy)) of simulated records and been sure of a wrong one in \
        \(percent(trust.wronglyConfident)).
        """)
    }
    if let robustness = grounds.robustness {
      if !robustness.decisiveActs.isEmpty {
        let shown = robustness.decisiveActs.prefix(5)
        let more = robustness.decisiveActs.count > 5 ? " and others" : ""
        let each = robustness.decisiveActs.count > 1 ? ", each by itself" : ""
        result.append(
          """
          More than half of the lead of \(robustness.leading) over \(robustness.second) hangs on a \
          single act: \(shown.joined(separator: ", "))\(more)\(each).
          """)
      }
      result += omissions(robustness) + changes(robustness)
      result += placebos(robustness.placebos)
    }
    return result
  }

  /// The variations under which another explanation comes out on top of the acts.
  private static func changes(_ robustness: RobustnessReport) -> [String] {
    robustness.variations.compactMap { variation in
      let posterior = variation.posterior
      guard let top = posterior.indices.max(by: { posterior[$0] < posterior[$1] }),
        robustness.explanations[top] != robustness.leading
      else { return nil }
      return """
        On the acts alone \(robustness.leading) leads, but with \(variation.name) \
        \(robustness.explanations[top]) does (\(number(posterior[top], 2))).
        """
    }
  }

  /// What it would take for the next explanation to draw level.
  private static func reversal(
    _ top: ExplanationResult, _ rival: ExplanationResult, _ grounds: Inputs
  ) -> String {
    let odds = top.posterior / rival.posterior
    return """
      What would change it: other evidence of \
      \(number(EvidenceCourse.decibels(log(odds)), 1)) dB for \(rival.id) against \(top.id), \
      that is \(number(odds, odds < 10 ? 1 : 0)) times as likely under \(rival.id), would draw \
      the two level.
      """
  }

  /// The acts and sources without which another explanation comes out on top of the acts.
  private static func omissions(_ robustness: RobustnessReport) -> [String] {
    func flipping(_ list: [RobustnessReport.Omission]) -> [String] {
      list.filter { omission in
        let posterior = omission.posterior
        let top = posterior.indices.max { posterior[$0] < posterior[$1] }
        return top.map { robustness.explanations[$0] } != robustness.leading
      }
      .map(\.name)
    }
    func sentence(_ names: [String], _ what: String, _ many: String) -> String? {
      guard let first = names.first else { return nil }
      let count = names.count == 1 ? "\(what) \(first)" : "\(names.count) \(many), such as \(first)"
      return """
        On the acts alone \(robustness.leading) leads, but not without \(count)\
        \(names.count > 1 ? ", each by itself" : "").
        """
    }
    return [
      sentence(flipping(robustness.withoutAct), "the act", "acts"),
      sentence(flipping(robustness.withoutSource), "the rows of", "publishers"),
    ].compactMap { $0 }
  }

  /// One sentence for all explanations that share their goal date and its rank.
  private static func placebos(_ placebos: [RobustnessReport.Placebo]) -> [String] {
    var sentences: [String] = []
    var told: Set<String> = []
    for placebo in placebos where !told.contains(placebo.explanation) {
      let same = placebos.filter { $0.rank == placebo.rank && $0.dates == placebo.dates }
      told.formUnion(same.map(\.explanation))
      sentences.append(
        """
        Of \(placebo.dates) random goal dates \(placebo.rank - 1) serve \
        \(list(same.map(\.explanation), "and")) at least as well as the true one.
        """)
    }
    return sentences
  }

  static func number(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  private static func signed(_ value: Double) -> String { String(format: "%+.1f", value) }

  private static func percent(_ share: Double) -> String {
    String(format: "%.0f per cent", share * 100)
  }

  private static func list(_ names: [String], _ word: String) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension String {
  /// The text without a full stop at its end.
  fileprivate var trimmedStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
