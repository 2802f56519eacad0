import ArgumentParser
import Assessment
import Diplomacy
import Relations
import Reporting

/// Shows the course of the relation between two actors of a case.
struct RelationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relation",
    abstract: "Shows how a relation went, each direction on its own.",
    discussion: "Example: demarche relation cases/aze-rus-2025 AZE RUS --format svg > course.svg")

  /// The forms of a course.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, svg
  }

  @OptionGroup var input: CaseArgument

  @Argument(help: "The actor whose conduct comes first.")
  var first: String

  @Argument(help: "The other actor.")
  var second: String

  @Option(help: "What to write; svg is a figure that can be pasted.")
  var format: Format = .text

  @OptionGroup var choices: AssessmentChoices

  func run() throws {
    let subject = try CaseInput.read(input.path)
    let dyad = Dyad(from: ActorCode(first), toward: ActorCode(second))
    guard dyad.source != dyad.target else {
      throw CommandFailure.usage("a relation needs two actors; both are \(first)")
    }
    let acting = Set(subject.events.flatMap { $0.sources + $0.targets })
    for code in [dyad.source, dyad.target] where !acting.contains(code) {
      throw CommandFailure.badInput(
        "\(input.path)/events.csv: no row has the actor '\(code)'; the record has \(acting.sorted().map(\.rawValue).joined(separator: ", "))"
      )
    }
    let courses = [dyad, dyad.reversed].map {
      DirectionCourse(of: $0, in: subject, options: choices.options)
    }
    switch format {
    case .text: try StandardOutput.write(CourseText.render(courses.map(\.all), in: subject))
    case .json:
      try StandardOutput.write(
        try AssessmentJSON.encode(
          value:
            Dictionary(
              courses.map { ($0.all.dyad.description, $0) }, uniquingKeysWith: { first, _ in first }
            ))
      )
    case .csv: try StandardOutput.write(CourseText.table(courses.map(\.all)))
    case .svg: try StandardOutput.write(CourseFigure.svg(of: courses.map(\.all), in: subject))
    }
  }
}
