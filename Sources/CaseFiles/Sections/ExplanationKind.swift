/// A kind of explanation that an analysis knows, with the dates that it cannot do without.
public struct ExplanationKind: Hashable, Sendable {
  /// The word in a case.
  public let name: String
  /// The keys of an entry that the kind needs.
  public let needs: [String]

  /// Makes a kind.
  public init(name: String, needs: [String] = []) {
    self.name = name
    self.needs = needs
  }

  /// The kinds that the program knows.
  public static let standard: [ExplanationKind] = [
    ExplanationKind(name: "insulation", needs: ["until"]),
    ExplanationKind(name: "grievance", needs: ["from"]),
    ExplanationKind(name: "cooling", needs: ["from"]),
    ExplanationKind(name: "withdrawal", needs: ["from"]),
    ExplanationKind(name: "reciprocity"),
    ExplanationKind(name: "rally", needs: ["shocks"]),
    ExplanationKind(name: "bargaining", needs: ["rounds"]),
    ExplanationKind(name: "drift"),
    ExplanationKind(name: "orchestration"),
    ExplanationKind(name: "constant"),
    ExplanationKind(name: "none"),
  ]
}
