import Diplomacy

/// An explanation made ready for the likelihood: its kind's priors and its dated conditions.
struct Candidate: Sendable {
  let id: String
  let kind: ConductKind
  /// The prior weight as stated, not normalised.
  let prior: Double
  let conditions: Conditions
  /// Whether it is the constant rate that the program itself adds.
  var isReference = false
  /// The place of the first candidate that it cannot be told from; its own where there is none.
  var group = 0
  /// The prior weight with which it is read: the candidates of a group share that of one.
  var weight: Double

  init(
    id: String, kind: ConductKind, prior: Double, conditions: Conditions, isReference: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.prior = prior
    self.conditions = conditions
    self.isReference = isReference
    weight = prior
  }

  /// The explanations of a case whose kind the table knows, in the order of the case.
  static func listed(in subject: Case) -> [Candidate] {
    subject.explanations.compactMap { explanation in
      guard let kind = ConductKind.named(explanation.kind) else { return nil }
      return Candidate(
        id: explanation.id, kind: kind, prior: explanation.prior,
        conditions: Conditions(of: explanation, in: subject))
    }
  }

  /// The explanations of a case and, last, the constant rate where the case does not list it.
  ///
  /// The constant rate has the mean prior of the explanations that have one.
  static func all(of subject: Case) -> [Candidate] {
    let listed = listed(in: subject)
    guard let kind = ConductKind.named(ConductKind.constantRate), let first = listed.first,
      !listed.contains(where: { $0.kind.name == kind.name })
    else { return grouped(listed, identical(listed)) }
    let priors = listed.map(\.prior).filter { $0 > 0 }
    let taken = Set(listed.map(\.id))
    let all =
      listed + [
        Candidate(
          id: taken.contains("constant-rate") ? "constant-rate-of-acts" : "constant-rate",
          kind: kind, prior: priors.isEmpty ? 0 : priors.reduce(0, +) / Double(priors.count),
          conditions: first.conditions, isReference: true)
      ]
    return grouped(all, identical(all))
  }

  /// For each candidate the first that expects the same of the same dates.
  private static func identical(_ candidates: [Candidate]) -> [Int] {
    candidates.indices.map { index in
      candidates.indices.first { candidates[index].isIdentical(to: candidates[$0]) } ?? index
    }
  }

  /// Whether no record could tell the two apart: they expect the same of the same dates.
  func isIdentical(to other: Candidate) -> Bool {
    kind.active == other.kind.active && kind.others == other.kind.others
      && conditions == other.conditions
  }

  /// One candidate for each group with a prior, with the weight of the group.
  static func representatives(_ candidates: [Candidate]) -> [Candidate] {
    var list: [Candidate] = []
    for index in candidates.indices where candidates[index].group == index {
      var candidate = candidates[index]
      candidate.weight = candidates.reduce(0.0) { $0 + ($1.group == index ? $1.weight : 0) }
      candidate.group = list.count
      if candidate.weight > 0 { list.append(candidate) }
    }
    return list
  }

  /// The candidates with those that one record cannot tell apart merged under one prior.
  ///
  /// A group has the greatest prior of its members, shared among them in proportion to their own;
  /// so that to list a story twice, or under another name, changes nothing for the others.
  static func merged(_ candidates: [Candidate], record: ConductRecord, model: ConductModel)
    -> [Candidate]
  {
    grouped(
      candidates,
      TwinStories.groups(TwinStories.divergences(candidates, record: record, model: model)))
  }

  private static func grouped(_ candidates: [Candidate], _ groups: [Int]) -> [Candidate] {
    candidates.indices.map { index in
      let members = candidates.indices.filter { groups[$0] == groups[index] }.map {
        candidates[$0].prior
      }
      let total = members.reduce(0, +)
      var candidate = candidates[index]
      candidate.group = groups[index]
      candidate.weight = total > 0 ? candidate.prior * (members.max() ?? 0) / total : 0
      return candidate
    }
  }
}
