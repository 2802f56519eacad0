/// What the record says of an assertion.
public enum Verdict: String, Hashable, CaseIterable, Sendable, Codable {
  /// The check holds on every reading of the record.
  case supported
  /// The check holds in part, or only on some readings of uncertain dates.
  case partly
  /// The check fails on every reading of the record.
  case contradicted
  /// The record cannot tell, or no check of it can.
  case untested

  /// The verdict that several parts of one assertion give together.
  ///
  /// Untested parts are left aside unless all are untested; parts that agree give their verdict,
  /// parts that differ give partly.
  static func joining(_ parts: [Verdict]) -> Verdict {
    let told = Set(parts).subtracting([.untested])
    switch told.count {
    case 0: return .untested
    case 1:
      guard let verdict = told.first else { return .untested }
      return verdict == .supported && parts.contains(.untested) ? .partly : verdict
    default: return .partly
    }
  }

  /// The verdict for a number known within a range that should lie within bounds.
  ///
  /// - Parameters:
  ///   - range: The smallest and largest value that the record allows.
  ///   - bounds: The values that fit the assertion; open where a bound is left out.
  static func judging<Number: Comparable>(
    _ range: ClosedRange<Number>, atLeast: Number?, atMost: Number?
  ) -> Verdict {
    let lowFits = fits(range.lowerBound, atLeast, atMost)
    let highFits = fits(range.upperBound, atLeast, atMost)
    if lowFits && highFits { return .supported }
    if lowFits || highFits { return .partly }
    // Both ends miss: on the same side the assertion fails, on opposite sides it may hold between.
    if let atLeast, range.upperBound < atLeast { return .contradicted }
    if let atMost, range.lowerBound > atMost { return .contradicted }
    return .partly
  }

  private static func fits<Number: Comparable>(
    _ value: Number, _ atLeast: Number?, _ atMost: Number?
  ) -> Bool {
    (atLeast.map { value >= $0 } ?? true) && (atMost.map { value <= $0 } ?? true)
  }
}
