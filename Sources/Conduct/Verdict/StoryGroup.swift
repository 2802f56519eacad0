import Diplomacy

/// Explanations that this record cannot tell apart: they are read as one, with one prior.
public struct StoryGroup: Hashable, Sendable, Codable {
  /// The ids of the members, the one that the case lists first in front.
  public let members: [String]
  /// The greatest divergence between the first and another member in nats: the mean weight of
  /// evidence that the acts could give between the two. Zero where they expect the same.
  public let divergence: Double
  /// Items of evidence and prospects of the case whose likelihoods differ between members: what
  /// could separate them.
  public let separatedBy: [String]

  /// The groups of more than one member.
  static func all(
    _ candidates: [Candidate], record: ConductRecord, model: ConductModel, in subject: Case
  )
    -> [StoryGroup]
  {
    let divergences = TwinStories.divergences(candidates, record: record, model: model)
    return candidates.indices.compactMap { first in
      let members = candidates.indices.filter { candidates[$0].group == first }
      guard members.count > 1, candidates[first].group == first else { return nil }
      let ids = members.map { candidates[$0].id }
      let separating = (subject.evidence + subject.prospects).filter { item in
        Set(ids.map { item.likelihoods[$0] ?? ProcessTracing.even }).count > 1
      }
      return StoryGroup(
        members: ids, divergence: members.map { divergences[first][$0] }.max() ?? 0,
        separatedBy: separating.map(\.id))
    }
  }
}
