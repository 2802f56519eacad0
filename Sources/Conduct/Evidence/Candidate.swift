import Diplomacy

/// An explanation made ready for the likelihood: its kind's priors and its dated conditions.
struct Candidate: Sendable {
  let id: String
  let kind: ConductKind
  /// The prior weight, not normalised.
  let prior: Double
  let conditions: Conditions

  /// The explanations of a case whose kind the table knows, in the order of the case.
  static func all(of subject: Case) -> [Candidate] {
    subject.explanations.compactMap { explanation in
      guard let kind = ConductKind.named(explanation.kind) else { return nil }
      return Candidate(
        id: explanation.id, kind: kind, prior: explanation.prior,
        conditions: Conditions(of: explanation, in: subject))
    }
  }
}
