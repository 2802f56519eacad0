public import Diplomacy
import Estimation

/// How unlike the conduct of the two sides was, over the window and in each phase.
///
/// The difference of two mean levels takes its interval from the bands of the two directions, which
/// are drawn apart (the method of variance estimates recovery); the share of hostile acts that came
/// from the first side has Wilson's interval, which takes acts as independent decisions. Neither
/// covers acts that the record lacks.
///
/// > Zou, G. Y., Donner, A. "Construction of confidence limits about effect measures: a general
/// > approach." *Statistics in Medicine* 27, 2008, 1693-1702, equation 2. Wilson, E. B. "Probable
/// > inference, the law of succession, and statistical inference." *JASA* 22, 1927, 209-212.
public struct DirectionAsymmetry: Hashable, Sendable, Codable {
  /// The comparison over some days.
  public struct Row: Hashable, Sendable, Codable {
    /// The ids of the dates that start the phase; "baseline" and "window" for those.
    public let starts: [String]
    /// The days.
    public let span: DateSpan
    /// The mean level of the first direction less that of the second, below zero where the first
    /// side was the more hostile, with its interval, in units of the scale.
    public let difference: CourseLevel
    /// The expected number of hostile acts of the first side.
    public let hostileByFirst: Double
    /// The expected number of hostile acts of the second side.
    public let hostileBySecond: Double
    /// The share of hostile acts that came from the first side, from 0 to 1, with its interval;
    /// nothing where there was none.
    public let hostileShare: CourseLevel?
  }

  /// The direction that comes first.
  public let first: Dyad
  /// The other direction.
  public let second: Dyad
  /// The share that the intervals hold, as in the courses.
  public let coverage: Double
  /// The whole window, then the phases in order, the baseline first where there is one.
  public let rows: [Row]

  /// Compares the courses of two directions over the same days, or nothing where they differ in
  /// their days.
  ///
  /// - Complexity: O(draws × (acts + days)), for the mean levels over the window.
  public init?(_ first: RelationCourse, _ second: RelationCourse) {
    guard let from = first.days.first, let through = first.days.last, first.days == second.days,
      let window = DateSpan(from: from, through: through),
      first.phases.map(\.span) == second.phases.map(\.span)
    else { return nil }
    self.first = first.dyad
    self.second = second.dyad
    let coverage = first.settings.coverage
    self.coverage = coverage
    let intervals = ProportionInterval(coverage: coverage)
    func row(_ starts: [String], _ span: DateSpan, _ one: CourseLevel, _ other: CourseLevel) -> Row
    {
      let byFirst = ActTally(of: first.acts, in: span).hostile
      let bySecond = ActTally(of: second.acts, in: span).hostile
      return Row(
        starts: starts, span: span, difference: Self.difference(one, other),
        hostileByFirst: byFirst, hostileBySecond: bySecond,
        hostileShare: Self.share(byFirst, of: byFirst + bySecond, within: intervals))
    }
    rows =
      [row(["window"], window, first.meanLevel(over: window), second.meanLevel(over: window))]
      + zip(first.phases, second.phases).map { row($0.starts, $0.span, $0.level, $1.level) }
  }

  /// The difference of two independent levels with the interval that their bands imply.
  static func difference(_ one: CourseLevel, _ other: CourseLevel) -> CourseLevel {
    func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let middle = one.level - other.level
    return CourseLevel(
      middle,
      within: (
        middle - root(one.level - one.low, other.high - other.level),
        middle + root(one.high - one.level, other.level - other.low)
      ))
  }

  /// A share with its interval, or nothing of nothing.
  private static func share(
    _ part: Double, of whole: Double, within intervals: ProportionInterval
  ) -> CourseLevel? {
    guard whole > 0 else { return nil }
    let interval = intervals.share(part, of: whole)
    return CourseLevel(part / whole, within: (interval.lowerBound, interval.upperBound))
  }
}
