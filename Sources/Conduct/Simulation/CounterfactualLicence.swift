/// Whether the model of both actors covers what happened, so that it may say what would have.
public struct CounterfactualLicence: Hashable, Sendable, Codable {
  /// The number of hostile acts of the actor in the record, closures of contact included.
  public let recorded: Int
  /// The mean number in simulations of things as they were.
  public let expected: Double
  /// The 5 and 95 per cent points of that number.
  public let interval: ClosedRange<Double>

  /// Whether the recorded number lies within the interval and within a factor of 1.5 of the mean.
  public var isGranted: Bool {
    interval.contains(Double(recorded)) && expected <= 1.5 * Double(recorded)
      && Double(recorded) <= 1.5 * expected
  }
}
