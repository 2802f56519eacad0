package import Diplomacy
import Foundation
package import Relations

/// A course as lines of text.
package enum CourseText {
  /// The phases of each direction, for a person.
  package static func render(_ courses: [RelationCourse], in subject: Case) -> String {
    var lines: [String] = []
    for course in courses {
      lines.append(
        "\(subject.name(of: course.dyad.source)) toward \(subject.name(of: course.dyad.target)), scale \(course.scale.rawValue)"
      )
      lines.append("  \(CourseSentence.text(course, in: subject))")
      if let low = course.lowPoint {
        lines.append("  lowest on \(low.day), between \(low.from) and \(low.to)")
      }
      for phase in course.phases {
        let acts = String(format: "%.1f", phase.acts)
        let level = String(format: "%+.2f", phase.level.level)
        let band = String(format: "%+.2f to %+.2f", phase.level.low, phase.level.high)
        lines.append(
          "  \(phase.span)  \(phase.starts.joined(separator: ", ")): \(acts) acts, mean level \(level) (\(band))"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every day of each direction as comma-separated values.
  package static func table(_ courses: [RelationCourse]) -> String {
    var lines = ["dyad,scale,day,level,low,high,known,acts,days_since_act"]
    for course in courses {
      for (index, day) in course.days.enumerated() {
        lines.append(
          "\(course.dyad),\(course.scale.rawValue),\(day),\(course.level[index]),\(course.low[index]),\(course.high[index]),\(course.isKnown[index]),\(NumberFormat.short(course.actsBehind[index])),\(course.daysSinceAct[index].map(String.init) ?? "")"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
