public import Conduct
import Foundation

/// The verdict on the explanations in sentences, each made from the numbers of the verdict.
public enum ConductVerdictText {
  /// The sentences, the headline first.
  public static func sentences(of conduct: ConductAssessment) -> [String] {
    let verdict = conduct.verdict
    guard verdict.outcome != .refused else { return verdict.failures.map(refused) }
    var sentences = [headline(verdict)]
    if let other = withEvidence(verdict, conduct.tracing) { sentences.append(other) }
    sentences += verdict.groups.map(together)
    if let agreement = verdict.agreement, let first = verdict.contenders.first {
      sentences.append(
        """
        \(name(first)) leads in \(percent(agreement)) of \
        \(conduct.multiverse?.specifications.count ?? 0) specifications; a word of likelihood takes \
        \(percent(Multiverse.leastShare)).
        """)
    } else {
      sentences.append(
        "Other specifications were not run, so no word of likelihood is given."
      )
    }
    sentences.append(decisions(conduct.decisions))
    if let pairs = conduct.pairs { sentences.append(pair(pairs)) }
    if let flips = verdict.flips { sentences += turns(flips, verdict) }
    if let best = conduct.prospects.max(by: { ($0.bits, $1.id) < ($1.bits, $0.id) }),
      best.bits > 0.005
    {
      sentences.append(
        "What would tell most (\(number(best.bits, 2)) bits expected): \(trimmed(best.text)).")
    }
    if let licence = conduct.licence, !licence.isGranted {
      sentences.append(
        """
        What would have happened otherwise is not shown: the model expects \
        \(number(licence.expected, 0)) hostile acts (90 % \(number(licence.interval.lowerBound, 0)) \
        to \(number(licence.interval.upperBound, 0))) where the record has \(licence.recorded).
        """)
    }
    return sentences
  }

  /// The first sentence: what the acts favour, or that they cannot tell and between whom.
  static func headline(_ verdict: ConductVerdict) -> String {
    guard let first = verdict.contenders.first else { return "There is nothing to compare." }
    let band = "probability \(range(first.fromActs)) from the acts"
    switch verdict.outcome {
    case .refused: return "No verdict."
    case .nothingShows:
      return """
        Nothing shows: a constant rate accounts for the acts best (\(band)), and no story better.
        """
    case .favours:
      let term = verdict.term.map { " \($0)" } ?? " favoured"
      return "By the acts \(name(first)) is\(term) (\(band))."
    case .cannotTell:
      let rivals = verdict.rivals.dropFirst().map(name)
      let others = rivals.isEmpty ? "" : "; also possible: \(rivals.joined(separator: ", "))"
      return "The record cannot tell; \(name(first)) comes first (\(band))\(others)."
    }
  }

  private static func withEvidence(_ verdict: ConductVerdict, _ tracing: ProcessTracing) -> String?
  {
    guard let outcome = verdict.withEvidence,
      let contender = verdict.contenders.first(where: {
        $0.members == verdict.leadingWithEvidence
      }), let band = contender.withEvidence
    else { return nil }
    let word =
      switch outcome {
      case .favours: verdict.termWithEvidence.map { "is \($0)" } ?? "is favoured"
      case .nothingShows, .refused: "comes first"
      case .cannotTell: "comes first, and it cannot be told"
      }
    return """
      If the other evidence of one coder is accepted at the power \
      \(number(tracing.limits.power, 2)), \(name(contender)) \(word) (probability \(range(band))).
      """
  }

  private static func together(_ group: StoryGroup) -> String {
    let others = group.members.dropFirst().joined(separator: ", ")
    let first = group.members.first ?? ""
    let separated =
      group.separatedBy.isEmpty
      ? "the case names no evidence that could"
      : "only other evidence could (\(group.separatedBy.joined(separator: ", ")))"
    return """
      \(first) and \(others) expect the same of this record and are read as one, with one prior; \
      \(separated).
      """
  }

  private static func decisions(_ count: DecisionCount) -> String {
    let acts = count.windows.first { $0.merging == .none }?.decisions ?? 0
    return "The \(acts) acts are read as about \(number(count.expected, 0)) decisions."
  }

  private static func pair(_ pairs: ExplanationPairs) -> String {
    guard let best = pairs.pairs.first else { return "No two stories were read together." }
    let names = "\(best.first) and \(best.second)"
    return pairs.lead >= ExplanationPairs.leastLead
      ? """
      Two stories together do better on the acts than any one alone: \(names) have \
      \(signed(pairs.lead)) dB over \(pairs.bestAlone).
      """
      : """
      No two stories together do clearly better on the acts than one alone: the best two, \
      \(names), have \(signed(pairs.lead)) dB over \(pairs.bestAlone).
      """
  }

  private static func turns(_ flips: FlipNumbers, _ verdict: ConductVerdict) -> [String] {
    var parts = [
      "other evidence of \(number(flips.decibels, 1)) dB for the second, or a coder's bias as large"
    ]
    if let rows = flips.rows {
      parts.append(
        rows.count == 1
          ? "the row \(rows[0]) coded otherwise"
          : "\(rows.count) rows coded otherwise (\(rows.joined(separator: ", ")))")
    }
    for side in flips.underRecording {
      if let share = side.share {
        parts.append("\(percent(share)) more hostile acts of \(side.actor) than were recorded")
      }
    }
    if !flips.publishers.isEmpty {
      parts.append("the silence of \(flips.publishers.prefix(3).joined(separator: " or of "))")
    }
    return ["What would turn the lead: \(parts.joined(separator: "; "))."]
  }

  /// Why there is no verdict.
  static func refused(_ failure: NumericalFailure) -> String {
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

  /// The names of a contender's members.
  static func name(_ contender: ConductVerdict.Contender) -> String {
    contender.members.joined(separator: " or ")
  }

  /// A band as its ends.
  static func range(_ band: ProbabilityBand) -> String {
    "\(number(band.low, 2))-\(number(band.high, 2))"
  }

  private static func number(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  private static func signed(_ value: Double) -> String { String(format: "%+.1f", value) }

  private static func percent(_ share: Double) -> String {
    String(format: "%.0f per cent", share * 100)
  }

  private static func trimmed(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
