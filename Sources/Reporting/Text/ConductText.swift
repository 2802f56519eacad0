package import Conduct
import Diplomacy
import Foundation

/// A comparison of explanations as text for a terminal.
package struct ConductText {
  private var lines: [String] = []

  /// The text.
  package var rendered: String { lines.joined(separator: "\n") + "\n" }

  /// Lays out a comparison.
  package init(_ assessment: ConductAssessment) {
    lines.append("Explanations of \(assessment.subject)")
    lines.append("")
    lines += ConductVerdictText.sentences(of: assessment).map { "- \($0)" }
    if !assessment.notes.isEmpty {
      lines += ["", "Bear in mind"] + assessment.notes.map { "- \($0)" }
    }
    add(assessment.explanations, power: assessment.power)
    if let pairs = assessment.pairs { add(pairs) }
    add(assessment.record, assessment)
    if let trust = assessment.trust { add(trust) }
    add(assessment.verdict)
    if let multiverse = assessment.multiverse { add(multiverse) }
    if let robustness = assessment.robustness { add(robustness) }
    add(assessment.tracing)
    add(assessment.sides)
    addCounterfactuals(assessment.counterfactuals, assessment.licence)
    addProspects(assessment.prospects)
  }

  /// A number with two places.
  static func number(_ value: Double) -> String { String(format: "%.2f", value) }

  private func range(_ range: ClosedRange<Double>) -> String {
    "\(Self.number(range.lowerBound))-\(Self.number(range.upperBound))"
  }

  private mutating func add(_ explanations: [ExplanationResult], power: Double) {
    let width = (explanations.map(\.id.count).max() ?? 0) + 2
    lines += [
      "", "Probability of each explanation (acts at the power \(Self.number(power)); range)",
    ]
    for result in explanations.sorted(by: { ($1.posterior, $0.id) < ($0.posterior, $1.id) }) {
      lines.append(
        "  " + PlainTable.padded(result.id, width)
          + "\(Self.number(result.posterior))  [\(range(result.posteriorRange))]  "
          + "acts alone \(Self.number(result.fromActs)), "
          + "log evidence \(Self.number(result.logEvidence)) "
          + "(check \(String(format: "%+.2f", -result.laplaceCheck.difference)))")
    }
  }

  private mutating func add(_ pairs: ExplanationPairs) {
    let width = (pairs.involvement.map(\.id.count).max() ?? 0) + 2
    lines += [
      "", "At work from the acts alone, if two stories may be at once (alone; alone or in a pair)",
    ]
    for one in pairs.involvement {
      lines.append(
        "  " + PlainTable.padded(one.id, width)
          + "\(Self.number(one.alone))  \(Self.number(one.atWork))")
    }
  }

  private mutating func add(
    _ record: ConductAssessment.RecordSummary, _ assessment: ConductAssessment
  ) {
    let left = record.leftOut.map { "\($0.rows) \($0.reason.rawValue)" }
    lines += [
      "",
      "Record: \(record.days) days; \(record.hostile) hostile acts, \(record.closures) closures of "
        + "contact and \(record.conciliatory) conciliatory acts; received "
        + "\(record.hostilityReceived) hostile, \(record.conciliationReceived) conciliatory",
      "  \(record.uncertainDates) acts of uncertain date, \(assessment.draws) draws, seed "
        + "\(assessment.seed); left out: \(left.isEmpty ? "none" : left.joined(separator: ", ")); "
        + "outside the window: \(record.outsideWindow)",
    ]
  }

  private mutating func add(_ trust: SimulatedDiscrimination) {
    let width = (trust.explanations.map(\.count).max() ?? 0) + 2
    lines += [
      "", "What can be told apart: \(trust.episodes) records simulated from each explanation",
    ]
    lines.append(
      "  " + PlainTable.padded("true", width) + "share of records in which each came out on top")
    for row in trust.confusion {
      let cells = zip(trust.explanations, row.chosen).filter { $1 >= 0.005 }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        .map { "\($0.0) \(Self.number($0.1))" }
      lines.append("  " + PlainTable.padded(row.truth, width) + cells.joined(separator: ", "))
    }
    let weakest = trust.pairs.sorted { $0.areaUnderCurve < $1.areaUnderCurve }.prefix(5)
    lines.append(
      "  hardest pairs (area under the curve): "
        + weakest.map { "\($0.first)/\($0.second) \(Self.number($0.areaUnderCurve))" }
        .joined(separator: ", "))
  }

  private mutating func add(_ report: RobustnessReport) {
    lines += [
      "",
      "Robustness, on the acts: \(report.leading) leads \(report.second) by "
        + "\(String(format: "%.1f", report.lead)) dB",
    ]
    let sources = report.withoutSource.sorted {
      (abs($1.lostLead), $0.name) < (abs($0.lostLead), $1.name)
    }
    for omission in sources.prefix(3) {
      lines.append(
        "  without \(omission.name) (\(omission.acts) acts): lead changes by "
          + "\(String(format: "%+.1f", -omission.lostLead)) dB")
    }
  }

  private mutating func add(_ multiverse: Multiverse) {
    let count = multiverse.specifications.count
    lines += ["", "Which explanation leads in \(count) specifications"]
    for leader in multiverse.leaders {
      lines.append("  " + PlainTable.padded(leader.id, 20) + "\(leader.specifications)")
    }
  }

  private mutating func add(_ verdict: ConductVerdict) {
    lines += ["", "What each reading of the acts was worth in simulated worlds"]
    for contender in verdict.contenders {
      let worlds = contender.fromActs.worlds.map {
        "\($0.world.rawValue) \(range($0.share))"
      }
      lines.append(
        "  " + PlainTable.padded(contender.members.joined(separator: " or "), 26)
          + "read \(Self.number(contender.fromActs.read)): "
          + worlds.joined(separator: ", "))
    }
    lines.append("  Calibration: \(verdict.calibration)")
  }

  private mutating func add(_ tracing: ProcessTracing) {
    if !tracing.items.isEmpty {
      lines += ["", "Other evidence, the most diagnostic first (dB for each, as it counts)"]
    }
    for item in tracing.items {
      let weights = zip(tracing.explanations, item.decibels).filter { abs($0.1) >= 0.05 }
        .map { "\($0.0) \(String(format: "%+.1f", $0.1))" }
      lines.append("  \(item.id) \(item.text) [\(item.test.rawValue); \(item.source)]")
      lines.append("    " + weights.joined(separator: ", "))
    }
    for refusal in tracing.refused {
      lines.append("Evidence \(refusal.id) refused: \(refusal.reason)")
    }
  }

  private mutating func add(_ sides: [SideConduct]) {
    lines += ["", "Both sides, read with the same model"]
    for side in sides {
      lines.append(
        "  \(side.actor): \(side.hostileActs) hostile and \(side.conciliatoryActs) conciliatory "
          + "acts; hostile acts on own initiative \(Self.number(side.initiative)), in reaction "
          + "\(Self.number(side.reaction)), from momentum \(Self.number(side.momentum))")
    }
  }

  private mutating func addCounterfactuals(
    _ list: [Counterfactual], _ licence: CounterfactualLicence?
  ) {
    guard !list.isEmpty else { return }
    lines += [
      "",
      "Expected hostile acts of the focal actor had it been otherwise (model-based; recorded: "
        + "\(licence?.recorded ?? 0))",
    ]
    for item in list {
      lines.append(
        "  \(item.scenario): \(String(format: "%.1f", item.average.altered)) instead of "
          + "\(String(format: "%.1f", item.average.factual)) "
          + "[difference \(String(format: "%.0f", item.average.difference.lowerBound)) to "
          + "\(String(format: "%.0f", item.average.difference.upperBound))]")
    }
  }

  private mutating func addProspects(_ list: [Prospect]) {
    guard !list.isEmpty else { return }
    lines += ["", "What would tell most (expected information in bits)"]
    for item in list.prefix(8) {
      lines.append(
        "  \(String(format: "%.3f", item.bits))  \(item.text)"
          + (item.basis == .model ? " (by the model)" : ""))
    }
  }
}
