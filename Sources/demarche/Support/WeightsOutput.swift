import Casework
import Conduct
import Diplomacy
import Foundation

/// The weight of evidence of every stretch of days for one explanation against another.
struct WeightsOutput: Encodable {
  /// A stretch of days.
  struct Stretch: Encodable {
    let from: Day
    let through: Day
    let acts: [String]
    let decibels: Double
    let running: Double
  }

  let `case`: String
  let favoured: String
  let against: String
  let total: Double
  let stretches: [Stretch]

  /// Takes the weights from a course of evidence.
  ///
  /// - Throws: ``CaseworkFailure`` where the case has no explanation of that name.
  init(_ course: EvidenceCourse, between favoured: String, and against: String, of subject: Case)
    throws
  {
    func index(_ id: String) throws -> Int {
      guard let index = course.explanations.firstIndex(of: id) else {
        throw CaseworkFailure.badInput(
          """
          --between: \(subject.id) has no explanation '\(id)'; it has \
          \(course.explanations.joined(separator: ", "))
          """)
      }
      return index
    }
    let (first, second) = (try index(favoured), try index(against))
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

  /// The weights as a table.
  var text: String {
    func signed(_ value: Double) -> String {
      let text = String(format: "%+.2f", value)
      return String(repeating: " ", count: max(0, 7 - text.count)) + text
    }
    let head = [
      "\(`case`): weight of evidence of the acts for \(favoured) against \(against), "
        + "in decibels",
      "  " + ConductText.padded("days", 24) + "  weight  running  acts",
    ]
    let body = stretches.map { stretch in
      let days =
        stretch.from == stretch.through
        ? "\(stretch.from)" : "\(stretch.from)/\(stretch.through)"
      return "  " + ConductText.padded(days, 24) + " \(signed(stretch.decibels))  "
        + "\(signed(stretch.running))  "
        + (stretch.acts.isEmpty ? "no act" : stretch.acts.joined(separator: ", "))
    }
    let end = "  The weights sum to \(String(format: "%+.2f", total)) dB."
    return (head + body + [end]).joined(separator: "\n") + "\n"
  }
}
