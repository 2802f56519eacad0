public import Diplomacy
import Estimation
import Foundation

extension ProcessTracing {
  /// The likelihood of an explanation that an item does not name: neither for nor against.
  public static let even: ClosedRange<Double> = 0.5...0.5

  /// Counts the items of a case.
  ///
  /// An item that cites an act already in the stream is refused, for it would count twice. Items of
  /// a group depend on one another: the group counts once, with the mean of their log likelihoods.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - explanations: The ids of the explanations.
  ///   - streamed: The ids of the rows that are acts in the stream.
  public init(_ items: [EvidenceItem], explanations: [String], streamed: Set<String>) {
    var (order, members, refused) = ([String](), [String: [EvidenceItem]](), [Refusal]())
    for item in items {
      if let reason = Self.refusal(of: item, explanations, streamed) {
        refused.append(Refusal(id: item.id, reason: reason))
        continue
      }
      // The prefix keeps a group's name apart from the id of an item without a group.
      let key = item.group.isEmpty ? "item \(item.id)" : "group \(item.group)"
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(item)
    }
    self.explanations = explanations
    self.refused = refused
    groups = order.map { key in
      let items = members[key] ?? []
      func ends(_ end: (ClosedRange<Double>) -> Double) -> [Double] {
        explanations.map { id in
          Summaries.mean(items.map { log(end($0.likelihoods[id] ?? Self.even)) })
        }
      }
      return Group(
        name: items.first.map { $0.group.isEmpty ? $0.id : $0.group } ?? key,
        items: items.map(\.id), low: ends(\.lowerBound), high: ends(\.upperBound))
    }
  }

  private static func refusal(
    of item: EvidenceItem, _ explanations: [String], _ streamed: Set<String>
  ) -> String? {
    let doubled = item.events.filter(streamed.contains)
    if !doubled.isEmpty {
      return """
        \(doubled.joined(separator: ", ")) is already an act in the stream and would count twice; \
        remove the item or cite another source
        """
    }
    let ranges = explanations.map { item.likelihoods[$0] ?? even }
    if ranges.contains(where: { $0.lowerBound < 0 || $0.upperBound > 1 }) {
      return "a likelihood lies outside 0 to 1; state a probability"
    }
    if ranges.contains(where: { $0.lowerBound == 0 }) {
      return """
        a likelihood of zero would rule an explanation out for good; state a small number such as \
        0.01
        """
    }
    return nil
  }

  /// The least and greatest probability of each explanation that the ranges allow.
  ///
  /// The probability of an explanation rises with its own likelihood and falls with every other, so
  /// that the bounds lie at corners that are known beforehand: they are exact.
  ///
  /// - Parameter base: The log weights of the explanations before this evidence, in nats.
  public func bounds(base: [Double]) -> [ClosedRange<Double>] {
    let (low, high) = ends
    return explanations.indices.map { chosen in
      func share(own: [Double], others: [Double]) -> Double {
        SpecialFunctions.softmax(
          explanations.indices.map { base[$0] + ($0 == chosen ? own[$0] : others[$0]) })[chosen]
      }
      let least = share(own: low, others: high)
      return least...max(least, share(own: high, others: low))
    }
  }
}
