package import Diplomacy
package import Relations

/// What became of a course, in one sentence that says no more than its numbers.
package enum CourseSentence {
  /// The sentence for a direction.
  package static func text(_ course: RelationCourse, in subject: Case) -> String {
    let outline = course.outline
    let name = Glossary.name(course.dyad, in: subject)
    let acts = NumberFormat.count(Int(outline.acts.rounded()), "act")
    guard let first = outline.first, let last = outline.last else {
      return "\(name): \(acts), too few to know the level on any day."
    }
    func level(_ value: Double) -> String { NumberFormat.signed(value) }
    let turn = outline.turn.map { "\(level($0.level)) about \($0.day)" } ?? ""
    let went =
      switch outline.shape {
      case .unknown: "is unknown"
      case .steady: "stayed about \(level(last))"
      case .worsened: "fell from \(level(first)) to \(level(last))"
      case .improved: "rose from \(level(first)) to \(level(last))"
      case .fellAndRose: "fell from \(level(first)) to \(turn) and rose to \(level(last))"
      case .roseAndFell: "rose from \(level(first)) to \(turn) and fell to \(level(last))"
      }
    var text = "\(name): the level \(went) where it is known"
    text += ", on \(NumberFormat.percent(outline.knownShare)) of days from \(acts)"
    if let longest = outline.silences.max(by: { $0.length < $1.length }) {
      text += "; nothing is known from \(longest.first) to \(longest.last)"
      if outline.silences.count > 1 {
        text +=
          " and in \(NumberFormat.count(outline.silences.count - 1, "other stretch", "other stretches"))"
      }
    }
    return text + "."
  }
}
