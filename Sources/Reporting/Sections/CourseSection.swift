import Assessment
import Diplomacy
import Relations

/// How the relation went, each direction on its own, words and deeds apart.
enum CourseSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    let courses = assessment.courses
    guard courses.contains(where: { !$0.all.acts.isEmpty }) else { return nil }
    let subject = assessment.subject
    let scale = Glossary.name(assessment.options.scale)
    return Section(
      id: "course", title: "Course of the relation", headline: headline(of: assessment),
      blocks: [
        .paragraph(
          """
          The level of a day is estimated from the acts up to that day on the \(scale). On days \
          without acts it stays where it was and its band widens until nothing is known: silence is \
          drawn as ignorance. Meetings and routine statements can raise a level and not lower it.
          """),
        .figure(CourseFigure.figure(of: courses.map(\.all), in: subject, id: "course-levels")),
        .figure(
          CourseFigure.partsFigure(
            of: courses.map { ($0.words, $0.deeds) }, in: subject, id: "course-parts")),
        .table(months(of: courses.map(\.all), in: subject)),
        .heading("Phases between the named dates"),
        .table(phases(of: courses.map(\.all), in: subject)),
      ] + (assessment.asymmetry.map { blocks(of: $0, in: subject) } ?? []))
  }

  private static func headline(of assessment: CaseAssessment) -> Prose? {
    let lines = assessment.courses.map { CourseSentence.text($0.all, in: assessment.subject) }
    return lines.isEmpty ? nil : Prose(lines.joined(separator: " "))
  }

  private static func months(of courses: [RelationCourse], in subject: Case) -> Table {
    func number(_ value: Double) -> String { NumberFormat.short(value, decimals: 1) }
    return Table(
      caption: "Acts per month; an act of uncertain date counts in parts",
      columns: [.init("month", namesRows: true)]
        + courses.flatMap { course in
          let name = subject.name(of: course.dyad.source)
          return ["conciliatory", "hostile", "all"].map {
            Table.Column("\(name): \($0)", .trailing)
          }
        },
      entries: (courses.first?.months ?? []).enumerated().map { index, month in
        [month.month]
          + courses.flatMap { course -> [String] in
            guard index < course.months.count else { return ["", "", ""] }
            let own = course.months[index]
            return [number(own.conciliatory), number(own.hostile), number(own.acts)]
          }
      })
  }

  /// One row a phase, both directions beside each other.
  private static func phases(of courses: [RelationCourse], in subject: Case) -> Table {
    let name = { (course: RelationCourse) in subject.name(of: course.dyad.source) }
    return Table(
      caption: "Phases: acts, mean weight and mean level with its band",
      columns: [.init("from", namesRows: true), .init("days")]
        + courses.flatMap { course in
          [
            Table.Column("\(name(course)): acts", .trailing),
            .init("mean weight", .trailing), .init("level (band)", .trailing),
          ]
        },
      rows: (courses.first?.phases ?? []).indices.compactMap { index -> Table.Row? in
        guard let first = courses.first?.phases[index] else { return nil }
        let days =
          Glossary.span(first.span) + (first.hasExactBounds ? "" : " bounds uncertain")
        let cells = courses.flatMap { course -> [Prose] in
          guard index < course.phases.count else { return ["", "", ""] }
          let phase = course.phases[index]
          return [
            Prose(acts(of: phase)), Prose(phase.meanWeight.map { NumberFormat.signed($0) } ?? ""),
            Prose([.tight(Glossary.level(phase.level))]),
          ]
        }
        return .init([Prose(self.name(of: first.starts, in: subject)), days] + cells)
      }, narrow: .cards)
  }

  private static func acts(of phase: CoursePhase) -> String {
    let number = NumberFormat.short(phase.acts, decimals: 1)
    return phase.least == phase.most ? number : "\(number) (\(phase.least) to \(phase.most))"
  }
}
