public import Diplomacy

/// Evidence of the acts beside their times, such as of their kinds: one number an explanation.
///
/// Parts are added to the log evidence of the times, each at its own power, and are kept apart in
/// every result.
public struct EvidencePart: Hashable, Sendable, Codable {
  /// The name under which the part stands in results.
  public let name: String
  /// The log likelihood under each explanation by its id, in nats; one that is not listed has zero.
  public let logEvidence: [String: Double]
  /// The power to which it is raised.
  public let power: Double

  /// Makes a part.
  public init(name: String, logEvidence: [String: Double], power: Double = 1) {
    self.name = name
    self.logEvidence = logEvidence
    self.power = power
  }

  /// What the parts together add to the log evidence of one explanation, in nats.
  static func sum(_ parts: [EvidencePart], for id: String) -> Double {
    parts.reduce(0) { $0 + $1.power * ($1.logEvidence[id] ?? 0) }
  }

  /// The parts that the program knows, read on a case.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - explanations: The ids and kinds of the explanations, the constant rate included.
  static func all(of subject: Case, explanations: [(id: String, kind: String)]) -> [EvidencePart] {
    []
  }
}
