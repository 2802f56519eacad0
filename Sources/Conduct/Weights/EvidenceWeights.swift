package import Diplomacy

/// The weight of evidence of every stretch of days for one explanation against another.
package struct EvidenceWeights: Hashable, Sendable, Encodable {
  /// A stretch of days.
  package struct Stretch: Hashable, Sendable, Encodable {
    /// Its first day.
    package let from: Day
    /// Its last day.
    package let through: Day
    /// The ids of the acts on it.
    package let acts: [String]
    /// What it weighs, in decibels.
    package let decibels: Double
    /// The sum up to and with it, in decibels.
    package let running: Double
  }

  /// The id of the case.
  package let `case`: String
  /// The explanation for which the evidence is weighed.
  package let favoured: String
  /// The explanation against which it is weighed.
  package let against: String
  /// The sum of all weights, in decibels.
  package let total: Double
  /// The stretches in order.
  package let stretches: [Stretch]

  /// Takes the weights from a course of evidence, or nothing where the course lacks an explanation.
  package init?(_ course: EvidenceCourse, for favoured: String, against: String, of subject: Case) {
    guard let first = course.explanations.firstIndex(of: favoured),
      let second = course.explanations.firstIndex(of: against)
    else { return nil }
    let running = course.runningWeight(for: first, against: second)
    `case` = subject.id
    (self.favoured, self.against) = (favoured, against)
    total = running.last ?? 0
    stretches = zip(course.steps, running).map { step, sum in
      Stretch(
        from: step.from, through: step.through, acts: step.acts,
        decibels: course.weight(of: step, for: first, against: second), running: sum)
    }
  }
}
