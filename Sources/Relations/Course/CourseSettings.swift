/// How a course is estimated and how its uncertainty is drawn.
///
/// The defaults are fixed in advance and are the same for both directions.
public struct CourseSettings: Hashable, Sendable, Codable {
  /// The standard deviation of an act's weight around the level, in units of the scale; above 0.
  public var noise: Double
  /// The variance by which the level may have changed after a day; above 0.
  public var changePerDay: Double
  /// The standard deviation of the level before any act.
  public var ignorance: Double
  /// How many times the variance of another act a routine one has: it says so much less.
  public var routineFactor: Double
  /// The number of draws behind the band, at least 1.
  public var draws: Int
  /// The share of the probability that the band holds on each day, within 0 to 1.
  public var coverage: Double
  /// The seed of the draws.
  public var seed: UInt64

  /// Makes settings; numbers out of range are moved to the nearest that is allowed.
  ///
  /// - Parameters:
  ///   - noise: The standard deviation of an act's weight around the level.
  ///   - changePerDay: The variance by which the level may have changed after a day.
  ///   - ignorance: The standard deviation of the level before any act.
  ///   - routineFactor: How many times the variance of another act a routine one has.
  ///   - draws: The number of draws behind the band.
  ///   - coverage: The share of the probability that the band holds on each day.
  ///   - seed: The seed of the draws.
  public init(
    noise: Double = 3, changePerDay: Double = 0.25, ignorance: Double = 5,
    routineFactor: Double = 4, draws: Int = 200, coverage: Double = 0.9, seed: UInt64 = 2025
  ) {
    self.noise = noise >= 0.01 ? min(noise, 100) : 0.01
    self.changePerDay = changePerDay >= 1e-9 ? min(changePerDay, 1e4) : 1e-9
    self.ignorance = ignorance >= 0.01 ? min(ignorance, 100) : 0.01
    self.routineFactor = routineFactor >= 1 ? min(routineFactor, 1e6) : 1
    self.draws = max(1, draws)
    self.coverage = coverage >= 0 ? min(coverage, 1) : 0
    self.seed = seed
  }

  /// The same settings with numbers out of range moved to the nearest that is allowed.
  var inRange: CourseSettings {
    CourseSettings(
      noise: noise, changePerDay: changePerDay, ignorance: ignorance,
      routineFactor: routineFactor, draws: draws, coverage: coverage, seed: seed)
  }
}
