package import Conduct
import Foundation

/// The weight of evidence of every stretch of days as lines of text.
package enum EvidenceWeightsText {
  /// The weights as a table that sums to the whole.
  package static func render(_ weights: EvidenceWeights) -> String {
    func signed(_ value: Double) -> String {
      let text = String(format: "%+.2f", value)
      return String(repeating: " ", count: max(0, 7 - text.count)) + text
    }
    let head = [
      "\(weights.case): weight of evidence of the acts for \(weights.favoured) against "
        + "\(weights.against), in decibels",
      "  " + PlainTable.padded("days", 24) + "  weight  running  acts",
    ]
    let body = weights.stretches.map { stretch in
      let days =
        stretch.from == stretch.through
        ? "\(stretch.from)" : "\(stretch.from)/\(stretch.through)"
      return "  " + PlainTable.padded(days, 24) + " \(signed(stretch.decibels))  "
        + "\(signed(stretch.running))  "
        + (stretch.acts.isEmpty ? "no act" : stretch.acts.joined(separator: ", "))
    }
    let end = "  The weights sum to \(String(format: "%+.2f", weights.total)) dB."
    return (head + body + [end]).joined(separator: "\n") + "\n"
  }
}
