import Casework
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
    discussion: """
      With --store the machine-coded events of a store take the place of a case: week by week, raw \
      sums beside the share of hostile acts and hostility (hostile acts over the root of all acts \
      and four), which attention moves less. Acts of states and their organs alone count.

      Example: demarche relation cases/aze-rus-2025 AZE RUS --format svg > course.svg
      Example: demarche relation --store events.db AZE RUS --per week
      """)

  /// The forms of a course.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, svg
  }

  /// The stretch of time of a row.
  enum Period: String, CaseIterable, ExpressibleByArgument {
    case week, month
  }

  @Argument(
    help: ArgumentHelp(
      "The case folder, then the two actors; with --store the two actors alone.",
      valueName: "case> <actor> <actor"))
  var words: [String]

  @Option(help: "A store made by the import command, in place of a case.")
  var store: String?

  @Option(
    help: "With --store: the stretch of time of a row; months count acts of every organ, by root.")
  var per: Period = .week

  @Flag(help: "With --store: each outlet's reports of the pair by week, and its share of them.")
  var outlets = false

  @Option(help: "What to write; svg is a figure that can be pasted.")
  var format: Format = .text

  @OptionGroup var choices: AssessmentChoices

  func validate() throws {
    guard words.count == (store == nil ? 3 : 2) else {
      throw ValidationError(
        store == nil
          ? "give the case folder and two actors, as in: demarche relation cases/aze-rus-2025 AZE RUS"
          : "with --store give two actors, as in: demarche relation --store events.sqlite AZE RUS")
    }
    if store == nil, outlets {
      throw ValidationError("--outlets needs --store: a case names sources and no outlets' reports")
    }
    if per == .month, store == nil || outlets || choices.scale != .goldsteinGDELT {
      throw ValidationError(
        "--per month needs --store, without --outlets and on the scale goldstein-gdelt: a store keeps those counts"
      )
    }
    if store != nil, format == .svg {
      throw ValidationError("--format svg needs a case; with --store use text, csv or json")
    }
    guard words[words.count - 1] != words[words.count - 2] else {
      throw ValidationError("a relation needs two actors; both are \(words[words.count - 1])")
    }
  }

  func run() throws {
    let dyad = Dyad(
      from: ActorCode(words[words.count - 2]), toward: ActorCode(words[words.count - 1]))
    if let store {
      let weeks = StoreWeeks(dyad: dyad, store: store, scale: choices.scale)
      let form: StoreWeeks.Form = format == .json ? .json : format == .csv ? .csv : .table
      if per == .month {
        try StandardOutput.write(StoreMonths(dyad: dyad, store: store).months(as: form))
      } else {
        try StandardOutput.write(outlets ? weeks.outlets(as: form) : weeks.weeks(as: form))
      }
      return
    }
    let path = words[0]
    let subject = try CaseInput.open(path).subject
    let acting = Set(subject.events.flatMap { $0.sources + $0.targets })
    for code in [dyad.source, dyad.target] where !acting.contains(code) {
      throw CaseworkFailure.badInput(
        "\(path)/events.csv: no row has the actor '\(code)'; the record has \(acting.sorted().map(\.rawValue).joined(separator: ", "))"
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
