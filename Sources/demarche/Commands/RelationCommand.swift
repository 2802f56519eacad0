import Casework
import ArgumentParser
import Assessment
import Diplomacy
import EventData
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
    help:
      "With --store: the stretch of time of a row; months come from counts that the store keeps.")
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
      try write(StoreRelation(of: dyad, in: store))
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
        try JSONText.text(
          Dictionary(
            courses.map { ($0.all.dyad.description, $0) }, uniquingKeysWith: { first, _ in first }
          ))
      )
    case .csv: try StandardOutput.write(CourseText.table(courses.map(\.all)))
    case .svg: try StandardOutput.write(CourseFigure.svg(of: courses.map(\.all), in: subject))
    }
  }

  /// Writes the weeks, months or outlets of a store.
  private func write(_ relation: StoreRelation) throws {
    if per == .month {
      try write(try relation.months(), StoreRelationTable.months)
    } else if outlets {
      try write(try relation.outlets(), StoreRelationTable.outlets)
    } else {
      try write(try relation.weeks(scale: choices.scale), StoreRelationTable.weeks)
    }
  }

  private func write<Rows: Encodable>(_ rows: Rows, _ table: (Rows) -> PlainTable) throws {
    switch format {
    case .json: try StandardOutput.write(try JSONText.text(rows))
    case .csv: try StandardOutput.write(table(rows).csv)
    case .text, .svg: try StandardOutput.write(table(rows).aligned)
    }
  }
}

/// The rows of a relation from a store as tables.
enum StoreRelationTable {
  static func weeks(_ directions: [StoreRelation.Direction]) -> PlainTable {
    PlainTable(
      header: [
        "dyad", "scale", "monday", "acts", "hostile_acts", "sum", "hostile_sum", "hostile_share",
        "hostility",
      ],
      rows: directions.flatMap { direction in
        direction.weeks.map { week in
          [
            direction.dyad.description, direction.scale.rawValue, week.monday.description,
            String(week.acts), String(week.hostileActs), tenths(week.tenths),
            tenths(week.hostileTenths), week.hostileShare.map { rounded($0) } ?? "",
            rounded(week.hostility),
          ]
        }
      })
  }

  static func months(_ months: [StoreRelation.Month]) -> PlainTable {
    PlainTable(
      header: [
        "dyad", "month", "events", "reports", "hostile_events", "sum", "hostile_sum",
        "hostile_share",
      ],
      rows: months.map {
        [
          $0.dyad.description, $0.month, String($0.events), String($0.reports),
          String($0.hostileEvents), String($0.sum), String($0.hostileSum), rounded($0.hostileShare),
        ]
      })
  }

  static func outlets(_ weeks: [StoreRelation.OutletWeek]) -> PlainTable {
    PlainTable(
      header: ["monday", "outlet", "reports", "share"],
      rows: weeks.map {
        [$0.monday.description, $0.outlet, String($0.reports), rounded($0.share)]
      })
  }

  private static func tenths(_ value: Int) -> String {
    "\(value < 0 ? "-" : "")\(abs(value) / 10).\(abs(value) % 10)"
  }

  /// A number with three digits behind the point at most.
  private static func rounded(_ value: Double) -> String {
    String((value * 1000).rounded() / 1000)
  }
}
