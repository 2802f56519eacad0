import ArgumentParser
import Casework
import Diplomacy
import Relations
import Reporting

/// Follows the level of a series through noise.
struct CourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Follows the level of a series through noise, with bands.",
    discussion: """
      A state-space model fitted by maximum likelihood: the level wanders, the values scatter around \
      it, missing values are bridged exactly. The turns of a series are another question: see \
      turning-points.

      Example: demarche course series.csv --noise t --format svg > course.svg
      Example: demarche course --events cases/aze-rus-2025/events.csv --dyad "AZE>RUS" --per month
      """)

  /// The forms of the answer.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, svg
  }

  /// How the values scatter around the level.
  enum Noise: String, CaseIterable, ExpressibleByArgument {
    case normal, t
  }

  @OptionGroup var source: SeriesSource

  @Option(help: "How values scatter; t gives a value that stands out less weight.")
  var noise: Noise = .normal

  @Option(help: "The degrees of freedom of --noise t; 4 where left out.")
  var freedom: Double?

  @Flag(help: "Let the level have a slope that wanders too.")
  var trend = false

  @Option(help: "What to write; svg is a figure that can be pasted.")
  var format: Format = .text

  func validate() throws {
    guard let freedom else { return }
    guard noise == .t else {
      throw ValidationError("--freedom is of --noise t; add that, or leave --freedom out")
    }
    // Below a tenth the tails outweigh everything, above a million the noise is normal.
    guard (0.1...1e6).contains(freedom) else {
      throw ValidationError("--freedom is \(freedom); write a number from 0.1 to 1000000")
    }
  }

  func run() throws {
    let series = try source.read()
    let course: SeriesCourse
    do {
      course = try SeriesCourse(
        series, hasSlope: trend, degreesOfFreedom: noise == .t ? freedom ?? 4 : nil)
    } catch {
      throw CaseworkFailure.badInput("\(series.name): \(error)")
    }
    switch format {
    case .text: try StandardOutput.write(series.told(SeriesCourseText.render(course)))
    case .json: try StandardOutput.write(series.told(json: try JSONText.text(course)))
    case .csv: try StandardOutput.write(SeriesCourseText.table(course))
    case .svg:
      try StandardOutput.write(
        SeriesFigure.svg(
          ofLevels: course.points.map { (level: $0.level, low: $0.low, high: $0.high) },
          in: series.values, periods: series.starts?.map(\.description),
          title: series.titled("Course"), measure: series.measure))
    }
  }
}
