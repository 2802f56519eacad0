/// What may change at a turning point.
public enum SegmentModel: String, Hashable, CaseIterable, Sendable, Codable {
  /// The level, with squared deviations.
  case gaussian
  /// The level, with a bound on what one point can count for.
  case t
  /// The rate of counts.
  case poisson
  /// The level and the spread.
  case normal
  /// The level and the slope.
  case trend

  /// The free parameters that a change adds: those of a segment and the place of the change.
  package var parametersPerChange: Double {
    switch self {
    case .gaussian, .t, .poisson: 2
    case .normal, .trend: 3
    }
  }
}
