public import Diplomacy

/// How the evidence of the stream of acts built up over the window.
///
/// Every step is a stretch of days; its log evidence is what the model refitted to the record up
/// to the end of the step gains over the record up to its start. The steps sum to the whole
/// evidence, and a stretch without an act counts as much as an act does: silence is evidence.
public struct EvidenceCourse: Hashable, Sendable, Codable {
  /// A stretch of days.
  public struct Step: Hashable, Sendable, Codable {
    /// The first day.
    public let from: Day
    /// The last day.
    public let through: Day
    /// The actor's acts in the stretch; none for a silence. An act of uncertain date stands at the
    /// middle of its span and counts with its average over all days of the span.
    public let acts: [String]
    /// The gain in log evidence of each explanation, in nats, in the order of ``explanations``.
    public let gains: [Double]
  }

  /// The ids of the explanations.
  public let explanations: [String]
  /// The stretches, in order and without gaps.
  public let steps: [Step]

  /// The weight of evidence of a step for one explanation against another, in decibels.
  ///
  /// > Good, I. J. "Weight of evidence: a brief survey." *Bayesian Statistics* 2, 1985, 249-270.
  public func weight(of step: Step, for favoured: Int, against other: Int) -> Double {
    Self.decibels(step.gains[favoured] - step.gains[other])
  }

  /// The running weight of evidence after each step, in decibels.
  public func runningWeight(for favoured: Int, against other: Int) -> [Double] {
    var sum = 0.0
    return steps.map { step in
      sum += weight(of: step, for: favoured, against: other)
      return sum
    }
  }

  /// A difference of log probabilities in nats as decibels.
  public static func decibels(_ nats: Double) -> Double { nats * 4.342_944_819_032_518 }
}
