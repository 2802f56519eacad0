/// How a course is smoothed and how its uncertainty is drawn.
///
/// The defaults are fixed in advance and are the same for both directions.
public struct CourseSettings: Hashable, Sendable, Codable {
  /// The days after which an act counts half; above 0.
  public var halfLife: Double
  /// The number of acts for which the usual level counts; above 0.
  public var pull: Double
  /// The number of draws behind the band, at least 1.
  public var draws: Int
  /// The share of draws that the band holds on each day, within 0 to 1.
  public var coverage: Double
  /// Whether the band carries the sampling of acts beside the uncertainty of dates.
  public var resamplesActs: Bool
  /// The seed of the draws.
  public var seed: UInt64

  /// Makes settings; numbers out of range are moved to the nearest that is allowed.
  ///
  /// - Parameters:
  ///   - halfLife: The days after which an act counts half.
  ///   - pull: The number of acts for which the usual level counts.
  ///   - draws: The number of draws behind the band.
  ///   - coverage: The share of draws that the band holds on each day.
  ///   - resamplesActs: Whether the band carries the sampling of acts.
  ///   - seed: The seed of the draws.
  public init(
    halfLife: Double = 14, pull: Double = 1, draws: Int = 200, coverage: Double = 0.9,
    resamplesActs: Bool = true, seed: UInt64 = 2025
  ) {
    self.halfLife = halfLife >= 0.01 ? min(halfLife, 36_500) : 0.01
    self.pull = pull >= 1e-9 ? min(pull, 1e9) : 1e-9
    self.draws = max(1, draws)
    self.coverage = coverage >= 0 ? min(coverage, 1) : 0
    self.resamplesActs = resamplesActs
    self.seed = seed
  }

  /// The same settings with numbers out of range moved to the nearest that is allowed.
  var inRange: CourseSettings {
    CourseSettings(
      halfLife: halfLife, pull: pull, draws: draws, coverage: coverage,
      resamplesActs: resamplesActs, seed: seed)
  }
}
